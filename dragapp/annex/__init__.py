"""A plan turned into layout-neutral printed blocks; every renderer draws the same blocks."""

from __future__ import annotations

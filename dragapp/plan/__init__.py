"""The domain: what a plan is and how its texts, numbers and tables read. No Qt, no SQLite."""

from __future__ import annotations

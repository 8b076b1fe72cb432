"""Pictures of the real window: every tab and dialog, on the examples."""

from __future__ import annotations

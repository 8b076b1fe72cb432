"""dragapp: the yearly plan of social services of a Romanian commune, from entry to print."""

from __future__ import annotations

__version__ = "0.1.0"

"""The user's manual in Romanian: its pages, what is found in them, and its printed document.

The text is in `resources/help`, a file for each page; `ui` shows it. No Qt here.
"""

from __future__ import annotations

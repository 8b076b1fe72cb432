"""The Windows installer: built, checked and tried on Linux. No part of the program itself."""

from __future__ import annotations

"""Files made of a plan and read into one: PDF and Excel from blocks, JSON from the plan itself."""

from __future__ import annotations

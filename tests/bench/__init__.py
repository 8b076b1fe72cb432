"""Whether the program stays fast: `python -m tests.bench [--quick]` prints one table of ratios.

Each cost is compared with that of a bare tool doing the same work in the same run on the same
machine, so that the numbers mean the same everywhere. Nothing here fails: a person reads the table.
"""

from __future__ import annotations

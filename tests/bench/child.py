"""One measurement in a process of its own: `python -m tests.bench.child MODULE TASK [ARGUMENT…]`.

The task is a function of a module of this package; it prints what it measured as JSON. Nothing else
is imported before it, so that a start is a start.
"""

from __future__ import annotations

import importlib
import sys

if __name__ == "__main__":
    getattr(importlib.import_module(f"tests.bench.{sys.argv[1]}"), sys.argv[2])(*sys.argv[3:])

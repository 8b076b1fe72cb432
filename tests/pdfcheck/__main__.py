"""Print the faults of PDF files: `python -m tests.pdfcheck FILE…`; exits with 1 if any."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.pdfcheck.checking import check
from tests.pdfcheck.text import reading


def main() -> int:
    """Print each file's faults, and with --read what a screen reader says."""
    parser = argparse.ArgumentParser(prog="python -m tests.pdfcheck", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--read", action="store_true", help="print the text in reading order too")
    chosen = parser.parse_args()
    faulty = 0
    for path in chosen.files:
        data = path.read_bytes()
        found = check(data)
        faulty += bool(found)
        print(f"{path}: {len(found)} faults" if found else f"{path}: conforms")
        print("".join(f"  {fault}\n" for fault in found), end="")
        if chosen.read:
            print("\n".join(reading(data)))
    return 1 if faulty else 0


if __name__ == "__main__":
    sys.exit(main())

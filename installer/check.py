"""Check what the build made: `python -m installer.check [PART ...]`, all parts without one.

The parts are `closure`, `signatures`, `licences` and `unused`; the last takes minutes, under Wine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from installer import closure, licences, signatures, unused
from installer.places import OUT, PAYLOAD, WHEELS

_LICENCES = "LICENTE.txt"
#: Where the check works, and where the tour's pictures stay.
WORK = OUT / "check"


def main(arguments: Sequence[str]) -> int:
    """Run the parts named; print each fault; return 1 where there is any, 2 for another word."""
    parts: dict[str, Callable[[], list[str]]] = {
        "closure": lambda: closure.faults(PAYLOAD),
        "signatures": lambda: signatures.faults(PAYLOAD),
        "licences": lambda: _licences(PAYLOAD, WHEELS),
        "unused": lambda: unused.faults(PAYLOAD, WHEELS, WORK),
    }
    if not set(arguments) <= set(parts):
        print(__doc__, file=sys.stderr)
        return 2
    if not PAYLOAD.is_dir():
        print("There is nothing to check: run installer/build first.", file=sys.stderr)
        return 1
    failed = False
    for name in arguments or parts:
        found = parts[name]()
        failed = failed or bool(found)
        print(f"{name}: {len(found)} faults" if found else f"{name}: as it should be", flush=True)
        for each in found:
            print(f"  {each}", flush=True)
    return int(failed)


def _licences(payload: Path, wheels: Path) -> list[str]:
    """Compare the text that is shipped with one made anew, which fails for what has none."""
    shipped = payload / _LICENCES
    if not shipped.is_file():
        return [f"{_LICENCES} is not there"]
    anew = WORK / _LICENCES
    anew.parent.mkdir(parents=True, exist_ok=True)
    licences.write(payload, wheels, anew)
    same = shipped.read_bytes() == anew.read_bytes()
    return [] if same else [f"{_LICENCES} is not of this payload"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

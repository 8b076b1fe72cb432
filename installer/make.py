"""Build all: `python -m installer.make` makes the installer and the portable zip from nothing.

With `--twice` it then does so again, and fails where the second time came to anything else: whoever
doubts what is handed out can build it from the sources and compare.
"""

from __future__ import annotations

import sys
from hashlib import sha256

from installer import downloads, payload, portable, setup
from installer.places import portable_file, setup_file


def main(arguments: list[str]) -> int:
    """Fetch, put together, pack; tell the sizes. Return 1 where two builds differ."""
    made = _build()
    for path in (setup_file(), portable_file()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    if "--twice" in arguments and _build() != made:
        print("Built again, they are not the same.", file=sys.stderr)
        return 1
    return 0


def _build() -> list[str]:
    """Return the fingerprints of what was made."""
    downloads.fetch_python()
    downloads.fetch_wheels()
    payload.make()
    setup.make()
    portable.make()
    return [sha256(path.read_bytes()).hexdigest() for path in (setup_file(), portable_file())]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Build all: `python -m installer.make` makes the installer and the portable zip from nothing."""

from __future__ import annotations

from installer import downloads, payload, portable, setup
from installer.places import portable_file


def main() -> None:
    """Fetch, put together, pack; tell the sizes."""
    downloads.fetch_python()
    downloads.fetch_wheels()
    payload.make()
    made = setup.make()
    portable.make()
    for path in (made, portable_file()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

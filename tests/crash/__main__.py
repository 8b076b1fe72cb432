"""Kill a working program N times and count what was lost: `python -m tests.crash N`."""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dragapp.dossier.creating import create_file
from dragapp.examples import example, example_names
from tests.crash.kill import WAYS, Kill, kill


def kills(folder: Path, count: int, seed: str, at_once: int = 2) -> Iterator[Kill]:
    """Yield what each kill came to; of a dossier that was spoiled, all is kept in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    fresh = []
    for name in example_names():
        made = folder / f"{name}.dosar"
        create_file(made, example(name))
        fresh.append(made.read_bytes())
        made.unlink()

    def one(number: int) -> Kill:
        place = folder / str(number)
        place.mkdir()
        path = place / "primărie.dosar"
        path.write_bytes(fresh[number % len(fresh)])
        result = kill(path, f"{seed}/{number}", WAYS[number % len(WAYS)])
        if not result.fault:
            for left in place.iterdir():
                left.unlink()
            place.rmdir()
        return result

    with ThreadPoolExecutor(at_once) as pool:
        yield from pool.map(one, range(count))


def main() -> int:
    """Print the summary; return 1 where anything was lost or torn."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    parser.add_argument("count", type=int, metavar="N", help="how many kills")
    parser.add_argument("--seed", default=secrets.token_hex(4), help="for the same actions again")
    wish = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="crash-"))
    found = list(kills(folder, wish.count, wish.seed))
    for number, each in enumerate(found):
        if each.fault:
            print(f"kill {number}: {each.fault}\n  see {folder / str(number)}")
    lost = sum(each.fault.startswith("lost") for each in found)
    torn = sum(each.fault.startswith("torn") for each in found)
    print(
        f"{len(found)} kills (seed {wish.seed}): "
        f"{sum(each.acknowledged for each in found)} acknowledged actions, "
        f"{sum(each.hot for each in found)} hot journals, "
        f"{sum(each.last for each in found)} stored but not acknowledged, "
        f"{lost} lost, {torn} torn"
    )
    if not (lost or torn):
        folder.rmdir()
    return 1 if lost or torn else 0


if __name__ == "__main__":
    sys.exit(main())

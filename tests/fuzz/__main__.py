"""Damage a real dossier in many ways: no crash, no hang, no byte changed, all found that is there.

Each case is the same for the same seed; `--only` tries one again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.fuzz.trial import Outcome, run

_PROCESSES = 2


def main() -> int:
    """Try the cases, print the summary, return how many did not hold, at most 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=2000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--only", type=int, default=None, help="the number of one case")
    asked = parser.parse_args()
    seed = random.randrange(1 << 32) if asked.seed is None else asked.seed
    print(f"seed {seed}", flush=True)
    start = time.monotonic()
    numbers = range(asked.cases) if asked.only is None else [asked.only]
    outcomes = list(_tried(seed, list(numbers)))
    print(summary(outcomes))
    print(f"{time.monotonic() - start:.0f} s")
    return int(any(outcome.faults for outcome in outcomes))


def _tried(seed: int, numbers: list[int]) -> Iterator[Outcome]:
    with ProcessPoolExecutor(_PROCESSES) as pool:
        for outcome in pool.map(partial(run, seed), numbers, chunksize=8):
            for fault in outcome.faults:
                print(f"case {outcome.number} ({outcome.kind}): {fault}", flush=True)
            yield outcome


def summary(outcomes: list[Outcome]) -> str:
    """Say how many cases there were, by kind, and what became of them."""
    lines = [f"{'':24}{'cases':>8}{'opened':>8}{'refused':>8}{'salvaged':>9}{'texts found':>18}"]
    kinds = Counter(outcome.kind for outcome in outcomes)
    for kind in [*sorted(kinds), ""]:
        some = [outcome for outcome in outcomes if kind in ("", outcome.kind)]
        opened = sum(outcome.opened for outcome in some)
        salvaged = sum(outcome.salvaged for outcome in some)
        texts = f"{sum(o.found for o in some)}/{sum(o.findable for o in some)}"
        refused = len(some) - opened
        lines.append(f"{kind or 'all':24}{len(some):8}{opened:8}{refused:8}{salvaged:9}{texts:>18}")
    failed = sum(bool(outcome.faults) for outcome in outcomes)
    return "\n".join([*lines, f"{failed} cases did not hold"])


if __name__ == "__main__":
    sys.exit(main())

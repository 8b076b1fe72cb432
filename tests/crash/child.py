"""The process that is killed: `python -m tests.crash.child DOSSIER SEED [--large] [--pages N]`.

It works on the dossier until it is killed and tells each action twice: `about N DIGEST` before it
is stored, with a digest of what the dossier will hold then, and `done N` when it is.
"""

from __future__ import annotations

import argparse
import os
import time
from pathlib import Path
from random import Random

from dragapp.dossier.dossier import Dossier
from tests.crash.actions import LARGE, SMALL, change_front
from tests.crash.content import digest


class Worker:
    """Acts at random and knows what undo and redo must give back: the digests on its two stacks."""

    def __init__(self, dossier: Dossier, rng: Random, large: bool, early: bool) -> None:
        self.dossier, self.rng, self.early = dossier, rng, early
        self.kinds = LARGE if large else SMALL
        self.now = digest(dossier)
        self.past: list[str] = []
        self.future: list[str] = []
        self.merge: str | None = None
        self.number = 0

    def work(self) -> None:
        """Do one thing."""
        self.number += 1
        choice = self.rng.random()
        if choice < 0.3 and self.past:
            self._undo()
        elif choice < 0.6 and self.future:
            self._redo()
        else:
            self._act()

    def _act(self) -> None:
        dossier, merge = self.dossier, self.rng.choice((None, None, "text"))
        plan = dossier.load(self.rng.choice(dossier.plans()).id)
        with dossier.action(f"Acțiunea {self.number}", merge=merge) as edit:
            # The first one surely changes something.
            change = change_front if self.number == 1 else self.rng.choice(self.kinds)
            change(self.rng, edit, plan)
            after = digest(dossier)
            _tell("about", self.number, after)
            if self.early:
                _tell("done", self.number)
                time.sleep(1)
        _tell("done", self.number)
        if after != self.now:
            if merge is None or merge != self.merge:
                self.past.append(self.now)
            self.future.clear()
            self.now, self.merge = after, merge

    def _undo(self) -> None:
        wanted = self.past.pop()
        _tell("about", self.number, wanted)
        self.dossier.undo()
        self._see(wanted)
        self.future.append(self.now)
        self.now = wanted

    def _redo(self) -> None:
        wanted = self.future.pop()
        _tell("about", self.number, wanted)
        self.dossier.redo()
        self._see(wanted)
        self.past.append(self.now)
        self.now = wanted

    def _see(self, wanted: str) -> None:
        if digest(self.dossier) != wanted:
            raise AssertionError("undo or redo gave back something else")
        _tell("done", self.number)
        self.merge = None


def _tell(*words: object) -> None:
    """Write one line at once: a line in a buffer would die with the process."""
    os.write(1, f"{' '.join(map(str, words))}\n".encode())


def main() -> None:
    """Work until killed."""
    parser = argparse.ArgumentParser(prog="python -m tests.crash.child")
    parser.add_argument("dossier", type=Path)
    parser.add_argument("seed")
    parser.add_argument("--large", action="store_true", help="large actions alone")
    parser.add_argument("--pages", type=int, help="keep so few pages in memory: write early")
    parser.add_argument("--early", action="store_true", help="say done before it is stored")
    wish = parser.parse_args()
    with Dossier.open(wish.dossier) as dossier:
        if wish.pages:
            dossier._db.execute(f"PRAGMA cache_size = {wish.pages}")
        worker = Worker(dossier, Random(wish.seed), wish.large, wish.early)
        _tell("about", 0, worker.now)
        _tell("done", 0)
        while True:
            worker.work()


if __name__ == "__main__":
    main()

"""One damaged file: opened, salvaged, and everything that must hold of both."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from dragapp.dossier.salvage import Report, salvage
from dragapp.errors import DossierError, SalvageError
from dragapp.plan.codec import check_keys, decode, encode
from dragapp.plan.plan import Plan
from tests.fuzz import dossiers
from tests.fuzz.damage import KINDS, Damaged
from tests.fuzz.findable import findable, stays_deleted

#: No file of this size takes that long, in seconds, however busy the computer is.
_PATIENCE = 60


@dataclass(slots=True)
class Outcome:
    """What became of a case; `faults` is empty where everything held."""

    number: int
    kind: str
    opened: bool = False
    salvaged: bool = False
    findable: int = 0
    found: int = 0
    faults: list[str] = field(default_factory=list)


class Hang(Exception):
    """A case took too long."""


Open = Callable[[Path], tuple[Plan, ...]]
Salvage = Callable[[Path, Path], Report]


def run(
    seed: int, number: int, open_file: Open = dossiers.loaded, salvage_file: Salvage = salvage
) -> Outcome:
    """Make the case of that number, the same for the same seed, and try it."""
    chance = random.Random(f"{seed}/{number}")
    kind = chance.choices(list(KINDS), [weight for _, weight in KINDS.values()])[0]
    name = chance.choice(dossiers.names())
    damaged = KINDS[kind][0](chance, name)
    outcome = Outcome(number, kind)
    with tempfile.TemporaryDirectory() as folder, _limited():
        try:
            _open(outcome, Path(folder), damaged, open_file)
            _salvage(outcome, Path(folder), name, damaged, salvage_file)
        except Exception:
            outcome.faults.append(traceback.format_exc())
    return outcome


def _open(outcome: Outcome, folder: Path, damaged: Damaged, open_file: Open) -> None:
    path = _written(folder / "open", damaged)
    with contextlib.suppress(DossierError):
        open_file(path)
        outcome.opened = True
    # A journal beside it is played back at opening: that is what it is there for.
    if damaged.journal is None:
        _see_untouched(outcome, path, damaged, "opening")


def _salvage(
    outcome: Outcome, folder: Path, name: str, damaged: Damaged, salvage_file: Salvage
) -> None:
    path = _written(folder / "salvage", damaged)
    target = folder / "new" / "y.dosar"
    target.parent.mkdir()
    wanted = findable(name, damaged) if damaged.ours else []
    outcome.findable = len(wanted)
    try:
        report = salvage_file(path, target)
    except SalvageError:
        if wanted:
            outcome.faults.append(f"nothing was found of {len(wanted)} texts")
        if os.listdir(target.parent):
            outcome.faults.append(f"a failed salvage left {os.listdir(target.parent)}")
    else:
        outcome.salvaged = True
        back = _see_result(outcome, target, wanted, report)
        if back and not report.doubtful and stays_deleted(name, damaged):
            outcome.faults.append("a deleted text came back and nothing was said of it")
        if not damaged.ours:
            outcome.faults.append(f"a plan was found where none is: {report}")
    _see_untouched(outcome, path, damaged, "salvage")


def _see_result(outcome: Outcome, target: Path, wanted: list[str], report: Report) -> bool:
    """See what the new file holds; tell whether there is text in it that had been deleted."""
    if os.listdir(target.parent) != [target.name]:
        outcome.faults.append(f"salvage left {os.listdir(target.parent)}")
    written = [encode(plan) for plan in dossiers.loaded(target)]
    for plan in written:
        check_keys(decode(Plan, plan, "").sections)
    joined = json.dumps(written, ensure_ascii=False)
    missing = [piece for piece in wanted if piece not in joined]
    outcome.found = len(wanted) - len(missing)
    if missing:
        outcome.faults.append(f"{len(missing)} texts were not found, such as {missing[0]!r}")
    if not all(sentence.endswith(".") for sentence in report.sentences()):
        outcome.faults.append(f"a sentence does not end: {report.sentences()}")
    return dossiers.DELETED in joined


def _written(folder: Path, damaged: Damaged) -> Path:
    folder.mkdir()
    path = folder / "x.dosar"
    path.write_bytes(damaged.content)
    if damaged.journal is not None:
        Path(f"{path}-journal").write_bytes(damaged.journal)
    return path


def _see_untouched(outcome: Outcome, path: Path, damaged: Damaged, what: str) -> None:
    there = {path.name: damaged.content}
    if damaged.journal is not None:
        there[f"{path.name}-journal"] = damaged.journal
    if {each.name: each.read_bytes() for each in path.parent.iterdir()} != there:
        outcome.faults.append(f"{what} changed the file or left something beside it")


@contextlib.contextmanager
def _limited() -> Iterator[None]:
    """Raise Hang in the block after a while, where the system can."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)

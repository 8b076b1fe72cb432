"""Promise 9: the fuzz program in small, and that it fails where the program would."""

from __future__ import annotations

import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from dragapp.dossier.salvage import Report, salvage
from dragapp.plan.plan import Plan
from tests.fuzz import __main__ as program
from tests.fuzz import dossiers, trial
from tests.fuzz.damage import KINDS, Damaged
from tests.fuzz.findable import findable, pieces
from tests.fuzz.trial import Open, Outcome, Salvage, run

SEED = 1086


def _outcomes(kind: str, count: int, open_file: Open, salvage_file: Salvage) -> list[Outcome]:
    """Try cases, only those of one kind."""
    ordinary = dict(KINDS)
    try:
        KINDS.clear()
        KINDS[kind] = ordinary[kind]
        return [run(SEED, number, open_file, salvage_file) for number in range(count)]
    finally:
        KINDS.clear()
        KINDS.update(ordinary)


def _faults(
    kind: str,
    count: int = 3,
    open_file: Open = dossiers.loaded,
    salvage_file: Salvage = salvage,
) -> str:
    outcomes = _outcomes(kind, count, open_file, salvage_file)
    return "\n".join(fault for outcome in outcomes for fault in outcome.faults)


def _change(path: Path, statement: str) -> None:
    """Change a dossier, its approved plans as well."""
    with closing(sqlite3.connect(path)) as db:
        listed = db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for (name,) in listed:
            db.execute(f'DROP TRIGGER "{name}"')
        db.execute(statement)
        db.commit()


@pytest.mark.slow
def test_sixty_damaged_dossiers() -> None:
    outcomes = [run(SEED, number) for number in range(60)]
    assert [(outcome.number, outcome.faults) for outcome in outcomes if outcome.faults] == []
    assert sum(outcome.salvaged for outcome in outcomes) > 40
    assert program.summary(outcomes).splitlines()[-1] == "0 cases did not hold"


@pytest.mark.parametrize("faults", [[], ["a fault"]])
def test_the_program_fails_where_a_case_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], faults: list[str]
) -> None:
    outcome = Outcome(3, "zeroed", salvaged=True, findable=7, found=7, faults=faults)
    monkeypatch.setattr(program, "_tried", lambda seed, numbers: [outcome])
    monkeypatch.setattr("sys.argv", ["fuzz", "1", "--seed", "5"])
    assert program.main() == len(faults)
    said = capsys.readouterr().out
    assert said.startswith("seed 5\n")
    assert "7/7" in said


def test_a_case_is_the_same_for_the_same_seed() -> None:
    assert run(SEED, 5) == run(SEED, 5)
    kinds = {seed: [run(seed, number).kind for number in range(4)] for seed in (1, 2)}
    assert kinds[1] != kinds[2]


def test_what_is_demanded_is_much_of_what_there_is() -> None:
    for name in dossiers.names():
        content = dossiers.content(name)
        assert len(pieces(name)) > 400
        assert len(findable(name, Damaged(content))) == len(pieces(name))
        half = findable(name, Damaged(content[: len(content) // 2]))
        assert 0 < len(half) < len(pieces(name))
    own = dossiers.content(dossiers.OWN)
    assert dossiers.DELETED.encode() in own
    assert b"%PDF" in own


def test_a_salvage_that_drops_a_table_is_noticed() -> None:
    def dropping(damaged: Path, target: Path) -> Report:
        report = salvage(damaged, target)
        _change(target, "DELETE FROM cell")
        return report

    assert "texts were not found" in _faults("zeroed", salvage_file=dropping)


def test_a_salvage_that_gives_up_is_noticed() -> None:
    def empty(damaged: Path, target: Path) -> Report:
        damaged.write_bytes(b"")
        return salvage(damaged, target)

    faults = _faults("zeroed", salvage_file=empty)
    assert "nothing was found of" in faults
    assert "salvage changed the file" in faults


def test_a_salvage_that_leaves_something_is_noticed() -> None:
    def leaving(damaged: Path, target: Path) -> Report:
        Path(f"{target}.tmp").write_bytes(b"")
        Path(f"{damaged}-journal").write_bytes(b"")
        return salvage(damaged, target)

    faults = _faults("header", salvage_file=leaving)
    assert "salvage left" in faults
    assert "salvage changed the file or left something beside it" in faults


def test_a_salvage_that_finds_a_plan_in_a_text_is_noticed() -> None:
    def inventing(damaged: Path, target: Path) -> Report:
        damaged_once = target.with_name("x.dosar")
        damaged_once.write_bytes(dossiers.content(dossiers.OWN))
        report = salvage(damaged_once, target)
        damaged_once.unlink()
        return report

    assert "a plan was found where none is" in _faults("text", salvage_file=inventing)


def test_a_salvage_that_brings_back_what_was_deleted_is_noticed() -> None:
    def reviving(damaged: Path, target: Path) -> Report:
        report = salvage(damaged, target)
        _change(target, f"UPDATE plan SET title = '{dossiers.DELETED}'")
        return report

    assert "a deleted text came back" in _faults("truncation", 8, salvage_file=reviving)


def test_an_opening_that_writes_is_noticed() -> None:
    def writing(path: Path) -> tuple[Plan, ...]:
        content = path.read_bytes()
        path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        return dossiers.loaded(path)

    assert "opening changed the file" in _faults("truncation", open_file=writing)


def test_an_opening_that_breaks_is_noticed() -> None:
    def breaking(path: Path) -> tuple[Plan, ...]:
        raise KeyError(path.name)

    assert "KeyError" in _faults("bit flips", open_file=breaking)


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="no alarms here")
def test_a_hang_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_PATIENCE", 1)

    def hanging(path: Path) -> tuple[Plan, ...]:
        time.sleep(60)
        return ()

    assert "Hang" in _faults("bit flips", 1, open_file=hanging)

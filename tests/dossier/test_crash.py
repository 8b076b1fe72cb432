"""Promise 3: killing the program loses at most the action under way.

`python -m tests.crash 200` kills at length; here is a short run, and the proof that it can fail.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dragapp.dossier.creating import create_file
from dragapp.dossier.dossier import Dossier
from dragapp.dossier.edit import Edit
from dragapp.examples import example
from tests.crash import __main__ as program
from tests.crash.actions import LARGE, SMALL
from tests.crash.kill import WAYS, ChildBroke, Kill, Mishap, Told, kill

_PAGE = 4096


def test_the_killed_program_does_all_that_a_user_can_do(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: set[str] = set()

    def noting(name: str, method: Callable[..., object]) -> Callable[..., object]:
        def noted(*arguments: Any, **fields: Any) -> object:
            done.add(name)
            return method(*arguments, **fields)

        return noted

    methods = dict(inspect.getmembers(Edit, inspect.isfunction))
    public = {name for name in methods if not name.startswith("_")}
    for name in public:
        monkeypatch.setattr(Edit, name, noting(name, methods[name]))
    plan = dossier.load(dossier.find())
    for change in (*SMALL, *LARGE):
        with dossier.action("Acțiune") as edit:
            change(Random(2), edit, plan)
        dossier.undo()
    assert done == public


def test_every_acknowledged_action_is_there_whole_after_a_kill(tmp_path: Path) -> None:
    found = list(program.kills(tmp_path / "kills", 6, "a"))
    assert [each.fault for each in found] == [""] * 6
    assert all(each.acknowledged for each in found)
    assert not list((tmp_path / "kills").iterdir())


def _faults(
    path: Path, options: tuple[str, ...], mishap: Mishap | None = None, count: int = 1
) -> list[Kill]:
    """Return the kills of as many children up to the first one with a fault."""
    create_file(path, example("draguseni-2024"))
    whole, found = path.read_bytes(), []
    for number in range(count):
        path.write_bytes(whole)
        found.append(kill(path, str(number), options, mishap))
        if found[-1].fault:
            break
    return found


def test_a_program_that_acknowledges_before_it_has_stored_is_caught(path: Path) -> None:
    [found] = _faults(path, ("--early",))
    assert found.fault == "lost: action 0 of 1 is the last"
    assert path.with_name(f"{path.name}.killed").exists()


def test_a_file_that_went_without_its_journal_is_caught(path: Path) -> None:
    def unlink(path: Path, before: bytes) -> None:
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)

    assert _faults(path, WAYS[-1], unlink, count=60)[-1].fault.startswith("torn")


def test_a_page_that_never_reached_the_disk_is_caught(path: Path) -> None:
    """As after a power cut with `synchronous` off: the last page is as it was before."""

    def revert(path: Path, before: bytes) -> None:
        now = bytearray(path.read_bytes())
        pages = range(0, min(len(now), len(before)), _PAGE)
        changed = [p for p in pages if now[p : p + _PAGE] != before[p : p + _PAGE]]
        for page in changed[-1:]:
            now[page : page + _PAGE] = before[page : page + _PAGE]
        path.write_bytes(now)

    assert _faults(path, WAYS[0], revert, count=10)[-1].fault


def test_a_page_torn_in_two_is_caught(path: Path) -> None:
    def tear(path: Path, before: bytes) -> None:
        now = path.read_bytes()
        path.write_bytes(now[: len(now) - _PAGE // 2] + bytes(_PAGE // 2))

    assert _faults(path, WAYS[0], tear, count=10)[-1].fault.startswith("torn")


def test_a_child_that_breaks_is_told_and_counts_for_no_kill(path: Path) -> None:
    with pytest.raises(ChildBroke, match="--wrong"):
        _faults(path, ("--wrong",))


def test_the_program_ends_with_an_error_where_anything_was_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "argv", ["crash", "2"])
    assert program.main() == 0
    assert ", 0 lost, 0 torn\n" in capsys.readouterr().out
    assert not list(tmp_path.glob("crash-*"))
    monkeypatch.setattr(program, "WAYS", (("--early",), ()))
    assert program.main() == 1
    said = capsys.readouterr().out
    assert said.startswith("kill 0: lost: action 0 of 1")
    assert "2 kills" in said
    assert ", 1 lost, 0 torn\n" in said


@pytest.mark.parametrize(
    ("lines", "found", "fault"),
    [
        ("about 0 a|done 0|about 1 b|done 1|", "b", ""),
        ("about 0 a|done 0|about 1 b|done 1|", "a", "lost: action 0 of 1 is the last"),
        ("about 0 a|done 0|about 1 b|done 1|about 2 c|", "b", ""),
        ("about 0 a|done 0|about 1 b|done 1|about 2 c|", "c", ""),
        (
            "about 0 a|done 0|about 1 b|done 1|about 2 c|done 2|",
            "b",
            "lost: action 1 of 2 is the last",
        ),
        ("about 0 a|done 0|about 1 b|done 1|about 2 c|do", "c", ""),
        ("about 0 a|done 0|about 1 b|done 1|about 2 c", "c", "torn: it holds what it never held"),
        # Undone: the dossier holds again what it held before.
        ("about 0 a|done 0|about 1 b|done 1|about 2 a|done 2|", "a", ""),
    ],
)
def test_only_what_was_acknowledged_or_is_under_way_is_right(
    lines: str, found: str, fault: str
) -> None:
    told = Told.read([line.encode() for line in lines.replace("|", "\n|").split("|") if line])
    assert told.judge(found) == fault

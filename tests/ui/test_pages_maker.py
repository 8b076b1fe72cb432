"""The process that makes the pages, as the window deals with it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dragapp.examples import example
from dragapp.preview.messages import Pages, Picture, Wanted
from dragapp.ui.beside import command
from dragapp.ui.pages_maker import PagesMaker
from tests.county import county_plan

_LONG = 30_000


@pytest.fixture
def maker(qapp: QObject) -> Iterator[PagesMaker]:
    made = PagesMaker(qapp)
    yield made
    made.end()


def test_the_pages_before_are_drawn_while_new_ones_are_made(
    maker: PagesMaker, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(maker.made, timeout=_LONG):
        maker.make(example("draguseni-2024"))
    come: list[Pages | Picture] = []
    maker.made.connect(come.append)
    maker.drawn.connect(come.append)
    maker.make(county_plan(0.5))
    maker.draw(Wanted(1, 0, 0.5))
    qtbot.waitUntil(lambda: len(come) == 2, timeout=_LONG)
    assert isinstance(come[0], Picture)
    assert isinstance(come[1], Pages)


def test_pages_that_nobody_wants_any_more_are_not_told_of(maker: PagesMaker, qtbot: QtBot) -> None:
    made: list[Pages] = []
    maker.made.connect(made.append)
    maker.make(example("draguseni-2024"))
    maker.drop()
    maker.make(example("draguseni-2024"))
    qtbot.waitUntil(lambda: bool(made), timeout=_LONG)
    assert [pages.number for pages in made] == [3]


def test_a_process_that_does_not_answer_is_ended(maker: PagesMaker, qtbot: QtBot) -> None:
    maker._patience.setInterval(1)
    with qtbot.waitSignal(maker.failed, timeout=_LONG) as told:
        maker.make(example("draguseni-2024"))
    assert "nu mai răspunde" in told.args[0]
    assert not maker.running


def test_modules_in_the_folder_of_the_start_are_not_taken_for_the_program(
    maker: PagesMaker, qtbot: QtBot
) -> None:
    strange = Path("reportlab.py")
    strange.write_text("raise SystemExit('străin')", encoding="utf-8")
    with qtbot.waitSignal(maker.made, timeout=_LONG):
        maker.make(example("draguseni-2024"))
    strange.unlink()


@pytest.mark.parametrize(
    ("program", "arguments"),
    [
        ("python3.11", ["-m", "dragapp", "preview"]),
        ("pythonw.exe", ["-m", "dragapp", "preview"]),
        ("DragApp.exe", ["preview"]),
    ],
)
def test_the_program_starts_itself(
    monkeypatch: pytest.MonkeyPatch, program: str, arguments: list[str]
) -> None:
    """An installed program has a starter of its own, which needs no module's name."""
    monkeypatch.setattr(sys, "executable", program)
    assert command("preview") == [program, *arguments]

"""The process beside the window, spoken to as the window does."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pytest
from pypdfium2 import PdfDocument

from dragapp.annex.build import annex
from dragapp.annex.printout import WHOLE
from dragapp.errors import Cancelled, ExportError
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes, pdf_made
from dragapp.plan.plan import Plan
from dragapp.plan.rich import rich
from dragapp.preview import child, drawing
from dragapp.preview.messages import Failure, Job, Pages, Picture, Wanted
from dragapp.preview.wire import Unpacker, packed
from dragapp.progress import silent
from tests.county import county_plan

DAY = date(2026, 3, 2)


def job(number: int, plan: Plan, kept: bytes | None = None) -> Job:
    return Job(number, plan, WHOLE, DAY, kept)


class Child:
    """The process, and what it answers.

    Everything is asked when the answer before has come, unless the test is about just that.
    """

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "dragapp", "preview"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._unpacker = Unpacker()
        self._come: list[Any] = []

    def say(self, *messages: object) -> None:
        assert self.process.stdin
        self.process.stdin.write(b"".join(packed(message) for message in messages))
        self.process.stdin.flush()

    def answer(self) -> Any:
        """Return the next answer; None when the process has ended."""
        assert self.process.stdout
        while not self._come:
            data = os.read(self.process.stdout.fileno(), 1 << 20)
            if not data:
                return None
            self._come += self._unpacker.feed(data)
        return self._come.pop(0)

    def end(self) -> str:
        """Close the process's input, wait for its end and return what it said of itself."""
        assert self.process.stdin
        self.process.stdin.close()
        assert self.answer() is None
        assert self.process.stdout
        assert self.process.stderr
        with self.process.stdout, self.process.stderr:
            words = self.process.stderr.read().decode()
        assert self.process.wait(30) == 0
        return words


@pytest.fixture
def beside() -> Iterator[Child]:
    """A running process; it has nothing to complain of at its end."""
    running = Child()
    yield running
    assert running.end() == ""


@pytest.fixture(scope="module")
def draguseni() -> Plan:
    return example("draguseni-2024")


@pytest.fixture(scope="module")
def county() -> Plan:
    return county_plan(0.5)


def darkest(picture: Picture) -> int:
    """Return the darkest grey of a picture, from 0 for black to 255 for white."""
    return min(picture.pixels[0::4])


def test_the_pages_are_those_of_the_pdf(beside: Child, draguseni: Plan) -> None:
    made = pdf_made(annex(draguseni), day=DAY)
    beside.say(job(1, draguseni))
    pages = beside.answer()
    assert isinstance(pages, Pages)
    assert pages.number == 1
    assert pages.spots == made.spots
    assert len(pages.sizes) == made.data.count(b"/Type /Page\n") + made.data.count(b"/Type /Page ")
    assert {tuple(sorted(map(round, size))) for size in pages.sizes} == {(595, 842)}


@pytest.mark.parametrize("scale", [0.5, 2.0])
def test_a_page_is_drawn_as_large_as_wanted(beside: Child, draguseni: Plan, scale: float) -> None:
    wanted = Wanted(1, 1, scale)
    beside.say(job(1, draguseni))
    assert isinstance(beside.answer(), Pages)
    beside.say(wanted)
    picture = beside.answer()
    assert isinstance(picture, Picture)
    assert picture.wanted == wanted
    assert picture.width == pytest.approx(595 * scale, abs=2)
    assert picture.height == pytest.approx(842 * scale, abs=2)
    assert len(picture.pixels) == picture.height * picture.stride
    assert picture.pixels[:3] == b"\xff\xff\xff"
    assert darkest(picture) < 100


@pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process like this")
def test_an_answer_that_the_system_interrupts_comes_whole(
    monkeypatch: pytest.MonkeyPatch, draguseni: Plan
) -> None:
    """As when the computer is put to sleep, and where Python is told to write without a buffer."""
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    running = Child()
    running.say(job(1, draguseni))
    assert isinstance(running.answer(), Pages)
    running.say(Wanted(1, 0, 2.0))
    stdout = running.process.stdout
    assert stdout
    select.select([stdout], [], [], 30)
    # The pipe is full now, and the rest of the picture is waiting for room.
    time.sleep(0.3)
    for each in (signal.SIGSTOP, signal.SIGCONT):
        running.process.send_signal(each)
        time.sleep(0.1)
    assert running.process.stdin
    running.process.stdin.close()
    picture = running.answer()
    assert isinstance(picture, Picture)
    assert darkest(picture) < 100
    assert running.end() == ""


def test_a_newer_job_takes_the_place_of_the_one_under_way(
    beside: Child, draguseni: Plan, county: Plan
) -> None:
    beside.say(job(1, county), job(2, county), job(3, draguseni))
    assert beside.answer().number == 3


def test_a_page_is_drawn_while_new_pages_are_made(
    beside: Child, draguseni: Plan, county: Plan
) -> None:
    beside.say(job(1, draguseni))
    assert isinstance(beside.answer(), Pages)
    beside.say(job(2, county), Wanted(1, 0, 0.5))
    drawn, made = beside.answer(), beside.answer()
    assert isinstance(drawn, Picture)
    assert isinstance(made, Pages)
    assert (drawn.wanted.number, made.number) == (1, 2)


def test_a_page_that_is_out_of_date_is_not_drawn(beside: Child, draguseni: Plan) -> None:
    for number in (1, 2):
        beside.say(job(number, draguseni))
        assert isinstance(beside.answer(), Pages)
    beside.say(Wanted(1, 0, 0.5), Wanted(2, 0, 0.5))
    picture = beside.answer()
    assert isinstance(picture, Picture)
    assert picture.wanted.number == 2


def test_the_process_ends_with_the_window_in_the_middle_of_a_job(county: Plan) -> None:
    running = Child()
    running.say(job(1, county))
    assert running.end() == ""


def test_what_goes_wrong_is_told_and_the_next_job_is_done(draguseni: Plan) -> None:
    running = Child()
    running.say(job(1, cast("Plan", None)))
    assert running.answer() == Failure(1)
    running.say(job(2, draguseni, b"no PDF"))
    assert running.answer() == Failure(2)
    running.say(job(3, draguseni))
    assert isinstance(running.answer(), Pages)
    running.say(Wanted(3, 700, 1.0))
    assert running.answer() == Failure(3)
    words = running.end()
    assert "AttributeError" in words
    assert "PdfiumError" in words
    assert "IndexError: 700" in words


def test_an_error_for_the_user_is_told_in_its_own_words(
    monkeypatch: pytest.MonkeyPatch, draguseni: Plan, tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise ExportError("Lipsește un font.")

    monkeypatch.setattr(child, "drawing", refuse)
    said = tmp_path / "said"
    said.write_bytes(packed(job(1, draguseni)))
    taken = BytesIO()
    with said.open("rb") as given:
        child.serve(given.fileno(), taken)
    assert list(Unpacker().feed(taken.getvalue())) == [Failure(1, "Lipsește un font.")]


def test_the_annex_that_was_approved_is_shown_as_it_is(beside: Child) -> None:
    plan = example("draguseni-2024")
    whole = pdf_made(annex(plan), day=DAY)
    kept = pdf_bytes(annex(plan), day=date(2024, 4, 26))
    beside.say(job(1, plan, kept))
    assert beside.answer().spots == whole.spots
    beside.say(Wanted(1, 0, 0.5))
    as_approved = beside.answer().pixels
    plan.title = plan.title.replace("ANUAL", "LUNAR")
    beside.say(job(2, plan, kept))
    pages = beside.answer()
    beside.say(Wanted(2, 0, 0.5))
    assert beside.answer().pixels == as_approved
    # Of the page that says something else now, it is not known where the sections are.
    assert {spot.page for spot in pages.spots} == {spot.page for spot in whole.spots} - {0}


def test_each_page_of_an_approved_annex_is_compared_once(
    monkeypatch: pytest.MonkeyPatch, draguseni: Plan
) -> None:
    kept = pdf_bytes(annex(draguseni), day=DAY)
    compared: list[int] = []
    text = drawing._text

    def noted(file: PdfDocument, place: int) -> str:
        compared.append(place)
        return text(file, place)

    monkeypatch.setattr(drawing, "_text", noted)
    made = drawing.drawing(job(1, draguseni, kept), silent)
    pages = len(made.pages().sizes)
    made.close()
    assert sorted(compared) == sorted([*range(pages)] * 2)


def test_a_newer_job_breaks_off_the_comparing(
    monkeypatch: pytest.MonkeyPatch, draguseni: Plan
) -> None:
    kept = pdf_bytes(annex(draguseni), day=DAY)
    compared: list[int] = []
    monkeypatch.setattr(drawing, "_text", lambda _, place: compared.append(place))

    def break_off(_: float) -> None:
        if compared:
            raise Cancelled

    with pytest.raises(Cancelled):
        drawing.drawing(job(1, draguseni, kept), break_off)
    assert compared == [0, 0]


def test_an_approved_annex_of_other_pages_has_no_sections(
    beside: Child, shorter: Callable[[], Plan]
) -> None:
    kept = pdf_bytes(annex(shorter()), day=DAY)
    beside.say(job(1, example("draguseni-2024"), kept))
    pages = beside.answer()
    assert len(pages.sizes) == 1
    assert pages.spots == ()


@pytest.fixture
def shorter() -> Callable[[], Plan]:
    """Makes a plan of one page."""

    def make() -> Plan:
        plan = example("draguseni-2024")
        for section in plan.sections:
            section.hidden = section.key != plan.sections[0].key
        top = plan.sections[0]
        top.sections, top.table, top.before = [], None, []
        top.heading = rich("Preambul")
        return plan

    return make

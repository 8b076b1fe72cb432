"""The preview in the window: real pages by a real process, and how both go on when it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDockWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dragapp.annex.build import annex
from dragapp.examples import example
from dragapp.formats.pdf import pdf_bytes, pdf_made
from dragapp.plan.plan import Plan
from dragapp.plan.rich import rich
from dragapp.plan.section import Paragraph
from dragapp.ui import log
from dragapp.ui.pages_dock import PagesDock
from dragapp.ui.pages_view import PagesView
from tests.ui.conftest import User

_LONG = 30_000


class Preview:
    """A window with the preview open, and what it shows."""

    def __init__(self, user: User, qtbot: QtBot) -> None:
        self.user, self._qtbot = user, qtbot
        if not user.window.actions_["preview"].isChecked():
            user.do("preview")
        self.wait(lambda: self.view.count > 0)

    @property
    def dock(self) -> PagesDock:
        dock = self.user.window.previewing.dock
        assert dock is not None
        return dock

    @property
    def view(self) -> PagesView:
        return self.dock.view

    @property
    def process(self) -> QProcess:
        """The process that makes the pages."""
        maker = self.user.window.previewing.maker
        assert maker is not None
        assert maker.process._process is not None
        return maker.process._process

    def die(self) -> None:
        """End the process as the system does when it needs its memory."""
        os.kill(self.process.processId(), getattr(signal, "SIGKILL", signal.SIGTERM))
        self.wait(lambda: bool(self.dock.told))

    def wait(self, met: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(met, timeout=_LONG)

    def anew(self, act: Callable[[], object]) -> None:
        """Wait for new pages after an act."""
        with self._qtbot.waitSignal(self.view.turned, timeout=_LONG):
            act()

    def write(self, section: str, *paragraphs: str) -> None:
        """Put a text into a section, as an editor does."""
        session = self.user.window.session
        assert session is not None
        there = session.plan.section(section)
        text = [Paragraph(rich(paragraph)) for paragraph in paragraphs]
        with session.act("scrie", session.spot(there)) as edit:
            edit.set_paragraphs(there.id, "before", text)

    def first(self, section: str) -> tuple[int, float]:
        """Return where a section is printed now."""
        made = pdf_made(annex(self.user.plan))
        return next((s.page, s.down) for s in made.spots if s.section == section)

    def click(self, place: tuple[int, float]) -> None:
        """Click on a place on paper that is in sight."""
        layout, top = self.view._layout, self.view.verticalScrollBar().value()
        spot = QPoint(self.view.viewport().width() // 2, round(layout.down(place)) - top + 2)
        assert self.view.viewport().rect().contains(spot)
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        self.user.settle()


@pytest.fixture
def preview(draguseni: User, qtbot: QtBot) -> Preview:
    return Preview(draguseni, qtbot)


def alive(process: QProcess) -> bool:
    return isValid(process) and process.state() != QProcess.ProcessState.NotRunning


def focus_in(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def docks(user: User) -> list[QDockWidget]:
    return user.window.findChildren(QDockWidget)


def test_a_hidden_preview_costs_nothing(draguseni: User, qtbot: QtBot) -> None:
    """Neither a process nor a widget, and none of its modules in a window that shows a plan."""
    draguseni.go("narrative")
    assert docks(draguseni) == []
    assert draguseni.window.previewing.maker is None
    code = (
        "import sys, dragapp.ui.main_window, dragapp.ui.plan_tabs, dragapp.ui.session\n"
        "print(*(m for m in sys.modules if m.startswith(\n"
        "    ('dragapp.preview', 'dragapp.ui.pages', 'pypdfium2'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == []


def test_the_pages_are_those_that_are_exported(preview: Preview) -> None:
    made = pdf_made(annex(preview.user.plan))
    assert preview.view.count == max(spot.page for spot in made.spots) + 1
    assert preview.dock.bar.page.text() == f"pagina 1 din {preview.view.count}"


def test_an_edit_brings_new_pages(preview: Preview) -> None:
    before = preview.view.count
    preview.anew(lambda: preview.write("narrative", *["Un paragraf nou. " * 40] * 20))
    assert preview.view.count > before
    preview.anew(lambda: preview.user.do("undo"))
    assert preview.view.count == before


def test_edits_in_a_row_are_made_into_pages_once(preview: Preview, qtbot: QtBot) -> None:
    turned: list[int] = []
    preview.view.turned.connect(lambda: turned.append(preview.view.count))
    for number in range(5):
        preview.write("narrative", *["Un rând. "] * number * 40)
        qtbot.wait(250)
    preview.wait(lambda: bool(turned))
    qtbot.wait(300)
    assert len(turned) == 1


def test_typing_goes_on_while_pages_are_made(preview: Preview) -> None:
    editor = preview.user.go("narrative").before
    preview.write("legal-basis", "Temeiul legal.")
    editor.setFocus()
    text = "Scris în timp ce se fac paginile. "
    preview.anew(lambda: preview.user.type(text))
    assert editor.hasFocus()
    assert editor.toPlainText().startswith(text)


def test_a_click_leads_to_what_is_printed_there(preview: Preview) -> None:
    preview.user.go("narrative")
    place = preview.first("legal-basis")
    preview.view.go_to(place[0])
    before = preview.view.verticalScrollBar().value()
    preview.click(place)
    assert preview.user.chosen().key == "legal-basis"
    chapter = preview.user.window.tabs.chapter() if preview.user.window.tabs else None
    assert chapter is not None
    assert chapter.editor is not None
    assert focus_in(chapter.editor)
    assert preview.view.verticalScrollBar().value() == before


def test_a_click_on_the_head_leads_to_the_general_data(preview: Preview) -> None:
    preview.user.go("narrative")
    preview.view.go_to(0)
    preview.click((0, 60.0))
    tabs = preview.user.window.tabs
    assert tabs is not None
    assert tabs.currentWidget() is tabs.general
    assert focus_in(tabs.general)


def test_a_click_in_a_table_leads_into_the_table(preview: Preview) -> None:
    page, down = preview.first("objectives-matrix")
    preview.view.go_to(page)
    preview.click((page, down + 200))
    assert preview.user.chosen().key == "objectives-matrix"
    table = preview.user.go("objectives-matrix").table
    assert table is not None
    assert table.view.hasFocus()


def test_the_section_that_is_edited_comes_into_sight(preview: Preview) -> None:
    assert preview.view.page == 0
    preview.user.go("objectives-matrix")
    assert preview.view.page == preview.first("objectives-matrix")[0]
    preview.user.go("legal-basis")
    assert preview.view.page == preview.first("legal-basis")[0]


def test_the_section_on_screen_is_in_sight_from_the_start(draguseni: User, qtbot: QtBot) -> None:
    draguseni.go("objectives-matrix")
    preview = Preview(draguseni, qtbot)
    assert preview.view.page == preview.first("objectives-matrix")[0]


def test_the_tools_move_and_zoom(preview: Preview) -> None:
    bar, view = preview.dock.bar, preview.view
    assert not bar.back.isEnabled()
    bar.on.click()
    bar.on.click()
    assert view.page == 2
    assert bar.page.value() == 3
    bar.back.click()
    assert view.page == 1
    bar.page.setValue(4)
    assert view.page == 3
    narrow = view.percent
    bar.larger.click()
    assert view.percent > narrow
    assert bar.zoom.text() == f"{view.percent} %"
    whole = next(a for a in bar.zoom.menu().actions() if a.text() == "Pagina întreagă")
    whole.trigger()
    assert view._layout.rects[0].height() <= view.viewport().height()


def test_a_process_that_dies_is_told_of_and_started_by_the_next_edit(preview: Preview) -> None:
    dead = preview.process
    preview.die()
    assert "s-a oprit" in preview.dock.told
    assert preview.dock.retry.isEnabled()
    assert "procesul s-a oprit singur" in log.file().read_text(encoding="utf-8")
    preview.anew(lambda: preview.write("narrative", "Mai departe."))
    assert preview.dock.told == ""
    assert preview.process != dead
    assert preview.user.stored().section("narrative").before[0].text == rich("Mai departe.")


def test_a_process_that_dies_is_started_by_the_button(preview: Preview) -> None:
    preview.die()
    preview.anew(preview.dock.retry.click)
    assert preview.dock.told == ""


@pytest.mark.slow
def test_a_process_that_cannot_live_is_not_started_for_ever(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    starts = tmp_path / "starts"
    code = f"open({str(starts)!r}, 'a').write('x'); raise SystemExit('nu pot')"
    monkeypatch.setattr("dragapp.ui.beside.command", lambda _: [sys.executable, "-c", code])
    preview.die()
    for number in range(4):
        preview.write("narrative", f"Textul {number}.")
        qtbot.wait(1200)
    assert starts.read_text() == "xx"
    assert "nu a putut porni" in preview.dock.told
    assert "previzualizare: nu pot" in log.file().read_text(encoding="utf-8")
    monkeypatch.undo()
    preview.anew(preview.dock.retry.click)


@pytest.mark.slow
def test_who_shows_the_preview_anew_has_it_tried_anew(
    preview: Preview, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """It never stays at the words that the pages are being made."""
    code = "raise SystemExit(1)"
    monkeypatch.setattr("dragapp.ui.beside.command", lambda _: [sys.executable, "-c", code])
    preview.die()
    for number in range(3):
        preview.write("narrative", f"Textul {number}.")
        qtbot.wait(1000)
    for _ in range(2):
        preview.user.do("preview")
        preview.user.do("preview")
        preview.wait(lambda: "nu a putut porni" in preview.dock.told)
    monkeypatch.undo()
    preview.user.do("preview")
    preview.anew(lambda: preview.user.do("preview"))


def test_a_process_that_cannot_be_started_is_told_of(
    draguseni: User, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("dragapp.ui.beside.command", lambda _: ["no-such-program"])
    draguseni.do("preview")
    dock = draguseni.window.previewing.dock
    assert dock is not None
    qtbot.waitUntil(lambda: "nu a putut porni" in dock.told, timeout=_LONG)


def test_pages_that_cannot_be_made_are_told_of_and_the_window_goes_on(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = (
        "import dragapp.preview.drawing as d; from dragapp.errors import ExportError\n"
        "from unittest.mock import Mock; d.pdf_made = Mock(side_effect=ExportError('Un font.'))\n"
        "from dragapp.preview.child import main; main()"
    )
    monkeypatch.setattr("dragapp.ui.beside.command", lambda _: [sys.executable, "-c", code])
    preview.die()
    preview.write("narrative", "Mai departe.")
    preview.wait(lambda: preview.dock.told == "Un font.")
    assert preview.user.stored().section("narrative").before[0].text == rich("Mai departe.")


def test_closing_the_window_ends_the_process(preview: Preview) -> None:
    process = preview.process
    preview.write("narrative", *["Un paragraf. " * 40] * 300)
    assert preview.user.window.close()
    assert not alive(process)


def test_closing_the_dossier_ends_the_process_and_opening_one_starts_it(
    preview: Preview, tmp_path: Path
) -> None:
    process, path = preview.process, next(tmp_path.glob("*.dosar"))
    preview.user.do("close")
    assert not alive(process)
    assert preview.dock.isHidden()
    preview.anew(lambda: preview.user.window.open_dossier(path))
    assert preview.dock.isVisible()


def test_hiding_the_preview_ends_the_process(preview: Preview) -> None:
    process = preview.process
    close = preview.dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    assert isinstance(close, QAbstractButton)
    close.click()
    preview.user.settle()
    assert not alive(process)
    assert preview.dock.isHidden()
    assert not preview.user.window.actions_["preview"].isChecked()
    preview.write("narrative", "Nimeni nu se uită.")
    assert preview.user.window.previewing.maker is not None
    assert not preview.user.window.previewing.maker.running
    preview.anew(lambda: preview.user.do("preview"))


def test_hiding_the_preview_leads_back_to_what_was_edited(preview: Preview) -> None:
    editor = preview.user.go("narrative").before
    editor.setFocus()
    preview.view.setFocus()
    preview.user.do("preview")
    assert editor.hasFocus()
    preview.anew(lambda: preview.user.do("preview"))
    table = preview.user.table("objectives-matrix")
    preview.user.do("preview")
    assert table.view.hasFocus()


def test_the_preview_comes_back_as_it_was(
    preview: Preview, use: Callable[[Plan], User], qtbot: QtBot
) -> None:
    window = preview.user.window
    window.resizeDocks([preview.dock], [480], Qt.Orientation.Horizontal)
    preview.view.set_zoom(90)
    preview.user.settle()
    width = preview.dock.width()
    assert width > 450
    window.close()
    again = Preview(use(example("draguseni-2024")), qtbot)
    assert again.dock.isVisible()
    assert again.dock.width() == width
    assert again.view.zoom == 90


def test_another_plan_of_the_file_has_its_own_pages(preview: Preview) -> None:
    session = preview.user.window.session
    assert session is not None
    with session.act("adaugă planul") as edit:
        made = edit.add_plan(example("piatra-neamt-2021"))
    first = preview.view.count
    preview.anew(lambda: preview.user.window.show_plan(made))
    second = preview.view.count
    assert second == max(s.page for s in pdf_made(annex(preview.user.plan)).spots) + 1
    assert second != first


def test_an_approved_plan_shows_the_annex_that_was_approved(preview: Preview) -> None:
    session = preview.user.window.session
    assert session is not None
    other = example("piatra-neamt-2021")
    kept = pdf_bytes(annex(other), day=date(2024, 4, 26))
    pages = max(s.page for s in pdf_made(annex(other)).spots) + 1
    preview.anew(lambda: session.approve(kept, date(2024, 4, 26)))
    assert preview.view.count == pages
    preview.anew(session.reopen)
    assert preview.view.count != pages


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files are listed by Linux")
def test_the_process_holds_nothing_of_the_dossier(preview: Preview, tmp_path: Path) -> None:
    there = Path(f"/proc/{preview.process.processId()}")
    held = [str(each.readlink()) for each in there.glob("fd/*")]
    assert held
    assert not [path for path in held if path.startswith(str(tmp_path))]
    # Nor the folder that the program was started in: on Windows a stick could not be taken out.
    assert (there / "cwd").readlink() != Path.cwd()


def test_every_tool_has_a_name(preview: Preview) -> None:
    bar = preview.dock.bar
    for tool in (bar.back, bar.on, bar.page, bar.smaller, bar.zoom, bar.larger, preview.view):
        assert tool.accessibleName()
    assert preview.view.accessibleDescription() == f"pagina 1 din {preview.view.count}"

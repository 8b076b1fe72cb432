"""Exports from the window: followed, stopped, tried again; meanwhile nothing else can be done."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QProgressBar, QPushButton

from dragapp.annex.printout import Printout
from dragapp.errors import Cancelled
from dragapp.formats import replacing
from dragapp.formats.export import Target, export
from dragapp.plan.plan import Plan
from dragapp.progress import Progress
from dragapp.ui import dialogs, export_job, progress_dialog
from dragapp.ui.export_job import export_plan
from dragapp.ui.progress_dialog import working
from tests.command import names
from tests.ui.conftest import User

OLD = b"vechi" * 1000


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Stop the clock of the dialog; return what lets some seconds pass."""
    now = [1000.0]

    def pass_by(seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr(progress_dialog, "monotonic", lambda: now[0])
    return pass_by


@pytest.fixture
def slow(clock: Callable[[float], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every export take a tenth of a second at each step."""

    def slowly(
        plan: Plan, kind: Target, path: Path, progress: Progress, printout: Printout
    ) -> None:
        def tell(done: float) -> None:
            clock(0.1)
            progress(done)

        export(plan, kind, path, tell, printout)

    monkeypatch.setattr(export_job, "export", slowly)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Make an old file that is to be replaced, alone in its folder."""
    path = tmp_path / "act" / "Plan Drăgușeni.xlsx"
    path.parent.mkdir()
    path.write_bytes(OLD)
    return path


def shown() -> QDialog | None:
    """Return the dialog of the work that goes on, if there is one on the screen."""
    every = QApplication.topLevelWidgets()
    found = [each for each in every if isinstance(each, QDialog) and each.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


def dialog() -> QDialog:
    found = shown()
    assert found is not None
    return found


def is_idle() -> bool:
    """Tell whether the window is as if nothing had been going on."""
    return shown() is None and QApplication.overrideCursor() is None


def meanwhile(act: Callable[[], object]) -> list[bool]:
    """Do something as soon as the dialog is there; what is returned tells that it was done."""
    done: list[bool] = []
    timer = QTimer(QApplication.instance())

    def look() -> None:
        if shown() is not None and not done:
            done.append(True)
            timer.stop()
            timer.deleteLater()
            act()

    timer.timeout.connect(look)
    timer.start(0)
    return done


def test_an_export_writes_the_file_and_leaves_nothing_on_the_screen(
    draguseni: User, target: Path
) -> None:
    assert export_plan(draguseni.window, draguseni.plan, "xlsx", target)
    export(draguseni.plan, Target.XLSX, target.with_name("alt"))
    assert target.read_bytes() == target.with_name("alt").read_bytes()
    assert names(target.parent) == [target.name, "alt"]
    assert is_idle()


def test_a_short_work_shows_no_dialog(draguseni: User, clock: Callable[[float], None]) -> None:
    with working(draguseni.window, "Export", "Se scrie…") as progress:
        for step in range(10):
            clock(0.049)
            progress(step / 10)
            assert shown() is None
    assert is_idle()


def test_a_long_work_says_what_it_does_and_how_far_it_is(
    draguseni: User, clock: Callable[[float], None]
) -> None:
    with working(draguseni.window, "Export", "Se scrie fișierul „a.pdf”…") as progress:
        clock(0.6)
        progress(0.25)
        found = dialog()
        assert found.windowTitle() == "Export"
        assert found.isModal()
        assert found.parent() is draguseni.window
        assert found.findChildren(QLabel)[0].text() == "Se scrie fișierul „a.pdf”…"
        assert [button.text() for button in found.findChildren(QPushButton)] == ["Renunță"]
        (bar,) = found.findChildren(QProgressBar)
        for done in (0.25, 0.5, 1.0):
            clock(0.1)
            progress(done)
            assert bar.value() == bar.maximum() * done
    assert is_idle()


def press_stop() -> None:
    (button,) = dialog().findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_escape() -> None:
    QTest.keyClick(dialog(), Qt.Key.Key_Escape)


def press_cross() -> None:
    dialog().close()


@pytest.mark.parametrize("stop", [press_stop, press_escape, press_cross])
@pytest.mark.parametrize("kind", list(Target))
@pytest.mark.usefixtures("slow")
def test_renunta_escape_and_the_cross_stop_an_export(
    draguseni: User, target: Path, stop: Callable[[], None], kind: Target
) -> None:
    done = meanwhile(stop)
    assert not export_plan(draguseni.window, draguseni.plan, kind, target)
    assert done
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]
    assert is_idle()
    # What was stopped can be done again.
    assert export_plan(draguseni.window, draguseni.plan, kind, target)
    assert target.read_bytes() != OLD


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.usefixtures("slow")
def test_a_key_pressed_once_too_often_stops_nothing(
    draguseni: User, target: Path, key: Qt.Key
) -> None:
    done = meanwhile(lambda: QTest.keyClick(dialog().focusWidget() or dialog(), key))
    assert export_plan(draguseni.window, draguseni.plan, "xlsx", target)
    assert done


@pytest.mark.usefixtures("slow")
def test_meanwhile_nothing_can_be_done_in_the_window(
    draguseni: User, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = draguseni.window
    before, tab = draguseni.stored(), window.tabs.currentIndex() if window.tabs else -1
    started: list[str] = []
    for name in ("pdf", "undo", "close", "new"):
        window.actions_[name].triggered.connect(lambda _=False, each=name: started.append(each))

    def try_all() -> None:
        control = Qt.KeyboardModifier.ControlModifier
        handle = window.windowHandle()
        for name in ("pdf", "undo", "close", "new"):
            for shortcut in window.actions_[name].shortcuts():
                QTest.keySequence(handle, shortcut)
        QTest.keyClick(handle, Qt.Key.Key_Z, control)
        QTest.keyClick(handle, Qt.Key.Key_A)
        for across in range(20, window.width(), 60):
            for down in range(10, window.height(), 60):
                QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(across, down))
        assert not window.close()
        assert window.isVisible()

    done = meanwhile(try_all)
    assert export_plan(window, draguseni.plan, "xlsx", target)
    assert done
    draguseni.settle()
    assert started == []
    assert draguseni.stored() == before
    assert window.tabs is not None
    assert window.tabs.currentIndex() == tab
    assert window.close()


def test_the_window_is_held_before_the_dialog_is_there(
    draguseni: User, clock: Callable[[float], None]
) -> None:
    with working(draguseni.window, "Export", "…") as progress:
        clock(0.1)
        progress(0.1)
        assert shown() is None
        assert not draguseni.window.close()
        cursor = QApplication.overrideCursor()
        assert cursor is not None
        assert cursor.shape() == Qt.CursorShape.WaitCursor
    assert draguseni.window.close()


@pytest.mark.parametrize("failure", [Cancelled, ValueError, KeyboardInterrupt])
@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.6])
def test_after_a_failure_the_window_works_on(
    draguseni: User,
    clock: Callable[[float], None],
    failure: type[BaseException],
    seconds: float,
) -> None:
    def fail() -> None:
        with working(draguseni.window, "Export", "…") as progress:
            clock(seconds)
            progress(0.5)
            raise failure

    with pytest.raises(failure):
        fail()
    assert is_idle()
    assert draguseni.window.close()


class Holder:
    """Another program, which has a file open until it is closed there."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.holds, self.replace = True, os.replace
        monkeypatch.setattr(os, "replace", self)
        monkeypatch.setattr(replacing, "_PAUSES", ())

    def __call__(self, source: Path, goal: Path) -> None:
        if self.holds:
            raise OSError(errno.EACCES, "Access is denied")
        self.replace(source, goal)


@pytest.mark.usefixtures("slow")
def test_a_file_open_in_excel_is_told_and_tried_again_when_it_is_closed(
    draguseni: User, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    excel = Holder(monkeypatch)
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        assert is_idle()
        assert target.read_bytes() == OLD
        assert names(target.parent) == [target.name]
        asked.append(box.text())
        # The second time the user has closed the file.
        excel.holds = len(asked) < 2
        (again,) = [b for b in box.buttons() if b.text() == "Încearcă din nou"]
        monkeypatch.setattr(box, "clickedButton", lambda: again)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert export_plan(draguseni.window, draguseni.plan, "xlsx", target)
    assert len(asked) == 2
    for text in asked:
        assert "Fișierul „Plan Drăgușeni.xlsx” nu a putut fi scris" in text
        assert "Închideți fișierul în Excel și încercați din nou" in text
        assert "Datele dumneavoastră sunt în siguranță" in text
    assert target.read_bytes() != OLD
    assert names(target.parent) == [target.name]
    assert is_idle()


def given_up(asked: list[str]) -> Callable[..., bool]:
    """Answer "Renunță" and keep the texts of the questions."""

    def answer(_parent: object, _title: str, text: str) -> bool:
        asked.append(text)
        return False

    return answer


def test_giving_up_keeps_the_old_file(
    draguseni: User, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Holder(monkeypatch)
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_retry", given_up(asked))
    assert not export_plan(draguseni.window, draguseni.plan, "pdf", target.with_suffix(".pdf"))
    assert not export_plan(draguseni.window, draguseni.plan, "xlsx", target)
    assert [text.count("Închideți fișierul") for text in asked] == [1, 1]
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_what_is_no_open_file_is_not_to_be_closed(
    draguseni: User, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(dialogs, "ask_retry", given_up(asked))
    gone = target.parent / "stick scos" / "plan.xlsx"
    assert not export_plan(draguseni.window, draguseni.plan, "xlsx", gone)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert not export_plan(draguseni.window, draguseni.plan, "xlsx", target)
    assert "nu există" in asked[0]
    assert "discul este plin" in asked[1]
    assert not any("Închideți" in text or "deschis" in text for text in asked)
    assert target.read_bytes() == OLD

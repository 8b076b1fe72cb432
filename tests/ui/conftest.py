"""A real window on a real plan, for tests that do what a user does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dragapp.dossier.dossier import Dossier
from dragapp.dossier.step import Spot
from dragapp.examples import example
from dragapp.plan.plan import Plan
from dragapp.plan.section import Section
from dragapp.ui.look import dress
from dragapp.ui.main_window import MainWindow
from dragapp.ui.section_editor import SectionEditor
from dragapp.ui.spelling import spelling
from dragapp.ui.table_editor import TableEditor


class User:
    """Does in a window what a user does, and sees what a user sees."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def plan(self) -> Plan:
        """The plan on screen."""
        assert self.window.session is not None
        return self.window.session.plan

    def stored(self) -> Plan:
        """The plan as a second reader of the file finds it."""
        assert self.window.session is not None
        with Dossier.open(self.window.session.dossier.path, write=False) as dossier:
            return dossier.load(dossier.find(self.plan.year, self.plan.revision))

    def go(self, section: str) -> SectionEditor:
        """Turn to a section."""
        assert self.window.tabs is not None
        self.window.tabs.show_spot(Spot(self.plan.id, section))
        self.settle()
        chapter = self.window.tabs.chapter()
        assert chapter is not None
        assert chapter.editor is not None
        return chapter.editor

    def chosen(self) -> Section:
        """Return the section being looked at."""
        chapter = self.window.tabs.chapter() if self.window.tabs else None
        assert chapter is not None
        assert chapter.editor is not None
        return chapter.editor.section

    def table(self, section: str) -> TableEditor:
        """Turn to a section's table."""
        table = self.go(section).table
        assert table is not None
        table.view.setFocus()
        return table

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press a key where the focus is."""
        together = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            together |= modifier
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, key, together)
        if modifiers:
            # Qt would take them for held down in all that comes after.
            QTest.keyRelease(self.window, Qt.Key.Key_Control)
        self.settle()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        for letter in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(focus, QKeyEvent(kind, Qt.Key.Key_unknown, none, letter))
        self.settle()

    def do(self, action: str) -> None:
        """Choose a command of the menus."""
        self.settle()
        chosen = self.window.actions_[action]
        assert chosen.isEnabled(), f"{action} is disabled"
        chosen.trigger()
        self.settle()

    def settle(self) -> None:
        """Let the window finish what it is doing."""
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Leave nothing copied behind.

    Qt without a screen keeps what was copied until Python has ended, and would crash on it then.
    """
    yield
    qapp.clipboard().clear()


@cache
def _file_of(name: str) -> bytes:
    """Return the dossier of an example; to make one takes longer than to open a window on it."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "exemplu.dosar"
        Dossier.create(path, example(name)).close()
        return path.read_bytes()


@pytest.fixture
def use(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[Plan | str], User]]:
    """Open windows on plans, or on examples by their names; closed at the end of the test."""
    dress(qapp)
    # A process for each window would slow the tests down; those of spelling turn it on.
    spelling().setParent(None)
    spelling().turn(on=False)
    windows: list[MainWindow] = []

    def open_plan(plan: Plan | str) -> User:
        window = MainWindow()
        windows.append(window)
        window.resize(1366, 720)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        path = tmp_path / f"plan-{len(windows)}.dosar"
        if isinstance(plan, str):
            path.write_bytes(_file_of(plan))
        else:
            Dossier.create(path, plan).close()
        window.show_dossier(Dossier.open(path))
        user = User(window)
        user.settle()
        return user

    yield open_plan
    for window in windows:
        window.close()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def piatra_neamt(use: Callable[[str], User]) -> User:
    """A window on the plan of Piatra Neamț."""
    return use("piatra-neamt-2021")


@pytest.fixture
def draguseni(use: Callable[[str], User]) -> User:
    """A window on the plan of Drăgușeni."""
    return use("draguseni-2024")

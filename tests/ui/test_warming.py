"""What is imported while the window is idle."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dragapp.ui.warming import Warming


def test_everything_is_imported_in_the_end_and_the_timer_rests(qtbot: QtBot) -> None:
    keeper = QObject()
    warming = Warming(keeper)
    qtbot.waitUntil(lambda: not warming.busy, timeout=10_000)
    assert "dragapp.ui.plan_tabs" in sys.modules
    assert "dragapp.ui.table_clipboard" in sys.modules
    assert "dragapp.ui.finding" in sys.modules

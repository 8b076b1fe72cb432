"""A push button of the window that Enter presses too; Qt's own do that in dialogs alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QPushButton


class Button(QPushButton):
    """To be used outside of dialogs."""

    def __init__(self, *icon_and_text: Any) -> None:
        super().__init__(*icon_and_text)
        self.setAutoDefault(True)

"""The coat of arms as a field: shown small, chosen from a file, taken out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dragapp.errors import PictureError
from dragapp.ui import dialogs, files
from dragapp.ui.arms_picture import arms_picture
from dragapp.ui.button import Button
from dragapp.ui.session import Session

_SHOWN = QSize(84, 56)


class ArmsField(QWidget):
    """A bound PNG file, empty where there is none."""

    def __init__(
        self, session: Session, get: Callable[[], bytes], store: Callable[[bytes], None]
    ) -> None:
        super().__init__()
        self._get, self._store = get, store
        self.shown: bytes | None = None
        self._may = not session.read_only
        self._picture = QLabel()
        self._picture.setFixedSize(_SHOWN)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setFrameShape(QLabel.Shape.StyledPanel)
        self.choose = Button("Alege…")
        self.choose.setToolTip(
            "O imagine PNG, JPEG, BMP, GIF sau SVG. Se tipărește în antet, înaltă de 2 cm."
        )
        self.choose.setAccessibleName("Alege stema")
        self.choose.setEnabled(self._may)
        self.choose.clicked.connect(self._choose)
        self.remove = Button("Scoate")
        self.remove.setAccessibleName("Scoate stema")
        self.remove.clicked.connect(self._remove)
        self.setFocusProxy(self.choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for each in (self._picture, self.choose, self.remove):
            line.addWidget(each)
        line.addStretch(1)

    def refresh(self) -> None:
        """Show what is stored."""
        png = self._get()
        if png == self.shown:
            return
        self.shown = png
        picture = QPixmap()
        if picture.loadFromData(png):
            ratio = self.devicePixelRatioF()
            picture = picture.scaled(
                (_SHOWN - QSize(4, 4)) * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            picture.setDevicePixelRatio(ratio)
            self._picture.setPixmap(picture)
        else:
            self._picture.setText("fără stemă" if not png else "de ales din nou")
        self._picture.setAccessibleName("Stema aleasă" if png else "Nicio stemă")
        self.remove.setEnabled(self._may and bool(png))

    def _choose(self) -> None:
        again = "Alege altă imagine…"
        while path := files.ask_picture(self):
            try:
                png = arms_picture(path)
            except PictureError as error:
                told = str(error)
            else:
                self._store(png)
                return
            if dialogs.choose(self, "Stema nu a fost schimbată", told, again) != again:
                return

    def _remove(self) -> None:
        # A button that is about to be disabled would send the focus anywhere.
        self.choose.setFocus()
        self._store(b"")

"""The first page: begin a plan, open one, look at an example, go on with a recent one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dragapp.examples import example_names
from dragapp.ui import settings
from dragapp.ui.icons import Picture, icon
from dragapp.ui.link_button import LinkButton
from dragapp.ui.look import scaled
from dragapp.ui.recent import recent
from dragapp.ui.wheel import zooms

_PATH = Qt.ItemDataRole.UserRole
#: What the examples are, by their file's name.
EXAMPLES = {
    "piatra-neamt-2021": "Piatra Neamț, 2021 – municipiu, planul întreg",
    "draguseni-2024": "Drăgușeni (Iași), 2024 – comună, obiective și măsuri",
}


class Welcome(QScrollArea):
    """Emits what the user wants to begin with."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal(str)
    recent_wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = QLabel("Planul anual de acțiune privind serviciile sociale")
        title.setObjectName("title")
        title.setWordWrap(True)
        subtitle = QLabel("după modelul-cadru din Ordinul nr. 1086/2018")
        subtitle.setObjectName("advice")
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(Picture("app", 48))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(subtitle)
        head.addLayout(words, 1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(_caption("Începeți"))
        left.addWidget(
            _link(
                "Plan nou",
                "Modelul-cadru, cu datele localității dumneavoastră",
                "new",
                self.new_wanted.emit,
            )
        )
        left.addWidget(
            _link("Deschide", "Fișierul primăriei (.dosar)", "open", self.open_wanted.emit)
        )
        left.addWidget(
            _link(
                "Prima dată aici?",
                "Pornirea în cinci minute, din manual. F1 îl deschide de oriunde",
                "help",
                self.help_wanted.emit,
            )
        )
        left.addSpacing(10)
        left.addWidget(_caption("Exemple de planuri reale"))
        for name in example_names():
            shown, _, rest = EXAMPLES.get(name, name).partition(" – ")
            left.addWidget(_link(shown, rest, "example", partial(self.example_wanted.emit, name)))
        left.addStretch(1)
        self.list = QListWidget()
        self.list.setAccessibleName("Fișiere deschise recent")
        self.list.setObjectName("recent")
        self.list.setWordWrap(True)
        self.list.setSpacing(2)
        self.list.itemActivated.connect(self._open_recent)
        self.list.itemClicked.connect(self._open_recent)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._menu)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(_caption("Deschise recent"))
        right.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(32)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self._page = QWidget()
        inner = QVBoxLayout(self._page)
        inner.setSpacing(22)
        inner.addLayout(head)
        inner.addLayout(columns, 1)
        ground = QWidget()
        outer = QHBoxLayout(ground)
        outer.setContentsMargins(40, 36, 40, 36)
        outer.addStretch(1)
        outer.addWidget(self._page, 20)
        outer.addStretch(1)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit()
        self.refresh()

    def _fit(self) -> None:
        self._page.setMaximumSize(scaled(1000), scaled(620))
        self.list.setMinimumHeight(scaled(120))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.PaletteChange:
            self.refresh()

    def refresh(self) -> None:
        """List the recent dossiers; those that are gone are grey, and say so."""
        self.list.clear()
        for each in recent():
            item = QListWidgetItem(icon("plan"), f"{each.name}\n{each.details}")
            item.setData(_PATH, str(each.path))
            item.setToolTip(str(each.path))
            if each.changed is None:
                item.setForeground(self.palette().placeholderText())
                item.setToolTip("Fișierul nu mai este la locul lui. Del îl scoate din listă.")
            self.list.addItem(item)
        if not self.list.count():
            item = QListWidgetItem("Încă nu ați deschis niciun fișier.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _open_recent(self, item: QListWidgetItem) -> None:
        if item.data(_PATH):
            self.recent_wanted.emit(item.data(_PATH))

    def _menu(self, place: QPoint) -> None:
        item = self.list.currentItem()
        if item is None or not item.data(_PATH):
            return
        menu = QMenu(self)
        menu.addAction(icon("open"), "Deschide").triggered.connect(partial(self._open_recent, item))
        menu.addAction(icon("remove"), "Scoate din listă").triggered.connect(self._forget)
        menu.exec(self.list.viewport().mapToGlobal(place))

    def _forget(self) -> None:
        """Take the current dossier off the list; the file stays where it is."""
        item = self.list.currentItem()
        if item and item.data(_PATH):
            place = self.list.currentRow()
            settings.forget(Path(item.data(_PATH)))
            self.refresh()
            self.list.setCurrentRow(min(place, self.list.count() - 1))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._forget()
        else:
            super().keyPressEvent(event)


def _link(title: str, text: str, picture: str, follow: Callable[[], None]) -> QWidget:
    button = LinkButton(title, text, picture)
    button.clicked.connect(lambda _=False: follow())
    return button


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label

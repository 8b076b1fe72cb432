"""The first page: begin a plan, open one, look at an example, go on with a recent one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCommandLinkButton,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from dragapp.examples import example_names
from dragapp.ui import settings
from dragapp.ui.icons import icon

_PATH = Qt.ItemDataRole.UserRole
#: What the examples are, by their file's name.
EXAMPLES = {
    "piatra-neamt-2021": "Piatra Neamț, 2021 – municipiu, planul întreg",
    "draguseni-2024": "Drăgușeni (Iași), 2024 – comună, obiective și măsuri",
}


class Welcome(QWidget):
    """Emits what the user wants to begin with."""

    new_wanted = Signal()
    open_wanted = Signal()
    example_wanted = Signal(str)
    recent_wanted = Signal(str)
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(icon("app").pixmap(QSize(48, 48)))
        title = QLabel("Planul anual de acțiune privind serviciile sociale")
        title.setObjectName("title")
        title.setWordWrap(True)
        subtitle = QLabel("după modelul-cadru din Ordinul nr. 1086/2018")
        subtitle.setObjectName("advice")
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(picture)
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
        self.list.setIconSize(QSize(24, 24))
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
        page = QWidget()
        page.setMaximumSize(1000, 620)
        inner = QVBoxLayout(page)
        inner.setSpacing(22)
        inner.addLayout(head)
        inner.addLayout(columns, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(40, 36, 40, 36)
        outer.addStretch(1)
        outer.addWidget(page, 20)
        outer.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """List the recent dossiers; those that are gone are grey."""
        self.list.clear()
        for path in settings.recent():
            item = QListWidgetItem(icon("plan"), f"{path.stem}\n{path.parent}")
            item.setData(_PATH, str(path))
            if not path.exists():
                item.setForeground(self.palette().placeholderText())
                item.setToolTip("Fișierul nu mai este la locul lui.")
            self.list.addItem(item)
        if not self.list.count():
            item = QListWidgetItem("Încă nu ați deschis niciun fișier.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)

    def _open_recent(self, item: QListWidgetItem) -> None:
        if item.data(_PATH):
            self.recent_wanted.emit(item.data(_PATH))

    def _menu(self, place: object) -> None:
        item = self.list.currentItem()
        if item is None or not item.data(_PATH):
            return
        menu = QMenu(self)
        remove = menu.addAction(icon("remove"), "Scoate din listă")
        if menu.exec(self.list.cursor().pos()) is remove:
            settings.forget(Path(item.data(_PATH)))
            self.refresh()


def _link(title: str, text: str, picture: str, follow: Callable[[], None]) -> QWidget:
    button = QCommandLinkButton(title, text)
    button.setIcon(icon(picture))
    button.setIconSize(QSize(28, 28))
    button.clicked.connect(lambda _=False: follow())
    return button


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label

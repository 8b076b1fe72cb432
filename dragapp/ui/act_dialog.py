"""Choosing a legal act and how it is cited, from the program's catalogue and the office's own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QBrush, QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.acts import Act, Case, citation, short_citation
from dragapp.ui import dialogs
from dragapp.ui.act_form import ask_act
from dragapp.ui.clear_button import give_clear_button
from dragapp.ui.form_page import advice
from dragapp.ui.icons import icon
from dragapp.ui.office_lists import OfficeLists

_HEADS = ("Actul", "Titlul sau obiectul", "Valabilitate")
_NONE = "Niciun act nu are toate aceste cuvinte. Îl puteți adăuga cu „Adaugă un act…”."
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ActDialog(QDialog):
    """Finds an act as one types; `accept` says on the button what becomes of the citation."""

    def __init__(self, parent: QWidget, lists: OfficeLists, accept: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Inserează un act normativ")
        dialogs.give_room(self, 900, 540)
        self._lists = lists
        self.search = QLineEdit()
        self.search.setPlaceholderText("Felul, numărul, anul sau cuvinte din titlu")
        self.search.setAccessibleName("Caută un act normativ")
        give_clear_button(self.search)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list = self._make_list()
        self._case = QButtonGroup(self)
        self._published = QCheckBox("cu Monitorul &Oficial")
        self._short = QCheckBox("pe &scurt (a mai fost citat)")
        self._cited = QLabel()
        self._cited.setWordWrap(True)
        self._cited.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cited.setAccessibleName("Citarea")
        add = QPushButton(icon("add"), "&Adaugă un act…")
        add.setAutoDefault(False)
        add.setEnabled(lists.may_change)
        add.clicked.connect(self.add_act)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(add)
        self._buttons = dialogs.buttons(self, accept)
        self._accept = self._buttons.buttons()[0]
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._choices())
        layout.addWidget(self._cited)
        layout.addWidget(
            advice("Catalogul ține ce s-a citit în planuri și acte; verificați forma în vigoare.")
        )
        layout.addWidget(self._buttons)
        # Rows measured before the style sheet counts would be of two heights.
        self.ensurePolished()
        self.list.ensurePolished()
        self._find()

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels(list(_HEADS))
        made.setRootIsDecorated(False)
        made.setAccessibleName("Acte normative")
        made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = made.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        made.currentItemChanged.connect(self._show)
        made.itemDoubleClicked.connect(self.accept)
        return made

    def _choices(self) -> QHBoxLayout:
        """Return the ways to cite: how the name stands in its sentence, and how much is said."""
        row = QHBoxLayout()
        for place, text in enumerate(("„&Legea nr. …”", "„în &baza Legii nr. …”")):
            button = QRadioButton(text)
            button.setChecked(place == 0)
            self._case.addButton(button, place)
            row.addWidget(button)
        self._case.idToggled.connect(self._show)
        row.addSpacing(16)
        for box in (self._published, self._short):
            box.toggled.connect(self._show)
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _find(self) -> None:
        acts = self._lists.acts.find(self.search.text())
        faint = QBrush(self.palette().color(QPalette.ColorRole.PlaceholderText))
        own = {act.key for act in self._lists.lists.acts}
        self.list.clear()
        for act in acts:
            about = act.name or act.title or act.subject
            more = "; adăugat de dumneavoastră" if act.key in own else ""
            item = QTreeWidgetItem([act.label, about, f"{act.validity}{more}"])
            item.setData(0, Qt.ItemDataRole.UserRole, act)
            for column in range(len(_HEADS)):
                item.setToolTip(column, item.text(column))
                if act.repealed_by:
                    item.setForeground(column, faint)
            self.list.addTopLevelItem(item)
        width = self.list.viewport().width() or self.width()
        self.list.setColumnWidth(2, width * 2 // 5)
        first = self.list.topLevelItem(0)
        if first:
            self.list.setCurrentItem(first)
        self._show()

    @property
    def act(self) -> Act | None:
        """The act that is chosen."""
        item = self.list.currentItem()
        act = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        return act if isinstance(act, Act) else None

    def citation(self) -> str:
        """Return the chosen act as it is to be cited; empty where none is chosen."""
        if self.act is None:
            return ""
        case = Case.GENITIVE if self._case.checkedId() else Case.NOMINATIVE
        if self._short.isChecked():
            return short_citation(self.act, case)
        return citation(self.act, case, published=self._published.isChecked())

    def _show(self) -> None:
        act = self.act
        self._accept.setEnabled(act is not None)
        full = not self._short.isChecked()
        known = act is not None and bool(act.publication or act.republication)
        self._published.setEnabled(full and known)
        self._cited.setText(self.citation() or _NONE)
        if act and act.repealed_by:
            self._cited.setText(f"{self.citation()}\n⚠ Actul este {act.validity}.")

    def add_act(self) -> None:
        """Write down an act that the catalogue lacks, and choose it."""
        act = ask_act(self, self.search.text().strip())
        if act is None:
            return
        self._lists.add_act(act)
        self.search.setText(f"{act.kind} {act.number}/{act.year}")
        self._find()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moving = isinstance(event, QKeyEvent) and event.key() in _MOVING
        if moving and watched is self.search and event.type() == QEvent.Type.KeyPress:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        if self.act is not None:
            super().accept()

"""What cleaning would change, before and after, for the user to agree to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.cleaning import cleaned
from dragapp.plan.joining import joined_lines
from dragapp.plan.mending import tell
from dragapp.ui import dialogs

_HEADINGS = ("Unde", "Acum", "După curățare", "Ce se repară")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A text before and after cleaning; `where` tells the user which, `place` who asked.

    `counts` says how often each kind of fault is mended.
    """

    place: int
    where: str
    before: str
    after: str
    counts: Counter[tuple[str, str]]


#: Returns what cleaning changes, with the lines of paragraphs joined or not.
Propose = Callable[[bool], list[Proposal]]


def proposals(texts: Iterable[tuple[str, str]], join: bool) -> list[Proposal]:
    """Return what cleaning changes in texts that are given with the words for their places."""
    found = []
    for place, (where, text) in enumerate(texts):
        done = cleaned(text)
        counts = done.counts
        if join:
            done = joined_lines(done.text)
            counts = counts + done.counts
        if done.text != text:
            found.append(Proposal(place, where, text, done.text, counts))
    return found


class CleaningDialog(QDialog):
    """A line for each text that changes; each may be left as it is.

    `found` tells whether there is anything to show.
    """

    def __init__(self, parent: QWidget, propose: Propose, *, join: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("Curăță textul")
        dialogs.give_room(self, 900, 480)
        self._propose = propose
        joined, apart = propose(True), propose(False)
        self.found = bool(joined or apart)
        self._proposals: list[Proposal] = []
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._grid = self._made_grid()
        self._join = QCheckBox("&Unește rândurile aceluiași paragraf")
        self._join.setToolTip("Un PDF desparte paragrafele în rânduri. Listele rămân liste.")
        self._join.setChecked(bool(joined) and (join or not apart))
        self._join.setVisible([each.after for each in joined] != [each.after for each in apart])
        self._join.toggled.connect(self._show)
        column = QVBoxLayout(self)
        for each in (self._summary, self._grid, self._join):
            column.addWidget(each)
        box = dialogs.buttons(self, "Curăță")
        column.addWidget(box)
        self._go = box.buttons()[0]
        self._grid.itemChanged.connect(self._count)
        self._show()
        self._go.setFocus()

    def _made_grid(self) -> QTableWidget:
        grid = QTableWidget(0, len(_HEADINGS))
        grid.setHorizontalHeaderLabels(list(_HEADINGS))
        grid.setAccessibleName("Textele care se schimbă")
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        grid.setTabKeyNavigation(False)
        grid.verticalHeader().hide()
        header = grid.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for narrow in (0, 3):
            header.setSectionResizeMode(narrow, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(narrow, grid.fontMetrics().averageCharWidth() * 24)
        header.sectionResized.connect(lambda *_: grid.resizeRowsToContents())
        return grid

    def _show(self) -> None:
        self._proposals = self._propose(self._join.isChecked())
        grid = self._grid
        grid.blockSignals(True)
        grid.setRowCount(len(self._proposals))
        for row, each in enumerate(self._proposals):
            where = QTableWidgetItem(each.where)
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            where.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable)
            where.setCheckState(Qt.CheckState.Checked)
            grid.setItem(row, 0, where)
            texts = (each.before, each.after, tell(each.counts).replace(", ", "\n"))
            for side, text in enumerate(texts, 1):
                item = QTableWidgetItem(text)
                item.setFlags(flags)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                grid.setItem(row, side, item)
        grid.blockSignals(False)
        grid.resizeRowsToContents()
        self._count()

    def agreed(self) -> list[Proposal]:
        """Return the changes that the user agrees to."""
        boxes = [self._grid.item(row, 0) for row in range(len(self._proposals))]
        ticked = Qt.CheckState.Checked
        return [
            each
            for each, box in zip(self._proposals, boxes, strict=True)
            if box and box.checkState() == ticked
        ]

    @property
    def told(self) -> str:
        """What is mended, in Romanian."""
        return tell(sum((each.counts for each in self.agreed()), Counter()))

    @property
    def join(self) -> bool:
        """Whether the lines of paragraphs are joined."""
        return self._join.isChecked()

    def _count(self) -> None:
        told = self.told
        self._summary.setText(f"Se repară: {told}." if told else "Nu se schimbă nimic.")
        self._go.setEnabled(bool(self.agreed()))

"""The list of what is filled in, declared and still to be filled in, section by section.

It shows and declares; where its lines lead is its owner's business.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.completeness import ByPen, Completeness, Point, completeness
from dragapp.plan.section import Section, State
from dragapp.ui.icons import icon
from dragapp.ui.line_delegate import LineDelegate
from dragapp.ui.line_model import Group, Line, LineModel
from dragapp.ui.look import scaled
from dragapp.ui.session import Session
from dragapp.ui.state_bar import STATE_NAMES, STATES, declare

PICTURES = {state: picture for state, _, picture in STATES}
#: What a line stands for: a section that counts, something of the general data, a blank.
_POINT, _GENERAL, _BY_PEN = "point", "general", "by-pen"
#: The height of the bar, in pixels at 100 %.
_BAR = 10


class CompletenessList(QWidget):
    """Lists the sections of the session's plan by chapter, with their state and what they want.

    `chosen` carries the key of the section of a line that was clicked or entered, empty for the
    general data; `decision_chosen` says that it was the data of the decision. Without
    `everything`, finished sections are listed only when the user asks for them.
    """

    chosen = Signal(str)
    decision_chosen = Signal()

    def __init__(self, session: Session, *, everything: bool = True) -> None:
        super().__init__()
        self.session = session
        self.now: Completeness
        self.summary = QLabel()
        self.summary.setObjectName("heading")
        self.summary.setWordWrap(True)
        self._bar = QProgressBar()
        # The words above it give the numbers.
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(scaled(_BAR))
        self._bar.setAccessibleName("Cât din plan este completat")
        self.model = LineModel(self)
        self.view = QTreeView()
        self._dress_view()
        self._all = QCheckBox("Arată și punctele gata")
        self._all.setChecked(everything)
        self._all.toggled.connect(self._show)
        self.buttons: dict[State, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.summary)
        layout.addWidget(self._bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._all)
        layout.addLayout(self._state_buttons())
        self.setFocusProxy(self.view)
        session.changed.connect(self.refresh)
        session.plan_replaced.connect(self.refresh)
        self.refresh()

    def _dress_view(self) -> None:
        view = self.view
        view.setModel(self.model)
        view.setItemDelegate(LineDelegate(view))
        view.setHeaderHidden(True)
        view.setRootIsDecorated(False)
        view.setItemsExpandable(False)
        view.setIndentation(12)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setTabKeyNavigation(False)
        view.setAccessibleName("Ce este și ce mai este de completat")
        view.clicked.connect(self._choose)
        view.activated.connect(self._choose)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu)
        view.selectionModel().selectionChanged.connect(self._enable)

    def _state_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for state, name, picture in STATES:
            button = QToolButton()
            button.setText(name)
            button.setIcon(icon(picture))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolTip(f"Alege „{name}” la punctele selectate în listă")
            button.clicked.connect(lambda _=False, each=state: self.declare(each))
            self.buttons[state] = button
            row.addWidget(button)
        row.addStretch(1)
        return row

    def refresh(self, _: object = None) -> None:
        """Show how far the plan has come by now."""
        if self.session.closed:
            return
        self.now = completeness(self.session.plan)
        self.summary.setText(self.now.summary())
        self._bar.setValue(self.now.percent)
        self._show()

    def _show(self) -> None:
        lines = self._lines()
        current = self.model.line(self.view.currentIndex())
        place = lines.index(current) if current else 0
        chosen = {line.data for line in self._selected()}
        self.model.show(_groups(self.now, everything=self._all.isChecked()))
        if not self.view.currentIndex().isValid():
            self._stand(place if current else -1, current, chosen)
        self._enable()

    def _stand(self, place: int, current: Line | None, chosen: set[object]) -> None:
        """Stand in a list that was made anew where one stood, or beside what has gone."""
        self.view.expandAll()
        lines = self._lines()
        if not lines:
            return
        if current is None:
            current = lines[0]
        there = next((line for line in lines if line.data == current.data), None)
        stood = there or lines[min(place, len(lines) - 1)]
        marks = self.view.selectionModel()
        flags = marks.SelectionFlag
        marks.setCurrentIndex(self.model.place_of(stood.data), flags.ClearAndSelect)
        for line in lines:
            if line.data in chosen:
                marks.select(self.model.place_of(line.data), flags.Select)

    def _lines(self) -> list[Line]:
        return [line for group in self.model.groups for line in group.lines]

    def _selected(self) -> list[Line]:
        indexes = self.view.selectionModel().selectedIndexes()
        return [line for index in sorted(indexes) if (line := self.model.line(index))]

    def sections(self) -> list[Section]:
        """Return the selected sections that count."""
        chosen = [_place(line) for line in self._selected()]
        keys = {key for kind, key in chosen if kind == _POINT}
        return [section for section in self.session.plan.walk() if section.key in keys]

    def declare(self, state: State) -> None:
        """Give the selected sections a state, as one step."""
        chosen = self.sections()
        if chosen and not self.session.read_only and self.session.flush():
            declare(self.session, chosen, state)

    def _enable(self) -> None:
        on = not self.session.read_only and bool(self.sections())
        for button in self.buttons.values():
            button.setEnabled(on)

    def _choose(self, index: QModelIndex) -> None:
        line = self.model.line(index)
        if line is None:
            return
        kind, key = _place(line)
        if kind == _BY_PEN and not key:
            self.decision_chosen.emit()
        else:
            self.chosen.emit(key)

    def _menu(self, place: QPoint) -> None:
        if not self.buttons[State.TODO].isEnabled():
            return
        menu = QMenu(self)
        for state, name, picture in STATES:
            action = menu.addAction(icon(picture), name)
            action.triggered.connect(lambda _=False, each=state: self.declare(each))
        menu.exec(self.view.viewport().mapToGlobal(place))


def _place(line: Line) -> tuple[str, str]:
    """Return what a line stands for, and the key of its section."""
    assert isinstance(line.data, tuple)
    return line.data


def _groups(now: Completeness, *, everything: bool) -> list[Group]:
    groups: list[Group] = []
    if now.general:
        lines = [_general(name) for name in now.general]
        groups.append(Group(_GENERAL, "Date generale", lines))
    for point in now.points:
        if point.wants or everything:
            if not groups or groups[-1].key != point.chapter:
                groups.append(Group(point.chapter, point.chapter_name))
            groups[-1].lines.append(_point(point))
    if now.by_pen:
        lines = [_by_pen(each) for each in now.by_pen]
        groups.append(Group(_BY_PEN, "De completat cu pixul sau după ședință", lines))
    return groups


def _point(point: Point) -> Line:
    name = f"{point.label} {point.name}".strip()
    wants = "; ".join(point.wants)
    state = STATE_NAMES[point.state]
    about = f"{name} – {state}: {wants}" if wants else f"{name} – {state}"
    return Line(
        name, (_POINT, point.key), note=wants or state, icon=PICTURES[point.state], about=about
    )


def _general(name: str) -> Line:
    shown = name[:1].upper() + name[1:]
    about = f"{shown} – {STATE_NAMES[State.TODO]}"
    return Line(shown, (_GENERAL, ""), icon=PICTURES[State.TODO], about=about)


def _by_pen(left: ByPen) -> Line:
    about = f"{left.text} – de completat cu pixul"
    return Line(left.text, (_BY_PEN, left.section), icon="edit", about=about)

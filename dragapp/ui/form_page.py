"""A scrolling page of titled groups of fields, each field bound to one stored value."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui.fields import (
    CheckField,
    LinesField,
    TextField,
    forget_typing,
    is_foreign_undo,
    retrying,
)
from dragapp.ui.look import scaled
from dragapp.ui.session import Session
from dragapp.ui.visit import Visit
from dragapp.ui.wheel import guard_wheel, zooms

if TYPE_CHECKING:
    from dragapp.dossier.edit import Edit
    from dragapp.dossier.step import Spot

#: A page's width on a wide screen, in pixels at 100 %.
_WIDEST = 1150

Getter = Callable[[], str]
Setter = Callable[[str], None]
Typed = Callable[[str, Visit], None]


class ChoiceField(QComboBox):
    """A bound list of choices by their stored texts; where it is `free`, any text may be typed."""

    def __init__(
        self, session: Session, options: dict[str, str], get: Getter, put: Setter, *, free: bool
    ) -> None:
        super().__init__()
        self._get, self._put, self._free = get, put, free
        self._shown: str | None = None
        self._set = ""
        self.setEditable(free)
        self.setEnabled(not session.read_only)
        for key, shown in options.items():
            self.addItem(shown, key)
        self.activated.connect(self.commit)
        session.flushing.connect(self.commit)
        line = self.lineEdit()
        if line:
            line.editingFinished.connect(self.commit)

    def _chosen(self) -> str:
        return self.currentText() if self._free else str(self.currentData())

    def commit(self) -> None:
        """Store what was chosen or typed."""
        text = self._chosen()
        if text == self._set:
            return
        with retrying(self, _shown=text, _set=text):
            self._put(text)
        if line := self.lineEdit():
            forget_typing(line)

    def refresh(self) -> None:
        """Show what is stored; what could not be stored yet stays."""
        text = self._get()
        if text == self._shown:
            return
        self._shown = text
        if self._free:
            self.setCurrentText(text)
        else:
            self.setCurrentIndex(max(self.findData(text), 0))
        self._set = self._chosen()

    def event(self, event: QEvent) -> bool:
        line = self.lineEdit()
        return (line is not None and is_foreign_undo(event, line)) or super().event(event)


class FormPage(QScrollArea):
    """Builds bound fields; `refresh` shows all of them as they are stored.

    `part` names the page to undo, which comes back to it.
    """

    part = ""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._refreshers: list[Callable[[], None]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._page.setMaximumWidth(scaled(_WIDEST))
        self.column = QVBoxLayout(self._page)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(12)
        self.setWidget(self._page)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    def group(self, title: str) -> QFormLayout:
        """Add a titled group and return its form."""
        box = QGroupBox(title)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        form.setHorizontalSpacing(10)
        form.setVerticalSpacing(7)
        self.column.addWidget(box)
        return form

    @property
    def spot(self) -> Spot:
        """The place of this page's actions, for undo."""
        return self.session.spot(part=self.part)

    def act(self, name: str) -> AbstractContextManager[Edit]:
        """Open an action whose place is this page."""
        return self.session.act(name, self.spot)

    def end(self) -> None:
        """Close the page after its last group."""
        self._align()
        self.column.addStretch(1)
        guard_wheel(self._page)
        self.refresh()

    def _align(self) -> None:
        """Let all fields of the page begin on one line."""
        role = QFormLayout.ItemRole.LabelRole
        items = [
            form.itemAt(line, role)
            for form in self._page.findChildren(QFormLayout)
            for line in range(form.rowCount())
        ]
        labels = [label for item in items if item and (label := item.widget())]
        widest = max((label.sizeHint().width() for label in labels), default=0)
        for label in labels:
            label.setMinimumWidth(widest)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._page.setMaximumWidth(scaled(_WIDEST))
            QTimer.singleShot(0, self, self._align)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not zooms(event):
            super().wheelEvent(event)

    def text(self, name: str, get: Getter, put: Setter) -> TextField:
        """Return a bound field of one line."""
        field = TextField(self.session, put, name)
        self._refreshers.append(lambda: field.show_text(get()))
        return field

    def lines(self, name: str, get: Getter, put: Typed, count: int) -> LinesField:
        """Return a bound field of several lines."""
        field = LinesField(self.session, put, name, count)
        self._refreshers.append(lambda: field.show_text(get()))
        return field

    def choice(
        self, name: str, options: dict[str, str], get: Getter, put: Setter, *, free: bool = False
    ) -> ChoiceField:
        """Return a bound list of choices; with `free`, another text may be typed."""
        box = ChoiceField(self.session, options, get, put, free=free)
        box.setAccessibleName(name)
        self._refreshers.append(box.refresh)
        return box

    def check(
        self, text: str, get: Callable[[], bool], put: Callable[[bool], None], why: str
    ) -> CheckField:
        """Return a bound box to tick, with a tooltip that says what it does."""
        box = CheckField(self.session, text, get, put)
        box.setToolTip(why)
        self._refreshers.append(box.refresh)
        return box

    def bind(self, show: Callable[[], None]) -> None:
        """Have a field of another kind shown, with all others, by what shows it."""
        self._refreshers.append(show)

    def refresh(self) -> None:
        """Show every field as it is stored."""
        for show in self._refreshers:
            show()


def row(form: QFormLayout, label: str, *fields: QWidget | str, stretch: bool = True) -> None:
    """Put several fields, and captions between them, on one line of a form."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for field in fields:
        if isinstance(field, str):
            line.addWidget(QLabel(field))
        else:
            wide = isinstance(field, (TextField, LinesField))
            line.addWidget(field, 1 if wide else 0)
    if not stretch:
        line.addStretch(2)
    form.addRow(label, line)


def advice(text: str) -> QLabel:
    """Return a line of advice in quiet type."""
    label = QLabel(text)
    label.setObjectName("advice")
    label.setWordWrap(True)
    # In a form, only what expands is as wide as the fields are.
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    label.setSizePolicy(policy)
    return label

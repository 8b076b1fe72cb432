"""A scrolling page of titled groups of fields, each field bound to one stored value."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dragapp.ui.fields import LinesField, TextField, guard_wheel
from dragapp.ui.session import Session

Getter = Callable[[], str]
Setter = Callable[[str], None]


class FormPage(QScrollArea):
    """Builds bound fields; `refresh` shows all of them as they are stored."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._refreshers: list[Callable[[], None]] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._page = QWidget()
        self._page.setMaximumWidth(980)
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

    def end(self) -> None:
        """Close the page after its last group."""
        self.column.addStretch(1)
        guard_wheel(self._page)
        self.refresh()

    def text(self, name: str, get: Getter, put: Setter) -> TextField:
        """Return a bound field of one line."""
        field = TextField(self.session, put, name)
        self._refreshers.append(lambda: field.show_text(get()))
        return field

    def lines(self, name: str, get: Getter, put: Setter, count: int) -> LinesField:
        """Return a bound field of several lines."""
        field = LinesField(self.session, put, name, count)
        self._refreshers.append(lambda: field.show_text(get()))
        return field

    def choice(
        self, name: str, options: dict[str, str], get: Getter, put: Setter, *, free: bool = False
    ) -> QComboBox:
        """Return a bound list of choices; with `free`, another text may be typed."""
        box = QComboBox()
        box.setAccessibleName(name)
        box.setEditable(free)
        box.setEnabled(not self.session.read_only)
        for key, shown in options.items():
            box.addItem(shown, key)

        def chosen(*_: object) -> None:
            data = box.currentData()
            text = box.currentText() if free else str(data)
            if text != get():
                put(text)

        def show() -> None:
            box.blockSignals(True)
            if free:
                box.setCurrentText(get())
            else:
                box.setCurrentIndex(max(box.findData(get()), 0))
            box.blockSignals(False)

        box.activated.connect(chosen)
        line = box.lineEdit()
        if line:
            line.editingFinished.connect(chosen)
            self.session.flushing.connect(chosen)
        self._refreshers.append(show)
        return box

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
    return label

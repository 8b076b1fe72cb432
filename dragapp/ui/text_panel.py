"""A text field with its own tools: bold, italic, kinds of paragraph and lists, indentation."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QMenu,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dragapp.plan.section import Paragraph, ParagraphKind
from dragapp.ui import dialogs
from dragapp.ui.actions import Actions
from dragapp.ui.icons import icon
from dragapp.ui.number_dialog import NumberDialog
from dragapp.ui.paragraph_blocks import shape
from dragapp.ui.text_editor import TextEditor

#: The kinds of paragraph offered: name, icon, kind, label pattern.
KINDS = (
    ("Text obișnuit", "paragraph", ParagraphKind.PLAIN, ""),
    ("Listă 1. 2. 3.", "list-number", ParagraphKind.ITEM, "{1}."),
    ("Listă a) b) c)", "list-letter", ParagraphKind.ITEM, "{a})"),
    ("Listă a. b. c.", "list-letter", ParagraphKind.ITEM, "{a}."),
    ("Listă i. ii. iii.", "list-letter", ParagraphKind.ITEM, "{i}."),
    ("Listă I. II. III.", "list-number", ParagraphKind.ITEM, "{I}."),
    ("Listă cu liniuță", "list-bullet", ParagraphKind.ITEM, "-"),
    ("Listă cu punct •", "list-bullet", ParagraphKind.ITEM, "•"),
    ("Listă cu săgeată ➤", "list-bullet", ParagraphKind.ITEM, "➤"),
    ("Listă cu romb ❖", "list-bullet", ParagraphKind.ITEM, "❖"),
    ("Notă (literă mică)", "note", ParagraphKind.NOTE, ""),
)
_DEEPEST = 6


class TextPanel(QWidget):
    """A TextEditor under its toolbar."""

    def __init__(self, title: str, editor: TextEditor, actions: Actions) -> None:
        super().__init__()
        self.editor = editor
        self._actions = actions
        bar = small_toolbar(title)
        for name in ("bold", "italic"):
            bar.addAction(actions[name])
        bar.addSeparator()
        self._kind = QToolButton()
        self._kind.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._kind.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._kind.setMenu(self._kinds(self._kind))
        self._kind.setEnabled(not editor.isReadOnly())
        self._kind.setToolTip("Felul paragrafului: text, listă sau notă")
        bar.addWidget(self._kind)
        bar.addSeparator()
        for name in ("outdent", "indent", "start_number"):
            bar.addAction(actions[name])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(bar)
        layout.addWidget(editor, 1)
        editor.style_changed.connect(self._show_style)
        self._show_style()

    def _kinds(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for name, picture, kind, label in KINDS:
            action = menu.addAction(icon(picture), name)
            action.triggered.connect(lambda _=False, k=kind, t=label: self._become(k, t))
        own = menu.addAction("Alt semn sau altă numerotare…")
        own.triggered.connect(self._own_label)
        return menu

    def _become(self, kind: ParagraphKind, label: str) -> None:
        self.editor.reshape(lambda each: Paragraph((), kind, each.level, label))
        self.editor.setFocus()

    def _own_label(self) -> None:
        here = self._here()
        text = dialogs.ask_text(
            self,
            "Semnul listei",
            "Semnul tipărit în fața paragrafului. {1}, {I}, {i}, {A} sau {a} se înlocuiesc cu "
            "numărul: de exemplu c.{1}. dă c.1., c.2.",
            here.label,
        )
        if text:
            self._become(ParagraphKind.ITEM, text)

    def _here(self) -> Paragraph:
        return shape(self.editor.textCursor().block())

    def run(self, name: str) -> None:
        """Carry out a text command on the selection."""
        editor = self.editor
        if name in ("bold", "italic"):
            editor.toggle(name)
        elif name in ("indent", "outdent"):
            step = 1 if name == "indent" else -1
            editor.reshape(lambda p: replace(p, level=min(max(p.level + step, 0), _DEEPEST)))
        elif name == "start_number":
            self._start_number()
        self._show_style()

    def _start_number(self) -> None:
        dialog = NumberDialog(self, "Numărul acestui punct", self._here().number)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.editor.reshape(lambda p: replace(p, number=dialog.number()))

    def _show_style(self) -> None:
        here = self._here()
        names = [
            (name, picture)
            for name, picture, kind, label in KINDS
            if (kind, label) == (here.kind, here.label if kind == ParagraphKind.ITEM else "")
        ]
        name, picture = names[0] if names else (f"Listă {here.label}", "list-bullet")
        self._kind.setText(name)
        self._kind.setIcon(icon(picture))
        if self.editor.hasFocus():
            form = self.editor.currentCharFormat()
            self._actions["bold"].setChecked(form.fontWeight() >= QFont.Weight.DemiBold)
            self._actions["italic"].setChecked(form.fontItalic())


def small_toolbar(title: str) -> QToolBar:
    """Return a toolbar with small icons that begins with a caption; what has no room is at »."""
    bar = QToolBar()
    caption = QLabel(title)
    caption.setObjectName("caption")
    caption.setContentsMargins(0, 0, 10, 0)
    bar.addWidget(caption)
    more = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if more:
        # The padding of other buttons would leave no room for its sign.
        more.setStyleSheet("padding: 0")
        more.setToolTip("Mai multe comenzi")
        more.setAccessibleName("Mai multe comenzi")
    return bar

"""What a window must have so that it can be used by keyboard and by a screen reader."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

_INTERACTIVE = (
    *(QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit),
    *(QPlainTextEdit, QTextEdit),
)


def unnamed(top: QWidget) -> list[str]:
    """Return the widgets below `top` that a screen reader would have no name for."""
    return [described(each) for each in top.findChildren(QWidget) if _nameless(each)]


def _nameless(widget: QWidget) -> bool:
    if not isinstance(widget, _INTERACTIVE) or isinstance(widget, QHeaderView):
        return False
    if widget.objectName().startswith("qt_") or _inner(widget):
        return False
    spoken = QAccessible.queryAccessibleInterface(widget)
    return not spoken.text(QAccessible.Text.Name).strip()


def _inner(widget: QWidget) -> bool:
    """Whether Qt made it for itself: the line of a box, the list of a combo, a table's corner."""
    holder = widget.parentWidget()
    while holder:
        if isinstance(holder, (QComboBox, QAbstractSpinBox)):
            return True
        holder = holder.parentWidget()
    return type(widget).__name__ in ("QTableCornerButton", "QAbstractButton")


def described(widget: QWidget) -> str:
    """Tell which widget it is, for whoever has to give it what it lacks."""
    holders: list[str] = []
    holder = widget.parentWidget()
    while holder and len(holders) < 4:
        holders.append(type(holder).__name__)
        holder = holder.parentWidget()
    text = widget.text() if isinstance(widget, (QAbstractButton, QLineEdit)) else ""
    return f"{type(widget).__name__} {text!r} in {' < '.join(holders)}"


def traps(top: QWidget) -> list[str]:
    """Return the widgets below `top` that keep Tab to themselves; a plan's tables let it out."""
    texts: list[QTextEdit | QPlainTextEdit] = [
        *top.findChildren(QTextEdit),
        *top.findChildren(QPlainTextEdit),
    ]
    kept = [each for each in texts if not each.isReadOnly() and not each.tabChangesFocus()]
    tables = [each for each in top.findChildren(QTableView) if each.tabKeyNavigation()]
    return [f"keeps Tab: {described(each)}" for each in (*kept, *tables)]


def shared_keys(top: QWidget) -> list[str]:
    """Return the letters that choose more than one thing in a dialog, with Alt."""
    lettered: list[QAbstractButton | QLabel] = [
        *top.findChildren(QAbstractButton),
        *top.findChildren(QLabel),
    ]
    texts = [each.text() for each in lettered if each.isVisibleTo(top)]
    texts += [each.title() for each in top.findChildren(QGroupBox)]
    return _shared(texts)


def shared_menu_keys(menu: QMenu) -> list[str]:
    """Return the letters that choose more than one line of a menu."""
    return _shared([action.text() for action in menu.actions() if action.isVisible()])


def _shared(texts: list[str]) -> list[str]:
    keys = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    return [key for key, count in keys.items() if key and count > 1]


def by_tab(*, back: bool = False) -> set[QWidget]:
    """Press Tab until the focus comes round, and return where it was; fail where it is trapped."""
    seen: set[QWidget] = set()
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    shift = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    stays = 0
    for _ in range(3000):
        here = QApplication.focusWidget()
        assert here is not None, "nothing has the focus"
        stays = stays + 1 if here in seen else 0
        if stays > 40:
            break
        seen.add(here)
        if isinstance(here, QTableView) and here.model().rowCount():
            # Tab goes through the cells first.
            rows, columns = here.model().rowCount(), here.model().columnCount()
            edge = (0, 0) if back else (rows - 1, columns - 1)
            here.setCurrentIndex(here.model().index(*edge))
        QTest.keyClick(here, key, shift)
    return seen


def reachable(top: QWidget) -> set[QWidget]:
    """Return what Tab must come to: all that is shown, enabled and takes the focus by Tab."""
    found = set()
    for each in top.findChildren(QWidget):
        tab = each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        shown = each.isVisible() and each.isEnabled()
        if tab and shown and isinstance(each, (*_INTERACTIVE, QTabBar)) and not _inner(each):
            proxy = each.focusProxy()
            found.add(proxy or each)
    # Of buttons that exclude one another, Tab comes to the one that is chosen, arrows to the rest.
    return {each for each in found if not _one_of_several(each)}


def _one_of_several(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive() and not widget.isChecked()  # type: ignore[attr-defined]


def checked(dialog: QDialog) -> list[str]:
    """Return what is wrong with a dialog: names that lack, keys that choose two things."""
    name = dialog.windowTitle() or type(dialog).__name__
    return [
        *(f"{name}: no name: {each}" for each in unnamed(dialog)),
        *(f"{name}: {each}" for each in traps(dialog)),
        *(f"{name}: Alt+{each} twice" for each in shared_keys(dialog)),
        *([f"{name}: no title"] if not dialog.windowTitle() else []),
    ]

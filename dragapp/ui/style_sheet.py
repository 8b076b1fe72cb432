"""The style sheet on top of Qt's Fusion, for some colours, font size and zoom."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragapp.ui.colours import Colours

_SHEET = """
QLabel#title { font-size: @titlept; font-weight: 600; }
QLabel#heading { font-size: @headingpt; font-weight: 600; }
QLabel#caption { color: @faint; font-weight: 600; }
QLabel#advice { color: @faint; }
QToolBar { border: 0; spacing: 2px; padding: 1px; icon-size: 18px; }
QToolBar#main-toolbar { icon-size: 20px; }
QToolButton { padding: 4px; border: 1px solid transparent; border-radius: 4px; icon-size: 18px; }
QToolButton:hover { background: @hover; }
QToolButton:checked { background: @checked; border-color: @accent; }
QToolButton:focus { border-color: @accent; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center;
  right: 4px; }
QTabBar QToolButton, QToolButton#qt_toolbar_ext_button { padding: 0; }
QTabBar::scroller { width: 36px; }
QTabBar::tab { padding: 7px 14px; border: 0; border-bottom: 3px solid transparent; }
QTabBar::tab:hover { background: @hover; }
QTabBar::tab:selected { border-bottom-color: @accent; background: @checked; }
QTabBar::tab:disabled { color: @disabled; }
QProgressBar { border: 1px solid @edge; border-radius: 3px; background: @base;
  text-align: center; }
QProgressBar::chunk { background: @accent; }
QTabBar { icon-size: 16px; }
QGroupBox { font-weight: 600; border: 1px solid @line; border-radius: 6px; margin-top: 10px;
  padding-top: 8px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; padding: 0 4px; }
QTreeView, QListView { border: 1px solid transparent; icon-size: 16px; }
QTreeView:focus, QListView:focus { border-color: @accent; }
QListWidget#recent { icon-size: 24px; }
QTreeWidget::item { padding: 5px 2px; }
QTreeView, QListView, QTableView { selection-background-color: @soft;
  selection-color: @on_soft; }
QPlainTextEdit, QTextEdit { border: 1px solid @edge; border-radius: 3px; background: @base; }
QPlainTextEdit:focus, QTextEdit:focus { border-color: @accent; }
QPlainTextEdit#cell { border-color: @accent; border-radius: 0; }
QTextBrowser { border: 0; }
QTableView { gridline-color: @line; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 5px; background: transparent; }
QSplitter::handle:hover { background: @accent; }
QLineEdit { padding: 4px 6px; border: 1px solid @edge; border-radius: 3px; background: @base; }
QLineEdit:focus { border-color: @accent; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; background: transparent; }
QComboBox { padding: 4px 6px; }
QSpinBox { min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; }
QStatusBar::item { border: 0; }
QToolTip { padding: 4px; }
QFrame#offers { background: @base; border: 1px solid @accent; }
QLabel#reading { background: @notice; border: 1px solid @line; border-radius: 3px;
  padding: 2px 6px; }
QFrame#notice { background: @notice; border: 0; border-bottom: 1px solid @line; }
"""

#: Fusion takes its edges from the window's colour, where dark ones have none to give. A number's
#: box without buttons keeps Fusion's: Qt leaves its text no room inside another.
_BOXES = """
QPushButton, QComboBox, QSpinBox[buttonSymbols="0"] { border: 1px solid @edge; border-radius: 3px;
  background: @button; color: @text; }
QPushButton { padding: 5px 12px; }
QPushButton:flat { border: 1px solid transparent; background: transparent; }
QPushButton:flat:hover { background: @hover; }
QPushButton:default { border: 2px solid @edge; }
QPushButton:hover, QComboBox:hover { background: @hover; }
QPushButton:focus, QComboBox:focus, QSpinBox[buttonSymbols="0"]:focus { border: 2px solid @accent; }
QPushButton:disabled, QLineEdit:disabled, QComboBox:disabled, QSpinBox[buttonSymbols="0"]:disabled {
  color: @disabled; border-color: @disabled; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url("@mark_down"); width: 12px; height: 12px; }
QSpinBox[buttonSymbols="0"]::down-arrow { image: url("@mark_down"); width: 12px; height: 12px; }
QSpinBox[buttonSymbols="0"]::up-arrow { image: url("@mark_up"); width: 12px; height: 12px; }
QComboBox, QComboBox QLineEdit { placeholder-text-color: @faint; }
QSpinBox[buttonSymbols="0"]::up-button, QSpinBox[buttonSymbols="0"]::down-button { border: 0;
  width: 20px; }
QCheckBox::indicator, QRadioButton::indicator, QTableView::indicator { border: 2px solid @edge;
  background: @base; }
QTableView::indicator { width: 14px; height: 14px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QTableView::indicator:checked { image: url("@mark_check"); }
QRadioButton::indicator:checked { image: url("@mark_dot"); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @disabled; }
"""

_STRONG = """
QPushButton:focus, QLineEdit:focus, QComboBox:focus, QSpinBox[buttonSymbols="0"]:focus,
QToolButton:focus,
QTreeView:focus, QListView:focus, QTableView:focus, QPlainTextEdit:focus, QTextEdit:focus,
QCheckBox:focus, QRadioButton:focus { border: 3px solid @accent; }
QTreeView, QListView, QTableView { border: 1px solid @edge; }
QCheckBox, QRadioButton { border: 3px solid transparent; }
QToolButton:checked { border: 2px solid @accent; }
QTabBar::tab { border: 1px solid @edge; background: @window; }
QTabBar::tab:selected { background: @checked; border: 2px solid @accent; }
QMenu { border: 1px solid @edge; }
QMenu::item:selected, QMenuBar::item:selected { background: @accent; color: @on_accent; }
QDockWidget, QToolTip { border: 1px solid @edge; }
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus { border: 0; }
"""


def style_sheet(colours: Colours, *, size: float, zoom: float, marks: dict[str, str]) -> str:
    """Return the sheet; `size` is the font's in points, zoomed already.

    `marks` are the files of the arrows and ticks: see `needs_marks`.
    """
    sheet = _SHEET + _BOXES * needs_marks(colours) + _STRONG * colours.strong
    values = {name: str(value) for name, value in asdict(colours).items()}
    values |= {f"mark_{name}": path for name, path in marks.items()}
    values |= {"title": f"{size * 1.7:.1f}", "heading": f"{size * 1.2:.1f}"}
    sheet = re.sub(
        r"(?<![\w.])(\d+)px", lambda found: f"{_scaled(int(found.group(1)), zoom)}px", sheet
    )
    # The longest name first: `text` begins no other, but `on_soft` ends on `soft`.
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet


def needs_marks(colours: Colours) -> bool:
    """Whether the sheet draws the edges of boxes, and so must draw what is in them."""
    return colours.dark or colours.strong


def _scaled(pixels: int, zoom: float) -> int:
    """Return a length at a zoom; a line stays as fine as it is."""
    return pixels if pixels <= 1 else max(round(pixels * zoom), 2)

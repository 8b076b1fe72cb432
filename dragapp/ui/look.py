"""The window's look: one style sheet on top of Qt's Fusion, light and dark."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from dragapp.ui.icons import is_dark

_SHEET = """
QLabel#title {{ font-size: {title}pt; font-weight: 600; }}
QLabel#heading {{ font-size: {heading}pt; font-weight: 600; }}
QLabel#caption {{ color: {faint}; font-weight: 600; }}
QLabel#advice {{ color: {faint}; }}
QToolBar {{ border: 0; spacing: 2px; padding: 1px; }}
QToolButton {{ padding: 4px; border: 1px solid transparent; border-radius: 4px; }}
QToolButton:hover {{ background: {hover}; }}
QToolButton:checked {{ background: {checked}; border-color: {accent}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton[popupMode="2"] {{ padding-right: 18px; }}
QToolButton::menu-indicator {{ subcontrol-origin: padding; subcontrol-position: right center;
  right: 4px; }}
QTabBar::tab {{ padding: 7px 14px; }}
QGroupBox {{ font-weight: 600; border: 1px solid {line}; border-radius: 6px; margin-top: 10px;
  padding-top: 8px; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 12px; padding: 0 4px; }}
QTreeWidget, QListWidget {{ border: 0; }}
QTreeWidget::item {{ padding: 5px 2px; }}
QPlainTextEdit#cell {{ border: 1px solid {accent}; }}
QTableView {{ gridline-color: {line}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 5px; background: transparent; }}
QLineEdit {{ padding: 4px 6px; }}
QComboBox {{ padding: 4px 6px; }}
QSpinBox {{ min-height: 24px; }}
QStatusBar::item {{ border: 0; }}
QToolTip {{ padding: 4px; }}
QFrame#offers {{ background: palette(base); border: 1px solid {accent}; }}
QLabel#reading {{ background: {notice}; border: 1px solid {line}; border-radius: 3px;
  padding: 2px 6px; }}
QFrame#notice {{ background: {notice}; border: 0; border-bottom: 1px solid {line}; }}
"""


def dress(app: QApplication) -> None:
    """Give the application its look."""
    app.setStyle("Fusion")
    palette = app.palette()
    dark = is_dark()
    if not dark:
        palette.setColor(QPalette.ColorRole.Window, QColor("#f4f6f8"))
        palette.setColor(QPalette.ColorRole.Button, QColor("#eef1f4"))
        palette.setColor(QPalette.ColorRole.Highlight, QColor("#cfe3f5"))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#10202e"))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#6b7783"))
        app.setPalette(palette)
    size = app.font().pointSizeF()
    app.setStyleSheet(
        _SHEET.format(
            title=round(size * 1.7, 1),
            heading=round(size * 1.2, 1),
            faint="#a7b1bb" if dark else "#56626e",
            line="#474d54" if dark else "#d3dae1",
            hover="#3a4149" if dark else "#e3e9ef",
            notice="#3d3a2a" if dark else "#fff6d9",
            checked="#2f4f6b" if dark else "#d7e8f7",
            accent="#6cb6f5" if dark else "#1f6fb2",
        )
    )

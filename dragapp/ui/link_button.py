"""A button of two texts: what it does, in bold, and below it a few words more, next to an icon.

Qt's own such button keeps one size of letters, and loses its icon when the style sheet changes.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from dragapp.ui.icons import icon
from dragapp.ui.look import look, scaled

#: Lengths in pixels at 100 %: around the whole, of the icon's side, from it to the texts.
_SIDE, _ABOVE, _ICON, _GAP = 7, 10, 20, 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextDontClip)
#: More than any text is high.
_ENDLESS = 1 << 20


class LinkButton(QAbstractButton):
    """Shows `title`, whose letter after & presses it with Alt, and `details`; both are wrapped."""

    def __init__(
        self, title: str, details: str, picture: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._details = details
        self.setText(title)
        self.setIcon(icon(picture))
        self.setAccessibleDescription(details)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Whether it is higher where it is narrow: so it is."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that shows the whole of both texts."""
        title, details = self._places(width)
        icon_end = scaled(_ABOVE) + scaled(_ICON)
        return max(title.bottom() + 1, details.bottom() + 1, icon_end) + scaled(_ABOVE)

    def sizeHint(self) -> QSize:
        """Return a size with the title on one line."""
        width = self._width_for([self.text()])
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, and the height of a line of each text."""
        return QSize(self._width_for(self.text().split()), self.heightForWidth(_ENDLESS))

    def _width_for(self, title: list[str]) -> int:
        """Return the width that breaks no word of the details and none of these parts."""
        bold, plain = QFontMetrics(self._bold()), self.fontMetrics()
        widths = [bold.size(Qt.TextFlag.TextShowMnemonic, part).width() for part in title]
        widths += [plain.size(0, word).width() for word in self._details.split()]
        # A pixel more: the letters of a screen may end between two.
        return self._indent() + max(widths, default=0) + 1 + scaled(_SIDE)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _indent(self) -> int:
        return scaled(_SIDE) + scaled(_ICON) + scaled(_GAP)

    def _title_flags(self) -> int:
        hint = QStyle.StyleHint.SH_UnderlineShortcut
        shown = self.style().styleHint(hint, None, self)
        letter = Qt.TextFlag.TextShowMnemonic if shown else Qt.TextFlag.TextHideMnemonic
        return _WRAPPED | int(letter)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Return where the two texts are when the button is that wide."""
        left, above = self._indent(), scaled(_ABOVE)
        free = QRect(left, above, max(width - left - scaled(_SIDE), 1), _ENDLESS)
        bold, plain = QFontMetrics(self._bold()), self.fontMetrics()
        title, details = QRect(free), QRect(free)
        title.setHeight(bold.boundingRect(free, self._title_flags(), self.text()).height())
        details.moveTop(title.bottom() + 1)
        height = plain.boundingRect(free, _WRAPPED, self._details).height()
        # Qt gives no text the height of a line.
        details.setHeight(height if self._details else 0)
        return title, details

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it with Enter too: Qt's buttons know that key in dialogs alone."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the frame, the icon, and the texts."""
        painter = QPainter(self)
        self._paint_frame(painter)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        side = scaled(_ICON)
        self.icon().paint(painter, QRect(scaled(_SIDE), scaled(_ABOVE), side, side), mode=mode)
        now = look().colours
        painter.setPen(QColor(now.text if self.isEnabled() else now.disabled))
        title, details = self._places(self.width())
        painter.drawText(details, _WRAPPED, self._details)
        painter.setFont(self._bold())
        painter.drawText(title, self._title_flags(), self.text())

    def _paint_frame(self, painter: QPainter) -> None:
        now = look().colours
        hovered = self.underMouse() and self.isEnabled()
        line, colour = 0, now.edge
        if self.hasFocus():
            line, colour = scaled(3 if now.strong else 2), now.accent
        elif hovered or now.strong:
            line = 1
        ground = now.checked if self.isDown() else now.hover if hovered else now.window
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), line) if line else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        inset = line / 2
        place = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(place, scaled(4), scaled(4))
        painter.restore()

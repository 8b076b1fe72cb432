"""Icons: sharp on every screen, grey where disabled, light on dark."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from dragapp import resources
from dragapp.ui.colours import DARK, LIGHT
from dragapp.ui.icons import icon
from dragapp.ui.look import Aspect, look

NAMES = sorted(path.stem for path in resources.folder("icons").glob("*.svg"))


def colours(image: QImage) -> set[str]:
    """Return the colours that are wholly opaque."""
    every = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in every if colour.alpha() == 255}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(qapp: QApplication, ratio: float) -> None:
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        pixmap = icon("add").pixmap(QSize(20, 20), ratio, mode)
        assert pixmap.size() == QSize(20, 20) * ratio
        assert pixmap.devicePixelRatio() == ratio


def test_a_disabled_icon_is_grey(qapp: QApplication) -> None:
    shown = colours(icon("add").pixmap(QSize(32, 32), 1.0).toImage())
    grey = colours(icon("add").pixmap(QSize(32, 32), 1.0, QIcon.Mode.Disabled).toImage())
    assert "#1f6fb2" in shown
    assert "#1f6fb2" not in grey
    assert LIGHT.disabled in grey


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws(qapp: QApplication, name: str) -> None:
    image = icon(name).pixmap(QSize(24, 24), 1.5).toImage()
    assert image != QImage(image.size(), image.format())
    assert any(image.pixelColor(x, y).alpha() for x in range(36) for y in range(36)), (
        "nothing is drawn"
    )


def test_an_icon_follows_the_window_into_the_dark(qapp: QApplication) -> None:
    kept = icon("add")
    look().choose(Aspect.DARK)
    try:
        assert DARK.accent in colours(kept.pixmap(QSize(32, 32), 1.0).toImage())
    finally:
        look().choose(Aspect.SYSTEM)
    assert LIGHT.accent in colours(kept.pixmap(QSize(32, 32), 1.0).toImage())


def test_an_icon_is_painted_in_its_place(qapp: QApplication) -> None:
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(1.5)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icon("add").paint(painter, QRect(10, 10, 20, 20))
    painter.end()
    drawn = image.copy(15, 15, 30, 30)
    drawn.setDevicePixelRatio(1.5)
    assert drawn == icon("add").pixmap(QSize(20, 20), 1.5).toImage()


def test_a_copy_that_is_changed_leaves_the_icon_alone(qapp: QApplication) -> None:
    copy = QIcon(icon("add"))
    copy.addPixmap(QPixmap(3, 3))
    same = QSize(16, 16)
    assert copy.pixmap(same, 1.0).toImage() == icon("add").pixmap(same, 1.0).toImage()

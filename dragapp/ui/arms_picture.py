"""A picture file made into what a plan keeps as its coat of arms."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter
from shiboken6 import delete

from dragapp.errors import PictureError, cause, named

#: The largest that is kept, in dots: on paper it is 2 cm high, and at most 3 cm wide.
HIGHEST, WIDEST = 600, 900
#: A larger file, in bytes, or a larger picture, in dots, is not read at all.
_HEAVIEST, _MOST = 30_000_000, 60_000_000
_KEPT = "Stema a rămas cum era."


def arms_picture(path: Path) -> bytes:
    """Return the picture of a file as PNG on white, made smaller where it is larger than needed.

    Raise PictureError where the file cannot be read, is no picture or is far too large.
    """
    try:
        weight = path.stat().st_size
        data = path.read_bytes() if weight <= _HEAVIEST else b""
    except OSError as error:
        told = f"Fișierul {named(path)} nu a putut fi citit: {cause(error)}. {_KEPT}"
        raise PictureError(told) from error
    if weight > _HEAVIEST:
        raise _too_large(path, f"{weight // 1_000_000} MB")
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    try:
        image = _read(reader, path)
    finally:
        # It must not outlive the buffer, which it looks at once more when it goes.
        delete(reader)
    if image.isNull():
        raise PictureError(
            f"Fișierul {named(path)} nu este o imagine pe care programul o poate citi sau este "
            f"deteriorat. {_KEPT} Alegeți o imagine PNG, JPEG, BMP, GIF sau SVG."
        )
    return _png(_on_white(image))


def _read(reader: QImageReader, path: Path) -> QImage:
    # The ending of a name may be wrong; a photograph may say that it lies on its side.
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()).startswith(b"svg"):
        # A drawing is as sharp as it is large, whatever size it gives itself.
        if size.isValid():
            reader.setScaledSize(_fitting(size, enlarge=True))
    elif size.width() * size.height() > _MOST:
        raise _too_large(path, f"{size.width()} × {size.height()} de puncte")
    return reader.read()


def _too_large(path: Path, how: str) -> PictureError:
    return PictureError(
        f"Imaginea {named(path)} este prea mare ({how}). {_KEPT} Micșorați imaginea sau alegeți "
        "alta."
    )


def _fitting(size: QSize, *, enlarge: bool = False) -> QSize:
    """Return the size within the limits, never without a dot."""
    limit = QSize(WIDEST, HIGHEST)
    within = size.width() <= limit.width() and size.height() <= limit.height()
    if within and not enlarge:
        return size
    return size.scaled(limit, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _on_white(image: QImage) -> QImage:
    smaller = image.scaled(
        _fitting(image.size()),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    paper = QImage(smaller.size(), QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, smaller)
    painter.end()
    return paper


def _png(image: QImage) -> bytes:
    written = QBuffer()
    written.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(written, QByteArray(b"png")).write(image)
    return bytes(written.data().data())

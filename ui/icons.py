"""Lucide icons, drawn in the colour that the place needs.

An icon is named by its file in ``resources/icons``. The files say ``currentColor``; it is replaced before
drawing, so that one file serves both themes and every state.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

import resources


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first window should not wait for it

    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def pixmap(name: str, colour: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """The icon as a square of ``size`` logical pixels, sharp at the device pixel ratio; cached.

    Raises:
        FileNotFoundError: no icon of that name ships.
    """
    return _drawn(name, colour.name(), size, ratio)


def paint(painter: QPainter, name: str, colour: QColor, square: QRect) -> None:
    """Draw the icon into the square; on whole pixels, so that it stays sharp."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(square.topLeft(), pixmap(name, colour, square.width(), ratio))

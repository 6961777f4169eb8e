"""Small drawing helpers that the painted widgets share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPaintDevice, QPainter, QPen

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
ONE_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
ONE_LINE_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_TALL = 100_000


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A smooth painter for the device, ended also when drawing fails."""
    painter = QPainter(device)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def outline(painter: QPainter, rect: QRect, radius: float, edge: QColor | None, width: int = 1) -> None:
    """Stroke a rounded edge of whole pixels that lies wholly inside the rectangle."""
    if edge is None:
        return
    half = width / 2
    painter.setPen(QPen(edge, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = QRectF(rect).adjusted(half, half, -half, -half)
    painter.drawRoundedRect(inner, radius - half, radius - half)


def fill(painter: QPainter, rect: QRect, radius: float, colour: QColor | QBrush) -> None:
    """Fill a rounded rectangle."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(rect), radius, radius)


def surface(painter: QPainter, rect: QRect, radius: float, inside: QColor, edge: tuple[QColor, int]) -> None:
    """A filled rounded rectangle with an edge of (colour, width)."""
    fill(painter, rect.adjusted(1, 1, -1, -1), radius - 1, inside)
    outline(painter, rect, radius, *edge)


def hairline(painter: QPainter, left: int, top: int, width: int, colour: QColor) -> None:
    """A horizontal line one pixel high; filled, as a stroked one would smear over two pixels."""
    painter.fillRect(left, top, width, 1, colour)


class Ink(NamedTuple):
    """What a text is written with."""

    font: QFont
    colour: QColor


def put(painter: QPainter, rect: QRect, text: str, ink: Ink, flags: int = ONE_LINE) -> None:
    """Write text into the rectangle."""
    painter.setFont(ink.font)
    painter.setPen(ink.colour)
    painter.drawText(rect, flags, text)


def square_in(rect: QRect, left: int, size: int) -> QRect:
    """A square for an icon, ``left`` pixels into the rectangle and centred on its height."""
    return QRect(rect.left() + left, rect.top() + (rect.height() - size) // 2, size, size)


def wrapped(metrics: QFontMetrics, text: str, width: int) -> QSize:
    """The size that ``put(..., WRAPPED)`` needs for the text in this width, empty for an empty text."""
    if not text:
        return QSize(0, 0)
    return metrics.boundingRect(QRect(0, 0, max(width, 1), _TALL), WRAPPED, text).size()


def longest_word(metrics: QFontMetrics, text: str) -> int:
    """The width below which a wrapped text would be cut, in pixels."""
    return max((metrics.horizontalAdvance(word) for word in text.split()), default=0)

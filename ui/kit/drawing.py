"""Small drawing helpers that the painted widgets share."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPaintDevice, QPainter, QPen

from ui.kit.powers import advance, draw, has_powers
from ui.kit.wrapping import lines_of

_A = Qt.AlignmentFlag
ONE_LINE_HIGH = int(_A.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
ONE_LINE = int(_A.AlignLeft) | ONE_LINE_HIGH
ONE_LINE_RIGHT = int(_A.AlignRight) | ONE_LINE_HIGH
ONE_LINE_CENTRED = int(_A.AlignHCenter) | ONE_LINE_HIGH
TOP_LEFT = int(_A.AlignLeft | _A.AlignTop)
TOP_RIGHT = int(_A.AlignRight | _A.AlignTop)
MIDDLE_LEFT = int(_A.AlignLeft | _A.AlignVCenter)
MIDDLE_RIGHT = int(_A.AlignRight | _A.AlignVCenter)
_LEFT = int(_A.AlignLeft)
_HORIZONTALLY = int(_A.AlignHorizontal_Mask)
_CENTRED_VERTICALLY = int(_A.AlignVCenter)


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
    """Write one line of text into the rectangle."""
    painter.setFont(ink.font)
    painter.setPen(ink.colour)
    if has_powers(text):
        place = _start(QFontMetrics(ink.font), rect, text, flags)
        draw(painter, place, text, (flags & ~_HORIZONTALLY) | _LEFT)
    else:
        painter.drawText(rect, flags, text)


def _start(metrics: QFontMetrics, rect: QRect, text: str, flags: int) -> QRect:
    """The rectangle from where a line begins that is aligned by the flags."""
    spare = rect.width() - advance(metrics, text)
    share = 2 if flags & int(_A.AlignRight) else 1 if flags & int(_A.AlignHCenter) else 0
    return rect.adjusted(spare * share // 2, 0, 0, 0)


def put_lines(painter: QPainter, rect: QRect, text: str, ink: Ink, flags: int = TOP_LEFT) -> None:
    """Write text into the rectangle, wrapped as ``ui.kit.wrapping.wrapped`` measures it."""
    metrics = QFontMetrics(ink.font)
    lines = lines_of(metrics, text, rect.width())
    step = metrics.lineSpacing()
    spare = rect.height() - step * len(lines) if flags & _CENTRED_VERTICALLY else 0
    for number, line in enumerate(lines):
        place = QRect(rect.left(), rect.top() + spare // 2 + number * step, rect.width(), step)
        put(painter, place, line, ink, (flags & _HORIZONTALLY) | ONE_LINE_HIGH)


def square_in(rect: QRect, left: int, size: int) -> QRect:
    """A square for an icon, ``left`` pixels into the rectangle and centred on its height."""
    return QRect(rect.left() + left, rect.top() + (rect.height() - size) // 2, size, size)

"""Powers of ten, ``10^9`` in a text, with the exponent small and high: the font has no raised digits."""

import math
import re

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter

_POWER = re.compile(r"(?<=10)\^(-?\d+)")
_SIZE = 0.7
_RISE = 0.38


def has_powers(text: str) -> bool:
    """Whether a text has something to raise; nearly none has."""
    return "^" in text and _POWER.search(text) is not None


def advance(metrics: QFontMetrics, text: str) -> int:
    """The width of one line of text, in pixels, as ``draw`` writes it."""
    if not has_powers(text):
        return metrics.horizontalAdvance(text)
    parts = _POWER.split(text)
    plain, raised = parts[::2], parts[1::2]
    width = sum(map(metrics.horizontalAdvance, plain))
    return width + sum(math.ceil(metrics.horizontalAdvance(digits) * _SIZE) for digits in raised)


def draw(painter: QPainter, rect: QRect, text: str, flags: int) -> None:
    """Write one line from the left edge of a rectangle, in the painter's font and pen."""
    font, metrics = painter.font(), QFontMetrics(painter.font())
    small = QFont(font)
    small.setPixelSize(max(round(QFontInfo(font).pixelSize() * _SIZE), 1))
    rise = round(metrics.ascent() * _RISE)
    left = rect.left()
    for number, part in enumerate(_POWER.split(text)):
        raised = bool(number % 2)
        painter.setFont(small if raised else font)
        place = QRect(left, rect.top() - (rise if raised else 0), rect.width(), rect.height())
        painter.drawText(place, flags, part)
        width = metrics.horizontalAdvance(part)
        left += math.ceil(width * _SIZE) if raised else width
    painter.setFont(font)

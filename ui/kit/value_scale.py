"""A measured value on a scale with its bounds, painted; the same facts stand in words beside it.

Example::

    scale = ValueScale("laboratory/platelets/scale", "Platelets")
    scale.show_scale(ScaleFacts(("CRi", "CR"), (Decimal(100),), Decimal(80), place=0), "80 of 100 …")
"""

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, theme
from ui.fonts import Size, px
from ui.kit.drawing import ONE_LINE_CENTRED, Ink, fill, outline, painting, put
from ui.kit.numbers import show_number

_HEAD, _BAR, _TICKS = 9, 24, 19
_LEAST_WIDTH = 150
_BEYOND = Decimal("0.98")
"""Where on the scale a value stands that is too high for it."""


@dataclass(frozen=True, slots=True)
class ScaleFacts:
    """What a scale shows.

    Attributes:
        zones: what each stretch between the bounds means, from the lowest up; one more than there are bounds.
        bounds: in ascending order, each above zero; the scale goes to twice the highest.
        value: the measured value; None while it is missing.
        place: the number of the zone in which the value lies; None while it is missing.
    """

    zones: tuple[str, ...]
    bounds: tuple[Decimal, ...]
    value: Decimal | None = None
    place: int | None = None

    def share(self, value: Decimal) -> float:
        """How far up the scale a value stands, 0 to 1."""
        return float(min(value / (2 * self.bounds[-1]), _BEYOND))


class ValueScale(QLabel):
    """A picture: zones with their meaning, bounds below, and a pointer at the value."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._facts: ScaleFacts | None = None
        theme.changes().changed.connect(self.updateGeometry)

    def show_scale(self, facts: ScaleFacts, words: str) -> None:
        """Show these facts; ``words`` say the same for whoever does not see the picture."""
        self._facts = facts
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(2 * _LEAST_WIDTH), px(_HEAD + _BAR + _TICKS))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST_WIDTH), px(_HEAD + _BAR + _TICKS))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._facts is None:
            return
        edges = [0, *(self._x(bound) for bound in self._facts.bounds), self.width()]
        with painting(self) as painter:
            for number, label in enumerate(self._facts.zones):
                zone = QRect(edges[number], px(_HEAD), edges[number + 1] - edges[number] - 2, px(_BAR))
                self._paint_zone(painter, zone, label, self._pointer(number))
            for bound in self._facts.bounds:
                self._paint_tick(painter, bound)
            if self._facts.value is not None:
                self._paint_pointer(painter, self._x(self._facts.value))

    def _x(self, value: Decimal) -> int:
        return round(self._facts.share(value) * self.width()) if self._facts else 0

    def _pointer(self, zone: int) -> int | None:
        """Where the pointer crosses a zone; None where it stands in another."""
        if self._facts is None or self._facts.value is None or zone != self._facts.place:
            return None
        return self._x(self._facts.value)

    @staticmethod
    def _paint_zone(painter: QPainter, rect: QRect, label: str, pointer: int | None) -> None:
        tokens = theme.current()
        is_here = pointer is not None
        fill(painter, rect, px(4), tokens.accent_soft if is_here else tokens.neutral_soft)
        outline(painter, rect, px(4), tokens.accent if is_here else tokens.line)
        weight = fonts.SEMIBOLD if is_here else fonts.REGULAR
        ink = Ink(fonts.font(Size.SECONDARY, weight), tokens.text if is_here else tokens.text2)
        place = rect if pointer is None else _beside(rect, pointer)
        # A label without room is left to the words beside the picture, not cut in half.
        if fonts.metrics(Size.SECONDARY, weight).horizontalAdvance(label) <= place.width() - px(6):
            put(painter, place, label, ink, ONE_LINE_CENTRED)

    def _paint_tick(self, painter: QPainter, bound: Decimal) -> None:
        tokens = theme.current()
        x, top = self._x(bound), px(_HEAD + _BAR)
        painter.fillRect(x - 1, px(_HEAD) - 2, 1, px(_BAR) + px(5), tokens.control)
        words = show_number(bound)
        width = fonts.metrics(Size.LEGEND).horizontalAdvance(words) + 2
        place = QRect(x - width // 2 - 1, top + px(4), width, px(_TICKS - 4))
        put(painter, place, words, Ink(fonts.font(Size.LEGEND), tokens.text2), ONE_LINE_CENTRED)

    @staticmethod
    def _paint_pointer(painter: QPainter, x: int) -> None:
        colour, half = theme.current().text, px(5)
        tip = max(x, half)
        painter.setPen(colour)
        painter.setBrush(colour)
        corners = [QPointF(tip - half, 0), QPointF(tip + half, 0), QPointF(tip, px(_HEAD))]
        painter.drawPolygon(QPolygonF(corners))
        painter.fillRect(tip - 1, px(_HEAD), 2, px(_BAR), colour)


def _beside(rect: QRect, x: int) -> QRect:
    """The wider part of a rectangle, left or right of a line across it."""
    left, right = QRect(rect), QRect(rect)
    left.setRight(x)
    right.setLeft(x)
    return max(left, right, key=QRect.width)

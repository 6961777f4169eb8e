"""The items of the side bar and of the step strip: icon, words, and a count or a status mark."""

from enum import Enum, auto

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.drawing import (
    ONE_LINE,
    ONE_LINE_CENTRED,
    ONE_LINE_RIGHT,
    Ink,
    fill,
    painting,
    put,
    square_in,
    surface,
)
from ui.kit.status import Status, colour_of, icon_of, word_of
from ui.kit.words import tr

_MARK = 16


class Shape(Enum):
    """How an item is drawn: a row of the side bar, icon over words in the rail, or a tab of the strip."""

    ROW = auto()
    RAIL = auto()
    TAB = auto()


class NavItem(QPushButton):
    """One place to go; ``set_current`` marks the one where the reviewer is."""

    def __init__(
        self, name: str, icon: str, text: str, short: str = "", *, parent: QWidget | None = None
    ) -> None:
        """``short`` is the label in the rail, where there is room for one word."""
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName(name)
        self.setAccessibleName(text)
        self._icon, self._short = icon, short or text
        self._shape = Shape.ROW
        self._count: int | None = None
        self._mark: Status | None = None
        self._current = False
        self.set_shape(Shape.ROW)

    def set_shape(self, shape: Shape) -> None:
        """Draw the item in another shape."""
        self._shape = shape
        width = QSizePolicy.Policy.Fixed if shape is Shape.TAB else QSizePolicy.Policy.Expanding
        self.setSizePolicy(width, QSizePolicy.Policy.Fixed)
        self.updateGeometry()
        self.update()

    def set_count(self, count: int | None) -> None:
        """Show how many there are, or nothing for None."""
        self._count = count
        self._describe()

    def set_mark(self, mark: Status | None) -> None:
        """Show how this step stands, or nothing while it is untouched."""
        self._mark = mark
        self._describe()

    def set_current(self, current: bool) -> None:
        """Say whether this is where the reviewer is."""
        self._current = current
        self._describe()

    def is_current(self) -> bool:
        """Whether this is where the reviewer is."""
        return self._current

    def mark(self) -> Status | None:
        """How this step stands."""
        return self._mark

    def sizeHint(self) -> QSize:
        words = self._metrics().horizontalAdvance(self.text()) + 1
        if self._shape is Shape.ROW:
            return QSize(px(40) + words + px(_MARK + 16), px(36))
        if self._shape is Shape.RAIL:
            return QSize(self._rail_metrics().horizontalAdvance(self._short) + px(8), px(52))
        mark = px(_MARK + 10) if self._mark else 0
        return QSize(words + mark + 2 * px(12), px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint_ground(painter)
            if self._shape is Shape.RAIL:
                self._paint_rail(painter)
            else:
                self._paint_line(painter, px(12) if self._shape is Shape.TAB else px(40))

    def _describe(self) -> None:
        """Say to screen readers what is drawn beside the words."""
        parts = [tr("You are here")] if self._current else []
        parts += [word_of(self._mark)] if self._mark is not None else []
        parts += [str(self._count)] if self._count is not None else []
        self.setAccessibleDescription(". ".join(parts))
        self.updateGeometry()
        self.update()

    @staticmethod
    def _metrics() -> QFontMetrics:
        # Always measured semibold, so that nothing moves when the item is chosen.
        return fonts.metrics(fonts.Size.BODY, fonts.SEMIBOLD)

    @staticmethod
    def _rail_metrics() -> QFontMetrics:
        return fonts.metrics(fonts.Size.LEGEND, fonts.SEMIBOLD)

    def _ink(self, size: fonts.Size) -> Ink:
        tokens = theme.current()
        weight = fonts.SEMIBOLD if self._current else fonts.REGULAR
        return Ink(fonts.font(size, weight), tokens.text if self._current else tokens.text2)

    def _paint_ground(self, painter: QPainter) -> None:
        tokens = theme.current()
        if self._current:
            surface(painter, self.rect(), px(6), tokens.surface, (tokens.surface, 1))
            painter.fillRect(self._bar(), tokens.accent)
        elif self.underMouse():
            fill(painter, self.rect(), px(6), tokens.hover)

    def _bar(self) -> QRect:
        if self._shape is Shape.TAB:
            return QRect(px(12), self.height() - px(4), self.width() - 2 * px(12), px(3))
        inset = px(8)
        return QRect(0, inset, px(3), self.height() - 2 * inset)

    def _paint_line(self, painter: QPainter, left: int) -> None:
        tokens = theme.current()
        if self._shape is Shape.ROW:
            colour = tokens.accent if self._current else tokens.text2
            icons.paint(painter, self._icon, colour, square_in(self.rect(), px(12), px(18)))
        put(painter, self.rect().adjusted(left, 0, 0, 0), self.text(), self._ink(fonts.Size.BODY), ONE_LINE)
        right = self.rect().adjusted(0, 0, -px(12), 0)
        if self._mark is not None:
            square = square_in(self.rect(), self.width() - px(10 + _MARK), px(_MARK))
            icons.paint(painter, icon_of(self._mark), colour_of(self._mark, tokens), square)
        elif self._count is not None:
            ink = Ink(fonts.font(fonts.Size.SECONDARY), tokens.text2)
            put(painter, right, f"{self._count:,}", ink, ONE_LINE_RIGHT)

    def _paint_rail(self, painter: QPainter) -> None:
        tokens = theme.current()
        size = px(18)
        square = QRect((self.width() - size) // 2, px(8), size, size)
        icons.paint(painter, self._icon, tokens.accent if self._current else tokens.text2, square)
        label = QRect(0, px(28), self.width(), px(20))
        put(painter, label, self._short, self._ink(fonts.Size.LEGEND), ONE_LINE_CENTRED)

"""The upper lane of the cycle timeline: the course on a calendar, with today's pin."""

from datetime import date

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from ui import fonts, theme
from ui.fonts import Size, px
from ui.kit.drawing import ONE_LINE, ONE_LINE_RIGHT, Ink, put, surface
from ui.kit.timeline_data import Course, CourseBlock

# Heights at 100 %: title, month names, blocks, and the pin's label below them.
_TITLE, _MONTHS, _BLOCK, _PIN = 22, 18, 30, 28
_INSET = 28


class CourseLane:
    """Places and paints a course in a rectangle of ``height()``."""

    def __init__(self, course: Course, left: int, width: int) -> None:
        self._course = course
        self._left, self._width = left, width
        self._first = course.first()
        self._days = (course.end() - self._first).days

    @staticmethod
    def height(course: Course, width: int) -> int:
        """The lane's height; the caption takes a line of its own where it does not fit beside the title."""
        return px(_TITLE) * CourseLane._title_lines(course, width) + px(_MONTHS + _BLOCK + _PIN)

    def block_rect(self, block: CourseBlock, top: int) -> QRect:
        """Where a block stands, its last day included."""
        left = self._x(block.first)
        right = self._x(block.last) + self._day_width()
        return QRect(round(left), self._blocks_top(top), max(round(right - left) - 1, 2), px(_BLOCK))

    def paint(self, painter: QPainter, top: int) -> None:
        """Paint the lane with its upper edge at ``top``."""
        self._paint_title(painter, top)
        self._paint_months(painter, top)
        for block in self._course.blocks:
            self._paint_block(painter, block, self.block_rect(block, top))
        self._paint_pin(painter, top)

    @staticmethod
    def _title_lines(course: Course, width: int) -> int:
        title = _metrics(Size.SECONDARY, heavy=True).horizontalAdvance(course.title)
        caption = _metrics(Size.SECONDARY).horizontalAdvance(course.caption)
        return 1 if title + caption + px(16) <= width else 2

    def _blocks_top(self, top: int) -> int:
        return top + px(_TITLE) * self._title_lines(self._course, self._width) + px(_MONTHS)

    def _day_width(self) -> float:
        return (self._width - 2 * px(_INSET)) / self._days

    def _x(self, day: date) -> float:
        return self._left + px(_INSET) + (day - self._first).days * self._day_width()

    def _paint_title(self, painter: QPainter, top: int) -> None:
        tokens = theme.current()
        line = QRect(self._left, top, self._width, px(_TITLE))
        put(painter, line, self._course.title, Ink(fonts.font(Size.SECONDARY, fonts.SEMIBOLD), tokens.text))
        beside = self._title_lines(self._course, self._width) == 1
        caption = line if beside else line.translated(0, px(_TITLE))
        ink = Ink(fonts.font(Size.SECONDARY), tokens.text2)
        flags = ONE_LINE_RIGHT if beside else ONE_LINE
        put(painter, caption, self._course.caption, ink, flags)

    def _paint_months(self, painter: QPainter, top: int) -> None:
        tokens = theme.current()
        metrics = _metrics(Size.LEGEND)
        names_top = self._blocks_top(top) - px(_MONTHS)
        free_from = 0.0
        for start in self._course.month_starts():
            x = self._x(start)
            painter.fillRect(round(x), names_top, 1, px(_MONTHS + _BLOCK + 6), tokens.line)
            name = f"{self._course.months[start.month - 1]} {start.year}"
            right = x + px(4) + metrics.horizontalAdvance(name)
            if x >= free_from and right <= self._left + self._width:
                place = QRect(round(x) + px(4), names_top, metrics.horizontalAdvance(name) + 1, px(16))
                put(painter, place, name, Ink(fonts.font(Size.LEGEND), tokens.text2))
                free_from = right + px(6)

    @staticmethod
    def _paint_block(painter: QPainter, block: CourseBlock, rect: QRect) -> None:
        tokens = theme.current()
        inside = tokens.accent_soft if block.asked else tokens.neutral_soft
        edge = (tokens.accent, 2) if block.asked else (tokens.control, 1)
        surface(painter, rect, px(4), inside, edge)
        heavy = _metrics(Size.SECONDARY, heavy=True)
        number = rect.adjusted(px(8), 0, 0, 0)
        put(painter, number, block.number, Ink(fonts.font(Size.SECONDARY, fonts.SEMIBOLD), tokens.text))
        label = number.adjusted(heavy.horizontalAdvance(block.number) + px(6), 0, -px(4), 0)
        # A label without room is left to the table below, not cut in half.
        if _metrics(Size.SECONDARY).horizontalAdvance(block.label) <= label.width():
            put(painter, label, block.label, Ink(fonts.font(Size.SECONDARY), tokens.text2))

    def _paint_pin(self, painter: QPainter, top: int) -> None:
        tokens = theme.current()
        x = self._x(self._course.today) + self._day_width() / 2
        head, foot = self._blocks_top(top) - px(6), self._blocks_top(top) + px(_BLOCK + 8)
        painter.setPen(QPen(tokens.text, 2))
        painter.drawLine(QPointF(x, head), QPointF(x, foot))
        painter.setBrush(tokens.text)
        painter.drawEllipse(QPointF(x, head), px(2), px(2))
        width = _metrics(Size.LEGEND, heavy=True).horizontalAdvance(self._course.today_label) + 2
        left = min(max(round(x - width / 2), self._left), self._left + self._width - width)
        ink = Ink(fonts.font(Size.LEGEND, fonts.SEMIBOLD), tokens.text)
        put(painter, QRect(left, foot, width, px(18)), self._course.today_label, ink)


def _metrics(size: Size, *, heavy: bool = False) -> QFontMetrics:
    return fonts.metrics(size, fonts.SEMIBOLD if heavy else fonts.REGULAR)

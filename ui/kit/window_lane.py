"""The lower lane of the cycle timeline: the authorization window, one cell a day."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from ui import fonts, icons, theme
from ui.fonts import Size, px
from ui.kit.drawing import ONE_LINE_CENTRED, TOP_LEFT, TOP_RIGHT, Ink, fill, outline, put, put_lines
from ui.kit.timeline_data import TreatmentMark, Window
from ui.kit.wrapping import wrapped

_TITLE, _FRAME, _BELOW, _LEGEND = 26, 66, 6, 30
_EDGE, _WEEK = 2, 7
_LEAST_ICON = 11  # a smaller one, as in a window of months, reads as a smudge


class WindowLane:
    """Places and paints a window; measuring and painting share the same places."""

    def __init__(self, window: Window, left: int, width: int) -> None:
        self._window = window
        self._left, self._width = left, width

    def height(self) -> int:
        """The lane's height in its width."""
        legend = px(_LEGEND) if self._window.legend else 0
        words = self._below_height() + px(_BELOW)
        return self._title_height() + px(_FRAME) + words + legend + self._legend_extra()

    def frame(self, top: int) -> QRect:
        """The frame of the days."""
        return QRect(self._left, top + self._title_height(), self._width, px(_FRAME))

    def paint(self, painter: QPainter, top: int) -> None:
        """Paint the lane with its upper edge at ``top``."""
        frame = self.frame(top)
        self._paint_title(painter, top)
        self._paint_free(painter, frame)
        self._paint_days(painter, frame)
        for mark in self._window.marks:
            self._paint_mark(painter, mark, frame)
        outline(painter, frame, px(4), theme.current().accent, _EDGE)
        self._paint_words(painter, frame.bottom() + 1 + px(_BELOW))
        if self._window.legend:
            self._paint_legend(painter, frame.bottom() + 1 + px(_BELOW) + self._below_height())

    def _title_height(self) -> int:
        heavy = fonts.metrics(Size.SECONDARY, fonts.SEMIBOLD).horizontalAdvance(self._window.title)
        caption = fonts.metrics(Size.SECONDARY).horizontalAdvance(self._window.caption)
        return px(_TITLE) if heavy + caption + px(16) <= self._width else px(_TITLE + 18)

    def _cell(self, day: int, frame: QRect) -> QRect:
        """The cell of a day of the cycle, from 1."""
        inner = frame.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        left = inner.left() + round((day - 1) * inner.width() / self._window.days)
        right = inner.left() + round(day * inner.width() / self._window.days)
        return QRect(left, inner.top(), right - left, inner.height())

    def _paint_title(self, painter: QPainter, top: int) -> None:
        tokens = theme.current()
        title_width = fonts.metrics(Size.SECONDARY, fonts.SEMIBOLD).horizontalAdvance(self._window.title)
        line = QRect(self._left, top, self._width, px(18))
        put(painter, line, self._window.title, Ink(fonts.font(Size.SECONDARY, fonts.SEMIBOLD), tokens.text))
        beside = self._title_height() == px(_TITLE)
        caption = line.adjusted(title_width + px(8), 0, 0, 0) if beside else line.translated(0, px(18))
        put(painter, caption, self._window.caption, Ink(fonts.font(Size.SECONDARY), tokens.text2))

    def _paint_days(self, painter: QPainter, frame: QRect) -> None:
        tokens = theme.current()
        for day in range(2, self._window.days + 1):
            cell = self._cell(day, frame)
            if day % _WEEK == 1:
                painter.fillRect(cell.left(), cell.top(), 1, cell.height(), tokens.control)
            else:
                painter.fillRect(cell.left(), cell.bottom() - px(9), 1, px(9), tokens.line)

    def _paint_free(self, painter: QPainter, frame: QRect) -> None:
        tokens = theme.current()
        last = max((mark.day for mark in self._window.marks), default=0)
        if last >= self._window.days:
            return
        area = self._cell(last + 1, frame).united(self._cell(self._window.days, frame))
        painter.fillRect(area, tokens.window)
        painter.fillRect(area, QBrush(tokens.line, Qt.BrushStyle.BDiagPattern))

    def _paint_free_word(self, painter: QPainter, frame: QRect) -> None:
        tokens = theme.current()
        last = max((mark.day + mark.may_move for mark in self._window.marks), default=0)
        width = fonts.metrics(Size.SECONDARY).horizontalAdvance(self._window.free) + px(8)
        if last >= self._window.days:
            return
        area = self._cell(last + 1, frame).united(self._cell(self._window.days, frame))
        if width <= area.width():
            height = px(20)
            centre = area.center()
            place = QRect(centre.x() - width // 2, centre.y() - height // 2, width, height)
            painter.fillRect(place, tokens.window)
            put(
                painter,
                place,
                self._window.free,
                Ink(fonts.font(Size.SECONDARY), tokens.text2),
                ONE_LINE_CENTRED,
            )

    def _paint_mark(self, painter: QPainter, mark: TreatmentMark, frame: QRect) -> None:
        tokens = theme.current()
        if mark.may_move:
            first = self._cell(max(mark.day - mark.may_move, 1), frame)
            last = self._cell(min(mark.day + mark.may_move, self._window.days), frame)
            _dashed(painter, first.united(last).adjusted(1, px(7), -1, -px(7)))
        cell = self._cell(mark.day, frame).adjusted(0, px(3), -1, -px(3))
        fill(painter, cell, px(3), tokens.accent)
        size = min(px(16), cell.width() - 2)
        if size >= px(_LEAST_ICON):
            square = QRect(0, 0, size, size)
            square.moveCenter(cell.center())
            icons.paint(painter, "syringe", tokens.on_accent, square)
        if mark is self._window.marks[-1]:
            self._paint_free_word(painter, frame)

    def _columns(self) -> list[tuple[int, int, tuple[str, str, str]]]:
        """Left edge, width and the three lines of words under each treatment day."""
        frame = self.frame(0)
        lefts = [self._cell(mark.day, frame).left() for mark in self._window.marks]
        ends = [*lefts[1:], self._left + self._width - self._last_width()]
        texts = [(mark.title, mark.date, mark.dose) for mark in self._window.marks]
        places = zip(lefts, ends, texts, strict=True)
        return [(left, max(end - left - px(8), px(24)), words) for left, end, words in places]

    def _last_width(self) -> int:
        words = fonts.metrics(Size.SECONDARY).horizontalAdvance(self._window.last_date)
        return min(words + px(2), self._width // 4)

    def _below_height(self) -> int:
        columns = [*((width, words) for _left, width, words in self._columns())]
        columns.append((self._last_width(), (self._window.last_title, self._window.last_date, "")))
        return max(sum(height for _text, height, _ink in _stack(words, width)) for width, words in columns)

    def _paint_words(self, painter: QPainter, top: int) -> None:
        for left, width, words in self._columns():
            _write_stack(painter, QRect(left, top, width, 0), words, TOP_LEFT)
        width = self._last_width()
        last = QRect(self._left + self._width - width, top, width, 0)
        _write_stack(painter, last, (self._window.last_title, self._window.last_date, ""), TOP_RIGHT)

    def _legend_extra(self) -> int:
        if not self._window.legend:
            return 0
        metrics = fonts.metrics(Size.LEGEND)
        return wrapped(metrics, self._window.legend, self._width - px(30)).height() - metrics.height()

    def _paint_legend(self, painter: QPainter, top: int) -> None:
        metrics = fonts.metrics(Size.LEGEND)
        line = top + px(12)
        _dashed(painter, QRect(self._left, line, px(23), px(14)))
        area = QRect(self._left + px(30), line, self._width - px(30), metrics.height() + self._legend_extra())
        put_lines(painter, area, self._window.legend, Ink(fonts.font(Size.LEGEND), theme.current().text2))


def _stack(words: tuple[str, str, str], width: int) -> list[tuple[str, int, Ink]]:
    """Title, date and dose with the height each takes in this width."""
    tokens = theme.current()
    looks = (
        (Size.SECONDARY, fonts.SEMIBOLD, tokens.text),
        (Size.SECONDARY, fonts.REGULAR, tokens.text2),
        (Size.LEAD, fonts.SEMIBOLD, tokens.text),
    )
    return [
        (
            text,
            wrapped(fonts.metrics(size, weight), text, width).height(),
            Ink(fonts.font(size, weight), colour),
        )
        for text, (size, weight, colour) in zip(words, looks, strict=True)
    ]


def _write_stack(painter: QPainter, place: QRect, words: tuple[str, str, str], flags: int) -> None:
    top = place.top()
    for text, height, ink in _stack(words, place.width()):
        put_lines(painter, QRect(place.left(), top, place.width(), height), text, ink, flags)
        top += height


def _dashed(painter: QPainter, rect: QRect) -> None:
    pen = QPen(theme.current().accent, 1.2)
    pen.setDashPattern([3, 2.4])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))

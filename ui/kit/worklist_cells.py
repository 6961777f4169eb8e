"""How the cells of a worklist row are drawn: two lines each, the upper one heavier."""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.banner import Urgency, urgent_chip, urgent_colour
from ui.kit.chips import ChipFace
from ui.kit.drawing import Ink, hairline, put, put_lines
from ui.kit.names import written_name
from ui.kit.rows_table import ROW_ROLE, AnyIndex
from ui.kit.worklist_model import WorklistRow
from ui.kit.wrapping import lines_of, wrapped

ROW_HEIGHT, PADDING = 54, 15
# Clock and chip, and more lines where the member's column is narrow.
_STACKED_HEIGHT, _STACKED_NARROW_HEIGHT, _WRAPS_BELOW = 84, 126, 330
_UPPER, _LINE = 9, 18
_ICON, _CLOCK_TEXT = 16, 24
# Two pixels less than other chips, so that the moment below it keeps its place.
_LATE_CHIP = 22
_MOST_LINES = 2


class _Pen(NamedTuple):
    painter: QPainter
    cell: QRect

    def line(self, number: int, left: int = 0) -> QRect:
        """The place of the upper (0) or lower (1) line of the cell, ``left`` pixels in."""
        top = self.cell.top() + px(_UPPER) + number * px(_LINE)
        return QRect(self.cell.left() + left, top, self.cell.width() - left, px(_LINE))

    def write(self, number: int, text: str, ink: Ink, left: int = 0) -> None:
        """Write one line."""
        put(self.painter, self.line(number, left), text, ink)


def _upper(*, heavy: bool = True) -> Ink:
    weight = fonts.SEMIBOLD if heavy else fonts.REGULAR
    return Ink(fonts.font(fonts.Size.BODY, weight), theme.current().text)


def _lower() -> Ink:
    return Ink(fonts.font(fonts.Size.SECONDARY), theme.current().text2)


def _due(pen: _Pen, row: WorklistRow) -> None:
    left = px(_CLOCK_TEXT)
    chip = urgent_chip(row.urgency, row.left)
    if chip is not None:
        place = QRect(pen.cell.left(), pen.cell.top() + px(6), chip.size().width(), px(_LATE_CHIP))
        chip.paint(pen.painter, place)
        put(pen.painter, pen.line(1, left).translated(0, px(3)), row.due, _lower())
        return
    soon = row.urgency is Urgency.SOON
    colour = urgent_colour(row.urgency, theme.current())
    place = pen.line(0)
    square = QRect(place.left(), place.top() + px(1), px(_ICON), px(_ICON))
    icons.paint(pen.painter, "clock", colour if soon else theme.current().text2, square)
    pen.write(0, row.left, Ink(fonts.font(fonts.Size.BODY, fonts.SEMIBOLD), colour), left)
    pen.write(1, row.due, _lower(), left)


def _member(pen: _Pen, row: WorklistRow) -> None:
    name = written_name(row.family, row.given)
    metrics = fonts.metrics(fonts.Size.BODY, fonts.SEMIBOLD)
    family, lower = f"{row.family.upper()},", f"{row.given}   {row.number}"
    small = fonts.metrics(fonts.Size.SECONDARY)
    width = pen.cell.width()
    if metrics.horizontalAdvance(name) <= width:
        pen.write(0, name, _upper())
        pen.write(1, row.number, _lower())
    elif row.given and metrics.horizontalAdvance(family) <= width >= small.horizontalAdvance(lower):
        # A name is never cut: it breaks after its comma, and the given name moves to the lower line.
        pen.write(0, family, _upper())
        pen.write(1, lower, _lower())
    else:
        _long_member(pen, name, row.number)


def _long_member(pen: _Pen, name: str, number: str) -> None:
    """The name in small lines and the number below; in still smaller ones where the row is too low."""
    for size in (fonts.Size.SECONDARY, fonts.Size.LEGEND):
        metrics = fonts.metrics(size, fonts.SEMIBOLD)
        lines = lines_of(metrics, name, pen.cell.width())
        count = len(lines) + 1
        step = min(metrics.height(), pen.cell.height() // count)
        if step == metrics.height():
            break
    top = pen.cell.top() + (pen.cell.height() - step * count) // 2
    place = QRect(pen.cell.left(), top, pen.cell.width(), step)
    for line in lines:
        put(pen.painter, place, line, Ink(fonts.font(size, fonts.SEMIBOLD), theme.current().text))
        place.translate(0, step)
    put(pen.painter, place, number, Ink(fonts.font(size), theme.current().text2))


def _request(pen: _Pen, row: WorklistRow) -> None:
    pen.write(0, row.request, _upper(heavy=False))
    pen.write(1, row.request_note, _lower())


def _status(pen: _Pen, row: WorklistRow) -> None:
    chip = ChipFace(row.status, row.status_text, row.status_icon, tinted=True)
    size = chip.size()
    top = pen.cell.top() + (pen.cell.height() - size.height()) // 2
    chip.paint(pen.painter, QRect(pen.cell.left(), top, *size.toTuple()))


def _next(pen: _Pen, row: WorklistRow) -> None:
    metrics = fonts.metrics()
    height = wrapped(metrics, row.next_step, pen.cell.width()).height()
    ink = Ink(fonts.font(), theme.current().text2)
    if height // metrics.height() > _MOST_LINES:
        metrics, ink = fonts.metrics(fonts.Size.SECONDARY), _lower()
        height = wrapped(metrics, row.next_step, pen.cell.width()).height()
    top = pen.cell.top() + max((pen.cell.height() - height) // 2, 0)
    put_lines(pen.painter, QRect(pen.cell.left(), top, pen.cell.width(), height), row.next_step, ink)


_CELLS = (_due, _member, _request, _status, _next)


def _stacked_due(pen: _Pen, row: WorklistRow) -> None:
    """The clock and the status in one cell, for narrow windows."""
    _due(pen, row)
    _status(_Pen(pen.painter, pen.line(2).adjusted(0, px(6), 0, px(16))), row)


def _stacked_member(pen: _Pen, row: WorklistRow) -> None:
    """Member, request and next step in one cell, for narrow windows; each wraps before it would be cut."""
    body = fonts.metrics(fonts.Size.BODY, fonts.SEMIBOLD)
    small = fonts.metrics(fonts.Size.SECONDARY)
    top = pen.cell.top() + px(_UPPER)
    for text, metrics, ink in (
        (written_name(row.family, row.given), body, _upper()),
        (f"{row.number}   {row.request}, {row.request_note}", small, _lower()),
        (row.next_step, small, _lower()),
    ):
        height = wrapped(metrics, text, pen.cell.width()).height()
        put_lines(pen.painter, QRect(pen.cell.left(), top, pen.cell.width(), height), text, ink)
        top += height


_STACKED_CELLS = (_stacked_due, _stacked_member)


class WorklistDelegate(QStyledItemDelegate):
    """Paints the cells; the current row is tinted with an accent bar at its left end.

    Attributes:
        stacked: status stands under the clock, request and next step under the member.
    """

    stacked = False

    def row_height(self, member_width: int) -> int:
        """The height of every row where the member's column is this wide."""
        if not self.stacked:
            return px(ROW_HEIGHT)
        return px(_STACKED_NARROW_HEIGHT if member_width < px(_WRAPS_BELOW) else _STACKED_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme.current()
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
            if index.column() == 0:
                painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), tokens.accent)
        hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.line)
        painter.setClipRect(rect)
        # Every cell is drawn into a row of the usual height, so that upper lines stand level.
        cell = QRect(rect.topLeft(), QSize(rect.width(), px(ROW_HEIGHT))).adjusted(px(PADDING), 0, -px(4), 0)
        draw = (_STACKED_CELLS if self.stacked else _CELLS)[index.column()]
        draw(_Pen(painter, cell), index.data(ROW_ROLE))
        painter.restore()

"""A log: two lines a row, moved through by arrows, Enter opens; long texts end in an ellipsis and a tool tip.

Example::

    table = LogTable("audit/log", "Audit trail", ("When", "Who", "What", "Case"))
    table.set_rows(rows)
    table.opened.connect(open_case)
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts, theme
from ui.fonts import px
from ui.history.log_model import LogModel, LogRow
from ui.kit.drawing import Ink, hairline, put
from ui.kit.rows_table import ROW_ROLE, AnyIndex, RowsTable

_ROW, _HEADER, _PADDING, _UPPER, _LINE = 50, 34, 12, 7, 18
_WHEN, _WHO, _WHAT, _WHERE = range(4)
_WIDTHS = {_WHEN: 128, _WHO: 178, _WHERE: 150}
_NARROW = 620
"""Below this width at 100 % who and where stand under what."""


class _Delegate(QStyledItemDelegate):
    stacked = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme.current()
        row: LogRow = index.data(ROW_ROLE)
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.accent_soft)
        upper, lower = row.stacked(index.column()) if self.stacked else row.cell(index.column())
        heavy = index.column() == _WHAT
        colour = tokens.late if row.needs_care and heavy else tokens.text
        weight = fonts.SEMIBOLD if heavy else fonts.REGULAR
        self._line(painter, rect, 0, upper, Ink(fonts.font(fonts.Size.BODY, weight), colour))
        self._line(painter, rect, 1, lower, Ink(fonts.font(fonts.Size.SECONDARY), tokens.text2))
        hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.line)
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, rect: QRect, number: int, text: str, ink: Ink) -> None:
        place = QRect(
            rect.left() + px(_PADDING),
            rect.top() + px(_UPPER) + number * px(_LINE),
            rect.width() - px(_PADDING),
            px(_LINE),
        )
        metrics = QFontMetrics(ink.font)
        put(painter, place, metrics.elidedText(text, Qt.TextElideMode.ElideRight, place.width()), ink)


class LogTable(RowsTable):
    """A log of many rows.

    Signals:
        chosen(str): the row of this id became the current one.
    """

    chosen = Signal(str)

    def __init__(self, name: str, title: str, headers: Sequence[str]) -> None:
        model = LogModel(headers)
        super().__init__(name, model, heading=_HEADER, padding=_PADDING)
        self._model = model
        self.setAccessibleName(title)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.selectionModel().currentRowChanged.connect(self._choose)
        self._fit()

    def set_rows(self, rows: Sequence[LogRow]) -> None:
        """Show these rows; the current one, by its id, stays current."""
        self._keep_current(lambda: self._model.set_rows(rows))

    def set_test(self, test: Callable[[LogRow], bool] | None) -> None:
        """Show only rows that pass the test; None passes all."""
        self._keep_current(lambda: self._model.set_test(test))

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.row(index.row()).id)

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        stacked = self._delegate.stacked = width < px(_NARROW)
        for column in (_WHO, _WHERE):
            self.setColumnHidden(column, stacked)
        widths = {column: px(each) for column, each in _WIDTHS.items() if not self.isColumnHidden(column)}
        for column, each in widths.items():
            self.setColumnWidth(column, each)
        self.setColumnWidth(_WHAT, max(width - sum(widths.values()), 0))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))

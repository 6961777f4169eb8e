"""A log: two lines a row, moved through by arrows, Enter opens; long texts end in an ellipsis and a tool tip.

Example::

    table = LogTable("audit/log", "Audit trail", ("When", "Who", "What", "Case"))
    table.set_rows(rows)
    table.opened.connect(open_case)
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import fonts, theme
from ui.fonts import px
from ui.history.log_model import ROW_ROLE, AnyIndex, LogModel, LogRow
from ui.kit.drawing import Ink, hairline, put

_ROW, _HEADER, _PADDING, _UPPER, _LINE = 50, 34, 12, 7, 18
_WHEN, _WHO, _WHAT, _WHERE = range(4)
_WIDTHS = {_WHEN: 128, _WHO: 178, _WHERE: 150}
_NARROW = 620
"""Below this width at 100 % who and where stand under what."""

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Headings(QHeaderView):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(_HEADER))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        ink = Ink(fonts.font(fonts.Size.SECONDARY), tokens.text2)
        put(painter, rect.adjusted(px(_PADDING), 0, 0, 0), text, ink)
        hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.control)


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


class LogTable(QTableView):
    """A log of many rows.

    Signals:
        chosen(str): the row of this id became the current one.
        opened(str): a person pressed Enter on, or double-clicked, the row of this id.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, name: str, title: str, headers: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._model = LogModel(headers, self)
        self.setModel(self._model)
        self.setHorizontalHeader(_Headings(self))
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._choose)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def set_rows(self, rows: Sequence[LogRow]) -> None:
        """Show these rows; the current one, by its id, stays current."""
        self._keep_current(lambda: self._model.set_rows(rows))

    def set_test(self, test: Callable[[LogRow], bool] | None) -> None:
        """Show only rows that pass the test; None passes all."""
        self._keep_current(lambda: self._model.set_test(test))

    def shown(self) -> int:
        """How many rows are shown."""
        return self._model.rowCount()

    def current(self) -> LogRow | None:
        """The current row."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def select(self, row_id: str) -> bool:
        """Make the row of this id current and bring it to sight; says whether it is shown."""
        place = self._model.place_of(row_id)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self._model.index(place, 0))
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _keep_current(self, change: Callable[[], None]) -> None:
        current = self.current()
        change()
        if not (current and self.select(current.id)) and self._model.rowCount():
            self.selectRow(0)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._model.row(index.row()).id)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index.row()).id)

    def _fit(self) -> None:
        self.horizontalHeader().setFixedHeight(px(_HEADER))
        self.verticalHeader().setDefaultSectionSize(px(_ROW))
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        stacked = self._delegate.stacked = width < px(_NARROW)
        for column in (_WHO, _WHERE):
            self.setColumnHidden(column, stacked)
        widths = {column: px(each) for column, each in _WIDTHS.items() if not self.isColumnHidden(column)}
        for column, each in widths.items():
            self.setColumnWidth(column, each)
        self.setColumnWidth(_WHAT, max(width - sum(widths.values()), 0))

"""The worklist: two lines a row, in the order given, Enter opens.

Example::

    table = WorklistTable("worklist/cases", ("Due", "Member", "Request", "Status", "Next"))
    table.set_rows(rows)                  # again whenever something changed; the current row stays
    table.set_search("nunez")
    table.set_test(lambda row: row.urgency is Urgency.LATE)
    table.opened.connect(open_case)
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui import fonts, theme
from ui.fonts import px
from ui.kit.drawing import Ink, hairline, put
from ui.kit.worklist_cells import PADDING, WorklistDelegate
from ui.kit.worklist_model import RowTest, WorklistModel, WorklistRow

__all__ = ["WorklistRow", "WorklistTable"]

_HEADER_HEIGHT = 36
_DUE, _MEMBER, _REQUEST, _STATUS, _NEXT = range(5)
# Widths at 100 %: what must be read in full is fixed; member and next step share the rest.
_FIXED = {_DUE: 168, _REQUEST: 162, _STATUS: 168}
_MEMBERS_SHARE = 0.57
# Below this width at 100 % the status moves under the clock, request and next step under the member.
_NARROW = 836
_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Headings(QHeaderView):
    """Plain words over the columns, and a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(_HEADER_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        ink = Ink(fonts.font(fonts.Size.SECONDARY), tokens.text2)
        put(painter, rect.adjusted(px(PADDING), 0, 0, 0), text, ink)
        hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.control)


class WorklistTable(QTableView):
    """Cases as rows of 54 px; stands in a ``Card``, which draws the surface.

    Signals:
        opened(str): a person pressed Enter on, or double-clicked, the row of this id.
        filtered(int): the search, the test or the rows changed how many rows are shown.
    """

    opened = Signal(str)
    filtered = Signal(int)

    def __init__(self, name: str, headers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._model = WorklistModel(headers, self)
        self.setModel(self._model)
        self.setHorizontalHeader(_Headings(self))
        self._delegate = WorklistDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
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
        theme.changes().changed.connect(self._fit)
        self._fit()

    def set_rows(self, rows: Sequence[WorklistRow]) -> None:
        """Show these rows; the current one, by its id, stays current."""
        self._keep_current(lambda: self._model.set_rows(rows))

    def set_search(self, text: str) -> None:
        """Show only rows that hold every word of the text, whatever accents and case."""
        self._keep_current(lambda: self._model.set_search(text))

    def set_test(self, test: RowTest | None) -> None:
        """Show only rows that pass the test; None passes all."""
        self._keep_current(lambda: self._model.set_test(test))

    def shown(self) -> int:
        """How many rows are shown."""
        return self._model.rowCount()

    def current_id(self) -> str:
        """The id of the current row, or nothing."""
        index = self.currentIndex()
        return self._model.row_of(index).id if index.isValid() else ""

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
        current = self.current_id()
        change()
        if not (current and self.select(current)) and self._model.rowCount():
            self.selectRow(0)
        self.filtered.emit(self._model.rowCount())

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row_of(index).id)

    def _fit(self) -> None:
        self.horizontalHeader().setFixedHeight(px(_HEADER_HEIGHT))
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        stacked = width < px(_NARROW)
        self._delegate.stacked = stacked
        for column in (_REQUEST, _STATUS, _NEXT):
            self.setColumnHidden(column, stacked)
        fixed = {column: px(each) for column, each in _FIXED.items() if not self.isColumnHidden(column)}
        for column, each in fixed.items():
            self.setColumnWidth(column, each)
        rest = max(width - sum(fixed.values()), 0)
        members = rest if stacked else int(rest * _MEMBERS_SHARE)
        self.setColumnWidth(_MEMBER, members)
        self.setColumnWidth(_NEXT, rest - members)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height(members))

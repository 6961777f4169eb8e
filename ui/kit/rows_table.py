"""What tables of rows with ids share: plain headings, one current row, arrows move, Enter opens."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui import fonts, theme
from ui.fonts import px
from ui.kit.drawing import Ink, hairline, put

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the row itself to whoever draws it."""

_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowsModel(QAbstractTableModel):
    """Rows of which each has an id."""

    def id_at(self, place: int) -> str:
        """The id of the row shown at a place, from 0."""
        raise NotImplementedError

    def place_of(self, row_id: str) -> int:
        """Where a row is shown, from 0, or -1 when it is not."""
        raise NotImplementedError


class _Headings(QHeaderView):
    """Plain words over the columns, and a line."""

    def __init__(self, parent: QWidget, height: int, padding: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._height, self._padding = height, padding
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), px(self._height))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        ink = Ink(fonts.font(fonts.Size.SECONDARY), tokens.text2)
        put(painter, rect.adjusted(px(self._padding), 0, 0, 0), text, ink)
        hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.control)


class RowsTable(QTableView):
    """A subclass sets its delegate, calls ``_fit`` once it is made, and says how wide columns are.

    Signals:
        opened(str): a person pressed Enter on, or double-clicked, the row of this id.
    """

    opened = Signal(str)

    def __init__(
        self, name: str, model: RowsModel, *, heading: int, padding: int, parent: QWidget | None = None
    ) -> None:
        """``heading`` is the headings' height, ``padding`` what is free before each; in pixels at 100 %."""
        super().__init__(parent)
        self.setObjectName(name)
        self._rows, self._heading = model, heading
        model.setParent(self)
        self.setModel(model)
        self.setHorizontalHeader(_Headings(self, heading, padding))
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

    def shown(self) -> int:
        """How many rows are shown."""
        return self._rows.rowCount()

    def current_id(self) -> str:
        """The id of the current row, or nothing."""
        index = self.currentIndex()
        return self._rows.id_at(index.row()) if index.isValid() else ""

    def open_current(self) -> None:
        """Open the current row, as Enter does."""
        if self.currentIndex().isValid():
            self._open(self.currentIndex())

    def select(self, row_id: str) -> bool:
        """Make the row of this id current and bring it to sight; says whether it is shown."""
        place = self._rows.place_of(row_id)
        if place >= 0:
            self.selectRow(place)
            self.scrollTo(self._rows.index(place, 0))
        return place >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS and self.currentIndex().isValid():
            self.open_current()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _keep_current(self, change: Callable[[], None]) -> None:
        """Change what is shown; the current row, by its id, stays current, or else the first one is."""
        current = self.current_id()
        change()
        if not (current and self.select(current)) and self.shown():
            self.selectRow(0)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._rows.id_at(index.row()))

    def _fit(self) -> None:
        self.horizontalHeader().setFixedHeight(px(self._heading))
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Give every column its width, and the rows their height."""
        raise NotImplementedError

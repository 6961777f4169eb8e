"""A small table that is only read: doses, codes, a policy's tables.

Example::

    table = FactsTable("dose/table", "Doses", (FactsColumn("Treatment day"),
                       FactsColumn("To authorize", numeric=True, strong=True)))
    table.set_rows([("Day 1, Mon 30-Nov-2026", "0.94 mg")])
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ui import fonts, theme
from ui.fonts import Size, px
from ui.kit.drawing import MIDDLE_LEFT, MIDDLE_RIGHT, Ink, hairline, put_lines
from ui.kit.wrapping import longest_word, wrapped

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_AROUND, _BETWEEN = 8, 20


@dataclass(frozen=True, slots=True)
class FactsColumn:
    """A column: numbers stand at the right and never wrap; a strong column is semibold."""

    title: str
    numeric: bool = False
    strong: bool = False

    def metrics(self) -> QFontMetrics:
        """The measures of the column's cells."""
        return fonts.metrics(Size.BODY, self.weight())

    def weight(self) -> fonts.Weight:
        """The weight of the column's cells."""
        return fonts.SEMIBOLD if self.strong else fonts.REGULAR

    def flags(self) -> int:
        """How the column's texts stand in their cells."""
        return MIDDLE_RIGHT if self.numeric else MIDDLE_LEFT


class _FactsModel(QAbstractTableModel):
    def __init__(self, columns: Sequence[FactsColumn], parent: QObject) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[tuple[str, ...], ...] = ()

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self.rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        shown = index.isValid() and role == Qt.ItemDataRole.DisplayRole
        return self.rows[index.row()][index.column()] if shown else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None


class _Headings(QHeaderView):
    def __init__(self, model: _FactsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._facts = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        tokens = theme.current()
        column = self._facts.columns[section]
        text = rect.adjusted(_indent(section), 0, 0, 0)
        put_lines(painter, text, column.title, Ink(fonts.font(Size.SECONDARY), tokens.text2), column.flags())
        hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.line)


class _FactsDelegate(QStyledItemDelegate):
    def __init__(self, model: _FactsModel, parent: QObject) -> None:
        super().__init__(parent)
        self._facts = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme.current()
        column = self._facts.columns[index.column()]
        rect = option.rect
        painter.save()
        text = rect.adjusted(_indent(index.column()), 0, 0, 0)
        put_lines(
            painter,
            text,
            index.data(),
            Ink(fonts.font(Size.BODY, column.weight()), tokens.text),
            column.flags(),
        )
        if index.row() < len(self._facts.rows) - 1:
            hairline(painter, rect.left(), rect.bottom(), rect.width(), tokens.line)
        painter.restore()


def _indent(column: int) -> int:
    return px(_BETWEEN) if column else 0


class FactsTable(QTableView):
    """A table as high as its rows; it takes no focus, as there is nothing to do in it."""

    def __init__(self, name: str, title: str, columns: Sequence[FactsColumn]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._facts = _FactsModel(columns, self)
        self.setModel(self._facts)
        self.setHorizontalHeader(_Headings(self._facts, self))
        self.setItemDelegate(_FactsDelegate(self._facts, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.viewport().setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changes().changed.connect(self._fit)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows; each has one text for each column."""
        self._facts.set_rows(rows)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        widths = self._widths(width)
        return self._header_height(widths) + sum(self._row_height(row, widths) for row in self._facts.rows)

    def sizeHint(self) -> QSize:
        width = sum(self._natural(number) for number in range(len(self._facts.columns)))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(sum(self._least(number) for number in range(len(self._facts.columns))), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _cells(self, number: int) -> list[str]:
        return [row[number] for row in self._facts.rows]

    def _natural(self, number: int) -> int:
        """The width that shows heading and cells on one line."""
        column = self._facts.columns[number]
        heading = fonts.metrics(Size.SECONDARY).horizontalAdvance(column.title)
        widest = max((column.metrics().horizontalAdvance(cell) for cell in self._cells(number)), default=0)
        return max(heading, widest) + 2 + _indent(number)

    def _least(self, number: int) -> int:
        """The width below which a number or a word would be cut."""
        column = self._facts.columns[number]
        heading = longest_word(fonts.metrics(Size.SECONDARY), column.title)
        measure = column.metrics().horizontalAdvance if column.numeric else self._word_measure(column)
        widest = max((measure(cell) for cell in self._cells(number)), default=0)
        return max(heading, widest) + 2 + _indent(number)

    @staticmethod
    def _word_measure(column: FactsColumn) -> Callable[[str], int]:
        return lambda text: longest_word(column.metrics(), text)

    def _widths(self, width: int) -> list[int]:
        """Each column's width: the text columns share what the numbers leave."""
        columns = range(len(self._facts.columns))
        natural = [self._natural(number) for number in columns]
        if sum(natural) > width:
            natural = [self._least(number) for number in columns]
        texts = [number for number in columns if not self._facts.columns[number].numeric] or [0]
        spare = max(width - sum(natural), 0)
        for place, number in enumerate(texts):
            natural[number] += spare // len(texts) + (spare % len(texts) if place == 0 else 0)
        return natural

    def _header_height(self, widths: Sequence[int]) -> int:
        metrics = fonts.metrics(Size.SECONDARY)
        titles = [column.title for column in self._facts.columns]
        return _tallest([metrics] * len(titles), titles, widths) + 2 * px(_AROUND)

    def _row_height(self, row: Sequence[str], widths: Sequence[int]) -> int:
        return _tallest([column.metrics() for column in self._facts.columns], row, widths) + 2 * px(_AROUND)

    def _fit(self) -> None:
        widths = self._widths(self.viewport().width())
        self.horizontalHeader().setFixedHeight(self._header_height(widths))
        for number, width in enumerate(widths):
            self.setColumnWidth(number, width)
        for number, row in enumerate(self._facts.rows):
            self.setRowHeight(number, self._row_height(row, widths))
        self.updateGeometry()


def _tallest(metrics: Sequence[QFontMetrics], texts: Sequence[str], widths: Sequence[int]) -> int:
    """The height of the cell that needs most lines, at least one line."""
    cells = enumerate(zip(metrics, texts, widths, strict=True))
    heights = [wrapped(each, text, width - _indent(number)).height() for number, (each, text, width) in cells]
    return max(*heights, metrics[0].lineSpacing())

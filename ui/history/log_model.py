"""The rows of a log, newest or oldest first as given; only those in sight are ever drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt

from ui.kit.rows_table import ROOT, ROW_ROLE, AnyIndex, RowsModel

COLUMNS = 4
"""When, who, what, where."""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One line of a log; each column has an upper and a lower text.

    Attributes:
        id: tells it from all others.
        day, clock: when.
        who: the person.
        what, note: what was done, and more about it.
        place, case: the place in the casebook, and the case or the case's revision.
        needs_care: it cannot be read, or its time is in doubt.
    """

    id: str
    day: str
    clock: str
    who: str
    what: str
    note: str
    place: str
    case: str
    needs_care: bool = False

    def cell(self, column: int) -> tuple[str, str]:
        """The two texts of a column."""
        cells = (
            (self.day, self.clock),
            (self.who, ""),
            (self.what, self.note),
            (self.case or self.place, self.place if self.case else ""),
        )
        return cells[column]

    def stacked(self, column: int) -> tuple[str, str]:
        """As ``cell``, where person and place have no column of their own."""
        upper, lower = self.cell(column)
        if upper != self.what:
            return upper, lower
        return upper, " · ".join(part for part in (self.who, self.case or self.place, lower) if part)


class LogModel(RowsModel):
    """Rows that pass a test, in the order they were given."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._all: tuple[LogRow, ...] = ()
        self._shown: tuple[LogRow, ...] = ()
        self._test: Callable[[LogRow], bool] | None = None

    def set_rows(self, rows: Sequence[LogRow]) -> None:
        """Take these rows."""
        self._all = tuple(rows)
        self._refilter()

    def set_test(self, test: Callable[[LogRow], bool] | None) -> None:
        """Show only rows that pass the test; None passes all."""
        self._test = test
        self._refilter()

    def row(self, place: int) -> LogRow:
        """The row shown at a place."""
        return self._shown[place]

    def id_at(self, place: int) -> str:
        """The id of the row shown at a place, from 0."""
        return self._shown[place].id

    def place_of(self, row_id: str) -> int:
        """Where a row is shown, from 0, or -1 when it is not."""
        return next((place for place, row in enumerate(self._shown) if row.id == row_id), -1)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._shown[index.row()]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return ", ".join(text for text in row.cell(index.column()) if text)
        return row if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        return None

    def _refilter(self) -> None:
        test = self._test
        shown = self._all if test is None else tuple(row for row in self._all if test(row))
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

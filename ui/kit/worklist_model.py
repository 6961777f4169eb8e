"""The rows of a worklist, filtered without a proxy: 100,000 rows answer within a keystroke."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any

from PySide6.QtCore import QObject, Qt

from ui.kit.banner import Urgency
from ui.kit.names import written_name
from ui.kit.rows_table import ROOT, ROW_ROLE, AnyIndex, RowsModel
from ui.kit.status import Status

RowTest = Callable[["WorklistRow"], bool]
_MARKS = re.compile(r"[\u0300-\u036f]")  # the combining marks that NFKD parts from their letters


@dataclass(frozen=True, slots=True)
class WorklistRow:
    """One case as the worklist shows it.

    Attributes:
        id: what tells this row from all others, and what ``WorklistTable.opened`` gives.
        left: the time left, such as "1 h 13 min" or "Overdue 38 min".
        due: the moment, such as "today 10:25".
        family, given: the member's name in its two parts.
        number: the case number.
        request, request_note: what is asked for, in two lines.
        status, status_text, status_icon: the chip; the icon's name as in ``ui.icons``.
        next_step: the next step in words.
        also_find: further words that a search should find this row by, such as the member's id.
    """

    id: str
    left: str
    due: str
    urgency: Urgency
    family: str
    given: str
    number: str
    request: str
    request_note: str
    status: Status
    status_text: str
    status_icon: str
    next_step: str
    also_find: str = ""

    def texts(self) -> tuple[str, str, str, str, str]:
        """The row's cells as a screen reader says them: due, member, request, status, next step."""
        return (
            f"{self.left}, {self.due}",
            f"{written_name(self.family, self.given)}, {self.number}",
            f"{self.request}, {self.request_note}",
            self.status_text,
            self.next_step,
        )


def folded(text: str) -> str:
    """The text without accents and case, so that "nunez" finds "NÚÑEZ"."""
    return _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()


def narrows(needles: Sequence[str], before: Sequence[str]) -> bool:
    """Whether what holds all these was found by those before, as where one more letter is typed."""
    return bool(before) and all(any(old in new for new in needles) for old in before)


def _haystack(row: WorklistRow) -> str:
    words = (row.family, row.given, row.number, row.request, row.request_note, row.status_text)
    return folded("\n".join((*words, row.next_step, row.also_find)))


def _known_or_new(row: WorklistRow, known: dict[str, tuple[WorklistRow, str]]) -> str:
    before = known.get(row.id)
    return before[1] if before is not None and before[0] == row else _haystack(row)


class LazyRows:
    """Rows of which each is made when it is looked at: a list of 100,000 shows ten."""

    def __init__(
        self, ids: Sequence[str], make: Callable[[int], WorklistRow], words: Callable[[], Sequence[str]]
    ) -> None:
        """From the rows' ids; ``make`` gives a row by its number, ``words`` what each is found by, folded."""
        self.ids = ids
        self._make, self.words = make, words
        self._made: dict[int, WorklistRow] = {}

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, number: int) -> WorklistRow:
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]


class WorklistModel(RowsModel):
    """Rows that match a search and a test, in the order they were given."""

    def __init__(self, headers: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headers = tuple(headers)
        self._rows = LazyRows((), _no_row, tuple)
        self._haystacks: dict[str, tuple[WorklistRow, str]] = {}
        self._shown: Sequence[int] = ()
        self._needles: list[str] = []
        self._test: RowTest | None = None
        self._passing: Collection[str] | None = None

    def set_rows(self, rows: Sequence[WorklistRow]) -> None:
        """Take these rows; only what differs is told where the shown rows stay the same ones."""
        self._haystacks = {row.id: (row, _known_or_new(row, self._haystacks)) for row in rows}
        words = [self._haystacks[row.id][1] for row in rows]
        self.set_lazy(LazyRows([row.id for row in rows], rows.__getitem__, lambda: words))

    def set_lazy(self, rows: LazyRows) -> None:
        """As ``set_rows``, of rows that are made when they are looked at."""
        after = self._matching(rows)
        same = self._shows(rows, after)
        if not same:
            self.beginResetModel()
        self._rows, self._shown = rows, after
        if not same:
            self.endResetModel()
        elif after:
            self.dataChanged.emit(self.index(0, 0), self.index(len(after) - 1, self.columnCount() - 1))

    def set_search(self, text: str) -> None:
        """Show the rows that hold every word of the text, whatever accents and case."""
        before, self._needles = self._needles, folded(text).split()
        self._refilter(self._shown if narrows(self._needles, before) else None)

    def set_test(self, test: RowTest | None) -> None:
        """Show the rows that pass the test; None passes all."""
        self._test = test
        self._refilter()

    def set_passing(self, ids: Collection[str] | None) -> None:
        """Show the rows of these ids; None passes all."""
        self._passing = ids
        self._refilter()

    def row_of(self, index: AnyIndex) -> WorklistRow:
        """The row of a valid index."""
        return self._rows[self._shown[index.row()]]

    def id_at(self, place: int) -> str:
        """The id of the row shown at a place, from 0."""
        return self._rows.ids[self._shown[place]]

    def place_of(self, row_id: str) -> int:
        """Where a row is shown, from 0, or -1 when it is not."""
        try:
            number = self._rows.ids.index(row_id)
        except ValueError:
            return -1
        place = bisect_left(self._shown, number)
        return place if place < len(self._shown) and self._shown[place] == number else -1

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.row_of(index).texts()[index.column()]
        return self.row_of(index) if role == ROW_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        leading = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return leading if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _shows(self, rows: LazyRows, shown: Sequence[int]) -> bool:
        """Whether these numbers of other rows are the very ids that are shown now."""
        if len(shown) != len(self._shown):
            return False
        if rows.ids == self._rows.ids:
            return shown == self._shown
        before = map(self._rows.ids.__getitem__, self._shown)
        return all(map(eq, before, map(rows.ids.__getitem__, shown)))

    def _refilter(self, among: Sequence[int] | None = None) -> None:
        after = self._matching(self._rows) if among is None else self._holding(self._rows, among)
        if after != self._shown:
            self.beginResetModel()
            self._shown = after
            self.endResetModel()

    def _matching(self, rows: LazyRows) -> Sequence[int]:
        found: Sequence[int] = range(len(rows))
        if self._passing is not None:
            ids, passing = rows.ids, self._passing
            found = [number for number in found if ids[number] in passing]
        found = self._holding(rows, found)
        if self._test is not None:
            found = [number for number in found if self._test(rows[number])]
        return found

    def _holding(self, rows: LazyRows, found: Sequence[int]) -> Sequence[int]:
        words = rows.words() if self._needles else ()
        for needle in sorted(self._needles, key=len, reverse=True):  # the longest leaves the fewest
            found = [number for number in found if needle in words[number]]
        return found


def _no_row(_number: int) -> WorklistRow:
    raise IndexError

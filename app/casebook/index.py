"""The worklist in memory: the newest cover of every case, kept up with what others save."""

import contextlib
import gc
import itertools
import threading
from collections.abc import Iterable, Iterator, Mapping

from app.casebook.columns import Known
from app.casebook.ledger import Ledger
from app.casebook.problems import Damaged
from app.casebook.records import BOOKKEEPING, OWN_KINDS, PURGES, PURGING, Row, Scalar
from app.casebook.sealing import Revision
from app.casebook.text_column import TextColumn


class FlatRow(Mapping[str, Scalar]):
    """A worklist line as TinyDB queries want it: the cover's columns beside ``BOOKKEEPING``."""

    __slots__ = ("_row",)

    def __init__(self, row: Row) -> None:
        self._row = row

    def __getitem__(self, name: str) -> Scalar:
        if name not in BOOKKEEPING:
            return self._row.cover[name]
        value = getattr(self._row, name)
        return value.isoformat(timespec="microseconds") if name == "at" else value  # type: ignore[no-any-return]

    def __iter__(self) -> Iterator[str]:
        yield from self._row.cover
        yield from BOOKKEEPING

    def __len__(self) -> int:
        return len(self._row.cover) + len(BOOKKEEPING)


class FlatRows(Mapping[str, FlatRow]):
    """All lines by case id; each is made flat when it is asked for."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._rows = rows

    def __getitem__(self, case_id: str) -> FlatRow:
        return FlatRow(self._rows[case_id])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


class Index:
    """Lines of the worklist by case id. Refreshed before each read; safe between threads.

    What was handed out is never changed afterwards: news go into a copy.

    Attributes:
        times_emptied: how often it began anew, because lines went away: a purge, or an older file.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.RLock()
        self._rows: dict[str, Row] = {}
        self._by_text: dict[str, TextColumn] = {}
        self._unreadable: set[object] = set()
        self._seen = 0
        self.times_emptied = 0
        self._is_handed_out = False

    def rows(self) -> dict[str, Row]:
        """The newest line of every case, up to this moment."""
        with self._lock:
            self._refresh()
            self._is_handed_out = True
            return self._rows

    def flat(self) -> Mapping[str, FlatRow]:
        """As ``rows``, flat."""
        return FlatRows(self.rows())

    def matching(self, column: str, value: str) -> list[Row]:
        """The lines whose column holds this text, most recently saved first; found without a search."""
        with self._lock:
            self._refresh()
            found = [self._rows[case_id] for case_id in self._texts(column).cases(value, self._rows)]
        return sorted(found, key=lambda row: row.seq, reverse=True)

    def prepare(self, columns: Iterable[str], most: int) -> bool:
        """Index at most so many more lines for ``matching`` in one of these columns; False where all are.

        Reads nothing: it takes the lines that are in memory.
        """
        with self._lock:
            return any(self._texts(column).go_on(self._rows, most) for column in columns)

    def since(self, seq: int) -> list[Row]:
        """The lines saved after ``seq``, most recently saved first; found without looking at the others."""
        with self._lock:
            self._refresh()
            return list(itertools.takewhile(lambda row: row.seq > seq, reversed(self._rows.values())))

    @property
    def unreadable(self) -> int:
        """How many cases were left out so far because their newest revision is damaged."""
        return len(self._unreadable)

    def _refresh(self) -> None:
        newest = self._ledger.newest_seq()
        if newest < self._seen:  # an older file was put in the place of this one
            self._forget()
        if newest == self._seen:
            return
        if self._seen:
            news = list(self._ledger.after(self._seen))
            if any(self._is_purge(revision) for revision in news):
                self._forget()  # cases lost their lines, and no news of their own tells it
        if self._is_handed_out:
            self._rows, self._is_handed_out = dict(self._rows), False
        if self._seen:
            self._take(news)
        else:
            with no_collection():
                self._take(self._ledger.heads())
        self._seen = max(newest, self._seen)

    def _forget(self) -> None:
        self._rows, self._unreadable, self._seen = {}, set(), 0
        self._by_text = {}
        self.times_emptied += 1

    def _is_purge(self, revision: Revision) -> bool:
        try:
            row = self._ledger.line(revision, Known())
        except Damaged:
            return False
        return row.kind == PURGES and row.action == PURGING

    def _take(self, revisions: Iterable[Revision]) -> None:
        known, line, rows, unreadable = Known(), self._ledger.line, self._rows, self._unreadable
        for revision in revisions:
            self._seen = revision.seq  # they come in their order
            try:
                row = line(revision, known)
            except Damaged:
                unreadable.add(revision.case_key)
                continue
            if unreadable:
                unreadable.discard(revision.case_key)
            if row.cover["kind"] not in OWN_KINDS:
                for column in self._by_text.values():
                    column.replace(rows.get(row.case_id), row)
                rows.pop(row.case_id, None)  # the newest comes last
                rows[row.case_id] = row

    def _texts(self, column: str) -> TextColumn:
        if column not in self._by_text:
            self._by_text[column] = TextColumn(column, self._rows)
        return self._by_text[column]


@contextlib.contextmanager
def no_collection() -> Iterator[None]:
    """Keep Python from looking for garbage while much is made that stays: a third of an opening's time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

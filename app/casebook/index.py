"""The worklist in memory: the newest cover of every case, kept up with what others save."""

import threading

from app.casebook.ledger import Ledger
from app.casebook.problems import Damaged
from app.casebook.records import OWN_KINDS, PURGES, PURGING, Row, Scalar
from app.casebook.sealing import Revision

FlatRow = dict[str, Scalar]
"""A worklist line as TinyDB queries want it: the cover's columns beside ``BOOKKEEPING``."""


class Index:
    """Lines of the worklist by case id. Refreshed before each read; safe between threads.

    What was handed out is never changed afterwards: news go into a copy.
    """

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = threading.RLock()
        self._rows: dict[str, Row] = {}
        self._flat: dict[str, FlatRow] = {}
        self._by_text: dict[str, dict[str, set[str]]] = {}
        self._unreadable: set[object] = set()
        self._seen = 0

    def rows(self) -> dict[str, Row]:
        """The newest line of every case, up to this moment."""
        with self._lock:
            self._refresh()
            return self._rows

    def flat(self) -> dict[str, FlatRow]:
        """As ``rows``, flat."""
        with self._lock:
            self._refresh()
            return self._flat

    def matching(self, column: str, value: str) -> list[Row]:
        """The lines whose column holds this text, most recently saved first; found without a search."""
        with self._lock:
            self._refresh()
            if column not in self._by_text:
                self._by_text[column] = {}
                for row in self._rows.values():
                    self._enter(column, row)
            found = [self._rows[case_id] for case_id in self._by_text[column].get(_folded(value), ())]
        return sorted(found, key=lambda row: row.seq, reverse=True)

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
        news = self._ledger.after(self._seen) if self._seen else self._ledger.heads()
        if self._seen and any(self._is_purge(revision) for revision in news):
            self._forget()  # cases lost their lines, and no news of their own tells it
            news = self._ledger.heads()
        self._rows, self._flat = dict(self._rows), dict(self._flat)
        for revision in news:
            self._take(revision)
        self._seen = max(newest, news[-1].seq) if news else newest

    def _forget(self) -> None:
        self._rows, self._flat, self._unreadable, self._seen = {}, {}, set(), 0
        self._by_text = {}

    def _is_purge(self, revision: Revision) -> bool:
        try:
            row = self._ledger.uncovered(revision)
        except Damaged:
            return False
        return row.kind == PURGES and row.action == PURGING

    def _take(self, revision: Revision) -> None:
        try:
            row = self._ledger.uncovered(revision)
        except Damaged:
            self._unreadable.add(revision.case_key)
            return
        self._unreadable.discard(revision.case_key)
        if row.kind not in OWN_KINDS:
            for column in self._by_text:
                self._strike(column, self._rows.get(row.case_id))
                self._enter(column, row)
            self._rows[row.case_id] = row
            self._flat[row.case_id] = _flat(row)

    def _enter(self, column: str, row: Row) -> None:
        value = row.cover.get(column)
        if isinstance(value, str):
            self._by_text[column].setdefault(_folded(value), set()).add(row.case_id)

    def _strike(self, column: str, row: Row | None) -> None:
        value = row.cover.get(column) if row is not None else None
        if row is not None and isinstance(value, str):
            self._by_text[column][_folded(value)].discard(row.case_id)


def _folded(value: str) -> str:
    return value.strip().casefold()


def _flat(row: Row) -> FlatRow:
    return {
        **row.cover,
        "case_id": row.case_id,
        "rev": row.rev,
        "actor": row.actor,
        "action": row.action,
        "at": row.at.isoformat(timespec="microseconds"),
        "seq": row.seq,
    }

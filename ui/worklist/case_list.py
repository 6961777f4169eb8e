"""The cases of the casebook as the lists show them, kept up with what others save."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.case import KIND, CaseState
from app.casebook import VERSIONS, Row
from app.errors import DictamenError
from ui import messages
from ui.session import Session
from ui.worklist.case_words import plain_words
from ui.worklist.row_list import RowList

LOOK_EVERY_MS = 3000
"""How often another window's saves are looked for; asking costs one small query."""


class CaseList(QObject):
    """The newest line of every case.

    Signals:
        changed: cases were saved, here or by another window or program.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._forget()
        self._seen = self._times_listed = 0
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        session.locked.connect(self.stop)

    def stop(self) -> None:
        """Look no more, and forget every case."""
        self._timer.stop()
        self._forget()

    def _forget(self) -> None:
        self._rows: dict[str, Row] = {}
        self._open, self._decided = RowList(_due_and_id), RowList(_newest_first)
        self._of_state: Mapping[object, Collection[str]] = {}
        self._plain: dict[int, str] = {}

    def refresh(self) -> None:
        """Take what was saved since the last look; what cannot be read is said once."""
        try:
            news = self._news()
        except DictamenError as error:
            if not self._failed:
                messages.error(error)
            self._failed = True
            return
        self._failed = False
        if news is not None and self._take(*news):
            self.changed.emit()

    def _news(self) -> "tuple[Sequence[Row], Collection[str]] | None":
        """What was saved since the last look, and the ids of what is gone; None where nothing was saved."""
        casebook = self._session.casebook
        newest = casebook.data_version
        if newest == self._seen:
            return None
        if newest < self._seen:  # an older file was put in the place of this one
            self._seen = 0
        rows = [row for row in casebook.changed_since(self._seen) if row.kind == KIND]
        times_listed, before = casebook.times_listed, self._times_listed
        self._seen, self._times_listed = newest, times_listed
        return rows, self._rows.keys() - casebook.listed if times_listed != before else ()

    def _take(self, rows: Sequence[Row], purged: Collection[str]) -> bool:
        """Put what is new in its place; says whether anything of the lists is another one now."""
        news = (*(row.case_id for row in rows), *purged)
        before = [self._rows[case_id] for case_id in news if case_id in self._rows]
        self._rows.update((row.case_id, row) for row in rows)
        for case_id in purged:
            del self._rows[case_id]
        for row in before:
            self._plain.pop(row.seq, None)
        done, waiting = _parted(rows)
        was_done, was_waiting = _parted(before)
        self._open = self._open.changed(was_waiting, waiting)
        self._decided = self._decided.changed(was_done, done)
        self._of_state = _by_state(self._of_state, was_waiting, waiting)
        return bool(rows or before)

    def open(self) -> Sequence[Row]:
        """The cases that wait for a decision, soonest due first, unknown clocks before all."""
        return self._open.rows

    def open_ids(self) -> Sequence[str]:
        """Their ids, in the same order."""
        return self._open.ids

    def in_state(self, state: CaseState) -> Collection[str]:
        """The ids of those that stand there."""
        return self._of_state.get(state.value, frozenset())

    def plain_words(self, row: Row) -> str:
        """Who and what a case is, folded once for lists and palette; its name stands on the first line."""
        known = self._plain.get(row.seq)
        if known is None:
            known = self._plain[row.seq] = plain_words(row)
        return known

    def decided(self) -> Sequence[Row]:
        """The decided cases, newest first."""
        return self._decided.rows

    def decided_ids(self) -> Sequence[str]:
        """Their ids, in the same order."""
        return self._decided.ids


def _parted(rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
    """The decided ones, and those that wait; of several versions a case waits to be settled."""
    parts: tuple[list[Row], list[Row]] = [], []
    for row in rows:
        is_done = row.cover.get("state") == CaseState.DECIDED and not row.cover.get(VERSIONS)
        parts[0 if is_done else 1].append(row)
    return parts


def _by_state(
    before: Mapping[object, Collection[str]], gone: Sequence[Row], come: Sequence[Row]
) -> Mapping[object, Collection[str]]:
    """The ids by their cases' state; sets that change are other ones afterwards."""
    changing = {row.cover.get("state") for row in (*gone, *come)}
    sets: dict[object, set[str]] = {state: set(before.get(state, ())) for state in changing}
    for row in gone:
        sets[row.cover.get("state")].discard(row.case_id)
    for row in come:
        sets[row.cover.get("state")].add(row.case_id)
    return {**before, **sets}


def _due_and_id(row: Row) -> tuple[str, str]:
    return str(row.cover.get("due_utc") or ""), row.case_id


def _newest_first(row: Row) -> tuple[int]:
    return (-row.seq,)

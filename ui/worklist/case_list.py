"""The cases of the casebook as the lists show them, kept up with what others save."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.case import KIND, CaseState
from app.casebook import VERSIONS, Row
from app.errors import DictamenError
from ui import messages
from ui.session import Session
from ui.worklist.rows import state_of

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
        self._rows: dict[str, Row] = {}
        self._open: list[Row] = []
        self._decided: list[Row] = []
        self._seen = 0
        self._failed = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        session.locked.connect(self.stop)

    def stop(self) -> None:
        """Look no more, and forget every case."""
        self._timer.stop()
        self._rows, self._open, self._decided = {}, [], []

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
        if news is not None:
            self._sort(news)
            self.changed.emit()

    def _news(self) -> "set[str] | None":
        """The ids of what was saved or purged since the last look; None where nothing was."""
        casebook = self._session.casebook
        newest = casebook.data_version
        if newest == self._seen:
            return None
        if newest < self._seen:  # an older file was put in the place of this one
            self._rows, self._seen = {}, 0
            self._open, self._decided = [], []
        rows = [row for row in casebook.changed_since(self._seen) if row.kind == KIND]
        self._rows.update((row.case_id, row) for row in rows)
        purged = self._rows.keys() - casebook.listed
        for case_id in purged:
            del self._rows[case_id]
        self._seen = newest
        return {*(row.case_id for row in rows), *purged}

    def _sort(self, news: "set[str]") -> None:
        """Put what is new in its place; new lists, as whoever holds the old ones may still read them."""
        waiting = [row for row in self._open if row.case_id not in news]
        done = [row for row in self._decided if row.case_id not in news]
        for case_id in news:
            row = self._rows.get(case_id)
            if row is not None:
                is_done = state_of(row) is CaseState.DECIDED and not row.cover.get(VERSIONS)
                (done if is_done else waiting).append(row)
        # nearly sorted already, which Python's sort makes use of
        self._open = sorted(waiting, key=_due_and_id)
        self._decided = sorted(done, key=_newest_first)

    def open(self) -> Sequence[Row]:
        """The cases that wait for a decision, soonest due first, unknown clocks before all."""
        return self._open

    def decided(self) -> Sequence[Row]:
        """The decided cases, newest first."""
        return self._decided


def _due_and_id(row: Row) -> tuple[str, str]:
    return str(row.cover.get("due_utc") or ""), row.case_id


def _newest_first(row: Row) -> int:
    return -row.seq

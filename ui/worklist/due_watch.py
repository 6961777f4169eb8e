"""Telling whoever works here that a decision is pressing: at 4 hours, at 1 hour, and past its time."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Signal

from app.casebook import Row
from ui import clock
from ui.kit.banner import Urgency
from ui.session import Session
from ui.worklist.case_list import CaseList
from ui.worklist.rows import due_of
from ui.worklist.words import tr

_ORDER = (Urgency.NORMAL, Urgency.SOON, Urgency.PRESSING, Urgency.LATE)


class DueWatch(QObject):
    """Follows the clocks of every open case, whatever is in sight.

    Signals:
        ticked: the time that is left is another one everywhere.
        told(str): a sentence for the person; it names no member and no case.
    """

    ticked = Signal()
    told = Signal(str)

    def __init__(self, session: Session, cases: CaseList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._cases = session, cases
        self._before: dict[str, Urgency] = {}
        ticker = clock.Ticker(self)
        ticker.ticked.connect(self.look)
        ticker.set_back.connect(self._tell_set_back)
        cases.changed.connect(self.note)
        self.note()

    def note(self) -> None:
        """Know how pressing each case is, without telling: what comes in late is seen in the list."""
        self._before = self._urgencies()

    def look(self) -> None:
        """Tell which cases have come nearer to their time since the last look."""
        before, self._before = self._before, self._urgencies()
        nearer = [
            urgency
            for case_id, urgency in self._before.items()
            if _ORDER.index(urgency) > _ORDER.index(before.get(case_id, Urgency.NORMAL))
        ]
        self.ticked.emit()
        if nearer:
            self.told.emit(" ".join(_sentences(nearer)))

    def _urgencies(self) -> dict[str, Urgency]:
        """How pressing the cases are that are due in 4 hours or were; the others are not in it."""
        now = self._session.now()
        return {row.case_id: clock.urgency(due, now) for row, due in _near(self._cases.open(), now)}

    def _tell_set_back(self, by: timedelta) -> None:
        words = tr(
            "This computer's clock was set back by {0}. If it is wrong now, the times left are wrong too: "
            "correct the clock."
        )
        self.told.emit(words.format(clock.span(by)))


def _near(rows: Iterable[Row], now: datetime) -> Iterable[tuple[Row, datetime]]:
    """The cases that are due within 4 hours or were: the first ones, as the soonest stand first."""
    for row in rows:
        due = due_of(row)
        if due is None:
            continue
        if due - now >= clock.SOON:
            return
        yield row, due


def _sentences(nearer: list[Urgency]) -> Iterable[str]:
    """What has become pressing, the most pressing first."""
    late, hour, soon = (nearer.count(each) for each in (Urgency.LATE, Urgency.PRESSING, Urgency.SOON))
    if late:
        yield tr("1 decision is overdue.") if late == 1 else tr("{0} decisions are overdue.").format(late)
    if hour:
        one, more = tr("1 decision is due within 1 hour."), tr("{0} decisions are due within 1 hour.")
        yield one if hour == 1 else more.format(hour)
    if soon:
        one, more = tr("1 decision is due within 4 hours."), tr("{0} decisions are due within 4 hours.")
        yield one if soon == 1 else more.format(soon)

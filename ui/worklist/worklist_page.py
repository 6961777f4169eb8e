"""The worklist: what waits for a decision, soonest first."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.case import CaseState
from app.casebook import Row
from app.people import Role
from ui import clock
from ui.kit.banner import Urgency
from ui.kit.boxes import Row as RowBox
from ui.kit.dates import show_date, show_time
from ui.kit.empty_state import EmptyState
from ui.kit.filters import FilterBar, FilterTab
from ui.kit.text import Hint
from ui.kit.worklist_table import LazyRows
from ui.session import Session
from ui.worklist.case_list import CaseList
from ui.worklist.case_words import CaseWords, open_words
from ui.worklist.intake import case_files
from ui.worklist.list_page import ListPage
from ui.worklist.rows import View, due_of, open_row, urgency_of
from ui.worklist.words import tr

ALL, LATE, HOUR, SOON, DOCUMENTS, PHYSICIAN = "all", "late", "hour", "soon", "documents", "physician"


class WorklistPage(ListPage):
    """Open cases with their clocks, narrowed by filters that count.

    Signals:
        new_asked: a person wants to enter a new request.
        file_asked: a person wants to open a case file.
        files_dropped(list): case files were dropped here (paths).
    """

    new_asked = Signal()
    file_asked = Signal()
    files_dropped = Signal(list)

    def __init__(self, session: Session, cases: CaseList) -> None:
        headers = (tr("Due"), tr("Member"), tr("Request"), tr("Status"), tr("Next"))
        super().__init__("worklist", tr("Worklist"), headers)
        self._session, self._cases = session, cases
        self._passing: Mapping[str, Collection[str]] = {}
        self._words = CaseWords(lambda row: open_words(row, cases.plain_words(row), session.language), self)
        self._worded: Sequence[Row] | None = None
        self._stale = True
        session.locked.connect(self._words.clear)
        self._tabs: dict[str, FilterTab] = {}
        self._order = Hint(tr("Soonest first"), wraps=False)
        self.filters = self._make_filters()
        self.filters.select(PHYSICIAN if session.person.role is Role.PHYSICIAN else ALL)
        self.filters.chosen.connect(self._apply_filter)
        self.nothing_due = self._make_nothing_due()
        self.nothing_passes = EmptyState("worklist/none", "list-checks", "", "")
        self.nothing_passes.add_button(tr("Show all open"), "worklist/show_all").clicked.connect(
            self.show_all
        )
        for place in (self.nothing_due, self.nothing_passes):
            self._add_place(place)
        self._add_keys("open", "new", "find", "commands")
        self.setAcceptDrops(True)
        cases.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show the cases and their clocks as they are now; while hidden, only note that it must."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        now, rows = self._session.now(), self._cases.open()
        self._passing = _filtered(self._cases, now)
        self.filters.set_count(ALL, len(rows))
        for filter_id, passing in self._passing.items():
            self.filters.set_count(filter_id, len(passing))
        for filter_id, tab in self._tabs.items():
            tab.setVisible(bool(rows) or filter_id == ALL)
        # mostly empty, and its cases stand first anyway
        self._tabs[HOUR].setVisible(bool(self._passing[HOUR]) or self.filters.current() == HOUR)
        self.lead.setText(_lead(rows, now, len(self._passing[LATE])))
        if rows is not self._worded:
            self._words.take(rows)
            self._worded = rows
        view = View(now, self._session.language)
        ids = self._cases.open_ids()
        self.table.set_lazy(LazyRows(ids, lambda number: open_row(rows[number], view), self._words.all))
        self._apply_filter(self.filters.current())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def show_all(self) -> None:
        """Take the filter away."""
        self.filters.select(ALL)
        self._apply_filter(ALL)
        self.take_focus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if case_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.files_dropped.emit(case_files(event.mimeData()))

    def set_narrow(self, narrow: bool) -> None:
        super().set_narrow(narrow)
        self._order.setVisible(not narrow)

    def _apply_filter(self, filter_id: str) -> None:
        self.table.set_passing(None if filter_id == ALL else self._passing.get(filter_id, set()))

    def _place_when_empty(self) -> QWidget:
        counted = len(self._cases.open())
        if not counted:
            return self.nothing_due
        words = {
            LATE: tr("Nothing is overdue"),
            HOUR: tr("Nothing is due in 1 hour"),
            SOON: tr("Nothing is due in 4 hours"),
            DOCUMENTS: tr("No case needs documents"),
            PHYSICIAN: tr("No case is with a physician reviewer"),
        }[self.filters.current()]
        text = tr("1 case is open.") if counted == 1 else tr("{0} cases are open.").format(counted)
        self.nothing_passes.show_words(words, text)
        return self.nothing_passes

    def _make_filters(self) -> FilterBar:
        bar = FilterBar("worklist/filter")
        for filter_id, words in (
            (ALL, tr("All open")),
            (LATE, tr("Overdue")),
            (HOUR, tr("Due in 1 hour")),
            (SOON, tr("Due in 4 hours")),
            (DOCUMENTS, tr("Needs documents")),
            (PHYSICIAN, tr("With physician reviewer")),
        ):
            self._tabs[filter_id] = bar.add(filter_id, words)
        row = RowBox(gap=16)
        row.addWidget(bar, 1)
        row.addWidget(self._order)
        self._column.insertLayout(1, row)
        return bar

    def _make_nothing_due(self) -> EmptyState:
        text = tr("Start a request, or open a case file you received.")
        state = EmptyState("worklist/empty", "circle-check", tr("Nothing is due"), text)
        new = state.add_button(tr("New request"), "worklist/new", "plus")
        new.clicked.connect(self.new_asked)
        file = state.add_button(tr("Open case file"), "worklist/file", "file-text")
        file.clicked.connect(self.file_asked)
        return state


def _filtered(cases: CaseList, now: datetime) -> Mapping[str, Collection[str]]:
    """The ids that pass each filter. The soonest stand first, so the clocks of the others need no look."""
    passing: dict[str, set[str]] = {each: set() for each in (LATE, HOUR, SOON)}
    for row in cases.open():
        urgency = urgency_of(row, now)
        if urgency is Urgency.NORMAL:
            break
        if urgency is Urgency.LATE:
            passing[LATE].add(row.case_id)
        else:
            passing[SOON].add(row.case_id)
            if urgency is Urgency.PRESSING:
                passing[HOUR].add(row.case_id)
    return {
        **passing,
        DOCUMENTS: cases.in_state(CaseState.NEEDS_DOCUMENTS),
        PHYSICIAN: cases.in_state(CaseState.WITH_PHYSICIAN),
    }


def _lead(rows: Sequence[Row], now: datetime, late: int) -> str:
    """The day and what is open: ``Tue 24-Nov-2026, 09:12. 9 open, the next is due in 1 h 13 min``."""
    start = f"{show_date(now.date(), weekday=True)}, {show_time(now)}."
    if not rows:
        return f"{start} {tr('Nothing open.')}"
    parts = [tr("{0} open").format(len(rows))]
    if late:
        parts.append(tr("{0} overdue").format(late))
    coming = next((due for row in rows if (due := due_of(row)) is not None and due > now), None)
    if coming is not None:
        parts.append(tr("the next is due in {0}").format(clock.time_left(coming, now)))
    return f"{start} {', '.join(parts)}."

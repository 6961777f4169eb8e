"""Retention: the cases past it, what is proposed, what is on hold, and what was purged."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.casebook.holds import HoldReason
from app.casebook.purge import Proposal
from app.casebook.retention import Retention
from app.casebook.retention_rules import PastCase
from app.errors import DictamenError
from app.retention import retention_of
from ui import messages
from ui.form_page import FormPage
from ui.keeping.held_card import HeldCard
from ui.keeping.retention_words import done_row, past_hint, past_title, why_not_propose
from ui.keeping.standing import Standing, Waiting, read_standing
from ui.keeping.words import counted, moment, tr
from ui.kit.boxes import Column, at_left, empty
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.choices import CheckRow
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle, Value
from ui.session import Session
from ui.start.job import Job

_LEAP = timedelta(days=366)
_SHOWN = 100


class RetentionPage(FormPage):
    """What two people do together about cases that need not be kept any longer."""

    def __init__(self, session: Session) -> None:
        lead = tr(
            "A case is kept for the plan's years after it was last saved. Then one person proposes it, and "
            "another one purges it for good. Backups made before hold it until newer ones replace them."
        )
        super().__init__("retention", tr("Retention"), lead)
        self._session = session
        self._job: Job | None = None
        self._next: Callable[[], None] | None = None
        self._is_reading = self._wants_focus = False
        self._standing: Standing | None = None
        self._ticks: dict[str, CheckRow] = {}
        self._sure = ""
        self.leap = NoticeBar("retention/clock", Notice.WARNING, "")
        self._past, self._waiting = Column(gap=6), Column(gap=8)
        self.propose = SecondaryButton(tr("Propose for purging"), "retention/propose", icon="trash")
        self.propose.clicked.connect(self._propose)
        self.all = LinkButton(tr("Tick all"), "retention/all")
        self.all.clicked.connect(self._tick_all)
        self.held = HeldCard()
        self.held.hold_asked.connect(self._hold)
        self.held.release_asked.connect(self._release)
        columns = (
            FactsColumn(tr("Purged")),
            FactsColumn(tr("Cases"), numeric=True),
            FactsColumn(tr("Revisions"), numeric=True),
            FactsColumn(tr("By")),
        )
        self.done = FactsTable("retention/done", tr("Purged"), columns)
        self._arrange()
        self._past.addWidget(Secondary(tr("Looking at the cases")))
        self.refresh()

    @property
    def retention(self) -> Retention:
        """Of the casebook of this sitting."""
        return retention_of(self._session.casebook)

    def refresh(self) -> None:
        """Show how things stand now, as soon as a worker has read it."""
        if self._job is None:
            retention = self.retention
            self._is_reading = True
            self._begin(lambda: read_standing(retention), self._read)

    def take_focus(self) -> None:
        """Give the focus to the first control that may be used, once the list is there."""
        if self._standing is None:
            self._wants_focus = True
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # until a person goes on, or the list is there
        else:
            super().take_focus()

    def wait(self) -> None:
        """Wait for the work that is under way; before the casebook is closed."""
        if self._job is not None:
            self._job.wait()

    # ------------------------------------------------------------ showing

    def _show(self, standing: Standing) -> None:
        """Show how things stand; the focus stays where it was, if that is still there."""
        focused = QApplication.focusWidget()
        held = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        self._standing = standing
        leap = standing.clock_leap
        words = tr("Check this computer's date: the newest save of a case lies {0} days back.")
        self.leap.show_text(words.format(leap.days) if leap > _LEAP else "")
        self._show_past(standing.past)
        self._show_waiting(standing.waiting)
        self.held.show_holds(standing.holds)
        self.done.set_rows([done_row(each) for each in standing.purged])
        self._done_card.setVisible(bool(standing.purged))
        if held or (self._wants_focus and self.isVisible()):
            # what was put in just now is shown when this is over
            QTimer.singleShot(0, self, lambda: self._focus_again(held))
        self._wants_focus = False

    def _focus_again(self, name: str) -> None:
        """Give the focus to the part of this name, or else to the first one."""
        named = self.findChildren(QWidget, name) if name else []
        there = [each for each in named if each.isVisible() and each.isEnabled()]
        if there:
            there[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def _show_past(self, past: Sequence[PastCase]) -> None:
        empty(self._past)
        ticked = {case_id for case_id, row in self._ticks.items() if row.isChecked()}
        self._ticks = {}
        for case in past[:_SHOWN]:
            row = CheckRow(past_title(case), f"retention/past/{case.row.case_id}", past_hint(case))
            row.refuse("" if case.is_free else why_not_propose(case))
            row.setChecked(case.is_free and case.row.case_id in ticked)
            self._ticks[case.row.case_id] = row
            self._past.addWidget(row)
        if len(past) > _SHOWN:
            more = tr("and {0} more, shown when these are settled").format(len(past) - _SHOWN)
            self._past.addWidget(Hint(more))
        if not past:
            self._past.addWidget(Secondary(tr("No case is past its retention.")))
        self._show_buttons(past)

    def _show_buttons(self, past: Sequence[PastCase]) -> None:
        for button in (self.propose, self.all):
            button.setVisible(any(case.is_free for case in past))

    def _show_waiting(self, waiting: Sequence[Waiting]) -> None:
        empty(self._waiting)
        for number, each in enumerate(waiting):
            if number:
                self._waiting.addWidget(Divider())
            self._waiting.addWidget(self._waiting_part(each))
        self._waiting_card.setVisible(bool(waiting))

    def _waiting_part(self, waiting: Waiting) -> QWidget:
        proposal, reason = waiting.proposal, waiting.why_not
        part = QWidget()
        column = Column(part, gap=4)
        cases = counted(len(proposal.cases), tr("one case"), tr("{0} cases"))
        column.addWidget(Value(f"{proposal.number}: {cases}"))
        column.addWidget(Secondary(", ".join(waiting.case_ids)))
        told = tr("Proposed {0} by {1}").format(moment(proposal.proposed_at), proposal.proposed_by)
        column.addWidget(Hint(told))
        name = f"retention/{proposal.number}"
        sure = self._sure == proposal.number
        if sure:
            words = tr("This cannot be undone: the content of these cases is removed from the casebook.")
            column.addWidget(NoticeBar(f"{name}/warning", Notice.WARNING, words))
        words = tr("Purge these cases for good") if sure else tr("Purge")
        button = SecondaryButton(words, f"{name}/purge", icon="trash")
        button.clicked.connect(lambda: self._purge(proposal) if sure else self._ask_sure(proposal.number))
        button.setEnabled(reason is None)
        button.setAccessibleDescription(reason or "")
        withdraw = LinkButton(tr("Not now") if sure else tr("Withdraw"), f"{name}/withdraw")
        withdraw.clicked.connect(lambda: self._ask_sure("") if sure else self._withdraw(proposal))
        column.addLayout(at_left(button, withdraw, gap=8))
        if reason:
            column.addWidget(Hint(messages.sentence(reason)))
        return part

    # ------------------------------------------------------------ doing

    def _tick_all(self) -> None:
        for row in self._ticks.values():
            row.setChecked(row.isEnabled())

    def _propose(self) -> None:
        chosen = [case_id for case_id, row in self._ticks.items() if row.isChecked()]
        if not chosen:
            messages.error(tr("Tick the cases that you propose."))
            return
        self._do(
            lambda: self.retention.propose(chosen),
            tr("Proposed. A second person confirms here, under their own name."),
        )

    def _ask_sure(self, number: str) -> None:
        self._sure = number
        if self._standing is not None:
            self._show(self._standing)

    def _purge(self, proposal: Proposal) -> None:
        self._sure = ""
        words = counted(len(proposal.cases), tr("One case is purged."), tr("{0} cases are purged."))
        told = tr("Backups made before still hold what is gone until newer ones replace them.")
        self._do(lambda: self.retention.confirm(proposal.number), f"{words} {told}")

    def _withdraw(self, proposal: Proposal) -> None:
        self._do(lambda: self.retention.withdraw(proposal.number), tr("The proposal is withdrawn."))

    def _hold(self, case_id: str, reason: HoldReason) -> None:
        words = tr("{0} is on hold.").format(case_id)
        self._do(lambda: self.retention.holds.hold(case_id, reason), words, self.held.clear_form)

    def _release(self, case_id: str) -> None:
        words = tr("{0} is not on hold any more.").format(case_id)
        self._do(lambda: self.retention.holds.release(case_id), words)

    def _do(self, work: Callable[[], object], words: str, after: Callable[[], None] | None = None) -> None:
        """Do it in a worker, then say so and read what stands now; what was asked while it read waits."""

        def begin() -> None:
            self._begin(work, lambda _result: self._done(words, after))

        if self._job is None:
            begin()
        elif self._is_reading:
            self._next = begin

    def _begin(self, work: Callable[[], object], then: Callable[[object], None]) -> None:
        self._job = Job(work, self)
        self._job.done.connect(lambda result: self._end(lambda: then(result)))
        self._job.failed.connect(lambda error: self._end(lambda: self._fail(error)))
        self._job.start()

    def _end(self, then: Callable[[], None]) -> None:
        self._job = None
        then()

    def _read(self, standing: object) -> None:
        self._is_reading = False
        self._show(cast("Standing", standing))
        following, self._next = self._next, None
        if following is not None:
            following()

    def _done(self, words: str, after: Callable[[], None] | None) -> None:
        if after is not None:
            after()
        messages.info(words)
        self.refresh()

    def _fail(self, error: Exception) -> None:
        was_reading, self._is_reading, self._next = self._is_reading, False, None
        if not isinstance(error, DictamenError):
            raise error
        messages.error(error)
        if not was_reading:
            self.refresh()
        elif self._standing is None:
            empty(self._past)

    # ------------------------------------------------------------ parts

    def _arrange(self) -> None:
        self.add(self.leap)
        self._waiting_card = self._add_card("waiting", tr("Waiting for a second person"), self._waiting)
        self._add_card("past", tr("Past their retention"), self._past, self.propose, self.all)
        self.add(self.held)
        self._done_card = Card("retention/purged", gap=10)
        self._done_card.column.addWidget(SectionTitle(tr("Purged")))
        self._done_card.column.addWidget(self.done)
        self.add(self._done_card)

    def _add_card(self, name: str, title: str, inside: Column, *buttons: QWidget) -> Card:
        card = Card(f"retention/{name}/card", gap=10)
        card.column.addWidget(SectionTitle(title))
        card.column.addLayout(inside)
        if buttons:
            card.column.addLayout(at_left(*buttons, gap=8))
        self.add(card)
        return card

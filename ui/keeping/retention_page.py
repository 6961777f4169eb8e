"""Retention: the cases past it, what is proposed, what is on hold, and what was purged."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.casebook.holds import Hold, HoldReason
from app.casebook.purge import Proposal
from app.casebook.retention import Retention
from app.casebook.retention_rules import PastCase
from app.errors import DictamenError
from app.retention import retention_of
from ui import messages
from ui.form_page import FormPage
from ui.keeping.words import counted, moment, tr
from ui.kit.boxes import Column, Row, empty
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.choice_fields import ComboField
from ui.kit.choices import CheckRow
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.notices import ErrorSummary, Notice, NoticeBar, problems_of
from ui.kit.text import Hint, Secondary, SectionTitle, Value
from ui.kit.text_fields import TextField
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
        self._after: Callable[[], None] = self.refresh
        self._ticks: dict[str, CheckRow] = {}
        self._sure = ""
        self.leap = NoticeBar("retention/clock", Notice.WARNING, "")
        self._past, self._waiting, self._held = Column(gap=6), Column(gap=8), Column(gap=6)
        self.propose = SecondaryButton(tr("Propose for purging"), "retention/propose", icon="trash")
        self.propose.clicked.connect(self._propose)
        self.all = LinkButton(tr("Tick all"), "retention/all")
        self.all.clicked.connect(self._tick_all)
        self._make_hold_form()
        columns = (
            FactsColumn(tr("Purged")),
            FactsColumn(tr("Cases"), numeric=True),
            FactsColumn(tr("Revisions"), numeric=True),
            FactsColumn(tr("By")),
        )
        self.done = FactsTable("retention/done", tr("Purged"), columns)
        self._arrange()
        self.refresh()

    @property
    def retention(self) -> Retention:
        """Of the casebook of this sitting."""
        return retention_of(self._session.casebook)

    def refresh(self) -> None:
        """Show how things stand now."""
        retention = self.retention
        try:
            past, proposals = retention.past(), retention.proposals()
            holds, leap = retention.holds.standing(), retention.clock_leap
        except DictamenError as error:
            messages.error(error)
            return
        words = tr("Check this computer's date: the newest save of a case lies {0} days back.")
        self.leap.show_text(words.format(leap.days) if leap > _LEAP else "")
        self._show_past(past)
        self._show_waiting([each for each in proposals if each.is_open])
        self._show_held(list(holds.values()))
        purged = [each for each in proposals if each.purged]
        self.done.set_rows([_done_row(each) for each in reversed(purged)])
        self._done_card.setVisible(bool(purged))

    def wait(self) -> None:
        """Wait for the work that is under way; before the casebook is closed."""
        if self._job is not None:
            self._job.wait()

    # ------------------------------------------------------------ showing

    def _show_past(self, past: Sequence[PastCase]) -> None:
        empty(self._past)
        self._ticks = {}
        for case in past[:_SHOWN]:
            row = CheckRow(_past_title(case), f"retention/past/{case.row.case_id}", _past_hint(case))
            row.refuse("" if case.is_free else _why_not(case))
            self._ticks[case.row.case_id] = row
            self._past.addWidget(row)
        if len(past) > _SHOWN:
            more = tr("and {0} more, shown when these are settled").format(len(past) - _SHOWN)
            self._past.addWidget(Hint(more))
        if not past:
            self._past.addWidget(Secondary(tr("No case is past its retention.")))
        for button in (self.propose, self.all):
            button.setVisible(any(case.is_free for case in past))

    def _show_waiting(self, proposals: Sequence[Proposal]) -> None:
        empty(self._waiting)
        for number, proposal in enumerate(proposals):
            if number:
                self._waiting.addWidget(Divider())
            self._waiting.addWidget(self._waiting_part(proposal))
        self._waiting_card.setVisible(bool(proposals))

    def _waiting_part(self, proposal: Proposal) -> QWidget:
        part = QWidget()
        column = Column(part, gap=4)
        rows = self.retention.rows_of(proposal)
        cases = counted(len(proposal.cases), tr("one case"), tr("{0} cases"))
        column.addWidget(Value(f"{proposal.number}: {cases}"))
        column.addWidget(Secondary(", ".join(row.case_id for row in rows)))
        told = tr("Proposed {0} by {1}").format(moment(proposal.proposed_at), proposal.proposed_by)
        column.addWidget(Hint(told))
        reason = self.retention.why_not_confirm(proposal)
        name = f"retention/{proposal.number}"
        sure = self._sure == proposal.number
        if sure:
            words = tr("This cannot be undone: the content of these cases is removed from the casebook.")
            column.addWidget(NoticeBar(f"{name}/warning", Notice.WARNING, words))
        line = Row(gap=8)
        words = tr("Purge these cases for good") if sure else tr("Purge")
        button = SecondaryButton(words, f"{name}/purge", icon="trash")
        button.clicked.connect(lambda: self._purge(proposal) if sure else self._ask_sure(proposal.number))
        button.setEnabled(reason is None)
        button.setAccessibleDescription(reason or "")
        withdraw = LinkButton(tr("Not now") if sure else tr("Withdraw"), f"{name}/withdraw")
        withdraw.clicked.connect(lambda: self._ask_sure("") if sure else self._withdraw(proposal))
        for each in (button, withdraw):
            line.addWidget(each)
        line.addStretch(1)
        column.addLayout(line)
        if reason:
            column.addWidget(Hint(messages.sentence(reason)))
        return part

    def _show_held(self, holds: Sequence[Hold]) -> None:
        empty(self._held)
        for hold in holds:
            part = QWidget()
            line = Row(part, gap=12)
            words = tr("{0}, {1}, since {2} by {3}")
            told = words.format(hold.case_id, reason_words(hold.reason), moment(hold.at), hold.by)
            line.addWidget(Secondary(told), 1)
            release = LinkButton(tr("Release"), f"retention/held/{hold.case_id}/release")
            release.setAccessibleName(tr("Release {0}").format(hold.case_id))
            release.clicked.connect(lambda _on=False, case_id=hold.case_id: self._release(case_id))
            line.addWidget(release)
            self._held.addWidget(part)
        if not holds:
            self._held.addWidget(Secondary(tr("No case is on hold.")))

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
        self.refresh()

    def _purge(self, proposal: Proposal) -> None:
        self._sure = ""
        words = counted(len(proposal.cases), tr("One case is purged."), tr("{0} cases are purged."))
        told = tr("Backups made before still hold what is gone until newer ones replace them.")
        self._do(lambda: self.retention.confirm(proposal.number), f"{words} {told}")

    def _withdraw(self, proposal: Proposal) -> None:
        self._do(lambda: self.retention.withdraw(proposal.number), tr("The proposal is withdrawn."))

    def _hold(self) -> None:
        if self.summary.show_problems(problems_of([self.case, self.reason])):
            return
        case_id, reason = self.case.value() or "", HoldReason(self.reason.value() or "")
        self._after = self._clear_hold_form
        self._do(lambda: self.retention.holds.hold(case_id, reason), tr("{0} is on hold.").format(case_id))

    def _release(self, case_id: str) -> None:
        self._do(
            lambda: self.retention.holds.release(case_id), tr("{0} is not on hold any more.").format(case_id)
        )

    def _do(self, work: Callable[[], object], words: str) -> None:
        """Do it in a worker, then say so and show what stands now."""
        if self._job is not None:
            return
        self._job = Job(work, self)
        self._job.done.connect(lambda _result: self._done(words))
        self._job.failed.connect(self._failed)
        self._job.start()

    def _done(self, words: str) -> None:
        self._job = None
        after, self._after = self._after, self.refresh
        after()
        messages.info(words)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._after = self.refresh
        if not isinstance(error, DictamenError):
            raise error
        self.refresh()
        messages.error(error)

    # ------------------------------------------------------------ parts

    def _clear_hold_form(self) -> None:
        self.case.set_value(None)
        self.reason.set_value(None)
        self.refresh()

    def _make_hold_form(self) -> None:
        self.summary = ErrorSummary("retention/problems")
        self.case = TextField(
            "retention/hold/case", tr("Case number"), required=tr("Enter the number of the case.")
        )
        self.reason = ComboField("retention/hold/reason", tr("Reason"), required=tr("Choose the reason."))
        for reason in HoldReason:
            self.reason.add_option(reason.value, reason_words(reason))
        self.reason.set_placeholder(tr("Choose"))
        self.put = SecondaryButton(tr("Put on hold"), "retention/hold/put", icon="lock")
        self.put.clicked.connect(self._hold)

    def _arrange(self) -> None:
        self.add(self.leap)
        self._waiting_card = self._add_card("waiting", tr("Waiting for a second person"), self._waiting)
        self._add_card("past", tr("Past their retention"), self._past, self.propose, self.all)
        held = self._add_card("held", tr("On hold"), self._held)
        held.column.addWidget(Divider())
        held.column.addWidget(
            Hint(tr("A case on hold is kept whatever its retention, for a court or an audit."))
        )
        for part in (self.summary, self.case, self.reason):
            held.column.addWidget(part)
        _add_buttons(held, self.put)
        self._done_card = Card("retention/purged", gap=10)
        self._done_card.column.addWidget(SectionTitle(tr("Purged")))
        self._done_card.column.addWidget(self.done)
        self.add(self._done_card)

    def _add_card(self, name: str, title: str, inside: Column, *buttons: QWidget) -> Card:
        card = Card(f"retention/{name}/card", gap=10)
        card.column.addWidget(SectionTitle(title))
        card.column.addLayout(inside)
        if buttons:
            _add_buttons(card, *buttons)
        self.add(card)
        return card


def reason_words(reason: HoldReason) -> str:
    """Why a case is on hold."""
    return {
        HoldReason.LITIGATION: tr("a court case"),
        HoldReason.AUDIT: tr("an audit"),
        HoldReason.APPEAL: tr("an appeal"),
        HoldReason.INVESTIGATION: tr("an investigation"),
        HoldReason.OTHER: tr("another reason"),
    }[reason]


def _add_buttons(card: Card, *buttons: QWidget) -> None:
    row = Row(gap=8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    card.column.addLayout(row)


def _past_title(case: PastCase) -> str:
    cover = case.row.cover
    names = ", ".join(str(cover[key]) for key in ("family_name", "given_name") if cover.get(key))
    return f"{case.row.case_id}  {names}" if names else case.row.case_id


def _past_hint(case: PastCase) -> str:
    words = tr("Last saved {0}, kept until {1}")
    return words.format(moment(case.doomed.last), moment(case.kept_until))


def _why_not(case: PastCase) -> str:
    if case.hold is not None:
        return tr("On hold for {0}, by {1}").format(reason_words(case.hold.reason), case.hold.by)
    return tr("Proposed already, as {0}").format(case.proposal)


def _done_row(proposal: Proposal) -> tuple[str, str, str, str]:
    at = moment(proposal.settled_at) if proposal.settled_at else ""
    people = tr("{0} and {1}").format(proposal.proposed_by, proposal.settled_by)
    return at, str(len(proposal.cases)), str(len(proposal.emptied)), people

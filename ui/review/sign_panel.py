"""Signing, a step of its own: everything that will be signed, who signs it, and the passphrase."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal

from app.determination import Outcome, authorized_cycle
from app.errors import DictamenError
from app.review import Review
from ui.kit.boxes import Row
from ui.kit.card import Card
from ui.kit.check_list import CheckLine, CheckList
from ui.kit.dates import show_date
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import SectionTitle
from ui.kit.text_fields import PassphraseField
from ui.people.identity_words import end_warning
from ui.review.check_rows import doses_words
from ui.review.choice_words import language_words, outcome_words, role_words, signing_problem
from ui.review.desk import CaseDesk
from ui.review.draft import LetterWish
from ui.review.missing_notices import MissingNotices
from ui.review.page import Complaint
from ui.review.words import tr
from ui.review.work import Work

if TYPE_CHECKING:
    from reports.issue import IssuedLetter


class SignPanel(Card):
    """What will be signed, to be read once more, and the field for the passphrase.

    Signals:
        entered: a person pressed Enter in the passphrase.
        busy_changed: signing began, or it ended without a letter.
        signed(bool): a letter was signed, and says whether it was kept.
    """

    entered = Signal()
    busy_changed = Signal()
    signed = Signal(bool)

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("decision/sign", gap=12)
        self._desk = desk
        self._wish: LetterWish | None = None
        self._work: Work | None = None
        self._list = CheckList("decision/to_sign")
        self._warning = NoticeBar("decision/cannot_undo", Notice.WARNING, "", icon="signature")
        self._ends = NoticeBar("decision/identity_ends", Notice.WARNING, "")
        self._missing = MissingNotices(desk)
        self._passphrase = PassphraseField(
            "decision/passphrase",
            tr("Your passphrase"),
            tr("It opens your signing key for this one letter."),
            required=tr("Type your passphrase to sign."),
        )
        self.column.addWidget(SectionTitle(tr("This will be signed")))
        self.column.addWidget(self._list)
        self.column.addWidget(self._warning)
        self.column.addWidget(self._ends)
        self.column.addWidget(self._missing)
        line = Row()
        line.addWidget(self._passphrase, 3)
        line.addStretch(2)
        self.column.addLayout(line)
        self._passphrase.line.returnPressed.connect(self.entered)

    @property
    def busy(self) -> bool:
        """Whether the letter is being signed."""
        return self._work is not None

    def show_wish(self, wish: LetterWish | None) -> None:
        """Show what would be signed, as the case is now; None, or something else, forgets the passphrase."""
        if wish is None or self._wish is None or replace(wish, waive=None) != replace(self._wish, waive=None):
            self._passphrase.set_value(None)
        self._wish = wish
        if wish is None:
            return
        self._missing.show_wish(wish)
        self._list.set_lines(_lines(self._desk, wish), changeable=False)
        keeps_open = tr("The letter cannot be taken back. The case stays open and its clock keeps running.")
        ends = tr("This cannot be undone. A later decision is added to it and never overwrites it.")
        self._ends.show_text(end_warning(self._desk.session))
        self._warning.show_text(keeps_open if wish.outcome is Outcome.PEND else ends)

    def focus_passphrase(self) -> None:
        """Give the focus to the passphrase, or to a reason that is asked for before it."""
        if not self._missing.take_focus():
            self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)

    def complaints(self) -> list[Complaint]:
        """What keeps the letter from being signed."""
        problem = self._passphrase.reveal()
        return [
            *self._missing.complaints(self._passphrase),
            *([Complaint(problem, self._passphrase)] if problem else []),
        ]

    def sign(self) -> None:
        """Sign on a thread of its own, then save; a wrong passphrase is told at the field."""
        if self._wish is None or self.busy:
            return
        try:
            wish = replace(self._wish, waive=self._desk.draft.waive.strip() or None)
            job = self._desk.signing_job(wish, self._passphrase.value() or "")
        except DictamenError as error:
            self._show_problem(error)
            return
        self._work = Work(job)
        self._work.done.connect(self._keep)
        self._work.failed.connect(self._not_signed)
        self._work.start()
        self.busy_changed.emit()

    def _keep(self, issued: object) -> None:
        self._work = None
        language = self._wish.language if self._wish else self._desk.member_language
        self.signed.emit(self._desk.keep(cast("IssuedLetter", issued), language))

    def _not_signed(self, error: DictamenError) -> None:
        self._work = None
        self.busy_changed.emit()
        self._show_problem(error)

    def _show_problem(self, error: DictamenError) -> None:
        """Say why nothing was signed; what was typed is selected, to be typed over."""
        self._passphrase.set_error(signing_problem(error))
        self._passphrase.line.selectAll()
        self._passphrase.setFocus(Qt.FocusReason.OtherFocusReason)


def _lines(desk: CaseDesk, wish: LetterWish) -> list[CheckLine]:
    person, review = desk.session.person, desk.judgment.review
    signer = f"{role_words(person.role)}, {person.license}"
    return [
        CheckLine("outcome", tr("Decision"), outcome_words(wish.outcome)),
        *(_member_lines(review) if review else []),
        *(_plan_lines(review, wish.outcome) if review else []),
        *([CheckLine("reason", tr("Reason"), wish.reason)] if wish.reason else []),
        CheckLine("letter", tr("Letter"), language_words(wish.language), _size(wish)),
        CheckLine("signer", tr("Signed by"), person.name, signer),
    ]


def _member_lines(review: Review) -> list[CheckLine]:
    member, request = review.case.member, review.case.request
    asked = tr("Cycle {0} of {1}").format(request.cycle, review.policy.drug.generic)
    return [
        CheckLine("member", tr("Member"), member.full_name, member.member_id),
        CheckLine("request", tr("Request"), asked, tr("from {0}").format(show_date(request.start_date))),
    ]


def _plan_lines(review: Review, outcome: Outcome) -> list[CheckLine]:
    """What is authorized; nothing for a decision that authorizes nothing."""
    cycle, period = authorized_cycle(review, outcome), review.period
    if cycle is None:
        return []
    window = tr("{0} to {1}").format(show_date(period.first_day), show_date(period.last_day))
    days = tr("{0} days, both included").format(period.days)
    return [
        CheckLine("doses", tr("Doses"), doses_words(cycle), tr("{0} units").format(cycle.units)),
        CheckLine("authorization", tr("Authorization"), window, days),
    ]


def _size(wish: LetterWish) -> str:
    return tr("Large print") if wish.large_print else tr("Usual print")

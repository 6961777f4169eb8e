"""Letters on their way: issued, printed and dispatched, each a fact of its own with who did it and when.

A letter's date is the day on which it is issued, and the days to appeal count from it. So one that does not
go out on its day is dated anew: the same decision under another date and number.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from app.case import CaseRecord, judge, record_from
from app.case_notes import LetterNote
from app.casebook import Casebook, EventKind, Stored
from app.copies import Copy, usual_copy, why_not_to_member
from app.errors import DictamenError
from app.outcome import Outcome
from app.plan import Plan, plan


class Recipient(StrEnum):
    """To whom a letter goes."""

    MEMBER = "member"
    PRESCRIBER = "prescriber"


class Channel(StrEnum):
    """How a letter goes out."""

    MAIL = "mail"
    PORTAL = "portal"
    HAND = "hand"
    FAX = "fax"


_FACTS = (
    EventKind.LETTER_ISSUED,
    EventKind.LETTER_PRINTED,
    EventKind.LETTER_SAVED,
    EventKind.LETTER_DISPATCHED,
    EventKind.NOT_DONE,
)


class PostFact(NamedTuple):
    """One thing that was done with a letter.

    Attributes:
        action: an ``EventKind``'s value.
        number: the letter's.
        to: a ``Recipient``'s value; empty for printing and saving.
        how: a ``Channel``'s value; empty but for dispatch.
        by: who did it, at ``at`` (UTC).
    """

    action: str
    number: str
    to: str
    how: str
    by: str
    at: datetime


class Post:
    """The letters of one case, and what was done with each.

    Attributes:
        case_id: of the case.
        record: the case as last saved.
        plan: whose letters they are.
        facts: what was done, oldest first.
    """

    def __init__(self, casebook: Casebook, case_id: str) -> None:
        """Read the case and its events.

        Raises:
            DictamenError: there is no such case, or it cannot be read.
        """
        self._casebook = casebook
        self.case_id = case_id
        self.record: CaseRecord = record_from(casebook.get(case_id).document)
        self._line = _text(_request(self.record).get("line_of_business"))
        self.plan: Plan = plan(judge(self.record.case).policy.plan)
        self.facts = self._read_facts()

    def notes(self, number: str) -> tuple[LetterNote, ...]:
        """The copies that carry a number.

        Raises:
            DictamenError: the case has no such letter.
        """
        found = tuple(
            copy for note in self.record.letters if note.number == number for copy in (*note.copies, note)
        )
        if not found:
            raise DictamenError(f"This case has no letter {number}.")
        return found

    def of(self, number: str) -> tuple[PostFact, ...]:
        """What was done with a letter, oldest first."""
        return tuple(fact for fact in self.facts if fact.number == number)

    def dispatched(self, number: str) -> bool:
        """Whether the letter went out to anybody."""
        return any(fact.action == EventKind.LETTER_DISPATCHED for fact in self.of(number))

    def replaced_by(self, number: str) -> str | None:
        """The number of the letter that took its place; None where it stands."""
        return next((note.number for note in self.record.letters if note.replaces == number), None)

    def today(self, now: datetime) -> date:
        """The day in the plan's own time, in which letters are dated."""
        return now.astimezone(self.plan.zone).date()

    def late(self, number: str, now: datetime) -> bool:
        """Whether a letter stands that did not go out on its day, so that it has to be dated anew."""
        note = self.notes(number)[-1]
        stands = self.replaced_by(number) is None and not self.dispatched(number)
        return stands and note.at.date() != self.today(now)

    def copy_for(self, number: str, to: Recipient) -> LetterNote:
        """The copy that goes to somebody.

        Raises:
            DictamenError: no copy of this letter may go there.
        """
        notes = self.notes(number)
        fitting = [note for note in notes if self._why_not(note, to) is None]
        if not fitting:
            raise DictamenError(self._why_not(notes[-1], to) or "No copy of this letter goes there.")
        wanted = Copy.MEMBER if to is Recipient.MEMBER else Copy.PRESCRIBER
        return next((note for note in fitting if _copy(note) is wanted), fitting[0])

    def why_not_issued(self, number: str, to: Recipient, now: datetime) -> str | None:
        """Why a letter cannot be issued to somebody now, in one sentence; None where it can."""
        try:
            self._require_standing(number, now)
            self.copy_for(number, to)
        except DictamenError as error:
            return str(error)
        return None

    def issued_to(self, number: str) -> tuple[Recipient, ...]:
        """To whom the letter was issued."""
        told = (fact.to for fact in self.of(number) if fact.action == EventKind.LETTER_ISSUED)
        return tuple(Recipient(to) for to in dict.fromkeys(told))

    def issue(self, number: str, to: Recipient, now: datetime) -> None:
        """Record that a letter is issued to somebody.

        Raises:
            DictamenError: no copy may go there, the letter's day is over, or another took its place.
        """
        self._require_standing(number, now)
        copy = self.copy_for(number, to)
        self._record(EventKind.LETTER_ISSUED, number, to=to.value, letter_id=copy.letter_id)

    def dispatch(self, number: str, to: Recipient, how: Channel, now: datetime) -> None:
        """Record that a letter left the house.

        Raises:
            DictamenError: it was not issued to them, its day is over, or another took its place.
        """
        self._require_standing(number, now)
        if to not in self.issued_to(number):
            raise DictamenError(
                f"Letter {number} was not issued to the {to}. Issue it first, then record how it went out."
            )
        self._record(EventKind.LETTER_DISPATCHED, number, to=to.value, how=how.value)

    def _require_standing(self, number: str, now: datetime) -> None:
        if not self._casebook.person.role.may_write:
            raise DictamenError("Quality assurance reads cases and does not change them.")
        note = self.notes(number)[-1]
        by = self.replaced_by(number)
        if by is not None:
            raise DictamenError(f"Letter {by} took the place of letter {number}. Use that one.")
        if note.at.date() != self.today(now):
            raise DictamenError(
                f"Letter {number} is dated {note.at.date():%Y-%m-%d} and that day is over, so date it anew:"
                " nobody may lose days to appeal."
            )

    def _why_not(self, note: LetterNote, to: Recipient) -> str | None:
        copy, outcome = _copy(note), Outcome(note.outcome)
        if to is Recipient.MEMBER:
            form = self.plan.form_for(self._line, note.language, note.at.date())
            sample = form is not None and form.file.sample
            return why_not_to_member(outcome, copy, sample_form=sample)
        if copy is Copy.MEMBER:
            return "This is the member's copy. Issue the prescriber's copy to the prescriber."
        return None

    def _record(self, kind: EventKind, number: str, **detail: str) -> None:
        self._casebook.record(kind, case_id=self.case_id, letter=number, **detail)
        self.facts = self._read_facts()

    def _read_facts(self) -> tuple[PostFact, ...]:
        return tuple(
            _fact(stored) for stored in self._casebook.events.about(self.case_id) if _is_fact(stored)
        )


def case_of_letter(casebook: Casebook, number: str) -> str:
    """The id of the case that a letter belongs to.

    Raises:
        DictamenError: the casebook keeps no letter of that number.
    """
    for row in casebook.matching("number", number):
        about = row.cover.get("about")
        if isinstance(about, str):
            return about
    raise DictamenError(f"The casebook keeps no letter {number}.")


def _is_fact(stored: Stored) -> bool:
    detail = stored.document.get("detail")
    return stored.action in _FACTS and isinstance(detail, dict) and "letter" in detail


def _fact(stored: Stored) -> PostFact:
    detail = stored.document["detail"]
    told = detail if isinstance(detail, dict) else {}
    return PostFact(
        stored.action,
        _text(told.get("letter")),
        _text(told.get("to")),
        _text(told.get("how")),
        stored.actor,
        stored.at,
    )


def _copy(note: LetterNote) -> Copy:
    return Copy(note.copy) if note.copy else usual_copy(Outcome(note.outcome))


def _request(record: CaseRecord) -> dict[str, object]:
    request = record.case.get("request")
    return request if isinstance(request, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

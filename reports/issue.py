"""Issuing a letter: from a case document and a decision to the signed PDF."""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from app.case_file import parse_case
from app.copies import Copy, copies_of, usual_copy
from app.copy_set import CopyOf, copies_beside
from app.determination import Determination, Outcome, determine
from app.errors import DictamenError, InvalidInput
from app.expiry import refuse_ended
from app.identity import SigningIdentity
from app.impossible_dates import check_dates
from app.people import Person
from app.plan import Plan, plan
from app.plan_files import missing_inserts
from app.result import result_document
from app.review import review
from app.text import LANGUAGES
from reports.companions import checksums, with_companions
from reports.container import CASE, DETERMINATION, RESULT, SignaturePlace, Unsigned, enclose
from reports.draft import Draft
from reports.edition import Edition, Waiver
from reports.printable import check_printable
from reports.record import LetterRecord, canonical_json, checked_letter_number, new_letter_number, record_of
from reports.replaced import Earlier, replacing
from reports.seal import room_for, seal
from reports.wording import wording

PREVIEW_NUMBER = "D-00000000-PREVIEW"


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A signed letter.

    Attributes:
        pdf: the file.
        sha256: of the file, lower-case hexadecimal.
        record: what the letter carries about itself.
        copies: further copies that were signed in the same act, with the same number.
    """

    pdf: bytes
    determination: Determination
    letter_number: str
    sha256: str
    record: LetterRecord
    copies: "tuple[IssuedLetter, ...]" = ()


def issue(  # noqa: PLR0913 - each is a fact of the decision, given by name
    case_document: object,
    outcome: Outcome | None,
    identity: SigningIdentity,
    *,
    reason: str | None = None,
    language: str | None = None,
    large_print: bool = False,
    copy: Copy | None = None,
    earlier: Earlier | None = None,
    waive: str | None = None,
    at: datetime,
    letter_number: str | None = None,
    witness: tuple[int, str] | None = None,
    with_copies: bool = False,
) -> IssuedLetter:
    """Decide a case as a person and make the signed letter.

    Args:
        case_document: a ``dictamen.case/1`` document as ``parse_json`` gives it, embedded as it stands.
        outcome: the decision; None follows the recommendation.
        identity: of the person who decides and signs.
        reason: the person's own reason; required where the decision departs from the recommendation.
        language: ``en`` or ``es``; None takes the member's.
        large_print: 18 points instead of 12.
        copy: whose copy; None for the usual one of the outcome.
        earlier: the letter whose place this one takes.
        waive: why it goes out without notices that the plan calls mandatory; None where it may not.
        at: time of the decision with its offset; its date in the plan's own time is the letter's date.
        letter_number: None makes a new one.
        witness: place and link of the case's newest revision in the casebook, for whoever audits it later.
        with_copies: make in the same act the copies for the member and the prescriber that belong to it, in
            the plan's languages and the member's; an adverse notice where the plan has its form.

    Raises:
        InvalidInput: the case or an argument cannot be used, or holds a sign that cannot be printed.
        DictamenError: the person may not decide this, their signing identity has ended, or the plan's file
            lacks what the letter needs.
    """
    decided = _decide(case_document, outcome, identity.person, reason, at)
    refuse_ended(identity.certificate, at)
    number = checked_letter_number(letter_number) if letter_number else new_letter_number(decided.at.date())
    itself = CopyOf(copy or usual_copy(decided.outcome), _language(language, decided))
    beside = _copies_beside(decided, itself) if with_copies else ()
    whose = {one.copy for one in (itself, *beside)}
    asked = _Asked(itself.language, large_print, itself.copy, earlier, waive)
    letter, *copies = (
        _signed(
            case_document,
            decided,
            number,
            asked._replace(language=one.language, copy=one.copy, beside=_others(whose, one.copy)),
            identity,
            witness,
        )
        for one in (itself, *beside)
    )
    return replace(letter, copies=tuple(copies))


def _copies_beside(decided: Determination, itself: CopyOf) -> tuple[CopyOf, ...]:
    """Which copies, each in which language, belong to a letter beside the one that it is itself."""
    return copies_beside(decided.review, decided.outcome, decided.at.date(), itself)


def _others(whose: Collection[Copy], itself: Copy) -> tuple[Copy, ...]:
    """Whose copies a letter names beside itself; the plan's own is named on none."""
    return tuple(one for one in (Copy.MEMBER, Copy.PRESCRIBER) if one in whose and one is not itself)


class _Asked(NamedTuple):
    """How a letter is wanted; ``issue`` explains each."""

    language: str
    large_print: bool
    copy: Copy | None = None
    earlier: Earlier | None = None
    waive: str | None = None
    beside: tuple[Copy, ...] = ()


def _signed(  # noqa: PLR0913 - each is a fact of the letter
    case_document: object,
    decided: Determination,
    number: str,
    asked: _Asked,
    identity: SigningIdentity,
    witness: tuple[int, str] | None,
) -> IssuedLetter:
    case_plan = plan(decided.review.policy.plan)
    edition = edition_of(decided, case_plan, asked.language, asked.copy, asked.earlier, asked.waive)
    edition = edition._replace(beside=asked.beside)
    draft = Draft(decided, case_plan, wording(asked.language), number, wanted=edition)
    edition = edition._replace(enclosed=checksums(draft))
    record = record_of(decided, case_plan, number, asked.language, asked.large_print, edition, witness)
    signed = seal(assemble(case_document, decided, record, room_for(identity)), identity)
    return IssuedLetter(signed, decided, number, hashlib.sha256(signed).hexdigest(), record)


def edition_of(  # noqa: PLR0913 - each is a fact of the letter
    decided: Determination,
    case_plan: Plan,
    language: str,
    copy: Copy | None,
    earlier: Earlier | None,
    waive: str | None,
) -> Edition:
    """The edition of a letter, once the plan's file has all that it needs.

    Raises:
        InvalidInput: no such copy of this decision is made.
        DictamenError: the plan's file lacks something, each named, and that is not waived by who may.
    """
    chosen = copy or usual_copy(decided.outcome)
    if chosen not in copies_of(decided.outcome):
        allowed = ", ".join(copies_of(decided.outcome))
        raise InvalidInput("copy", f"of a decision of {decided.outcome} must be one of {allowed}")
    edition = Edition(chosen, None if earlier is None else replacing(earlier, decided))
    draft = Draft(decided, case_plan, wording(language), PREVIEW_NUMBER, wanted=edition)
    waiver = _waiver(draft, waive)
    return edition._replace(waiver=waiver, enclosed=checksums(draft))


def _waiver(draft: Draft, waive: str | None) -> Waiver | None:
    notices = missing_inserts(draft.plan.inserts, draft.companions)
    missing = draft.plan.missing(draft.companions)
    if not missing:
        return None
    told = " ".join(missing)
    if set(missing) != set(notices):
        raise DictamenError(f"The plan's file lacks what this letter needs. {told}")
    role = draft.determination.person.role
    if waive is None or not waive.strip():
        raise DictamenError(
            f"{told} Give a reason to issue the letter without it, or correct the plan's file."
        )
    if role.value not in draft.plan.letters.may_waive:
        may = ", ".join(draft.plan.letters.may_waive)
        raise DictamenError(f"{told} Only these roles may issue the letter without it: {may}.")
    return Waiver(notices, " ".join(waive.split()))


def preview(  # noqa: PLR0913 - as issue
    case_document: object,
    outcome: Outcome | None,
    person: Person,
    *,
    reason: str | None = None,
    language: str | None = None,
    large_print: bool = False,
    copy: Copy | None = None,
    earlier: Earlier | None = None,
    at: datetime,
) -> bytes:
    """The letter as it would look, marked as a preview on every page, unsigned and with nothing embedded.

    Raises:
        InvalidInput, DictamenError: as ``issue``.
    """
    decided = _decide(case_document, outcome, person, reason, at)
    edition = Edition(
        copy or usual_copy(decided.outcome), None if earlier is None else replacing(earlier, decided)
    )
    case_plan = plan(decided.review.policy.plan)
    says = wording(_language(language, decided))
    draft = Draft(decided, case_plan, says, PREVIEW_NUMBER, signed=False, wanted=edition)
    return with_companions(draft, large_print=large_print)


def assemble(
    case_document: object, determination: Determination, record: LetterRecord, reserved: int
) -> Unsigned:
    """The whole file of a letter but for its signature; the same input gives the same bytes.

    Args:
        case_document: the case that was decided.
        determination: the decision on it.
        record: number, language and size of the letter.
        reserved: bytes to keep for the signature container.
    """
    case_plan, says = plan(determination.review.policy.plan), wording(record.language)
    draft = Draft(determination, case_plan, says, record.number, wanted=record.edition)
    pages = with_companions(draft, large_print=record.large_print)
    attached = {
        CASE: canonical_json(case_document),
        RESULT: canonical_json(result_document(determination.review)),
        DETERMINATION: canonical_json(record.document()),
    }
    place = SignaturePlace(record.person.name, record.at, reserved)
    described = {name: says.text(f"carried.{name.removesuffix('.json')}") for name in attached}
    described[place.field] = says.text("carried.signature", name=record.person.name)
    return enclose(pages, attached, described, place)


def _decide(
    document: object, outcome: Outcome | None, person: Person, reason: str | None, at: datetime
) -> Determination:
    if at.utcoffset() is None:
        raise InvalidInput("at", "lacks its offset from UTC")
    judged = review(parse_case(document))
    local = at.replace(microsecond=0).astimezone(plan(judged.policy.plan).zone)
    check_dates(judged.case, local)
    decided = determine(judged, outcome, person, local, reason)
    check_printable(document, person, decided.reason)
    return decided


def _language(language: str | None, determination: Determination) -> str:
    chosen = language or determination.review.case.member.language
    if chosen not in LANGUAGES:
        raise InvalidInput("language", "must be one of " + ", ".join(LANGUAGES))
    return chosen

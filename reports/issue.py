"""Issuing a letter: from a case document and a decision to the signed PDF."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from app.case_file import parse_case
from app.determination import Determination, Outcome, determine
from app.errors import InvalidInput
from app.identity import SigningIdentity
from app.impossible_dates import check_dates
from app.people import Person
from app.plan import plan
from app.result import result_document
from app.review import review
from app.text import LANGUAGES
from reports.container import CASE, DETERMINATION, RESULT, SignaturePlace, Unsigned, enclose
from reports.letter import compose
from reports.page import build_pdf
from reports.printable import check_printable
from reports.record import LetterRecord, canonical_json, checked_letter_number, new_letter_number, record_of
from reports.seal import room_for, seal
from reports.wording import wording

PREVIEW_NUMBER = "D-00000000-PREVIEW"


@dataclass(frozen=True, slots=True)
class IssuedLetter:
    """A signed letter.

    Attributes:
        pdf: the file.
        sha256: of the file, lower-case hexadecimal.
    """

    pdf: bytes
    determination: Determination
    letter_number: str
    sha256: str


def issue(  # noqa: PLR0913 - each is a fact of the decision, given by name
    case_document: object,
    outcome: Outcome | None,
    identity: SigningIdentity,
    *,
    reason: str | None = None,
    language: str | None = None,
    large_print: bool = False,
    at: datetime,
    letter_number: str | None = None,
    witness: tuple[int, str] | None = None,
) -> IssuedLetter:
    """Decide a case as a person and make the signed letter.

    Args:
        case_document: a ``dictamen.case/1`` document as ``parse_json`` gives it, embedded as it stands.
        outcome: the decision; None follows the recommendation.
        identity: of the person who decides and signs.
        reason: the person's own reason; required where the decision departs from the recommendation.
        language: ``en`` or ``es``; None takes the member's.
        large_print: 18 points instead of 12.
        at: time of the decision with its offset; its date in the plan's own time is the letter's date.
        letter_number: None makes a new one.
        witness: place and link of the case's newest revision in the casebook, for whoever audits it later.

    Raises:
        InvalidInput: the case or an argument cannot be used, or holds a sign that cannot be printed.
        DictamenError: the person may not decide this.
    """
    decided = _decide(case_document, outcome, identity.person, reason, at)
    number = checked_letter_number(letter_number) if letter_number else new_letter_number(decided.at.date())
    record = record_of(
        decided,
        plan(decided.review.policy.plan),
        number,
        _language(language, decided),
        large_print,
        witness,
    )
    signed = seal(assemble(case_document, decided, record, room_for(identity)), identity)
    return IssuedLetter(signed, decided, number, hashlib.sha256(signed).hexdigest())


def preview(  # noqa: PLR0913 - as issue
    case_document: object,
    outcome: Outcome | None,
    person: Person,
    *,
    reason: str | None = None,
    language: str | None = None,
    large_print: bool = False,
    at: datetime,
) -> bytes:
    """The letter as it would look, marked as a preview on every page, unsigned and with nothing embedded.

    Raises:
        InvalidInput, DictamenError: as ``issue``.
    """
    decided = _decide(case_document, outcome, person, reason, at)
    letter = compose(
        decided, plan(decided.review.policy.plan), _language(language, decided), PREVIEW_NUMBER, signed=False
    )
    return build_pdf(letter, large_print=large_print)


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
    letter = compose(determination, plan(determination.review.policy.plan), record.language, record.number)
    attached = {
        CASE: canonical_json(case_document),
        RESULT: canonical_json(result_document(determination.review)),
        DETERMINATION: canonical_json(record.document()),
    }
    place = SignaturePlace(record.person.name, record.at, reserved)
    says = wording(record.language)
    described = {name: says.text(f"carried.{name.removesuffix('.json')}") for name in attached}
    described[place.field] = says.text("carried.signature", name=record.person.name)
    return enclose(build_pdf(letter, large_print=record.large_print), attached, described, place)


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

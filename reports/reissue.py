"""Signing a decision again under another number: dated anew, or with what was written wrong put right."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import pikepdf

from app.case_file import parse_case
from app.copies import Copy
from app.correction import corrected_case
from app.errors import DictamenError
from app.identity import SigningIdentity
from app.plan import plan
from app.review import review
from reports.content_check import embedded
from reports.earlier import earlier_letter
from reports.edition import Way
from reports.issue import IssuedLetter, issue
from reports.record import LetterRecord


def dated_anew(
    pdf: bytes, identity: SigningIdentity, *, at: datetime, witness: tuple[int, str] | None = None
) -> IssuedLetter:
    """A letter, with its copies, in the place of one that did not go out on its day.

    Who signs decides the same again, and must be one who may; the reason stays the one that was given.

    Args:
        pdf: the earlier letter, which carries the case as it was decided.
        identity: of who signs now.
        at: now, with its offset.
        witness: place and link of the case's newest revision.

    Raises:
        DictamenError: the person may not decide this, or the earlier letter was made under another version of
            the policy.
    """
    return _again(pdf, {}, identity, at, witness)


def corrected(
    pdf: bytes,
    corrections: Mapping[str, str],
    identity: SigningIdentity,
    *,
    at: datetime,
    witness: tuple[int, str] | None = None,
) -> IssuedLetter:
    """A letter, with its copies, in the place of one in which something was written wrong.

    Args:
        pdf: the earlier letter, which carries the case as it was decided.
        corrections: as ``corrected_case`` takes them.
        identity: of who signs now.
        at: now, with its offset.
        witness: place and link of the case's newest revision.

    Raises:
        DictamenError: as ``dated_anew``; or nothing would be corrected, or the decision would be another.
    """
    made = _again(pdf, corrections, identity, at, witness)
    replaced = made.record.edition.replaces
    if replaced is None or replaced.way is Way.DATED_ANEW:
        raise DictamenError("Nothing on the letter would change. Correct what was written wrong first.")
    if replaced.way is not Way.CORRECTED:
        raise DictamenError("That would change the decision, not the letter only. Decide the case anew.")
    return made


def _again(
    pdf: bytes,
    corrections: Mapping[str, str],
    identity: SigningIdentity,
    at: datetime,
    witness: tuple[int, str] | None,
) -> IssuedLetter:
    earlier = earlier_letter(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        carried = embedded(opened)
    record = carried.record
    case = corrected_case(carried.case, corrections)
    _refuse_without_form(case, record, at)
    waiver = record.edition.waiver
    return issue(
        case,
        record.outcome,
        identity,
        reason=record.reason,
        language=record.language,
        large_print=record.large_print,
        copy=record.edition.copy,
        earlier=earlier,
        waive=waiver.reason if waiver else None,
        at=at,
        witness=witness,
        with_copies=True,
    )


def _refuse_without_form(case: Mapping[str, object], record: LetterRecord, at: datetime) -> None:
    """Refuse to put a letter for the prescriber alone in the place of one that had the member's notice.

    Raises:
        DictamenError: the plan has no form of the member's notice any more that is valid today.
    """
    whose = (record.edition.copy, *record.edition.beside)
    if not record.outcome.is_adverse or Copy.MEMBER not in whose:
        return
    judged = review(parse_case(case))
    used, request = plan(judged.policy.plan), judged.case.request
    day, line = at.astimezone(used.zone).date(), request.line_of_business
    languages = (judged.case.member.language, *used.letters.member_languages)
    if all(used.form_for(line, language, day) is None for language in languages):
        raise DictamenError(
            f"The plan has no form of the member's notice for {line} in {languages[0]} that is valid on"
            f" {day.isoformat()}. Put it into the plan's file, then sign again. Nothing was signed."
        )

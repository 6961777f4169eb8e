"""Signing a decision again under another number: dated anew, or with what was written wrong put right."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import pikepdf

from app.correction import corrected_case
from app.errors import DictamenError
from app.identity import SigningIdentity
from reports.content_check import embedded
from reports.earlier import earlier_letter
from reports.edition import Way
from reports.issue import IssuedLetter, issue


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
    waiver = record.edition.waiver
    return issue(
        corrected_case(carried.case, corrections),
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

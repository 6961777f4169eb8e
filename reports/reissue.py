"""Dating a letter anew: the same decision, signed again under another date and number."""

from datetime import datetime
from io import BytesIO

import pikepdf

from app.identity import SigningIdentity
from reports.content_check import embedded
from reports.earlier import earlier_letter
from reports.issue import IssuedLetter, issue_set


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
    earlier = earlier_letter(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        carried = embedded(opened)
    record = carried.record
    waiver = record.edition.waiver
    return issue_set(
        carried.case,
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
    )

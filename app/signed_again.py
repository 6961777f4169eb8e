"""Keeping a letter that takes the place of one of a case, also of a case that is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.case import record_from
from app.case_notes import LetterNote
from app.casebook import Casebook, Change
from app.correction import corrected_case
from app.determination import Determination
from app.signed_letters import SignedCopy, kept_letter

ACTION = "signed: letter dated anew"
CORRECTED = "signed: letter corrected"


def keep_in_place_of(  # noqa: PLR0913 - each is a fact of the letter
    casebook: Casebook,
    case_id: str,
    replaces: str,
    determination: Determination,
    number: str,
    signed: Sequence[SignedCopy],
    corrections: Mapping[str, str] | None = None,
) -> LetterNote:
    """Keep a letter's signed copies: all are durable on return, or none is kept.

    Args:
        casebook: open, by whoever signed.
        case_id: of the case.
        replaces: the number of the letter whose place it takes.
        determination: what it says.
        number: its own.
        signed: the copies, the letter itself last.
        corrections: what the letter puts right, put right in the case too; None for a letter dated anew.

    Raises:
        DictamenError: the case was changed meanwhile, or cannot be saved.
    """
    stored = casebook.get(case_id)
    record = record_from(stored.document)
    kept = [kept_letter(determination, number, one, casebook.new_id(), case_id) for one in signed]
    *beside, itself = (note for note, _ in kept)
    note = replace(itself, replaces=replaces, copies=tuple(beside))
    case = corrected_case(record.case, corrections) if corrections else record.case
    after = replace(record, case=case, letters=(*record.letters, note))
    action = CORRECTED if corrections else ACTION
    letters = [(change, "signed a letter") for _, change in kept]
    casebook.save_together([*letters, (Change(case_id, after.to_document(), stored.rev), action)])
    return note

"""Keeping a letter that takes the place of one of a case, also of a case that is decided."""

from collections.abc import Sequence
from dataclasses import replace

from app.case import LetterNote, record_from
from app.casebook import Casebook, Change
from app.determination import Determination
from app.signed_letters import SignedCopy, kept_letter

ACTION = "signed: letter dated anew"


def keep_in_place_of(  # noqa: PLR0913 - each is a fact of the letter
    casebook: Casebook,
    case_id: str,
    replaces: str,
    determination: Determination,
    number: str,
    signed: Sequence[SignedCopy],
) -> LetterNote:
    """Keep a letter's signed copies: all are durable on return, or none is kept.

    Args:
        casebook: open, by whoever signed.
        case_id: of the case.
        replaces: the number of the letter whose place it takes.
        determination: what it says.
        number: its own.
        signed: the copies, the letter itself last.

    Raises:
        DictamenError: the case was changed meanwhile, or cannot be saved.
    """
    stored = casebook.get(case_id)
    record = record_from(stored.document)
    kept = [kept_letter(determination, number, one, casebook.new_id(), case_id) for one in signed]
    *beside, itself = (note for note, _ in kept)
    note = replace(itself, replaces=replaces, copies=tuple(beside))
    after = replace(record, letters=(*record.letters, note))
    letters = [(change, "signed a letter") for _, change in kept]
    casebook.save_together([*letters, (Change(case_id, after.to_document(), stored.rev), ACTION)])
    return note

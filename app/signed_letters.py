"""Signed letters as the casebook keeps them: each file a document of its own, with a note in its case."""

import base64
import hashlib
from typing import NamedTuple

from app.case_notes import LetterNote
from app.casebook import Change
from app.copies import usual_copy
from app.determination import Determination

LETTER_KIND = "letter"


class SignedCopy(NamedTuple):
    """One signed file of a letter: whose copy (a ``Copy`` value), in which language, and its bytes."""

    copy: str
    language: str
    pdf: bytes


def kept_letter(
    determination: Determination, number: str, signed: SignedCopy, letter_id: str, case_id: str
) -> tuple[LetterNote, Change]:
    """The note of a signed file for its case, and the new document that holds the file.

    Args:
        determination: what the letter decided.
        number: the letter's number.
        signed: the file.
        letter_id: the document's id in the casebook.
        case_id: of the case.
    """
    digest = hashlib.sha256(signed.pdf).hexdigest()
    body = base64.b64encode(signed.pdf).decode("ascii")
    letter = {
        "kind": LETTER_KIND,
        "case_id": case_id,
        "number": number,
        "day": determination.at.date().isoformat(),
        "copy": signed.copy or usual_copy(determination.outcome).value,
        "language": signed.language,
        "sha256": digest,
        "pdf": body,
    }
    note = LetterNote(
        letter_id=letter_id,
        number=number,
        outcome=determination.outcome.value,
        by=determination.person.name,
        at=determination.at,
        language=signed.language,
        sha256=digest,
        copy=signed.copy,
    )
    return note, Change(letter_id, letter, 0)

"""A letter held against its casebook: the chain value that it saw, and the file that was kept."""

import base64
import hashlib
from dataclasses import dataclass, replace
from io import BytesIO

import pikepdf

from app.case_notes import LetterNote
from app.casebook import Casebook, WitnessFit
from app.desk import letter_bytes
from app.errors import DictamenError
from app.history_words import fit_words
from app.signed_letters import LETTER_KIND
from reports.content_check import embedded
from reports.record import LetterRecord
from reports.verdict import Check, Refused, Verdict

HEAD = "casebook head hash"
KEPT = "kept in the casebook"


def against_casebook(verdict: Verdict, casebook: Casebook) -> Verdict:
    """The verdict on a letter with two more checks: that of its witness, and that of the kept file.

    Args:
        verdict: on the letter alone.
        casebook: open, by anybody.
    """
    checks = (_head(verdict.record, casebook), _kept(verdict, casebook))
    return replace(verdict, checks=(*verdict.checks, *checks))


def _head(record: LetterRecord | None, casebook: Casebook) -> Check:
    if record is None:
        return Check(HEAD, False, "Not checked, because what the letter carries cannot be read.")
    if record.witness is None:
        return Check(HEAD, False, "The letter was made outside a casebook; it saw no place in one.")
    fit = casebook.witness_fits(record.witness)
    return Check(HEAD, fit.good, fit_words(fit, record.witness[0], "letter"))


def _kept(verdict: Verdict, casebook: Casebook) -> Check:
    if verdict.record is None:
        return Check(KEPT, False, "Not checked, because what the letter carries cannot be read.")
    kept = [row for row in casebook.matching("number", verdict.record.number) if row.kind == LETTER_KIND]
    if not kept:
        return Check(KEPT, False, f"The casebook holds no letter {verdict.record.number}.")
    try:
        documents = [casebook.get(row.case_id).document for row in kept]
    except DictamenError as error:
        return Check(KEPT, False, f"The letter in the casebook cannot be read: {error}.")
    for document in documents:
        digest = hashlib.sha256(base64.b64decode(str(document.get("pdf")))).hexdigest()
        if digest == verdict.sha256 == document.get("sha256"):
            return Check(KEPT, True, "The file is the one that the casebook keeps, byte for byte.")
    return Check(KEPT, False, "The casebook keeps another file under this letter's number.")


@dataclass(frozen=True, slots=True)
class LetterStanding:
    """How a letter that a case has kept stands today.

    Attributes:
        unchanged: the kept file has the SHA-256 that the case noted when it was signed.
        fit: what its witness says of the casebook; None where the letter names no place in one.
        seq: the place that it saw; 0 for none.
    """

    note: LetterNote
    unchanged: bool
    fit: WitnessFit | None
    seq: int = 0

    @property
    def good(self) -> bool:
        """Whether file and witness are as they should be."""
        return self.unchanged and self.fit is not None and self.fit.good


def standing_of(casebook: Casebook, note: LetterNote) -> LetterStanding:
    """How a letter of a case stands; a file that cannot be read is not unchanged."""
    try:
        pdf = letter_bytes(casebook, note.letter_id)
        unchanged = hashlib.sha256(pdf).hexdigest() == note.sha256
        with pikepdf.open(BytesIO(pdf)) as opened:
            witness = embedded(opened).record.witness
    except (DictamenError, Refused, pikepdf.PdfError, ValueError):
        return LetterStanding(note, unchanged=False, fit=None)
    if witness is None:
        return LetterStanding(note, unchanged, None)
    return LetterStanding(note, unchanged, casebook.witness_fits(witness), witness[0])

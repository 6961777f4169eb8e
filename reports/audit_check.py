"""Checking a signed audit report: intact, by a trusted signer, and every entry still in the casebook."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from cryptography import x509
from pikepdf import Pdf

from app.casebook import Casebook, WitnessFit
from app.history_words import fit_words
from app.identity import person_in
from app.signers import TrustedSigner
from reports import signature_check
from reports.audit_report import FACTS, FORMAT, LIST
from reports.signature_check import Signer
from reports.verdict import Check, Refused, Verdict

_NAMED = 3
"""Places that are named where entries do not fit; the rest is counted."""


def check_report(
    pdf: bytes, trusted: Sequence[x509.Certificate | TrustedSigner], casebook: Casebook
) -> Verdict:
    """Put every question to a report.

    Args:
        pdf: the file.
        trusted: certificates of the trusted signers.
        casebook: open; its entries are held against the report's.
    """
    examination = _Examination(pdf, trusted, casebook)
    checks: list[Check] = []
    for name, ask in (
        ("readable PDF", examination.readable),
        ("whole file covered", examination.covered),
        ("intact", examination.intact),
        ("list attached", examination.attached),
        ("signer trusted", examination.trusted),
        ("entries in the casebook", examination.entries),
        ("casebook goes on", examination.head),
    ):
        failed = next((check for check in checks if not check.passed), None)
        if failed is not None:
            reason = f"Not checked, because the check “{failed.name}” did not pass."
            checks.append(Check(name, False, reason))
        else:
            checks.append(_put(name, ask))
    return Verdict(tuple(checks), None, hashlib.sha256(pdf).hexdigest())


def _put(name: str, ask: Callable[[], str]) -> Check:
    try:
        return Check(name, True, ask())
    except Refused as refusal:
        return Check(name, False, str(refusal))
    except Exception:  # noqa: BLE001 - whatever a forged file provokes, it is a bad report and no crash
        return Check(name, False, "This part of the file cannot be read.")


class _Examination:
    """One report under examination; each answer may use what earlier ones found."""

    _pdf: Pdf
    _signature: Any
    _signer: Signer
    _facts: dict[str, Any]
    _rows: list[dict[str, str]]

    def __init__(
        self, data: bytes, trusted: Sequence[x509.Certificate | TrustedSigner], casebook: Casebook
    ) -> None:
        self._data = data
        self._certificates = trusted
        self._casebook = casebook

    def readable(self) -> str:
        self._pdf = signature_check.open_pdf(self._data)
        self._signature = signature_check.the_signature(self._pdf)
        return "The file is a sound PDF with exactly one signature."

    def covered(self) -> str:
        self._parts = signature_check.signed_bytes(self._data, self._signature)
        signature_check.one_revision(self._data, self._pdf)
        return "The signature covers every byte, and nothing was added afterwards."

    def intact(self) -> str:
        self._signer = signature_check.signer_of(self._parts)
        signature_check.intact(self._parts, self._signer)
        signature_check.certified(self._pdf, self._signature)
        return "Neither the report nor its signature was changed after signing."

    def attached(self) -> str:
        files = {name: self._pdf.attachments[name].get_file().read_bytes() for name in (FACTS, LIST)}
        self._facts = json.loads(files[FACTS])
        if self._facts["format"] != FORMAT:
            raise Refused(f"The attached facts are not in the format {FORMAT}.")
        if hashlib.sha256(files[LIST]).hexdigest() != self._facts["csv_sha256"]:
            raise Refused("The attached list is not the one that the report names.")
        self._rows = list(csv.DictReader(io.StringIO(files[LIST].decode("utf-8-sig"), newline="")))
        if len(self._rows) != self._facts["entries"]:
            raise Refused("The attached list has another number of entries than the report says.")
        return f"The report carries its list of {len(self._rows):,} entries."

    def trusted(self) -> str:
        said, signed = self._facts["person"], person_in(self._signer.certificate)
        if (signed.name, signed.role.value, signed.license) != (said["name"], said["role"], said["license"]):
            raise Refused("The certificate names another person, role or license than the report.")
        made = datetime.fromisoformat(self._facts["made_at"])
        return signature_check.trusted(self._signer, self._certificates, made)

    def entries(self) -> str:
        fits = [(row["place"], self._fit(row)) for row in self._rows if row["link"]]
        strange = [place for place, fit in fits if not fit.good and fit is not WitnessFit.PURGED]
        if strange:
            named = ", ".join(strange[:_NAMED])
            more = f" and {len(strange) - _NAMED:,} more" if len(strange) > _NAMED else ""
            raise Refused(f"The casebook does not hold what the report lists at place {named}{more}.")
        purged = sum(fit is WitnessFit.PURGED for _, fit in fits)
        since = f" {purged:,} of them were purged since and cannot be compared." if purged else ""
        return f"The casebook still holds each of the {len(fits):,} entries at its place.{since}"

    def _fit(self, row: dict[str, str]) -> WitnessFit:
        # a row that was damaged when the report was made has no link to compare
        return self._casebook.witness_fits((int(row["place"]), row["link"]))

    def head(self) -> str:
        head = self._facts["head"]
        fit = self._casebook.witness_fits((head["seq"], head["link"]))
        if not fit.good:
            raise Refused(fit_words(fit, head["seq"], "report"))
        return f"The casebook goes on from place {head['seq']:,}, where it ended when the report was made."

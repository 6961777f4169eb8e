"""The questions that are put to a letter, in their order."""

import hashlib
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from cryptography import x509

from app.case_data import CaseFile
from app.determination import Determination
from app.review import Review
from app.signers import TrustedSigner
from reports import content_check, signature_check
from reports.content_check import Embedded
from reports.signature_check import SignedBytes, Signer
from reports.verdict import Check, Refused, Verdict


def examine(pdf: bytes, trusted: Sequence[x509.Certificate | TrustedSigner]) -> Verdict:
    """All checks of one file."""
    examination = _Examination(pdf, trusted)
    checks: dict[str, Check] = {}
    for question in _QUESTIONS:
        checks[question.name] = _put(question, examination, checks)
    record = examination.carried.record if checks[_DOCUMENTS].passed else None
    return Verdict(tuple(checks.values()), record, hashlib.sha256(pdf).hexdigest())


class _Examination:
    """One file under examination; each answer may use what earlier ones found."""

    pdf: Any
    signature: Any
    parts: SignedBytes
    signer: Signer
    carried: Embedded
    case: CaseFile
    review: Review
    determination: Determination

    def __init__(self, data: bytes, trusted: Sequence[x509.Certificate | TrustedSigner]) -> None:
        self.data = data
        self.trusted_certificates = trusted

    def readable(self) -> str:
        self.pdf = signature_check.open_pdf(self.data)
        return "The file is a sound PDF."

    def one_signature(self) -> str:
        self.signature = signature_check.the_signature(self.pdf)
        return "The file carries exactly one signature."

    def whole_file(self) -> str:
        self.parts = signature_check.signed_bytes(self.data, self.signature)
        return "The signature covers every byte of the file but its own place."

    def one_revision(self) -> str:
        signature_check.one_revision(self.data, self.pdf)
        return "Nothing was added to the file after it was written."

    def container(self) -> str:
        self.signer = signature_check.signer_of(self.parts)
        return "The place of the signature holds one signature and nothing else."

    def intact(self) -> str:
        signature_check.intact(self.parts, self.signer)
        return "Neither the letter nor its signature was changed after signing."

    def certified(self) -> str:
        signature_check.certified(self.pdf, self.signature)
        return "The signature certifies the letter as final: no changes are allowed."

    def documents(self) -> str:
        self.carried = content_check.embedded(self.pdf)
        return "The letter carries its case, its result and its determination, each once."

    def trusted(self) -> str:
        return signature_check.trusted(self.signer, self.trusted_certificates, self.carried.record.at)

    def named(self) -> str:
        content_check.signer_named(self.signer.certificate, self.carried.record)
        return "The certificate names the person, role and license of the determination."

    def policy(self) -> str:
        self.case = content_check.readable_case(self.carried.case)
        content_check.policy_known(self.case, self.carried.result)
        return f"The policy {self.case.policy.number} is installed here in the version that was used."

    def recommendation(self) -> str:
        self.review = content_check.same_result(self.case, self.carried.result)
        return f"Evaluating the case again gives the same result: {self.review.recommendation}."

    def decision(self) -> str:
        self.determination = content_check.allowed_decision(self.review, self.carried.record)
        decided = self.carried.record
        return f"A {decided.person.role} may decide {decided.outcome} on this case."

    def pages(self) -> str:
        return content_check.same_pages(self.data, self.parts, self.carried, self.determination)


class _Question(NamedTuple):
    """A question by name, how it is answered, and which others must have passed before it can be put."""

    name: str
    ask: Callable[[_Examination], str]
    needs: tuple[str, ...] = ()


_READABLE, _ONE, _WHOLE = "readable PDF", "one signature", "whole file covered"
_CONTAINER, _DOCUMENTS = "signature container", "documents embedded"
_POLICY, _RESULT, _DECISION = "policy known", "same recommendation", "decision allowed"

_QUESTIONS = (
    _Question(_READABLE, _Examination.readable),
    _Question(_ONE, _Examination.one_signature, (_READABLE,)),
    _Question(_WHOLE, _Examination.whole_file, (_ONE,)),
    _Question("nothing added", _Examination.one_revision, (_READABLE,)),
    _Question(_CONTAINER, _Examination.container, (_WHOLE,)),
    _Question("intact", _Examination.intact, (_CONTAINER,)),
    _Question("certified", _Examination.certified, (_ONE,)),
    _Question(_DOCUMENTS, _Examination.documents, (_READABLE,)),
    _Question("signer trusted", _Examination.trusted, (_CONTAINER, _DOCUMENTS)),
    _Question("signer named", _Examination.named, (_CONTAINER, _DOCUMENTS)),
    _Question(_POLICY, _Examination.policy, (_DOCUMENTS,)),
    _Question(_RESULT, _Examination.recommendation, (_POLICY,)),
    _Question(_DECISION, _Examination.decision, (_RESULT,)),
    _Question("pages", _Examination.pages, (_DECISION, _WHOLE)),
)


def _put(question: _Question, examination: _Examination, checks: dict[str, Check]) -> Check:
    for need in question.needs:
        if not checks[need].passed:
            return Check(question.name, False, f"Not checked, because the check “{need}” did not pass.")
    try:
        return Check(question.name, True, question.ask(examination))
    except Refused as refusal:
        return Check(question.name, False, str(refusal))
    except Exception:  # noqa: BLE001 - whatever a forged file provokes, it is a bad letter and no crash
        return Check(question.name, False, "This part of the file cannot be read.")

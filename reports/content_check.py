"""Whether a letter says what its own case, evaluated again, says."""

from collections.abc import Mapping
from dataclasses import dataclass

import pikepdf
from cryptography import x509
from pikepdf import Pdf

from app.case_data import CaseFile
from app.case_file import parse_case
from app.case_json import parse_json
from app.determination import Determination, determine
from app.errors import DictamenError
from app.identity import person_in
from app.plan import plan
from app.result import result_document
from app.review import Review, review
from reports.compare import same_contents
from reports.container import ATTACHED, CASE, DETERMINATION, RESULT
from reports.frame import kind_of
from reports.issue import assemble
from reports.pdf_reading import page_texts
from reports.record import LetterRecord, canonical_json, made_with, read_record
from reports.signature_check import SignedBytes
from reports.verdict import Refused
from reports.wording import amount, wording


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a letter carries: the case that was decided, the result and the determination."""

    case: Mapping[str, object]
    result: Mapping[str, object]
    record: LetterRecord


def embedded(pdf: Pdf) -> Embedded:
    """The embedded documents, each exactly once, in their canonical spelling.

    Raises:
        Refused: one is missing, stands twice, or is not spelled as this program spells it.
    """
    names = _attached_names(pdf)
    if sorted(names) != sorted(ATTACHED):
        raise Refused("The letter must carry its case, its result and its determination, each exactly once.")
    documents = {name: _document(pdf, name) for name in ATTACHED}
    try:
        record = read_record(documents[DETERMINATION])
    except ValueError as error:
        raise Refused(f"The embedded determination cannot be used: {error}.") from error
    return Embedded(documents[CASE], documents[RESULT], record)


def _attached_names(pdf: Pdf) -> list[str]:
    try:
        listed = pdf.Root.Names.EmbeddedFiles.Names
    except AttributeError:
        return []
    return [str(item) for place, item in enumerate(listed) if place % 2 == 0]


def _document(pdf: Pdf, name: str) -> Mapping[str, object]:
    try:
        data = pdf.attachments[name].get_file().read_bytes()
        document = parse_json(data.decode())
    except (KeyError, ValueError, DictamenError, pikepdf.PdfError) as error:
        raise Refused(f"The embedded {name} cannot be read.") from error
    if not isinstance(document, dict) or canonical_json(document) != data:
        raise Refused(f"The embedded {name} is not spelled as this program spells it.")
    return document


def signer_named(certificate: x509.Certificate, record: LetterRecord) -> None:
    """The certificate names the person who decided.

    Raises:
        Refused: it names another name, role or license.
    """
    try:
        person = person_in(certificate)
    except DictamenError as error:
        raise Refused(f"The certificate does not say who signed: {error}.") from error
    said = record.person
    if (person.name, person.role, person.license) != (said.name, said.role, said.license):
        raise Refused("The certificate names another person, role or license than the determination.")


def readable_case(case: Mapping[str, object]) -> CaseFile:
    """The embedded case.

    Raises:
        Refused: it cannot be used, for example because its policy is not installed.
    """
    try:
        return parse_case(case)
    except DictamenError as error:
        raise Refused(f"The embedded case cannot be used: {error}.") from error


def policy_known(case: CaseFile, result: Mapping[str, object]) -> None:
    """The policy file under which the case was decided is the one installed here.

    Raises:
        Refused: it is another one.
    """
    named = result.get("policy")
    used = named.get("sha256") if isinstance(named, dict) else None
    if used != case.policy.sha256:
        raise Refused(f"The letter was made under another version of the policy {case.policy.number}.")


def same_result(case: CaseFile, result: Mapping[str, object]) -> Review:
    """The case evaluated again, giving the embedded result.

    Raises:
        Refused: it gives another one.
    """
    found = review(case)
    again = result_document(found)
    if again["recommendation"] != result.get("recommendation"):
        raise Refused(
            f"Evaluating the case again recommends {again['recommendation']},"
            f" not {result.get('recommendation')}."
        )
    if canonical_json(again) != canonical_json(result):
        raise Refused("Evaluating the case again gives another result than the embedded one.")
    return found


def allowed_decision(found: Review, record: LetterRecord) -> Determination:
    """The decision, made again under the same rules.

    Raises:
        Refused: this person may not decide this on this case.
    """
    try:
        return determine(found, record.outcome, record.person, record.at, record.reason)
    except DictamenError as error:
        raise Refused(f"The decision is not allowed: {error}.") from error


# ---------------------------------------------------------------- the pages


def same_pages(data: bytes, parts: SignedBytes, carried: Embedded, decided: Determination) -> str:
    """In words, that the pages are those that this program makes from the embedded documents.

    Raises:
        Refused: they are not.
    """
    record = carried.record
    case_plan = plan(decided.review.policy.plan)
    if dict(record.made_with) != made_with(case_plan, decided.review.policy.number, record.language):
        _facts_on_pages(data, record, decided)
        return (
            "The letter's texts or plan data are of another edition than those installed here;"
            " its number, decision, dates and amounts stand on its pages."
        )
    again = assemble(carried.case, decided, record, len(parts.gap) // 2)
    if (again.before, again.after) == (parts.before, parts.after):
        return "Made again from its own case, the letter is the same, byte for byte."
    if same_contents(again.filled(b""), data):
        return "Made again from its own case, the letter has the same pages and contents."
    raise Refused("The pages do not say what the embedded case and decision say.")


def _facts_on_pages(data: bytes, record: LetterRecord, decided: Determination) -> None:
    text = _squeezed("".join(page_texts(data)))
    for fact in _facts(record, decided):
        if _squeezed(fact) not in text:
            raise Refused(f"The pages do not show {fact}, which the decision says.")


def _facts(record: LetterRecord, decided: Determination) -> list[str]:
    words, period = wording(record.language), decided.review.period
    facts = [record.number, words.sentences[f"banner.{kind_of(decided)}"], record.person.name]
    facts += [amount(dose, "mg") for dose in decided.doses_mg]
    if decided.outcome.authorizes:
        facts += [words.full_date(period.first_day), words.full_date(period.last_day)]
    return facts


def _squeezed(text: str) -> str:
    return "".join(text.split())

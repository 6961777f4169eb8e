"""The case file, ``dictamen.case/1``: from JSON to our types and back. Every error names the field's path."""

from datetime import date, datetime
from pathlib import Path

from app.case_answers import AnswerReader
from app.case_data import CaseFile
from app.case_id import read_case_id
from app.case_json import parse_json, read_text
from app.case_laboratory import read_laboratory
from app.case_parts import (
    read_evidence,
    read_measurements,
    read_member,
    read_prescriber,
    read_request,
)
from app.course_parts import read_amends, read_other_payer_cycles
from app.errors import InvalidInput
from app.facts import Answer
from app.fields import NO_MOMENT, Document, FieldReader
from app.laboratory import Laboratory
from app.policy import Policy
from app.policy_file import installed_policies, policies_of, when_in_force
from app.request import (
    AuthorizationRequest,
)

FORMAT = "dictamen.case/1"

_CASE_KEYS = frozenset(
    (
        "format",
        "case_id",
        "title",
        "policy",
        "request",
        "member",
        "prescriber",
        "measurements",
        "evidence",
        "answers",
        "laboratory",
        "amends",
        "course",
    )
)


def load_case(source: Path) -> CaseFile:
    """Read a case file.

    Raises:
        InvalidInput: naming the file and the field.
    """
    try:
        return parse_case(parse_json(read_text(source)))
    except InvalidInput as error:
        raise error.in_source(str(source)) from None


def parse_case(document: object, policy: Policy | None = None) -> CaseFile:
    """A case from its document.

    Args:
        document: as ``parse_json`` gives it.
        policy: read the case under this file, whenever received; None: the installed file in force then.

    Raises:
        InvalidInput: naming the first field that cannot be used, and what is allowed.
    """
    return _read(FieldReader(), document, policy)


def problems_of(document: Document, policy: Policy | None = None) -> list[InvalidInput]:
    """Every field that keeps a document from being a case (``policy`` as in ``parse_case``); often none."""
    problems: list[InvalidInput] = []
    _read(FieldReader(problems), document, policy)
    return problems


def policy_of(document: Document) -> Policy:
    """The file of the policy that a document names: the one for the day of receipt, or the nearest to it.

    Raises:
        InvalidInput: the policy is not installed.
    """
    number = document.get("policy")
    files = policies_of(number) if isinstance(number, str) else ()
    if not files:
        raise InvalidInput("policy", "is not installed; installed are " + ", ".join(installed_policies()))
    if len(files) == 1:
        return files[0]
    return installed_policies(_day_received(document))[files[0].number]


def _day_received(document: Document) -> date | None:
    source = document.get("request")
    moment = FieldReader([]).moment(source.get("received_at") if isinstance(source, dict) else None, "")
    return None if moment is NO_MOMENT else moment.date()


def request_of(document: Document, policy: Policy) -> AuthorizationRequest:
    """The request of a document that may still be incomplete; what cannot be used has a neutral value."""
    return read_request(FieldReader([]), document, policy)


def answers_of(document: Document, policy: Policy) -> dict[str, Answer]:
    """The answers of a document that may still be incomplete; what cannot be used is left out."""
    reader = FieldReader([])
    evidence = read_evidence(reader, document)
    start = read_request(reader, document, policy).start_date
    return AnswerReader(reader, policy.questions, start).read(document, {item.id for item in evidence})


def laboratory_of(document: Document) -> Laboratory | None:
    """The laboratory values of a document that may still be incomplete; what cannot be used is missing."""
    return read_laboratory(FieldReader([]), document)


def _read(reader: FieldReader, document: object, policy: Policy | None) -> CaseFile:
    if not isinstance(document, dict):
        raise InvalidInput("", f"must be an object in the format {FORMAT}")
    reader.known_keys(document, "", _CASE_KEYS)
    if document.get("format") != FORMAT:
        reader.refuse("format", f"must be {FORMAT}")
    # the policy decides what the other fields may hold, so its absence ends the reading
    counts = policy or policy_of(document)
    request = read_request(reader, document, counts)
    if policy is None:
        _check_in_force(reader, counts, request.received_at)
    evidence = read_evidence(reader, document)
    return CaseFile(
        case_id=read_case_id(reader, document),
        title=reader.optional_text(document, "title", ""),
        policy=counts,
        request=request,
        member=read_member(reader, document, request),
        prescriber=read_prescriber(reader, document),
        measurements=read_measurements(reader, document, counts),
        evidence=evidence,
        answers=AnswerReader(reader, counts.questions, request.start_date).read(
            document, {item.id for item in evidence}
        ),
        laboratory=read_laboratory(reader, document),
        amends=read_amends(reader, document, request, counts),
        other_payer_cycles=read_other_payer_cycles(reader, document),
    )


def _check_in_force(reader: FieldReader, policy: Policy, received_at: datetime) -> None:
    day = received_at.date()
    if received_at is NO_MOMENT or policy.revision_on(day) is not None:
        return
    inception = policy.revisions[0].effective
    if day < inception:
        problem = f"is before {policy.number} came into force; it must be {inception} or later"
    else:
        problem = f"is on a day without a policy: {policy.number} {when_in_force(policy.number)}"
    reader.refuse("request.received_at", problem)

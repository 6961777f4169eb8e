"""The case file, ``dictamen.case/1``: from JSON to our types and back. Every error names the field's path."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from app.errors import InvalidInput
from app.facts import Answer, Evidence, EvidenceKind
from app.fields import NO_MOMENT, Document, FieldReader, as_decimal
from app.policy import LANGUAGES, Policy, Purpose, Question
from app.policy_file import installed_policies, policies_of, when_in_force
from app.request import (
    AuthorizationRequest,
    Measurements,
    Member,
    Prescriber,
    Priority,
    mbi_is_valid,
    npi_is_valid,
)

FORMAT = "dictamen.case/1"

HEIGHT_CM = (30, 250)
WEIGHT_KG = (2, 350)
MOST_DOSE_MG = 1000  # far above any dose: a slip of the decimal point or of the unit

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
    )
)
_REQUEST_KEYS = frozenset(
    (
        "purpose",
        "priority",
        "received_at",
        "line_of_business",
        "start_date",
        "cycle",
        "cycles_requested",
        "extension",
        "hcpcs",
        "icd10",
        "doses_mg",
    )
)
_MEMBER_KEYS = frozenset(
    ("member_id", "given_name", "family_name", "birth_date", "language", "address", "mbi")
)
_PRESCRIBER_KEYS = frozenset(("name", "npi", "phone"))
_MEASUREMENT_KEYS = frozenset(("height_cm", "weight_kg", "measured_on"))
_EVIDENCE_KEYS = frozenset(("id", "kind", "title", "dated"))
_ANSWER_KEYS = frozenset(("value", "evidence"))

_PURPOSES = tuple(Purpose)
_PRIORITIES = tuple(Priority)
_EVIDENCE_KINDS = tuple(EvidenceKind)
_MOST_ADDRESS_LINES = 5


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One request for authorization with everything that is known about it."""

    case_id: str | None
    title: str | None
    policy: Policy
    request: AuthorizationRequest
    member: Member
    prescriber: Prescriber
    measurements: Measurements | None
    evidence: tuple[Evidence, ...]
    answers: Mapping[str, Answer]


# ---------------------------------------------------------------- JSON


def parse_json(text: str) -> object:
    """JSON with exact decimals; a field that stands twice, NaN and infinities are refused.

    Raises:
        InvalidInput: saying what is wrong and where.
    """
    try:
        return json.loads(
            text, parse_float=Decimal, parse_constant=_refuse_constant, object_pairs_hook=_refuse_twins
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise InvalidInput("", f"is not JSON ({error.msg}, {where})") from None
    except (ValueError, InvalidOperation, RecursionError):
        raise InvalidInput("", "is not usable JSON: a number is too long or the nesting too deep") from None


def _refuse_constant(name: str) -> object:
    raise InvalidInput("", f"holds {name}, which is not a number; every number must be finite")


def _refuse_twins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    table = dict(pairs)
    if len(table) != len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise InvalidInput(twin if twin.isprintable() else "", "stands twice in one object; each field once")
    return table


def load_case(source: Path) -> CaseFile:
    """Read a case file.

    Raises:
        InvalidInput: naming the file and the field.
    """
    try:
        return parse_case(parse_json(read_text(source)))
    except InvalidInput as error:
        raise error.in_source(str(source)) from None


def read_text(source: Path) -> str:
    """A file's text in UTF-8.

    Raises:
        InvalidInput: it cannot be read, or is not UTF-8.
    """
    try:
        return source.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise InvalidInput("", "is not text in UTF-8") from None


# ---------------------------------------------------------------- reading


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
    return _read_request(FieldReader([]), document, policy)


def storable(document: Mapping[str, object]) -> dict[str, object]:
    """A document read with exact decimals, as plain JSON values that mean the same.

    Doses become texts, which keep every digit of the request; other numbers stay numbers.
    """
    plain = {key: _storable(value) for key, value in document.items()}
    request = document.get("request")
    if isinstance(request, dict) and isinstance(request.get("doses_mg"), list):
        doses = [format(d, "f") if isinstance(d, Decimal) else d for d in request["doses_mg"]]
        plain["request"] = {**request, "doses_mg": doses}
    return plain


def _storable(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_storable(item) for item in value]
    return value


def answers_of(document: Document, policy: Policy) -> dict[str, Answer]:
    """The answers of a document that may still be incomplete; what cannot be used is left out."""
    reader = FieldReader([])
    evidence = _read_evidence(reader, document)
    return _read_answers(reader, document, policy.questions, {item.id for item in evidence})


def _read(reader: FieldReader, document: object, policy: Policy | None) -> CaseFile:
    if not isinstance(document, dict):
        raise InvalidInput("", f"must be an object in the format {FORMAT}")
    reader.known_keys(document, "", _CASE_KEYS)
    if document.get("format") != FORMAT:
        reader.refuse("format", f"must be {FORMAT}")
    # the policy decides what the other fields may hold, so its absence ends the reading
    counts = policy or policy_of(document)
    request = _read_request(reader, document, counts)
    if policy is None:
        _check_in_force(reader, counts, request.received_at)
    evidence = _read_evidence(reader, document)
    return CaseFile(
        case_id=reader.optional_text(document, "case_id", ""),
        title=reader.optional_text(document, "title", ""),
        policy=counts,
        request=request,
        member=_read_member(reader, document, request),
        prescriber=_read_prescriber(reader, document),
        measurements=_read_measurements(reader, document),
        evidence=evidence,
        answers=_read_answers(reader, document, counts.questions, {item.id for item in evidence}),
    )


def _read_request(reader: FieldReader, document: Document, policy: Policy) -> AuthorizationRequest:
    source = reader.table(document, "request", "") or {}
    path = "request."
    reader.known_keys(source, path, _REQUEST_KEYS)
    purpose = Purpose(reader.choice(source.get("purpose"), "request.purpose", _PURPOSES) or Purpose.INITIAL)
    received_at = reader.moment(source.get("received_at"), "request.received_at")
    start = reader.day(source.get("start_date"), "request.start_date")
    cycle = _read_cycle(reader, source, purpose)
    return AuthorizationRequest(
        purpose=purpose,
        priority=Priority(
            reader.choice(source.get("priority"), "request.priority", _PRIORITIES) or Priority.STANDARD
        ),
        received_at=received_at,
        line_of_business=reader.choice(
            source.get("line_of_business"), "request.line_of_business", policy.lines_of_business
        ),
        start_date=start,
        cycle=cycle,
        cycles_requested=reader.whole(source.get("cycles_requested", 1), "request.cycles_requested", 1),
        extension=_read_extension(reader, source, policy, cycle),
        hcpcs=reader.optional_text(source, "hcpcs", path),
        icd10=_read_lines(reader, source, "icd10", path),
        doses_mg=_read_doses(reader, source, policy),
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


def _read_cycle(reader: FieldReader, source: Document, purpose: Purpose) -> int:
    value = source.get("cycle")
    if purpose is Purpose.INITIAL:
        if value is None or (type(value) is int and value == 1):
            return 1
        reader.refuse("request.cycle", "must be 1 for an initial request")
        return 1
    if type(value) is int and value >= 2:  # noqa: PLR2004  # cycle 2 is the first continuation
        return value
    reader.refuse("request.cycle", "must be a whole number, 2 or more, for a continuation")
    return 2


def _read_extension(reader: FieldReader, source: Document, policy: Policy, cycle: int) -> str | None:
    value = source.get("extension")
    if value is None:
        return None
    allowed = [extension.value for extension in policy.limits.extensions]
    if cycle > 1:
        reader.refuse("request.extension", "belongs to cycle 1 only; later cycles must have null")
        return None
    return reader.choice(value, "request.extension", allowed) or None


def _read_lines(reader: FieldReader, source: Document, key: str, path: str) -> tuple[str, ...]:
    value = source.get(key)
    if value is None:
        return ()
    if not isinstance(value, list):
        reader.refuse(path + key, "must be a list of texts")
        return ()
    return tuple([reader.line(item, f"{path}{key}[{place}]") for place, item in enumerate(value)])


def _read_doses(reader: FieldReader, source: Document, policy: Policy) -> tuple[Decimal, ...] | None:
    value = source.get("doses_mg")
    if value is None:
        return None
    days = policy.dosing.treatment_days
    if not isinstance(value, list) or len(value) != len(days):
        named = ", ".join(map(str, days))
        reader.refuse("request.doses_mg", f"must be null or {len(days)} amounts in mg, for days {named}")
        return None
    return tuple([_read_dose(reader, item, place) for place, item in enumerate(value)])


def _read_dose(reader: FieldReader, value: object, place: int) -> Decimal:
    amount = as_decimal(value)
    if amount is not None and 0 < amount <= MOST_DOSE_MG:
        return amount
    reader.refuse(
        f"request.doses_mg[{place}]",
        f'must be an amount in mg above 0 and at most {MOST_DOSE_MG}, e.g. 1.5 or "1.50"',
    )
    return Decimal(1)


def _read_member(reader: FieldReader, document: Document, request: AuthorizationRequest) -> Member:
    source = reader.table(document, "member", "") or {}
    path = "member."
    reader.known_keys(source, path, _MEMBER_KEYS)
    birth_date = reader.day(source.get("birth_date"), "member.birth_date")
    if birth_date > request.start_date:
        reader.refuse("member.birth_date", "is after the first treatment day; it must be on or before it")
    address = _read_lines(reader, source, "address", path)
    if len(address) > _MOST_ADDRESS_LINES:
        reader.refuse("member.address", f"must have at most {_MOST_ADDRESS_LINES} lines")
    return Member(
        member_id=reader.text(source, "member_id", path),
        given_name=reader.text(source, "given_name", path),
        family_name=reader.text(source, "family_name", path),
        birth_date=birth_date,
        language=reader.choice(source.get("language", "es"), "member.language", LANGUAGES),
        address=address,
        mbi=_read_mbi(reader, source),
    )


def _read_mbi(reader: FieldReader, source: Document) -> str | None:
    value = source.get("mbi")
    if value is None:
        return None
    mbi = value.replace("-", "") if isinstance(value, str) else ""
    if not mbi_is_valid(mbi):
        reader.refuse(
            "member.mbi", "is not a Medicare Beneficiary Identifier; 11 characters, e.g. 1EG4TE5MK73"
        )
    return mbi


def _read_prescriber(reader: FieldReader, document: Document) -> Prescriber:
    source = reader.table(document, "prescriber", "") or {}
    path = "prescriber."
    reader.known_keys(source, path, _PRESCRIBER_KEYS)
    npi = source.get("npi")
    if not isinstance(npi, str) or not npi_is_valid(npi):
        reader.refuse(
            "prescriber.npi", "must be an NPI in quotes: 10 digits, first 1 or 2, with a correct check digit"
        )
    return Prescriber(
        name=reader.text(source, "name", path),
        npi=str(npi),
        phone=reader.optional_text(source, "phone", path),
    )


def _read_measurements(reader: FieldReader, document: Document) -> Measurements | None:
    if document.get("measurements") is None:
        return None
    source = reader.table(document, "measurements", "") or {}
    reader.known_keys(source, "measurements.", _MEASUREMENT_KEYS)
    measured_on = source.get("measured_on")
    return Measurements(
        height_cm=reader.number(source.get("height_cm"), "measurements.height_cm", *HEIGHT_CM, "cm"),
        weight_kg=reader.number(source.get("weight_kg"), "measurements.weight_kg", *WEIGHT_KG, "kg"),
        measured_on=None if measured_on is None else reader.day(measured_on, "measurements.measured_on"),
    )


def _read_evidence(reader: FieldReader, document: Document) -> tuple[Evidence, ...]:
    value = document.get("evidence")
    if value is None:
        return ()
    if not isinstance(value, list):
        reader.refuse("evidence", "must be a list of documents")
        return ()
    seen: set[str] = set()
    return tuple(
        [_read_document(reader, item, f"evidence[{place}]", seen) for place, item in enumerate(value)]
    )


def _read_document(reader: FieldReader, value: object, field: str, seen: set[str]) -> Evidence:
    source: Document = value if isinstance(value, dict) else {}
    if source is not value:
        reader.refuse(field, "must be an object with id, kind, title and dated")
    path = field + "."
    reader.known_keys(source, path, _EVIDENCE_KEYS)
    name = reader.text(source, "id", path)
    if name in seen:
        reader.refuse(path + "id", f"{name} stands twice; each document needs an id of its own")
    seen.add(name)
    kind = reader.choice(source.get("kind"), path + "kind", _EVIDENCE_KINDS) or EvidenceKind.OTHER
    dated = source.get("dated")
    return Evidence(
        id=name,
        kind=EvidenceKind(kind),
        title=reader.text(source, "title", path),
        dated=None if dated is None else reader.day(dated, path + "dated"),
    )


def _read_answers(
    reader: FieldReader, document: Document, questions: Mapping[str, Question], evidence: set[str]
) -> dict[str, Answer]:
    value = document.get("answers")
    if value is None:
        return {}
    if not isinstance(value, dict):
        reader.refuse("answers", "must be an object with one entry per answered question")
        return {}
    answers = {}
    for name, given in value.items():
        question = questions.get(name)
        if question is None:
            shown = name if name.isprintable() else "(unreadable name)"
            reader.refuse(f"answers.{shown}", "unknown question; allowed are " + ", ".join(questions))
            continue
        answer = _read_answer(reader, given, question, evidence)
        if answer is not None:
            answers[name] = answer
    return answers


def _read_answer(reader: FieldReader, given: object, question: Question, evidence: set[str]) -> Answer | None:
    field = f"answers.{question.id}"
    if not isinstance(given, dict):
        reader.refuse(field, "must be an object with value and evidence")
        return None
    reader.known_keys(given, field + ".", _ANSWER_KEYS)
    value = given.get("value")
    if not question.allows(value):
        reader.refuse(
            f"{field}.value", f"must be {question.allowed}; leave the answer out when it is not known"
        )
        return None
    named = given.get("evidence")
    if named is None or named == []:
        return Answer(value)  # type: ignore[arg-type]  # allows() has narrowed it
    if not isinstance(named, list) or not all(isinstance(item, str) for item in named):
        reader.refuse(f"{field}.evidence", "must be a list of evidence ids")
        return Answer(value)  # type: ignore[arg-type]  # as above
    for item in named:
        if item not in evidence:
            shown = item if item.isprintable() else "(unreadable id)"
            reader.refuse(f"{field}.evidence", f"{shown} is not among the ids of the evidence list")
            return Answer(value)  # type: ignore[arg-type]  # as above
    return Answer(value, tuple(named))  # type: ignore[arg-type]  # as above

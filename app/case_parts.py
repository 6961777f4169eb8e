"""The parts of a case file, each from its JSON values; every complaint names the field's path."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

from app.facts import Evidence, EvidenceKind
from app.fields import FIRST_DAY, Document, FieldReader, as_decimal
from app.policy import Policy, Purpose
from app.request import (
    AuthorizationRequest,
    Measurements,
    Member,
    Prescriber,
    Priority,
    mbi_is_valid,
    npi_is_valid,
)
from app.text import LANGUAGES

HEIGHT_CM = (30, 250)
WEIGHT_KG = (2, 350)

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
        "treatment_dates",
    )
)
_MEMBER_KEYS = frozenset(
    ("member_id", "given_name", "family_name", "birth_date", "language", "address", "mbi")
)
_PRESCRIBER_KEYS = frozenset(("name", "npi", "phone"))
_MEASUREMENT_KEYS = frozenset(("height_cm", "weight_kg", "measured_on"))
_EVIDENCE_KEYS = frozenset(("id", "kind", "title", "dated"))

_PURPOSES = tuple(Purpose)
_PRIORITIES = tuple(Priority)
_EVIDENCE_KINDS = tuple(EvidenceKind)
_MOST_ADDRESS_LINES = 5


def read_request(reader: FieldReader, document: Document, policy: Policy) -> AuthorizationRequest:
    """What is asked for; see ``AuthorizationRequest``."""
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
        cycles_requested=_read_cycles_requested(reader, source),
        extension=_read_extension(reader, source, policy, cycle),
        hcpcs=reader.optional_text(source, "hcpcs", path),
        icd10=_read_lines(reader, source, "icd10", path),
        doses_mg=_read_doses(reader, source, policy),
        treatment_dates=_read_treatment_dates(reader, source, policy, start),
    )


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


def _read_cycles_requested(reader: FieldReader, source: Document) -> int:
    value = source.get("cycles_requested")
    return 1 if value is None else reader.whole(value, "request.cycles_requested", 1)


def _read_extension(reader: FieldReader, source: Document, policy: Policy, cycle: int) -> str | None:
    value = source.get("extension")
    if value is None:
        return None
    allowed = [extension.value for extension in policy.limits.extensions]
    if not allowed:
        reader.refuse("request.extension", "must be null: the policy has no reason for a longer first cycle")
        return None
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
    most = policy.dosing.most_mg
    return tuple([_read_dose(reader, item, place, most) for place, item in enumerate(value)])


def _read_dose(reader: FieldReader, value: object, place: int, most: Decimal) -> Decimal:
    amount = as_decimal(value)
    if amount is not None and 0 < amount <= most:
        return amount
    reader.refuse(
        f"request.doses_mg[{place}]",
        f'must be an amount in mg above 0 and at most {most}, e.g. 1.5 or "1.50"',
    )
    return Decimal(1)


def _read_treatment_dates(
    reader: FieldReader, source: Document, policy: Policy, start: date
) -> tuple[date, ...] | None:
    value, field = source.get("treatment_dates"), "request.treatment_dates"
    if value is None:
        return None
    days = policy.dosing.treatment_days
    if not isinstance(value, list) or len(value) != len(days):
        named = ", ".join(map(str, days))
        reader.refuse(field, f"must be null or {len(days)} dates, for days {named}")
        return None
    dates = tuple([reader.day(item, f"{field}[{place}]") for place, item in enumerate(value)])
    # a day that could not be read is complained of already
    if dates[0] != start and FIRST_DAY not in {dates[0], start}:
        reader.refuse(f"{field}[0]", "must be the first treatment day, as request.start_date has it")
    for place, (before, day) in enumerate(pairwise(dates), 1):
        if FIRST_DAY < day <= before:
            reader.refuse(f"{field}[{place}]", "must be later than the date before it")
    return dates


def read_member(reader: FieldReader, document: Document, request: AuthorizationRequest) -> Member:
    """Who is to be treated; the birth date must not lie after the first treatment day."""
    source = reader.table(document, "member", "") or {}
    path = "member."
    reader.known_keys(source, path, _MEMBER_KEYS)
    birth_date = reader.day(source.get("birth_date"), "member.birth_date")
    if birth_date > request.start_date:
        reader.refuse("member.birth_date", "is after the first treatment day; it must be on or before it")
    address = _read_lines(reader, source, "address", path)
    if len(address) > _MOST_ADDRESS_LINES:
        reader.refuse("member.address", f"must have at most {_MOST_ADDRESS_LINES} lines")
    language = source.get("language")
    return Member(
        member_id=reader.text(source, "member_id", path),
        given_name=reader.text(source, "given_name", path),
        family_name=reader.text(source, "family_name", path),
        birth_date=birth_date,
        language="es" if language is None else reader.choice(language, "member.language", LANGUAGES),
        address=address,
        mbi=_read_mbi(reader, source),
    )


def _read_mbi(reader: FieldReader, source: Document) -> str | None:
    value = source.get("mbi")
    if value is None:
        return None
    mbi = value.replace("-", "") if isinstance(value, str) else ""
    if not mbi_is_valid(mbi):
        reader.refuse("member.mbi", "is not a Medicare number (MBI); 11 characters, e.g. 1EG4TE5MK73")
    return mbi


def read_prescriber(reader: FieldReader, document: Document) -> Prescriber:
    """Who prescribes, with an NPI whose check digit is right."""
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


def read_measurements(reader: FieldReader, document: Document, policy: Policy) -> Measurements | None:
    """Height and weight within their ranges, or None when they are not given.

    The height may be left out where the policy does not dose by body surface area.
    """
    if document.get("measurements") is None:
        return None
    source = reader.table(document, "measurements", "") or {}
    reader.known_keys(source, "measurements.", _MEASUREMENT_KEYS)
    measured_on = source.get("measured_on")
    height = source.get("height_cm")
    needs_height = height is not None or policy.dosing.area is not None
    return Measurements(
        height_cm=reader.number(height, "measurements.height_cm", *HEIGHT_CM, "cm") if needs_height else None,
        weight_kg=reader.number(source.get("weight_kg"), "measurements.weight_kg", *WEIGHT_KG, "kg"),
        measured_on=None if measured_on is None else reader.day(measured_on, "measurements.measured_on"),
    )


def read_evidence(reader: FieldReader, document: Document) -> tuple[Evidence, ...]:
    """The documents of the case, each with an id of its own."""
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

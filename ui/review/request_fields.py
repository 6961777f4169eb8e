"""The fields of the request page as tables: which value, in which field, in which row of which card."""

from collections.abc import Mapping
from typing import Any

from app.dosing import DoseBasis, Dosing
from app.policy import Policy, Purpose
from app.request import Priority
from app.text import LANGUAGES
from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.field import Field
from ui.kit.printable import unprintable
from ui.kit.text_fields import TextField
from ui.kit.value_fields import DateField, NumberField, TimeField
from ui.review.binding import Binding
from ui.review.field_values import AMOUNT, CHOICE, CLOCK, CODES, DAY, NUMBER, OPTIONAL_CHOICE, TEXT
from ui.review.slots import (
    Change,
    ItemOfFew,
    ItemOfLines,
    MomentPart,
    OptionalPart,
    Slot,
    WholeList,
    table_at,
)
from ui.review.values import span_words
from ui.review.words import tr

_ADDRESS_LINES = 4

Rows = list[list[Binding]]


def name_of(slot: Slot) -> str:
    """The object name of the field at a slot: ``request/start_date``."""
    place = getattr(slot, "place", None)
    return slot.path.replace(".", "/") + ("" if place is None else f"/{place}")


class PurposeBinding(Binding):
    """The purpose, and with it the cycle: 1 for a first cycle, to be asked for a later one."""

    def changes(self, value: object) -> Change:
        """The request with the new purpose; what only the other one has is left out."""
        request = table_at(self.case(), "request")
        if request.get("purpose") == value:
            return "request", request
        for name in ("cycle", "extension"):
            request.pop(name, None)
        cycle = {"cycle": 1} if value == Purpose.INITIAL else {}
        return "request", {**request, "purpose": value, **cycle}


def request_rows(policy: Policy, language: str) -> Rows:
    """What is asked for."""
    return [
        [PurposeBinding(*_choice("request.purpose", tr("Purpose"), _purposes()), CHOICE)],
        [Binding(*_choice("request.priority", tr("Priority"), _priorities()), CHOICE)],
        [Binding(*_choice("request.line_of_business", tr("Plan"), _plans(policy)), CHOICE)],
        [
            _day_received(),
            _time_received(),
            _day("request.start_date", tr("First treatment day"), tr("Enter the first treatment day.")),
        ],
        [
            _number(Slot("request.cycle"), tr("Cycle asked for"), tr("Enter the number of the cycle.")),
            _number(Slot("request.cycles_requested"), tr("How many cycles")),
            *([_extension(policy, language)] if policy.limits.extensions else []),
        ],
    ]


def course_rows() -> Rows:
    """What the casebook cannot know of the member's course; empty while nobody asked."""
    slot = OptionalPart("course.other_payer_cycles")
    field = NumberField(
        name_of(slot),
        tr("Cycles that another plan paid for"),
        tr("0 for none; leave it empty until you ask."),
    )
    return [[Binding(slot, field, NUMBER)]]


def dose_rows(policy: Policy) -> Rows:
    """The doses asked for, one per treatment day, or none."""
    days = policy.dosing.treatment_days
    slots = [ItemOfFew("request.doses_mg", place, len(days)) for place in range(len(days))]
    return [
        [
            Binding(slot, NumberField(name_of(slot), tr("Day {0}").format(day), unit="mg"), AMOUNT)
            for slot, day in zip(slots, days, strict=True)
        ]
    ]


def date_rows(policy: Policy) -> Rows:
    """The dates on which the doses are planned, one per treatment day, or none."""
    days = policy.dosing.treatment_days
    slots = [ItemOfFew("request.treatment_dates", place, len(days)) for place in range(len(days))]
    return [
        [
            Binding(slot, DateField(name_of(slot), tr("Date of day {0}").format(day)), DAY)
            for slot, day in zip(slots, days, strict=True)
        ]
    ]


def code_rows(policy: Policy) -> Rows:
    """The codes on the request."""
    listed = WholeList("request.icd10")
    field = TextField(name_of(listed), tr("Diagnosis codes (ICD-10), with commas"))
    field.set_placeholder(", ".join(sorted(policy.icd10)[:2]))
    return [[Binding(listed, field, CODES), _text(Slot("request.hcpcs"), tr("Procedure code (HCPCS)"))]]


def member_rows() -> Rows:
    """Who is to be treated, and where the letter goes."""
    lines = [ItemOfLines("member.address", place) for place in range(_ADDRESS_LINES)]
    address = [_text(slot, tr("Address, line {0}").format(slot.place + 1)) for slot in lines]
    return [
        [
            _text(Slot("member.given_name"), tr("Given names"), tr("Enter the given names.")),
            _text(Slot("member.family_name"), tr("Surnames"), tr("Enter the surnames.")),
        ],
        [
            _day("member.birth_date", tr("Birth date"), tr("Enter the birth date.")),
            _text(Slot("member.member_id"), tr("Member ID"), tr("Enter the member ID.")),
            _text(Slot("member.mbi"), tr("MBI, if known")),
        ],
        [Binding(*_choice("member.language", tr("Language of the letters"), _languages()), CHOICE)],
        address[:2],
        address[2:],
    ]


def prescriber_rows() -> Rows:
    """Who asks for it."""
    return [
        [_text(Slot("prescriber.name"), tr("Name"), tr("Enter the prescriber's name."))],
        [
            _text(Slot("prescriber.npi"), tr("NPI"), tr("Enter the prescriber's NPI.")),
            _text(Slot("prescriber.phone"), tr("Phone, if known")),
        ],
    ]


def measurement_rows() -> Rows:
    """What the dose is computed from."""
    measured = OptionalPart("measurements.measured_on")
    return [
        [
            _number(OptionalPart("measurements.height_cm"), tr("Height"), unit="cm"),
            _number(OptionalPart("measurements.weight_kg"), tr("Weight"), unit="kg"),
            Binding(measured, _dated(DateField(name_of(measured), tr("Measured on"))), DAY),
        ]
    ]


def measurement_hint(dosing: Dosing) -> str:
    """What of it a dose needs."""
    return {
        DoseBasis.BODY_SURFACE_AREA: tr("Without height and weight no dose can be authorized."),
        DoseBasis.BODY_WEIGHT: tr("Without the weight no dose can be authorized; the height is not needed."),
        DoseBasis.FIXED: tr("The dose is the same for everyone; it needs no measurement."),
    }[dosing.basis]


# ---------------------------------------------------------------- one field


def _text(slot: Slot, label: str, required: str = "") -> Binding:
    field = TextField(name_of(slot), label, required=required)
    field.add_check(unprintable)
    return Binding(slot, field, TEXT)


def _number(slot: Slot, label: str, required: str = "", unit: str = "") -> Binding:
    return Binding(slot, NumberField(name_of(slot), label, required=required, unit=unit), NUMBER)


def _day(path: str, label: str, required: str) -> Binding:
    slot = Slot(path)
    return Binding(slot, _dated(DateField(name_of(slot), label, required=required)), DAY)


def _day_received() -> Binding:
    slot = MomentPart("request.received_at", 0)
    required = tr("Enter the day on which the request came in.")
    return Binding(slot, _dated(DateField(name_of(slot), tr("Received on"), required=required)), DAY)


def _time_received() -> Binding:
    slot = MomentPart("request.received_at", 1)
    required = tr("Enter the time at which the request came in.")
    field = TimeField(name_of(slot), tr("Received at"), required=required)
    field.set_placeholder(tr("14:05"))
    return Binding(slot, field, CLOCK)


def _dated(field: DateField) -> DateField:
    field.set_placeholder(tr("10-Nov-2026"))
    return field


def _choice(path: str, label: str, options: Mapping[str, tuple[str, str]]) -> tuple[Slot, Field[Any]]:
    slot = Slot(path)
    field = ChoiceField(name_of(slot), label)
    for value, (title, hint) in options.items():
        field.add_option(value, title, hint)
    return slot, field


def _extension(policy: Policy, language: str) -> Binding:
    """How long cycle 1 lasts: the usual days, or more for one of the policy's reasons."""
    slot, limits = Slot("request.extension"), policy.limits
    field = ComboField(name_of(slot), tr("Length of cycle 1"))
    field.add_option("", span_words(limits.first_cycle))
    longer = span_words(limits.extended_first_cycle) if limits.extended_first_cycle else ""
    for reason in limits.extensions:
        field.add_option(reason.value, f"{longer}: {reason.text[language]}")
    return Binding(slot, field, OPTIONAL_CHOICE)


# ---------------------------------------------------------------- what can be chosen


def _purposes() -> dict[str, tuple[str, str]]:
    return {
        Purpose.INITIAL: (tr("First cycle"), tr("Nobody has approved or paid for this treatment before")),
        Purpose.CONTINUATION: (tr("Continuation"), tr("Cycle 2 or later, whoever paid for those before")),
    }


def _priorities() -> dict[str, tuple[str, str]]:
    return {
        Priority.STANDARD: (tr("Standard"), tr("The usual time to decide")),
        Priority.EXPEDITED: (tr("Expedited"), tr("Waiting could harm the member")),
    }


def _plans(policy: Policy) -> dict[str, tuple[str, str]]:
    return {line: (line, "") for line in policy.lines_of_business}


def _languages() -> dict[str, tuple[str, str]]:
    names = {"en": tr("English"), "es": tr("Spanish")}
    return {language: (names.get(language, language), "") for language in LANGUAGES}

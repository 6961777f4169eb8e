"""The fields of the laboratory card as tables: which value, in which field, in which row."""

from typing import Any

from app.laboratory import LAB_NUMBERS, MrdMethod, MrdResult
from ui.kit.choice_fields import ComboField
from ui.kit.value_fields import DateField, NumberField
from ui.review.binding import Binding
from ui.review.field_values import AMOUNT, DAY, NUMBER, OPTIONAL_CHOICE, Form
from ui.review.request_fields import Rows, name_of
from ui.review.response_words import value_name
from ui.review.slots import OptionalPart
from ui.review.words import tr

_PRESENT, _ABSENT = "present", "absent"
_SIGNS: dict[object, str] = {True: _PRESENT, False: _ABSENT}


def _show_sign(field: ComboField, value: object) -> None:
    wanted = _SIGNS.get(value, "") if isinstance(value, bool) else ""
    if field.value() != wanted:
        field.set_value(wanted)


SIGN = Form(lambda field: {_PRESENT: True, _ABSENT: False}.get(field.value()), _show_sign)
"""Present, absent, or not stated."""


def laboratory_rows() -> Rows:
    """What was measured, and when."""
    taken = OptionalPart("laboratory.taken_on")
    day = DateField(name_of(taken), tr("Taken on"))
    day.set_placeholder(tr("16-Nov-2026"))
    cycle = OptionalPart("laboratory.cycle")
    return [
        [Binding(taken, day, DAY), Binding(cycle, NumberField(name_of(cycle), tr("In cycle")), NUMBER)],
        [_number("marrow_blasts_percent"), _number("platelets_e9_per_l"), _number("anc_e9_per_l")],
        [_sign("peripheral_blasts"), _sign("extramedullary_disease")],
    ]


def mrd_rows() -> Rows:
    """The MRD report: what it says, by which method, and how much that finds."""
    results = {MrdResult.NEGATIVE: tr("Negative"), MrdResult.POSITIVE: tr("Positive")}
    methods = {
        MrdMethod.FLOW: tr("Flow cytometry"),
        MrdMethod.PCR: tr("PCR"),
        MrdMethod.NGS: tr("Sequencing (NGS)"),
        MrdMethod.OTHER: tr("Another method"),
    }
    share = OptionalPart("laboratory.mrd.sensitivity")
    field = NumberField(name_of(share), tr("Sensitivity, as a fraction"))
    field.set_placeholder("0.0001")
    return [
        [
            _choice("laboratory.mrd.result", tr("MRD result"), results),
            _choice("laboratory.mrd.method", tr("Method"), methods),
            Binding(share, field, AMOUNT),
        ]
    ]


def _number(name: str) -> Binding:
    slot = OptionalPart(f"laboratory.{name}")
    field = NumberField(name_of(slot), value_name(name), unit=LAB_NUMBERS[name].unit)
    return Binding(slot, field, AMOUNT)


def _sign(name: str) -> Binding:
    slot = OptionalPart(f"laboratory.{name}")
    options = {_ABSENT: tr("None"), _PRESENT: tr("Present")}
    return Binding(slot, _combo(slot, value_name(name), options), SIGN)


def _choice(path: str, label: str, options: dict[Any, str]) -> Binding:
    slot = OptionalPart(path)
    return Binding(slot, _combo(slot, label, options), OPTIONAL_CHOICE)


def _combo(slot: OptionalPart, label: str, options: dict[Any, str]) -> ComboField:
    field = ComboField(name_of(slot), label)
    field.add_option("", tr("Not stated"))
    for value, words in options.items():
        field.add_option(str(value), words)
    return field

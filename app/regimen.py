"""A cycle in milligrams, billing units and vials. Exact decimals throughout: floats give 13 units for 12."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Context, Decimal
from enum import StrEnum
from typing import NamedTuple

from app.dosing import DoseBasis, Dosing, Drug

_EXACT = Context(prec=60)


class Excess(StrEnum):
    """How a dose asked for stands to the limit."""

    WITHIN = "within"
    ROUNDED = "rounded"
    ABOVE = "above"


class _Dose(NamedTuple):
    """One dose before anything is authorized; its fields open those of ``TreatmentDay``."""

    day: int
    date: date
    strength: Decimal
    limit_mg: Decimal
    requested_mg: Decimal | None
    excess: Excess


class TreatmentDay(NamedTuple):
    """One dose of a cycle.

    Attributes:
        day: the policy's day of the cycle, from 1.
        date: as planned in the request, or where it states none that of the policy's day.
        strength: as the dose table has it, in the unit of the cycle's basis.
        limit_mg: the strength times what the dose is measured by: m², kg, or 1 for a fixed dose.
        requested_mg: as asked for, or None.
        authorized_mg: what can be authorized: the dose asked for within the tolerance, else the limit.
        units: billing units, rounded up.
        vials: whole vials, rounded up.
        discarded_units: billing units left in the vials; an advisory for the provider's claim (JW).
    """

    day: int
    date: date
    strength: Decimal
    limit_mg: Decimal
    requested_mg: Decimal | None
    excess: Excess
    authorized_mg: Decimal
    units: int
    vials: int
    discarded_units: int


class Cycle(NamedTuple):
    """The doses of one cycle, and the table they come from.

    Attributes:
        size: what the strengths are multiplied by: m², kg, or 1 for a fixed dose.
    """

    number: int
    table_id: str
    basis: DoseBasis
    size: Decimal
    days: tuple[TreatmentDay, ...]

    @property
    def units(self) -> int:
        """Billing units of the whole cycle."""
        return sum(day.units for day in self.days)


class DoseRequest(NamedTuple):
    """What a cycle is dosed from.

    Attributes:
        response: the answer that counts, or None.
        size: what the strengths are multiplied by: m², kg, or 1 for a fixed dose.
        dates: one for each treatment day.
        requested_mg: one amount per treatment day, or None where none is stated.
    """

    number: int
    response: object
    size: Decimal
    dates: Sequence[date]
    requested_mg: Sequence[Decimal] | None


def plan_cycle(drug: Drug, dosing: Dosing, wanted: DoseRequest, *, as_asked: bool = False) -> Cycle | None:
    """The doses of a cycle, or None while the response that chooses the table does not count.

    Args:
        drug: the medicine, for its billing unit and its vial.
        dosing: the policy's dose tables.
        wanted: the request.
        as_asked: authorize doses above the limit too; only a physician's own decision does that.
    """
    table = dosing.table_for(wanted.number, wanted.response)
    if table is None:
        return None
    supplied = tuple([_supply(drug, dose, as_asked) for dose in _doses(dosing, table.strengths, wanted)])
    return Cycle(wanted.number, table.id, dosing.basis, wanted.size, supplied)


def _doses(dosing: Dosing, strengths: Sequence[Decimal], wanted: DoseRequest) -> "Iterator[_Dose]":
    amounts = wanted.requested_mg or (None,) * len(dosing.treatment_days)
    days = zip(dosing.treatment_days, wanted.dates, strengths, amounts, strict=True)
    for day, when, strength, asked in days:
        limit = _EXACT.multiply(strength, wanted.size)
        yield _Dose(day, when, strength, limit, asked, _excess(limit, asked, dosing.rounding_tolerance))


def _supply(drug: Drug, dose: "_Dose", as_asked: bool) -> TreatmentDay:
    asked = dose.requested_mg
    beyond = dose.excess is Excess.ABOVE and not as_asked
    authorized = dose.limit_mg if asked is None or beyond else asked
    units = whole_up(authorized, drug.billing_unit_mg)
    vials = whole_up(authorized, drug.vial_mg)
    discarded = vials * whole_up(drug.vial_mg, drug.billing_unit_mg) - units
    return TreatmentDay(*dose, authorized, units, vials, discarded)


def _excess(limit: Decimal, asked: Decimal | None, tolerance: Decimal) -> Excess:
    if asked is None or asked <= limit:
        return Excess.WITHIN
    return Excess.ROUNDED if asked <= _EXACT.multiply(limit, 1 + tolerance) else Excess.ABOVE


def whole_up(amount: Decimal, size: Decimal) -> int:
    """How many whole pieces of ``size`` hold ``amount``, both in the same unit; rounded up, exactly."""
    whole, rest = divmod(amount, size)
    return int(whole) + (rest > 0)


def plain(amount: Decimal) -> str:
    """A computed amount in plain decimal notation, without trailing zeros."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

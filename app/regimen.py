"""A cycle in milligrams, billing units and vials. Exact decimals throughout: floats give 13 units for 12."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from enum import StrEnum
from typing import NamedTuple

from app.bsa import BodySurface
from app.policy import Dosing, Drug

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
    mg_per_m2: Decimal
    limit_mg: Decimal
    requested_mg: Decimal | None
    excess: Excess


@dataclass(slots=True)
class TreatmentDay:
    """One dose of a cycle.

    Attributes:
        day: day of the cycle, from 1.
        limit_mg: the table's mg/m² times the body surface area.
        requested_mg: as asked for, or None.
        authorized_mg: what can be authorized: the dose asked for within the tolerance, else the limit.
        units: billing units, rounded up.
        vials: whole vials, rounded up.
        discarded_units: billing units left in the vials; an advisory for the provider's claim (JW).
    """

    day: int
    date: date
    mg_per_m2: Decimal
    limit_mg: Decimal
    requested_mg: Decimal | None
    excess: Excess
    authorized_mg: Decimal
    units: int
    vials: int
    discarded_units: int


@dataclass(slots=True)
class Cycle:
    """The doses of one cycle, the table they come from and the body surface area behind them."""

    number: int
    table_id: str
    surface: BodySurface
    days: tuple[TreatmentDay, ...]

    @property
    def units(self) -> int:
        """Billing units of the whole cycle."""
        return sum(day.units for day in self.days)


@dataclass(slots=True)
class DoseRequest:
    """What a cycle is dosed from: number, response that counts (or None), area, first day, mg asked for."""

    number: int
    response: object
    surface: BodySurface
    start: date
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
    asked = wanted.requested_mg or (None,) * len(dosing.treatment_days)
    doses = [
        _dose(day, strength, wanted, dose, dosing.rounding_tolerance)
        for day, strength, dose in zip(dosing.treatment_days, table.mg_per_m2, asked, strict=True)
    ]
    return Cycle(wanted.number, table.id, wanted.surface, tuple([_supply(drug, d, as_asked) for d in doses]))


def _dose(
    day: int, strength: Decimal, wanted: DoseRequest, asked: Decimal | None, tolerance: Decimal
) -> "_Dose":
    limit = _EXACT.multiply(strength, wanted.surface.m2)
    when = wanted.start + timedelta(days=day - 1)
    return _Dose(day, when, strength, limit, asked, _excess(limit, asked, tolerance))


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

"""Laboratory values that a response to treatment is measured by: exact decimals, missing until stated."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

PER_MICROLITER = 1000
"""A count per microliter divided by this is the count in 10^9 per liter (CIBMTR: 100,000 make 100)."""

PER_LITER = "×10^9/L"  # noqa: RUF001 - the sign of multiplication, as laboratories print it

Measured = Decimal | bool


class LabNumber(NamedTuple):
    """A number that a laboratory reports.

    Attributes:
        most: the highest plausible value, in ``unit``; our own bound for asking again, no clinical one.
        unusual: above it a count that reports also give per microliter may have been read from there; such a
            value counts, and is asked about. None for what has one unit only.
    """

    unit: str
    most: Decimal
    unusual: Decimal | None = None


LAB_NUMBERS: Mapping[str, LabNumber] = {
    "marrow_blasts_percent": LabNumber("%", Decimal(100)),
    "platelets_e9_per_l": LabNumber(PER_LITER, Decimal(2000), unusual=Decimal(1000)),
    "anc_e9_per_l": LabNumber(PER_LITER, Decimal(100), unusual=Decimal(20)),
}
"""The numbers by their field of the case file."""

LAB_SIGNS = ("peripheral_blasts", "extramedullary_disease")
"""What is present (true) or absent (false), by its field of the case file."""

LAB_VALUES = (
    "marrow_blasts_percent",
    "peripheral_blasts",
    "platelets_e9_per_l",
    "anc_e9_per_l",
    "extramedullary_disease",
)
"""Every value that a threshold can look at, in the order in which a response is read."""


class MrdResult(StrEnum):
    """What the MRD report says."""

    NEGATIVE = "negative"
    POSITIVE = "positive"


class MrdMethod(StrEnum):
    """How residual disease was looked for."""

    FLOW = "flow"
    PCR = "pcr"
    NGS = "ngs"
    OTHER = "other"


class Mrd(NamedTuple):
    """An MRD report.

    Attributes:
        sensitivity: the smallest share of cells that it can find, as a fraction: 0.0001 is 1 in 10,000.
    """

    result: MrdResult | None = None
    method: MrdMethod | None = None
    sensitivity: Decimal | None = None


class Laboratory(NamedTuple):
    """What was measured, on one day.

    Attributes:
        taken_on: when.
        cycle: the cycle of treatment in which it was taken.
    """

    marrow_blasts_percent: Decimal | None = None
    peripheral_blasts: bool | None = None
    platelets_e9_per_l: Decimal | None = None
    anc_e9_per_l: Decimal | None = None
    extramedullary_disease: bool | None = None
    taken_on: date | None = None
    cycle: int | None = None
    mrd: Mrd | None = None

    def value(self, name: str) -> Measured | None:
        """The value of one of ``LAB_VALUES``; None while it is not stated."""
        measured: Measured | None = getattr(self, name)
        return measured

    @property
    def is_empty(self) -> bool:
        """Whether nothing was measured, whatever is said of the day."""
        return self.mrd is None and all(self.value(name) is None for name in LAB_VALUES)


class UnitOffer(NamedTuple):
    """A count that reads as one per microliter, and what it is per liter; for a person to take or leave.

    Attributes:
        is_sure: as a count per liter it is not plausible, and refused; else it counts until a person says no.
    """

    name: str
    typed: Decimal
    converted: Decimal
    is_sure: bool


def unit_offer(name: str, typed: Decimal) -> UnitOffer | None:
    """An offer for a number high for 10^9 per liter that would be plausible per microliter; else None."""
    number = LAB_NUMBERS[name]
    converted = typed / PER_MICROLITER
    if number.unusual is None or typed <= number.unusual or converted > number.most:
        return None
    return UnitOffer(name, typed, converted, is_sure=typed > number.most)

"""How a policy doses, bills and times a medicine, as frozen data."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.facts import Value
from app.text import Text

_MONTHS_PER_YEAR = 12


class Drug(NamedTuple):
    """The medicine, how it is billed and how it is packed (mg).

    Attributes:
        given: how it is given in plain words, for the member: "through a vein (infusion)".
    """

    generic: str
    brand: str
    target: str
    hcpcs: str
    ndc: str
    billing_unit_mg: Decimal
    vial_mg: Decimal
    route: Text
    given: Text
    unit_source: str


# ---------------------------------------------------------------- doses


class DoseBasis(StrEnum):
    """What a table's strengths are multiplied by: body surface area, body weight, or nothing."""

    BODY_SURFACE_AREA = "body_surface_area"
    BODY_WEIGHT = "body_weight"
    FIXED = "fixed"

    @property
    def unit(self) -> str:
        """The unit of a strength as people read it: ``mg/m²``, ``mg/kg`` or ``mg``."""
        return _UNITS[self]

    @property
    def code(self) -> str:
        """The unit of a strength for other programs, as UCUM spells it."""
        return self.unit.replace("²", "2")

    @property
    def key(self) -> str:
        """The key of the strengths in a policy file."""
        return _KEYS[self]


_UNITS = {DoseBasis.BODY_SURFACE_AREA: "mg/m²", DoseBasis.BODY_WEIGHT: "mg/kg", DoseBasis.FIXED: "mg"}
_KEYS = {DoseBasis.BODY_SURFACE_AREA: "mg_per_m2", DoseBasis.BODY_WEIGHT: "mg_per_kg", DoseBasis.FIXED: "mg"}


class AreaRule(NamedTuple):
    """By which registered formula a body surface area is computed, and to how many decimals."""

    formula: str
    decimals: int


class DoseTable(NamedTuple):
    """One row of the dose chart: the strength on each treatment day, in the basis' unit, and when it applies.

    Attributes:
        responses: the answers to the response question that it is for; None: whatever the response.
    """

    id: str
    text: Text
    in_cycle: Callable[[object], bool]
    responses: frozenset[Value] | None
    strengths: tuple[Decimal, ...]


class DoseShift(NamedTuple):
    """By how many days the label lets a dose after the first move, and the least days between two doses."""

    days: int
    least_between: int
    source: str


class Dosing(NamedTuple):
    """How a cycle is dosed: what the dose is measured by, the days, the tables.

    Attributes:
        area: how the body surface area is computed; None where the dose does not go by it.
        most_mg: an amount in mg that no dose can have: a slip of the decimal point or of the unit.
        response_fact: the question whose answer chooses the table; None where none does.
        shift: told, never a criterion; None where the label names none.
    """

    basis: DoseBasis
    area: AreaRule | None
    rounding_tolerance: Decimal
    most_mg: Decimal
    treatment_days: tuple[int, ...]
    response_fact: str | None
    tables: tuple[DoseTable, ...]
    shift: DoseShift | None = None

    def dates_from(self, start: date) -> tuple[date, ...]:
        """The dates of the treatment days in a cycle that starts on a day."""
        return tuple([start + timedelta(days=day - 1) for day in self.treatment_days])

    def table_for(self, cycle: int, response: object) -> DoseTable | None:
        """The row that applies, or None while a response that decides it does not count."""
        for table in self.tables:
            if table.in_cycle(cycle) and (table.responses is None or response in table.responses):
                return table
        return None


# ---------------------------------------------------------------- time


class SpanUnit(StrEnum):
    """What a length of time is counted in."""

    DAYS = "days"
    MONTHS = "months"


class Span(NamedTuple):
    """A length of time: so many days, or so many months of the calendar."""

    length: int
    unit: SpanUnit

    def last_day(self, first: date) -> date:
        """The last day of the span, where ``first`` is its first; both belong to it.

        Months end on the day before the same day of a later month: six months from 15 January end on
        14 July. Where that month is too short to have the same day, they end on its last day: one month
        from 31 January ends on 28 February, or on 29 in a leap year.
        """
        if self.unit is SpanUnit.DAYS:
            return first + timedelta(days=self.length - 1)
        months = first.month - 1 + self.length
        end_of_month = _first_of_month(first.year, months + 1) - timedelta(days=1)
        if first.day > end_of_month.day:
            return end_of_month
        return end_of_month.replace(day=first.day) - timedelta(days=1)


def _first_of_month(year: int, months: int) -> date:
    """The first day of a month that is counted from a year's January, which is 0: 12 is the next January."""
    years, month = divmod(months, _MONTHS_PER_YEAR)
    return date(year + years, month + 1, 1)


class Extension(NamedTuple):
    """A reason why the first cycle may last longer."""

    value: str
    line: str
    text: Text


class AuthorizationLimits(NamedTuple):
    """How much one approval may cover, in cycles and in time.

    Attributes:
        extended_first_cycle: how long the first cycle may last for one of the reasons; None without reasons.
    """

    cycles_per_approval: int
    first_cycle: Span
    extended_first_cycle: Span | None
    later_cycle: Span
    extensions: tuple[Extension, ...]

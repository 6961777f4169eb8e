"""How long an approval lasts, and when the decision is due."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from app.dosing import AuthorizationLimits, Dosing, Span
from app.request import AuthorizationRequest

if TYPE_CHECKING:
    # a plan is loaded when its clock is first asked for, and so is what loads it
    from app.plan import Plan


class AuthorizationPeriod(NamedTuple):
    """From the first to the last day, both included, for so many cycles."""

    first_day: date
    last_day: date
    days: int
    cycles: int

    def holds(self, day: date) -> bool:
        """Whether a day belongs to it."""
        return self.first_day <= day <= self.last_day


def period_for(limits: AuthorizationLimits, request: AuthorizationRequest) -> AuthorizationPeriod:
    """The window of one approval, from the first treatment day on, and how many cycles it covers."""
    first = request.start_date
    last = span_of(limits, request).last_day(first)
    return AuthorizationPeriod(first, last, (last - first).days + 1, limits.cycles_per_approval)


def span_of(limits: AuthorizationLimits, request: AuthorizationRequest) -> Span:
    """How long the window of one approval is."""
    if request.cycle > 1:
        return limits.later_cycle
    extended = limits.extended_first_cycle
    return extended if request.extension and extended is not None else limits.first_cycle


def planned_dates(dosing: Dosing, request: AuthorizationRequest) -> tuple[date, ...]:
    """The date of each dose: as the request plans it, or where it states none, of the policy's days."""
    return request.treatment_dates or dosing.dates_from(request.start_date)


def decision_due(plan: "Plan", request: AuthorizationRequest) -> datetime:
    """When the decision is due, in the offset of the receipt. Missing records never stop this clock."""
    hours = plan.lines[request.line_of_business].hours[request.priority]
    return request.received_at + timedelta(hours=hours)

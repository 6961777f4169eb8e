"""How long an approval lasts, and when the decision is due."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.plan import Plan
from app.policy import AuthorizationLimits
from app.request import AuthorizationRequest


@dataclass(slots=True)
class AuthorizationPeriod:
    """From the first to the last day, both included, for so many cycles."""

    first_day: date
    last_day: date
    days: int
    cycles: int


def period_for(limits: AuthorizationLimits, request: AuthorizationRequest) -> AuthorizationPeriod:
    """The window of one approval: one cycle from the first treatment day on (policy lines C.i, C.ii)."""
    days = _cycle_days(limits, request)
    last = request.start_date + timedelta(days=days - 1)
    return AuthorizationPeriod(request.start_date, last, days, limits.cycles_per_approval)


def _cycle_days(limits: AuthorizationLimits, request: AuthorizationRequest) -> int:
    if request.cycle > 1:
        return limits.later_cycle_days
    return limits.extended_first_cycle_days if request.extension else limits.first_cycle_days


def decision_due(plan: Plan, request: AuthorizationRequest) -> datetime:
    """When the decision is due, in the offset of the receipt. Missing records never stop this clock."""
    hours = plan.lines[request.line_of_business].hours[request.priority]
    return request.received_at + timedelta(hours=hours)

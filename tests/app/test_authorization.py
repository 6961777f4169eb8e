"""How long an approval lasts, and when the decision is due."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.authorization import decision_due, period_for
from app.case_file import parse_case
from app.plan import plan
from app.policy_file import installed_policies
from app.request import AuthorizationRequest, Priority
from tests.app.case_documents import changed, continuation_case, valid_case

LIMITS = installed_policies()["MP-RX-FP-12-23"].limits
PLAN = plan("mmm-healthcare")


def initial(start: str = "2026-11-30", extension: str | None = None) -> AuthorizationRequest:
    steps = (("request.start_date", start), ("request.extension", extension))
    return parse_case(changed(valid_case(), *steps)).request


def later(start: str, cycle: int = 2) -> AuthorizationRequest:
    steps = (("request.start_date", start), ("request.cycle", cycle))
    return parse_case(changed(continuation_case(), *steps)).request


def received(moment: str, line: str, priority: str) -> AuthorizationRequest:
    steps = (
        ("request.received_at", moment),
        ("request.line_of_business", line),
        ("request.priority", priority),
    )
    return parse_case(changed(valid_case(), *steps)).request


@pytest.mark.parametrize(
    ("start", "last"),
    [
        ("2026-11-30", "2026-12-27"),
        ("2026-12-30", "2027-01-26"),  # over the year's end
        ("2028-02-10", "2028-03-08"),  # over a leap day
        ("2027-02-10", "2027-03-09"),
        ("2028-02-02", "2028-02-29"),
    ],
)
def test_a_later_cycle_lasts_28_days_with_both_ends(start: str, last: str) -> None:
    period = period_for(LIMITS, later(start))
    assert (period.first_day.isoformat(), period.last_day.isoformat()) == (start, last)
    assert (period.days, period.cycles) == (28, 1)


@pytest.mark.parametrize(
    ("start", "extension", "days", "last"),
    [
        ("2026-11-30", None, 21, "2026-12-20"),
        ("2026-11-30", "response", 28, "2026-12-27"),
        ("2026-11-30", "toxicity_recovery", 28, "2026-12-27"),
        ("2026-03-01", None, 21, "2026-03-21"),
        ("2028-02-09", None, 21, "2028-02-29"),
        ("2027-02-09", None, 21, "2027-03-01"),
        ("2026-12-12", None, 21, "2027-01-01"),
    ],
)
def test_the_first_cycle_lasts_21_days_and_28_with_a_reason(
    start: str, extension: str | None, days: int, last: str
) -> None:
    period = period_for(LIMITS, initial(start, extension))
    assert (period.days, period.last_day.isoformat(), period.cycles) == (days, last, 1)


@pytest.mark.parametrize(("asked", "limit"), [(1, 1), (2, 1), (3, 3), (4, 3)])
def test_an_approval_covers_no_more_cycles_than_the_policy_allows(asked: int, limit: int) -> None:
    request = parse_case(changed(valid_case(), ("request.cycles_requested", asked))).request
    limits = LIMITS._replace(cycles_per_approval=limit)
    assert period_for(limits, request).cycles == limit


def test_a_policy_that_knows_no_longer_first_cycle_gives_the_usual_one() -> None:
    limits = LIMITS._replace(extended_first_cycle=None)
    assert period_for(limits, initial(extension="response")).days == 21


@given(st.dates(date(1970, 1, 1), date(2150, 1, 1)), st.integers(2, 9))
def test_every_window_holds_all_three_treatment_days_and_no_day_more(start: date, cycle: int) -> None:
    period = period_for(LIMITS, later(start.isoformat(), cycle))
    assert (period.last_day - period.first_day).days + 1 == period.days == 28
    assert start + timedelta(days=14) <= period.last_day


@pytest.mark.parametrize(
    ("line", "priority", "hours"),
    [
        ("MMM MA", "standard", 72),
        ("MMM MA", "expedited", 24),
        ("MMM Multihealth", "standard", 24),
        ("MMM Multihealth", "expedited", 24),
    ],
)
def test_the_clock_runs_by_line_of_business_and_priority(line: str, priority: str, hours: int) -> None:
    request = received("2026-12-30T23:30:00-04:00", line, priority)
    assert decision_due(PLAN, request) - request.received_at == timedelta(hours=hours)
    assert PLAN.lines[line].hours[Priority(priority)] == hours


@pytest.mark.parametrize(
    ("moment", "due"),
    [
        ("2026-11-20T14:05:00-04:00", "2026-11-23T14:05:00-04:00"),  # a Friday: the weekend counts
        ("2026-12-30T23:59:59-04:00", "2027-01-02T23:59:59-04:00"),
        ("2028-02-27T00:00:00Z", "2028-03-01T00:00:00+00:00"),
        ("2027-03-12T12:00:00+05:45", "2027-03-15T12:00:00+05:45"),
    ],
)
def test_the_deadline_keeps_the_offset_of_the_receipt(moment: str, due: str) -> None:
    assert decision_due(PLAN, received(moment, "MMM MA", "standard")).isoformat() == due


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2150, 1, 1)),  # noqa: DTZ001  # the offset comes next
    st.integers(-14 * 60, 14 * 60),
)
def test_the_deadline_is_72_real_hours_later_at_any_offset(moment: datetime, minutes: int) -> None:
    local = moment.replace(microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    due = decision_due(PLAN, received(local.isoformat(), "MMM MA", "standard"))
    assert due.astimezone(UTC) - local.astimezone(UTC) == timedelta(hours=72)
    assert due.utcoffset() == local.utcoffset()

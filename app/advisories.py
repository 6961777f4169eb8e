"""Advisories: worth telling the reviewer, never a criterion. Codes and ages support and never decide."""

from collections.abc import Iterator
from itertools import pairwise

from app.authorization import period_for, planned_dates
from app.case_data import CaseFile
from app.dosing import Dosing
from app.policy import AdvisoryText, Condition
from app.regimen import Cycle, Excess
from app.request import AuthorizationRequest
from app.response import ResponseAssessment

COMPUTED = frozenset(
    (
        "icd10_not_listed",
        "hcpcs_not_listed",
        "more_than_one_cycle_requested",
        "age_below_label",
        "dose_above_limit",
        "dose_rounded",
        "no_measurements",
        "treatment_day_moved_too_far",
        "treatment_days_too_close",
        "treatment_day_outside_window",
        "response_conflicts_with_values",
        "mrd_not_shown_negative",
    )
)
"""The advisories that the program finds by itself; every other one needs a condition in the policy file."""


def advisories(
    case: CaseFile,
    cycle: Cycle | None,
    lacks_measurements: bool,
    response: ResponseAssessment | None = None,
) -> tuple[AdvisoryText, ...]:
    """The advisories that apply, in the policy file's order.

    Args:
        case: the case.
        cycle: its dose plan, where one can be computed.
        lacks_measurements: only height and weight stand between the case and an approval.
        response: what its laboratory values say, where it has any.
    """
    found = set(_computed(case, cycle))
    if response is not None:
        found.update(_against_values(case, response))
    if lacks_measurements:
        found.add("no_measurements")
    return tuple(
        advisory
        for advisory in case.policy.advisories.values()
        if advisory.code in found or (advisory.when and _applies(advisory, case))
    )


def _computed(case: CaseFile, cycle: Cycle | None) -> Iterator[str]:
    policy, request = case.policy, case.request
    if not policy.icd10.issuperset(request.icd10):
        yield "icd10_not_listed"
    if request.hcpcs is not None and request.hcpcs not in policy.hcpcs:
        yield "hcpcs_not_listed"
    if request.cycles_requested > policy.limits.cycles_per_approval:
        yield "more_than_one_cycle_requested"
    if case.member.age_on(request.start_date) < policy.label_age_years:
        yield "age_below_label"
    yield from _dates(request, policy.dosing)
    period = period_for(policy.limits, request)
    if not all(map(period.holds, planned_dates(policy.dosing, request))):
        yield "treatment_day_outside_window"
    if cycle is not None:
        excesses = {day.excess for day in cycle.days}
        if Excess.ABOVE in excesses:
            yield "dose_above_limit"
        if Excess.ROUNDED in excesses:
            yield "dose_rounded"


def _dates(request: AuthorizationRequest, dosing: Dosing) -> Iterator[str]:
    """Treatment dates beside the room that the label gives them."""
    dates, shift = request.treatment_dates, dosing.shift
    if dates is None or shift is None:
        return
    planned = zip(dosing.treatment_days, dates, strict=True)
    if any(abs((date - request.start_date).days + 1 - day) > shift.days for day, date in planned):
        yield "treatment_day_moved_too_far"
    if any((later - earlier).days < shift.least_between for earlier, later in pairwise(dates)):
        yield "treatment_days_too_close"


def _against_values(case: CaseFile, response: ResponseAssessment) -> Iterator[str]:
    """Answers that the laboratory values of the same case do not bear out."""
    rule, mrd = case.policy.response, response.mrd
    answered = case.answers.get(rule.question) if rule else None
    if answered and response.suggestion is not None and answered.value != response.suggestion:
        yield "response_conflicts_with_values"
    stated = case.answers.get(mrd.rule.question) if mrd else None
    if mrd and stated and stated.value is True and not mrd.shown_negative:
        yield "mrd_not_shown_negative"


def _applies(advisory: AdvisoryText, case: CaseFile) -> bool:
    if advisory.purpose is not None and advisory.purpose is not case.request.purpose:
        return False
    for condition in advisory.when:  # noqa: SIM110  # a generator costs more than the conditions
        if not _holds(condition, case):
            return False
    return True


def _holds(condition: Condition, case: CaseFile) -> bool:
    if condition.fact == "request.icd10":
        return condition.holds(case.request.icd10)
    if condition.fact == "request.cycle":
        return condition.holds(case.request.cycle)
    answer = case.answers.get(condition.fact)
    return answer is not None and condition.holds(answer.value)

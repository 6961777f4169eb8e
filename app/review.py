"""The judgment of one case: finding, recommendation, doses, window, deadline. The program only recommends."""

from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.advisories import advisories
from app.authorization import AuthorizationPeriod, decision_due, period_for, planned_dates
from app.bsa import BodySurface, body_surface
from app.case_data import CaseFile
from app.dosing import DoseBasis
from app.evaluation import Finding, cited, evaluate, facts_of
from app.facts import UNANSWERED, Facts
from app.logic import MET, NOT_MET, UNKNOWN
from app.openings import Openings, openings
from app.policy import AdvisoryText, Policy, Revision
from app.regimen import Cycle, DoseRequest, Excess, plan_cycle
from app.response import ResponseAssessment, assess


class Recommendation(StrEnum):
    """What the program recommends. It never denies: not met means that a physician decides."""

    APPROVE = "approve"
    APPROVE_IN_PART = "approve_in_part"
    PEND = "pend"
    REFER = "refer"


class Review(NamedTuple):
    """Everything that the program can say of a case.

    Attributes:
        revision: the revision of the policy in force when the request was received.
        surface: the body surface area, where the policy doses by it and height and weight are known.
        size: what the dose is measured by: m², kg, or 1 for a fixed dose; None while a measurement lacks.
        cycle: the dose plan, whenever one can be computed; what may be authorized stands in ``doses``.
        period: the window of an approval, whether or not one is recommended.
        response: what the laboratory values say of the response; None without any.
    """

    case: CaseFile
    revision: Revision
    finding: Finding
    recommendation: Recommendation
    openings: Openings
    surface: BodySurface | None
    size: Decimal | None
    cycle: Cycle | None
    period: AuthorizationPeriod
    due: datetime
    advisories: tuple[AdvisoryText, ...]
    response: ResponseAssessment | None = None

    @property
    def policy(self) -> Policy:
        """The policy of the case."""
        return self.case.policy

    @property
    def cited(self) -> tuple[str, ...]:
        """The printed lines that give the finding its status."""
        return cited(self.finding)

    @property
    def can_authorize(self) -> bool:
        """Whether the recommendation is an approval, whole or in part."""
        return self.recommendation in {Recommendation.APPROVE, Recommendation.APPROVE_IN_PART}


def review(case: CaseFile) -> Review:
    """Judge a case under its policy."""
    from app.plan import plan  # noqa: PLC0415  # takes 3 ms, and a case to be judged has been loaded before

    policy, request = case.policy, case.request
    facts = facts_of(policy, case.answers, request.cycle)
    finding = evaluate(policy.sections[request.purpose].root, facts)
    surface = surface_of(case)
    size = _size_of(case, surface)
    cycle = _cycle_of(case, facts, size)
    recommendation = _recommend(case, finding, cycle)
    response = assess(policy, case.laboratory)
    open_items = Openings()
    if finding.status is UNKNOWN:
        open_items = openings(policy, request.purpose, request.cycle, case.answers)
    return Review(
        case=case,
        revision=policy.revision_on(request.received_at.date()) or policy.revisions[0],
        finding=finding,
        recommendation=recommendation,
        openings=open_items,
        surface=surface,
        size=size,
        cycle=cycle,
        period=period_for(policy.limits, request),
        due=decision_due(plan(policy.plan), request),
        advisories=advisories(case, cycle, finding.status is MET and size is None, response),
        response=response,
    )


def surface_of(case: CaseFile) -> BodySurface | None:
    """The body surface area by the policy's formula; None without height and weight, or where none counts."""
    area, taken = case.policy.dosing.area, case.measurements
    if area is None or taken is None or taken.height_cm is None:
        return None
    return body_surface(taken.height_cm, taken.weight_kg, area.formula, area.decimals)


def _size_of(case: CaseFile, surface: BodySurface | None) -> Decimal | None:
    basis = case.policy.dosing.basis
    if basis is DoseBasis.FIXED:
        return Decimal(1)
    if basis is DoseBasis.BODY_WEIGHT:
        return None if case.measurements is None else case.measurements.weight_kg
    return None if surface is None else surface.m2


def _cycle_of(case: CaseFile, facts: Facts, size: Decimal | None) -> Cycle | None:
    if size is None:
        return None
    policy, request = case.policy, case.request
    response = response_of(policy, facts)
    dates = planned_dates(policy.dosing, request)
    wanted = DoseRequest(request.cycle, response, size, dates, request.doses_mg)
    return plan_cycle(policy.drug, policy.dosing, wanted)


def response_of(policy: Policy, facts: Facts) -> object:
    """The response that chooses the dose table, as far as it counts; None where the policy asks for none."""
    fact = policy.dosing.response_fact
    return None if fact is None else facts.get(fact, UNANSWERED).value


def _recommend(case: CaseFile, finding: Finding, cycle: Cycle | None) -> Recommendation:
    if finding.status is NOT_MET:
        return Recommendation.REFER
    if finding.status is UNKNOWN or cycle is None:
        return Recommendation.PEND
    too_many = case.request.cycles_requested > case.policy.limits.cycles_per_approval
    if too_many or any(day.excess is Excess.ABOVE for day in cycle.days):
        return Recommendation.APPROVE_IN_PART
    return Recommendation.APPROVE

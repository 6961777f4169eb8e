"""The judgment of one case: finding, recommendation, doses, window, deadline. The program only recommends."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.advisories import advisories
from app.authorization import AuthorizationPeriod, decision_due, period_for
from app.bsa import BodySurface, body_surface
from app.case_file import CaseFile
from app.diagram import Openings, openings
from app.evaluation import Finding, cited, evaluate, facts_of
from app.facts import UNANSWERED, Facts
from app.logic import MET, NOT_MET, UNKNOWN
from app.plan import plan
from app.policy import AdvisoryText, Policy, Revision
from app.regimen import Cycle, DoseRequest, Excess, plan_cycle


class Recommendation(StrEnum):
    """What the program recommends. It never denies: not met means that a physician decides."""

    APPROVE = "approve"
    APPROVE_IN_PART = "approve_in_part"
    PEND = "pend"
    REFER = "refer"


@dataclass(frozen=True, slots=True)
class Review:
    """Everything that the program can say of a case.

    Attributes:
        revision: the revision of the policy in force when the request was received.
        cycle: the dose plan, whenever one can be computed; what may be authorized stands in ``doses``.
        period: the window of an approval, whether or not one is recommended.
    """

    case: CaseFile
    revision: Revision
    finding: Finding
    recommendation: Recommendation
    openings: Openings
    surface: BodySurface | None
    cycle: Cycle | None
    period: AuthorizationPeriod
    due: datetime
    advisories: tuple[AdvisoryText, ...]

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
    policy, request = case.policy, case.request
    facts = facts_of(policy, case.answers, request.cycle)
    finding = evaluate(policy.sections[request.purpose].root, facts)
    surface = surface_of(case)
    cycle = _cycle_of(case, facts, surface)
    recommendation = _recommend(case, finding, cycle)
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
        cycle=cycle,
        period=period_for(policy.limits, request),
        due=decision_due(plan(policy.plan), request),
        advisories=advisories(case, cycle, finding.status is MET and surface is None),
    )


def surface_of(case: CaseFile) -> BodySurface | None:
    """The body surface area by the policy's formula, or None without height and weight."""
    if case.measurements is None:
        return None
    dosing = case.policy.dosing
    taken = case.measurements
    return body_surface(taken.height_cm, taken.weight_kg, dosing.formula, dosing.bsa_decimals)


def _cycle_of(case: CaseFile, facts: Facts, surface: BodySurface | None) -> Cycle | None:
    if surface is None:
        return None
    policy, request = case.policy, case.request
    response = facts.get(policy.dosing.response_fact, UNANSWERED).value
    wanted = DoseRequest(request.cycle, response, surface, request.start_date, request.doses_mg)
    return plan_cycle(policy.drug, policy.dosing, wanted)


def _recommend(case: CaseFile, finding: Finding, cycle: Cycle | None) -> Recommendation:
    if finding.status is NOT_MET:
        return Recommendation.REFER
    if finding.status is UNKNOWN or cycle is None:
        return Recommendation.PEND
    too_many = case.request.cycles_requested > case.policy.limits.cycles_per_approval
    if too_many or any(day.excess is Excess.ABOVE for day in cycle.days):
        return Recommendation.APPROVE_IN_PART
    return Recommendation.APPROVE

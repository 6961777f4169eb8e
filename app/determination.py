"""What a named person decides. The program recommends; no code path here denies by itself."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from app.errors import DictamenError, InvalidInput
from app.evaluation import facts_of
from app.logic import UNKNOWN
from app.outcome import Outcome
from app.regimen import Cycle, DoseRequest, Excess, plan_cycle
from app.review import Recommendation, Review, response_of

if TYPE_CHECKING:
    # people are met in the casebook; judging a case alone takes none of what they are made with
    from app.people import Person

__all__ = [
    "LONGEST_REASON",
    "Determination",
    "Outcome",
    "asks_too_much",
    "authorized_cycle",
    "determine",
    "needs_reason",
    "why_not",
]

LONGEST_REASON = 1000


class Determination(NamedTuple):
    """A decision on a reviewed case, by a person, at a time.

    Attributes:
        reason: the person's own reason, printed on the letter; None where the recommendation was followed.
        cycle: the doses that are authorized; None unless the outcome authorizes.
    """

    review: Review
    outcome: Outcome
    person: "Person"
    at: datetime
    reason: str | None
    cycle: Cycle | None

    @property
    def doses_mg(self) -> Sequence[Decimal]:
        """The authorized amounts in mg, in the order of the treatment days."""
        return [day.authorized_mg for day in self.cycle.days] if self.cycle else []


def determine(
    review: Review, outcome: Outcome | None, person: "Person", at: datetime, reason: str | None = None
) -> Determination:
    """Record a person's decision; without an outcome, the recommendation is followed.

    Raises:
        DictamenError: the person may not decide this, the case does not allow it, or the reason is missing.
    """
    chosen = outcome or _recommended(review)
    reason = _clean_reason(reason)
    refusal = why_not(review, chosen, person)
    if refusal:
        raise DictamenError(refusal)
    if reason is None and needs_reason(review, chosen):
        raise InvalidInput(
            "reason", f"is required: the recommendation is {review.recommendation}, the decision {chosen}"
        )
    return Determination(review, chosen, person, at, reason, authorized_cycle(review, chosen))


def needs_reason(review: Review, outcome: Outcome) -> bool:
    """Whether the decision departs from the recommendation, so that the person must say why."""
    return outcome.value != review.recommendation.value


def why_not(review: Review, outcome: Outcome, person: "Person") -> str | None:
    """Why a person may not decide this on this case, in one sentence; None when they may."""
    if not person.role.may_decide:
        return f"a {person.role} may not decide requests; only a reviewer or a physician reviewer may"
    if not person.role.may_deny:
        if outcome.is_adverse:
            return f"only a physician reviewer may decide {outcome}; refer the case to one"
        if outcome is Outcome.APPROVE and review.recommendation is Recommendation.REFER:
            return "the criteria are not met, so only a physician reviewer may approve; refer the case to one"
        if outcome is Outcome.APPROVE and review.recommendation is Recommendation.APPROVE_IN_PART:
            return "more is asked for than the policy allows, so only a physician reviewer may approve it all"
    return _why_not_possible(review, outcome) if outcome.authorizes else None


def _why_not_possible(review: Review, outcome: Outcome) -> str | None:
    if review.finding.status is UNKNOWN:
        return f"a decision of {outcome} is refused while criteria are open; ask for what is missing"
    if review.size is None:
        return f"a decision of {outcome} needs {_measurements(review)}: no dose can be authorized without"
    if review.cycle is None:
        return f"a decision of {outcome} needs a documented response: it chooses the dose"
    too_many = review.case.request.cycles_requested > review.policy.limits.cycles_per_approval
    if outcome is Outcome.APPROVE and too_many:
        limit = review.policy.limits.cycles_per_approval
        return f"one approval covers at most {limit} cycle and more were asked for; approve in part"
    if outcome is Outcome.APPROVE_IN_PART and review.case.amends is not None:
        return "an amendment takes away nothing that was approved; approve it or deny it"
    if outcome is Outcome.APPROVE_IN_PART and not (too_many or asks_too_much(review.cycle)):
        return "nothing asked for is above what the policy allows, so there is no part to leave out; approve"
    return None


def _measurements(review: Review) -> str:
    return "the weight" if review.policy.dosing.area is None else "height and weight"


def asks_too_much(cycle: Cycle) -> bool:
    """Whether any dose asked for is above its limit by more than dose rounding."""
    return any(day.excess is Excess.ABOVE for day in cycle.days)


def authorized_cycle(review: Review, outcome: Outcome) -> Cycle | None:
    """The doses that an outcome authorizes. A whole approval gives the doses as asked for."""
    if not outcome.authorizes or review.cycle is None:
        return None
    if outcome is Outcome.APPROVE_IN_PART or not asks_too_much(review.cycle):
        return review.cycle
    case, policy = review.case, review.policy
    facts = facts_of(policy, case.answers, case.request.cycle)
    wanted = DoseRequest(
        number=case.request.cycle,
        response=response_of(policy, facts),
        size=review.cycle.size,
        dates=[day.date for day in review.cycle.days],
        requested_mg=case.request.doses_mg,
    )
    return plan_cycle(policy.drug, policy.dosing, wanted, as_asked=True)


def _recommended(review: Review) -> Outcome:
    if review.recommendation is Recommendation.REFER:
        raise InvalidInput(
            "decision",
            "is required: the criteria are not met, so a physician reviewer decides approve, deny or pend",
        )
    return Outcome(review.recommendation.value)


def _clean_reason(reason: str | None) -> str | None:
    if reason is None or not reason.strip():
        return None
    text = " ".join(reason.split())
    if len(text) > LONGEST_REASON or not text.isprintable():
        raise InvalidInput("reason", f"must be printable text of at most {LONGEST_REASON} characters")
    return text

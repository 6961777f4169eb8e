"""A member's course: the cycles approved so far, which one comes next, and how far it may go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.case import CaseRecord, Judgment
from app.casebook import Scalar
from app.course_columns import answer_of
from app.earlier_cases import LONG_AGO, EarlierCase, Lines, cases_of, look_alikes, who_of
from app.evaluation import Finding, decisive, evaluate, facts_of
from app.facts import Answer, Fact
from app.logic import NOT_MET
from app.policy import Criterion, IfThenElse, Policy, Purpose, Test

# ---------------------------------------------------------------- the cycles so far


@dataclass(frozen=True, slots=True)
class ApprovedCycle:
    """A cycle that was approved from this casebook.

    Attributes:
        case_id: of the case that approved it first.
        cycles: how many cycles the approval covers, from ``number`` on.
        last_day: with the days that an amendment added.
        letter: the letter that counts now: the amendment's, where there is one.
        is_amended: whether an amendment made it longer.
        response: what the request for the next cycle answered; None while there is none.
    """

    number: int
    case_id: str
    first_day: date
    last_day: date
    letter: str
    cycles: int = 1
    is_amended: bool = False
    response: Scalar = None

    @property
    def numbers(self) -> range:
        """The numbers of the cycles that it covers."""
        return range(self.number, self.number + self.cycles)


@dataclass(frozen=True, slots=True)
class Course:
    """What the casebook knows of a member's course besides the case that is looked at.

    Attributes:
        cycles: approved, in the order of their days.
        decided: the other decided cases, the first decision first.
        waiting: the other cases that nobody decided yet.
        look_alikes: ids of cases of somebody with the same names and birth date under other ids.
        other_payer_cycles: cycles that another plan paid for; None while nobody asked, here or earlier.
    """

    cycles: tuple[ApprovedCycle, ...] = ()
    decided: tuple[EarlierCase, ...] = ()
    waiting: tuple[EarlierCase, ...] = ()
    look_alikes: tuple[str, ...] = ()
    other_payer_cycles: int | None = None

    @property
    def known_cycles(self) -> int:
        """How many cycles the member has had or may have: the highest approved number, or those counted."""
        numbers = {number for cycle in self.cycles for number in cycle.numbers}
        return max(max(numbers, default=0), (self.other_payer_cycles or 0) + len(numbers))

    @property
    def last_intent(self) -> EarlierCase | None:
        """The last decided case that answered the question of the policy's course intent."""
        answered = [case for case in self.decided if case.intent is not None]
        return answered[-1] if answered else None

    def before(self, day: date) -> ApprovedCycle | None:
        """The approved cycle that ended last before a day."""
        ended = [cycle for cycle in self.cycles if cycle.last_day < day]
        return max(ended, key=lambda cycle: cycle.last_day, default=None)


def course_of(lines: Lines, record: CaseRecord, judgment: Judgment, case_id: str) -> Course:
    """The course of a case's member, from the worklist's lines; of a decided case, as it was then."""
    who, policy = who_of(record.case), judgment.policy.number
    cases = cases_of(lines, who, policy, case_id)
    decided = sorted((case for case in cases if case.decided_at is not None), key=_decided_at)
    decision = record.decision
    if decision is not None:
        decided = [case for case in decided if _decided_at(case) < decision.at]
    counts = [case.other_payer_cycles for case in decided if case.other_payer_cycles is not None]
    own = other_payer_cycles_of(record)
    return Course(
        cycles=_with_responses(_cycles(decided), cases, judgment),
        decided=tuple(decided),
        waiting=tuple(case for case in cases if case.outcome is None),
        look_alikes=look_alikes(lines, who, policy),
        other_payer_cycles=own if own is not None else next(reversed(counts), None),
    )


def _decided_at(case: EarlierCase) -> datetime:
    return case.decided_at or LONG_AGO


def other_payer_cycles_of(record: CaseRecord) -> int | None:
    """How many cycles another plan paid for, as this case says; None while nobody asked."""
    course = record.case.get("course")
    count = course.get("other_payer_cycles") if isinstance(course, Mapping) else None
    return count if type(count) is int and count >= 0 else None


def _cycles(decided: Sequence[EarlierCase]) -> tuple[ApprovedCycle, ...]:
    """The approvals, each with the days that its amendment added; of two for one cycle both are kept."""
    cycles: dict[str, ApprovedCycle] = {}
    for case in decided:
        if not case.is_approved or case.first_day is None or case.last_day is None:
            continue
        letter = case.letter or ""
        amended = cycles.get(case.amends or "")
        if amended is not None:
            longer = replace(amended, last_day=case.last_day, letter=letter, is_amended=True)
            cycles[amended.case_id] = longer
        else:
            cycles[case.case_id] = ApprovedCycle(
                case.cycle, case.case_id, case.first_day, case.last_day, letter, case.cycles
            )
    return tuple(sorted(cycles.values(), key=lambda cycle: (cycle.first_day, cycle.number)))


def _with_responses(
    cycles: Sequence[ApprovedCycle], cases: Sequence[EarlierCase], judgment: Judgment
) -> tuple[ApprovedCycle, ...]:
    """Each cycle with the response that the request for the next one answered."""
    answered: dict[int, Scalar] = {
        judgment.request.cycle: answer_of(judgment, judgment.policy.dosing.response_fact)
    }
    # of two requests for one cycle the decided one tells, and of two of those the later
    for case in sorted(cases, key=_decided_at):
        if case.response is not None:
            answered[case.cycle] = case.response
    return tuple(replace(cycle, response=answered.get(cycle.numbers.stop)) for cycle in cycles)


# ---------------------------------------------------------------- how far it may go

_CYCLE = "request.cycle"
_FARTHEST = 100
"""Cycles tried: far beyond any course, so that a section without a limit is known to have none."""


@dataclass(frozen=True, slots=True)
class CycleLimit:
    """The last cycle of a course that a section can allow.

    Attributes:
        most: the cycle's number.
        line: the printed line that says so.
        chosen_by: the answered questions that choose between the section's limits.
    """

    most: int
    line: str
    chosen_by: tuple[str, ...]


def cycle_limit(policy: Policy, purpose: Purpose, answers: Mapping[str, Answer]) -> CycleLimit | None:
    """The limit that applies, or None where the section has none.

    Only answers that choose a branch of the section count: a cycle that one more document could still save
    lies within the limit.
    """
    root = policy.sections[purpose].root
    known = facts_of(policy, answers, cycle=1)
    chosen_by = tuple(fact for fact in _choosing(root) if fact in known and known[fact].gap is None)
    facts = {fact: known[fact] for fact in chosen_by}
    within = evaluate(root, {**facts, _CYCLE: Fact(1)})
    for cycle in range(2, _FARTHEST + 1):
        finding = evaluate(root, {**facts, _CYCLE: Fact(cycle)})
        if finding.status is NOT_MET:
            return CycleLimit(cycle - 1, _newly_unmet(within, finding), chosen_by)
        within = finding
    return None


def _newly_unmet(within: Finding, beyond: Finding) -> str:
    """The first line that carries the refusal and did not yet do so one cycle before."""
    unmet = {part.criterion.id for part in within.walk() if part.status is NOT_MET}
    return next(leaf.criterion.line for leaf in decisive(beyond) if leaf.criterion.id not in unmet)


def _choosing(root: Criterion) -> Iterator[str]:
    """The facts that choose a branch, in printed order."""
    for criterion in root.walk():
        if isinstance(criterion.rule, IfThenElse):
            condition = criterion.rule.parts[0].rule
            if isinstance(condition, Test):
                yield condition.fact

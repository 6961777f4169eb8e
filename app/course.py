"""How far a member's course may go under a section: the last cycle that can still be met, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.evaluation import Finding, decisive, evaluate, facts_of
from app.facts import Answer, Fact
from app.logic import NOT_MET
from app.policy import Criterion, IfThenElse, Policy, Purpose, Test

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

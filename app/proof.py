"""For each line of a policy, the smallest case in which that line alone decides: to be checked by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from app.diagram import Diagram, diagram_for, is_asked
from app.evaluation import Finding, evaluate, facts_of
from app.facts import Answer, Fact, Value
from app.logic import MET, NOT_MET, Status
from app.policy import AllOf, AnyOf, Criterion, IfThenElse, NoneOf, Policy, Purpose, Rule, Section, Test

_CYCLE = "request.cycle"
_MOST_WAYS = 500
"""Sets of answers tried in search of one that asks every question it answers; one of the first does."""


@dataclass(frozen=True, slots=True)
class Proof:
    """A case in which the section's result turns on one line.

    Attributes:
        cycle: the cycle asked for.
        answers: the fewest that suffice, each taken as documented; every other question is open.
        line: the status of the line in this case.
        found: the status of the section; with the line the other way round it would be the opposite.
    """

    cycle: int
    answers: Mapping[str, Value]
    line: Status
    found: Status


def cycles_of(section: Section) -> tuple[int, ...]:
    """The cycles that a section's tests tell apart, one beyond the last included."""
    if section.purpose is Purpose.INITIAL:
        return (1,)
    tests = [c.rule for c in section.root.walk() if isinstance(c.rule, Test) and c.rule.fact == _CYCLE]
    bounds = [test.operand for test in tests if isinstance(test.operand, int)]
    return tuple(range(2, max(bounds, default=2) + 2))


def proofs_of(policy: Policy, section: Section, line: Criterion) -> tuple[Proof, ...]:
    """The smallest cases in which a line decides: one where it is met, one where it is not.

    A line that is never unmet, because it only asks for a document, has its second case left open. A line
    that can decide nowhere has none.
    """
    proofs = [proof for status in (MET, NOT_MET) if (proof := _smallest(policy, section, line, status))]
    if len(proofs) == 1 and proofs[0].line is MET:
        proofs += _left_open(policy, section, line, proofs[0])
    return tuple(proofs)


def can_decide(policy: Policy, section: Section, line: Criterion) -> bool:
    """Whether a line decides in any case at all."""
    return any(
        True
        for cycle in cycles_of(section)
        for status in (MET, NOT_MET)
        for _ in _of_cycle(policy, section, line, status, cycle)
    )


def changes_nothing(policy: Policy, section: Section, line: Criterion) -> bool:
    """Whether a line could be left out, or taken as never met, without a change to any result."""
    diagrams = [diagram_for(policy, section.purpose, cycle) for cycle in cycles_of(section)]
    return any(
        all(diagram.equals(replaced) for diagram in diagrams)
        for replaced in (_replaced(section.root, line, settled) for settled in (AllOf(()), AnyOf(())))
    )


def _smallest(policy: Policy, section: Section, line: Criterion, status: Status) -> Proof | None:
    found = [
        proof for cycle in cycles_of(section) for proof in _of_cycle(policy, section, line, status, cycle)
    ]
    return min(found, key=lambda proof: (len(proof.answers), proof.cycle), default=None)


def _of_cycle(
    policy: Policy, section: Section, line: Criterion, status: Status, cycle: int
) -> Iterator[Proof]:
    diagram = diagram_for(policy, section.purpose, cycle)
    for rising in (True, False):
        answers = _asked_way(diagram, _pivotal(section.root, line, status, rising=rising), cycle)
        if answers is not None:
            yield Proof(cycle, answers, status, status if rising else Status(MET - status))


def _asked_way(diagram: Diagram, tree: Criterion, cycle: int) -> dict[str, Value] | None:
    """The smallest set of answers that meets a tree and holds no answer to a question that is not asked."""
    questions = {question.id: question for question in diagram.questions}
    for answers in islice(diagram.ways(tree, MET), _MOST_WAYS):
        given = {name: Answer(value) for name, value in answers.items()}
        if all(is_asked(questions[name], given, cycle) for name in answers):
            return answers
    return None


def _pivotal(root: Criterion, line: Criterion, status: Status, *, rising: bool) -> Criterion:
    """Met exactly where the line has a status and the root's result follows the line, or runs against it."""
    with_it = _replaced(root, line, AllOf(()))
    without = _replaced(root, line, AnyOf(()))
    met, unmet = (with_it, without) if rising else (without, with_it)
    here = line if status is MET else _tree(root, NoneOf((line,)))
    return _tree(root, AllOf((met, _tree(root, NoneOf((unmet,))), here)))


def _replaced(root: Criterion, line: Criterion, settled: Rule) -> Criterion:
    """The tree with a settled result in place of one line, wherever the line stands."""
    if root is line:
        return _tree(root, settled)
    rule = root.rule
    if isinstance(rule, Test):
        return root
    parts = tuple(_replaced(part, line, settled) for part in rule.parts)
    if all(part is before for part, before in zip(parts, rule.parts, strict=True)):
        return root
    if isinstance(rule, IfThenElse):
        condition, then, otherwise = parts
        return _tree(root, IfThenElse((condition, then, otherwise)))
    return _tree(root, type(rule)(parts))


def _tree(like: Criterion, rule: Rule) -> Criterion:
    return Criterion(like.id, like.text, rule)


def _left_open(policy: Policy, section: Section, line: Criterion, met: Proof) -> Iterator[Proof]:
    """The same case without the answers that the line looks at."""
    own = {part.rule.fact for part in line.walk() if isinstance(part.rule, Test)}
    answers = {name: value for name, value in met.answers.items() if name not in own}
    finding = judged(policy, section, Proof(met.cycle, answers, met.line, met.found))
    status = next(part.status for part in finding.walk() if part.criterion is line)
    if finding.status is not met.found:
        yield Proof(met.cycle, answers, status, finding.status)


def judged(policy: Policy, section: Section, proof: Proof) -> Finding:
    """What evaluation finds in the case of a proof, every answer taken as documented."""
    facts = facts_of(policy, {}, proof.cycle)
    facts.update((name, Fact(value)) for name, value in proof.answers.items())
    return evaluate(section.root, facts)

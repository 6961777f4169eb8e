"""Judging a request against a section of a policy. The value is the trace: each line, what it found, why."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from app import logic
from app.facts import UNANSWERED, Answer, Fact, Facts, Gap
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import AllOf, AnyOf, Criterion, IfThenElse, NoneOf, Policy, Test


class Finding:  # noqa: PLW1641  # it may be changed, so that it is no key
    """What was found on one criterion, with what was found on each of its parts.

    Attributes:
        gap: on a test whose fact does not count: why.
        evidence: ids of the documents behind the tests of this line.
    """

    __slots__ = ("criterion", "evidence", "gap", "parts", "status")

    def __init__(
        self,
        criterion: Criterion,
        status: Status,
        parts: "tuple[Finding, ...]" = (),
        gap: Gap | None = None,
        evidence: tuple[str, ...] = (),
    ) -> None:
        self.criterion = criterion
        self.status = status
        self.parts = parts
        self.gap = gap
        self.evidence = evidence

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self._found == other._found

    def __repr__(self) -> str:
        return f"Finding({self.criterion.id} {self.status.word})"

    @property
    def _found(self) -> tuple[object, ...]:
        return self.criterion, self.status, self.parts, self.gap, self.evidence

    def walk(self) -> "Iterator[Finding]":
        """This finding and all below it, in printed order."""
        yield self
        for part in self.parts:
            yield from part.walk()


def facts_of(policy: Policy, answers: Mapping[str, Answer], cycle: int) -> dict[str, Fact]:
    """The facts as the policy may use them: a documented question counts only with a document."""
    questions = policy.questions
    facts = {"request.cycle": Fact(cycle)}
    for name, (value, evidence) in answers.items():
        question = questions.get(name)
        if question is not None:
            counts = evidence or not question.documented
            facts[name] = Fact(value, None, evidence) if counts else _UNDOCUMENTED
    return facts


_UNDOCUMENTED = Fact(None, Gap.UNDOCUMENTED)


def evaluate(criterion: Criterion, facts: Facts) -> Finding:
    """Judge a criterion and everything below it; no part is skipped, whatever the others say.

    The documents of a line are those behind the tests that stand in this very line, each once.
    """
    rule = criterion.rule
    if isinstance(rule, Test):
        value, gap, documents = facts.get(rule.fact, UNANSWERED)
        if gap is not None:
            return Finding(criterion, UNKNOWN, (), gap)
        return Finding(criterion, MET if rule.holds(value) else NOT_MET, (), None, documents)
    # one loop for parts, statuses and documents: a third faster than one pass for each
    line = criterion.line
    parts: list[Finding] = []
    statuses: list[Status] = []
    evidence: tuple[str, ...] = ()
    for criterion_below in rule.parts:
        part = evaluate(criterion_below, facts)
        parts.append(part)
        statuses.append(part.status)
        if part.evidence and criterion_below.line == line:
            evidence = tuple(dict.fromkeys((*evidence, *part.evidence))) if evidence else part.evidence
    return Finding(criterion, _COMBINE[type(rule)](statuses), tuple(parts), None, evidence)


_COMBINE: Mapping[type, Callable[[Sequence[Status]], Status]] = {
    AllOf: logic.all_of,
    AnyOf: logic.any_of,
    NoneOf: logic.none_of,
    IfThenElse: lambda statuses: logic.if_then_else(*statuses),
}


def decisive(finding: Finding) -> Iterator[Finding]:
    """The tests that give a finding its status, in printed order.

    From each line the way leads to the parts that share its status: all parts of a met "all of", the unmet
    parts of an unmet one, the met part of a met "any of". Under "none of" the decisive parts are the
    opposite ones; an "if" leads through its condition to the branch that was chosen.
    """
    rule = finding.criterion.rule
    if isinstance(rule, Test):
        yield finding
        return
    for part in _carrying(rule, finding):
        yield from decisive(part)


def _carrying(rule: AllOf | AnyOf | NoneOf | IfThenElse, finding: Finding) -> Iterator[Finding]:
    if isinstance(rule, IfThenElse):
        condition, then, otherwise = finding.parts
        if condition.status is UNKNOWN is finding.status:
            yield condition
        if condition.status is not NOT_MET and then.status is finding.status:
            yield then
        if condition.status is not MET and otherwise.status is finding.status:
            yield otherwise
        return
    wanted = Status(MET - finding.status) if isinstance(rule, NoneOf) else finding.status
    yield from (part for part in finding.parts if part.status is wanted)


def cited(finding: Finding) -> tuple[str, ...]:
    """The printed lines that give a finding its status, each once, in printed order."""
    lines = {leaf.criterion.line for leaf in decisive(finding)}
    # a line may go on after the lines below it: B.ii.A needs its parts and more
    return tuple([line for line in finding.criterion.lines if line in lines])

"""The grounds of a section: each least set of facts that makes it met, and each that makes it not met.

A ground settles the status whatever else is known, and none of its facts can be left out. Grounds are read
off the decision diagram, from its results upward, once for each section and class of cycles.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from app.diagram import Diagram, diagram_for
from app.evaluation import Finding, decisive, evaluate
from app.fact_sets import FactSets
from app.facts import Fact
from app.logic import MET, NOT_MET, Status
from app.policy import Criterion, NoneOf, Policy, Purpose, Test


class Ground(NamedTuple):
    """Facts that give a section its status.

    Attributes:
        facts: the bits of the states it needs, one for each of its questions.
        against: the bits of the other states of these questions.
        lines: which of the section's top lines these facts settle, one bit for each line.
    """

    facts: int
    against: int
    lines: int


class TopLine(NamedTuple):
    """A printed line right below the one that opens the section: changes are told in terms of these.

    Attributes:
        least: the least sets of facts that give the line the status in question.
    """

    name: str
    least: tuple[int, ...]


class Grounds:
    """Every ground for one status of a section, always in the same order.

    Attributes:
        opener: the printed line that the top lines stand below; it has the status of the section.
    """

    __slots__ = ("all", "lines", "opener", "sets", "status")

    def __init__(
        self,
        status: Status,
        sets: FactSets,
        grounds: tuple[Ground, ...],
        lines: tuple[TopLine, ...],
        opener: str,
    ) -> None:
        self.status: Final = status
        self.sets: Final = sets
        self.all: Final = grounds
        self.lines: Final = lines
        self.opener: Final = opener

    def lines_settled(self, counts: int) -> int:
        """Which top lines have the status under the facts that count, one bit for each line."""
        found, bit = 0, 1
        for line in self.lines:
            for facts in line.least:
                if counts & facts == facts:
                    found |= bit
                    break
            bit <<= 1
        return found

    def line_names(self, lines: int) -> tuple[str, ...]:
        """The printed lines that a change gives another status, each once.

        Where it gives none, as where it only chooses between lines that stay as they are, it is the line
        above them that changes.

        Args:
            lines: the top lines that the change turns, one bit for each.
        """
        names = [line.name for place, line in enumerate(self.lines) if lines >> place & 1]
        return tuple(dict.fromkeys(names)) or (self.opener,)


class SectionGrounds:
    """The grounds of one section for both statuses, for cycles that no test tells apart."""

    def __init__(self, diagram: Diagram, root: Criterion) -> None:
        self._diagram = diagram
        self._root = root
        self._least: dict[tuple[int, Status], frozenset[int]] = {}
        self.sets = FactSets(diagram)
        open_finding = self._found(0)
        tops = [part.criterion for part in _top(open_finding)]
        opener = _opener(open_finding).criterion.line
        self.met = self._grounds(MET, tops, opener)
        self.not_met = self._grounds(NOT_MET, tops, opener)

    def _grounds(self, status: Status, tops: Sequence[Criterion], opener: str) -> Grounds:
        least = sorted(self._least_of(self._diagram.root, status))
        lines = tuple(self._top_line(criterion, status) for criterion in tops)
        return Grounds(status, self.sets, tuple(self._ground(facts) for facts in least), lines, opener)

    def _ground(self, facts: int) -> Ground:
        found = self._found(facts)
        deciding = {id(leaf) for leaf in decisive(found)}
        lines = sum(
            1 << place
            for place, part in enumerate(_top(found))
            if any(id(leaf) in deciding for leaf in part.walk())
        )
        return Ground(facts, self.sets.span(facts) & ~facts, lines)

    def _found(self, facts: int) -> Finding:
        """The finding where nothing but these facts is known."""
        named = {
            self.sets.questions[number].id: Fact(self.sets.values(facts, number)[0])
            for number in self.sets.numbers(facts)
        }
        request = {name: Fact(value) for name, value in self._diagram.request.items()}
        return evaluate(self._root, named | request)

    def _top_line(self, criterion: Criterion, status: Status) -> TopLine:
        return TopLine(
            criterion.line, tuple(sorted(self._least_of(self._diagram.node_of(criterion), status)))
        )

    def _least_of(self, node: int, status: Status) -> frozenset[int]:
        """The least sets of facts that lead from a node of the diagram to a result."""
        if node <= MET:
            return frozenset([0]) if node == status else frozenset()
        if (node, status) not in self._least:
            self._least[node, status] = self._least_below(node, status)
        return self._least[node, status]

    def _least_below(self, node: int, status: Status) -> frozenset[int]:
        """What settles the result while the question is open, and what does only with an answer to it."""
        number, (unanswered, *answered) = self._diagram.branches(node)
        without = self._least_of(unanswered, status)
        found = set(without)
        for state, child in enumerate(answered, 1):
            for facts in self._least_of(child, status):
                if all(facts & enough != enough for enough in without):
                    found.add(facts | self.sets.bit(number, state))
        return frozenset(found)


def _top(finding: Finding) -> Iterator[Finding]:
    """What stands right below the line that opens the section: printed lines, and tests written in place.

    What stands under "none of" has the opposite status, so that nothing can be said of the section in its
    terms.
    """
    finding = _opener(finding)
    parts = () if _turns(finding) else finding.parts
    if not parts:
        yield finding
    for part in parts:
        yield from [part] if _is_told(part.criterion) else _top(part)


def _opener(finding: Finding) -> Finding:
    """The line that opens a section or a part of it: one whose only part is another one opens nothing."""
    while len(finding.parts) == 1 and finding.parts[0].parts and not _turns(finding):
        finding = finding.parts[0]
    return finding


def _turns(finding: Finding) -> bool:
    return isinstance(finding.criterion.rule, NoneOf)


def _is_told(criterion: Criterion) -> bool:
    return "/" not in criterion.id or isinstance(criterion.rule, Test | NoneOf)


_GROUNDS: dict[Diagram, SectionGrounds] = {}


def grounds_for(policy: Policy, purpose: Purpose, cycle: int) -> SectionGrounds:
    """The grounds of a section; cycles that no test tells apart share them."""
    diagram = diagram_for(policy, purpose, cycle)
    if diagram not in _GROUNDS:
        _GROUNDS[diagram] = SectionGrounds(diagram, policy.sections[purpose].root)
    return _GROUNDS[diagram]

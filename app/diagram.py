"""A section as a decision diagram over its questions: the result for every state that they can be in.

A reduced ordered decision diagram is canonical: a question stands in it if and only if the result depends on
it, and equal results are one node. Node ids 0, 1 and 2 are the results not met, unknown and met; every other
node asks one question and has one child per state of its answer, state 0 meaning that the answer does not
count yet.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence

from app import logic
from app.answer_values import values_of
from app.facts import Answer, Value
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import AllOf, AnyOf, Condition, Criterion, IfThenElse, NoneOf, Policy, Purpose, Question, Test

_COMBINE: Mapping[type, Callable[..., Status]] = {
    AllOf: lambda *statuses: logic.all_of(statuses),
    AnyOf: lambda *statuses: logic.any_of(statuses),
    NoneOf: lambda *statuses: logic.none_of(statuses),
    IfThenElse: logic.if_then_else,
}

_Node = tuple[int, tuple[int, ...]]
_Taken = tuple[tuple[int, int], ...]


class _Store:
    """Reduced nodes, each kept once; questions are numbered in the order they are asked from the root."""

    def __init__(self) -> None:
        self._nodes: list[_Node] = [(-1, ())] * len(Status)
        self._ids: dict[_Node, int] = {}

    def node(self, question: int, children: tuple[int, ...]) -> int:
        """The node's id; a question whose states all lead to one place is not asked."""
        if children.count(children[0]) == len(children):
            return children[0]
        key = (question, children)
        if key not in self._ids:
            self._ids[key] = len(self._nodes)
            self._nodes.append(key)
        return self._ids[key]

    def __getitem__(self, node: int) -> _Node:
        return self._nodes[node]


class Diagram:
    """The result of one section for every state of its questions, with the request's own facts fixed.

    Attributes:
        questions: in the policy's order, by which the nodes number them.
        request: the request's own facts.
        root: the node of the whole section.
    """

    def __init__(self, questions: Sequence[Question], root: Criterion, request: Mapping[str, object]) -> None:
        self.questions = tuple(questions)
        self.request = request
        self._store = _Store()
        self._tests: dict[str, Sequence[Test | Condition]] = {
            q.id: [*_tests_of(root, q), *_conditions_on(q, questions)] for q in questions
        }
        self._classes = {q.id: _classes_of(q, self._tests[q.id]) for q in questions}
        self._number = {q.id: number for number, q in enumerate(questions)}
        self.root = self._build(root)

    def state_of(self, question: Question, value: object) -> int:
        """The state of an answer that counts: values that no test tells apart share one state."""
        return self._classes[question.id][_truths(self._tests[question.id], value)]

    def values_of(self, question: Question) -> tuple[tuple[Value, ...], ...]:
        """The answers of each state, from state 1 on; a number's are those beside the bounds of its tests."""
        values = values_of(question, self._tests[question.id])
        states = self.all_states(question)[1:]
        return tuple(tuple(v for v in values if self.state_of(question, v) == state) for state in states)

    def node_of(self, tree: Criterion) -> int:
        """The node of a tree of this section's own tests; one of the results where no answer matters."""
        return self._build(tree)

    def branches(self, node: int) -> tuple[int, tuple[int, ...]]:
        """The number of the question that a node asks, and the node for each state of its answer."""
        return self._store[node]

    def effective_states(self, question: Question) -> frozenset[int]:
        """The states in which a question somewhere gives another result than while it is open."""
        place = self._number[question.id]
        return frozenset(
            state
            for node in self._below(self.root)
            if (asked := self._store[node])[0] == place
            for state, child in enumerate(asked[1])
            if child != asked[1][0]
        )

    def equals(self, tree: Criterion) -> bool:
        """Whether a tree of this section's own tests gives the section's result, whatever the answers."""
        return self._build(tree) == self.root

    def ways(self, tree: Criterion, status: Status) -> Iterator[dict[str, Value]]:
        """The sets of answers that give a tree of this section's own tests a status, the smallest first.

        Every answer counts, and every question left out is open. Of the values that no test tells apart, the
        first one stands for all.
        """
        root = self._build(tree)
        far = self._distances(root, status)
        frontier: list[tuple[int, _Taken, int]] = [(far[root], (), root)] if root in far else []
        while frontier:
            cost, taken, node = heapq.heappop(frontier)
            question, children = self._store[node]
            if not children:
                yield self._answers(taken)
                continue
            for state, child in enumerate(children):
                if child in far:
                    price = cost - far[node] + (state > 0) + far[child]
                    heapq.heappush(frontier, (price, (*taken, (question, state)), child))

    def _distances(self, root: int, status: Status) -> dict[int, int]:
        """From each node that can reach a result, the fewest answers on the way there."""
        far = {int(status): 0}
        # a node is stored after its children, so that in this order theirs are known
        for node in sorted(self._below(root)):
            ends = [far[child] + (at > 0) for at, child in enumerate(self._store[node][1]) if child in far]
            if ends:
                far[node] = min(ends)
        return far

    def _answers(self, taken: Sequence[tuple[int, int]]) -> dict[str, Value]:
        asked = ((self.questions[number], state) for number, state in taken if state)
        return {question.id: self._example(question, state) for question, state in asked}

    def _example(self, question: Question, state: int) -> Value:
        values = values_of(question, self._tests[question.id])
        return next(value for value in values if self.state_of(question, value) == state)

    def _below(self, root: int) -> set[int]:
        """A node and all that can be reached from it."""
        reached, pending = {root}, [root]
        while pending:
            fresh = set(self._store[pending.pop()][1]) - reached
            reached |= fresh
            pending.extend(fresh)
        return reached

    def all_states(self, question: Question) -> range:
        """Every state of a question, state 0 (does not count) included."""
        return range(len(self._classes[question.id]) + 1)

    def _build(self, criterion: Criterion) -> int:
        rule = criterion.rule
        if isinstance(rule, Test):
            return self._build_test(rule)
        parts = tuple(self._build(part) for part in rule.parts)
        return self._apply(_COMBINE[type(rule)], parts, {})

    def _build_test(self, test: Test) -> int:
        if test.fact in self.request:
            return int(MET if test.holds(self.request[test.fact]) else NOT_MET)
        place = self._tests[test.fact].index(test)
        children = [int(UNKNOWN)] * (len(self._classes[test.fact]) + 1)
        for truths, state in self._classes[test.fact].items():
            children[state] = int(MET if truths[place] else NOT_MET)
        return self._store.node(self._number[test.fact], tuple(children))

    def _apply(
        self, combine: Callable[..., Status], nodes: tuple[int, ...], done: dict[tuple[int, ...], int]
    ) -> int:
        """The diagram of ``combine`` over several diagrams: split on the first question asked."""
        if nodes in done:
            return done[nodes]
        asked = [self._store[node][0] for node in nodes if node > MET]
        if not asked:
            result = int(combine(*map(Status, nodes)))
        else:
            first = min(asked)
            width = next(len(self._store[node][1]) for node in nodes if self._store[node][0] == first)
            result = self._store.node(
                first,
                tuple(
                    self._apply(combine, tuple(self._child(node, first, state) for node in nodes), done)
                    for state in range(width)
                ),
            )
        done[nodes] = result
        return result

    def _child(self, node: int, question: int, state: int) -> int:
        asked, children = self._store[node]
        return children[state] if asked == question else node


def _tests_of(root: Criterion, question: Question) -> list[Test]:
    tests = [c.rule for c in root.walk() if isinstance(c.rule, Test) and c.rule.fact == question.id]
    return list(dict.fromkeys(tests))


def _conditions_on(question: Question, questions: Sequence[Question]) -> list[Condition]:
    """What the answer to a question makes the policy ask; two answers that differ in it are not alike."""
    return [
        condition for other in questions for condition in other.asked_when if condition.fact == question.id
    ]


def _truths(tests: Sequence[Test | Condition], value: object) -> tuple[bool, ...]:
    return tuple(test.holds(value) for test in tests)


def _classes_of(question: Question, tests: Sequence[Test | Condition]) -> dict[tuple[bool, ...], int]:
    """A state, from 1 on, for each group of values that the tests cannot tell apart."""
    truths = dict.fromkeys(_truths(tests, value) for value in values_of(question, tests))
    return {truth: state for state, truth in enumerate(truths, 1)}


_CYCLE_TESTS: dict[tuple[str, Purpose], tuple[Test, ...]] = {}
_DIAGRAMS: dict[tuple[str, Purpose, tuple[bool, ...]], Diagram] = {}


def diagram_for(policy: Policy, purpose: Purpose, cycle: int) -> Diagram:
    """The diagram of a section; cycles that no test tells apart share one."""
    section = (policy.sha256, purpose)
    if section not in _CYCLE_TESTS:
        rules = (criterion.rule for criterion in policy.sections[purpose].root.walk())
        _CYCLE_TESTS[section] = tuple(
            {rule: None for rule in rules if isinstance(rule, Test) and rule.fact == "request.cycle"}
        )
    key = (*section, tuple([test.holds(cycle) for test in _CYCLE_TESTS[section]]))
    if key not in _DIAGRAMS:
        root = policy.sections[purpose].root
        _DIAGRAMS[key] = Diagram(policy.questions_of(purpose), root, {"request.cycle": cycle})
    return _DIAGRAMS[key]


def is_asked(question: Question, answers: Mapping[str, Answer], cycle: int) -> bool:
    """Whether what was stated so far makes the policy ask this question."""
    return all(
        condition.holds(cycle)
        if condition.fact == "request.cycle"
        else condition.fact in answers and condition.holds(answers[condition.fact].value)
        for condition in question.asked_when
    )

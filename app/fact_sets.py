"""Sets of facts as whole numbers: one bit for each state of each question, to compare at once."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from app.diagram import Diagram
from app.facts import Answer, Value
from app.policy import Question


class Standing(NamedTuple):
    """How the questions of a section stand in a case.

    Attributes:
        counts: the bits of the answers that count.
        unanswered: the bits of all states of the questions without an answer.
        lacking: of each question that lacks its document the bit of what was stated, its number, the value.
    """

    counts: int
    unanswered: int
    lacking: tuple[tuple[int, int, Value], ...]


class FactSets:
    """The bits of a section's questions, numbered in the policy's order.

    Attributes:
        number: the number of each question, by its id.
        spans: for each question the bits of all its states.
        states: for each question the answers of each state.
        known: for each question its answers in the policy's order, numbers ascending.
        documented: the bits of all questions that need a document.
        conditional: the bits of all questions that are asked only after an answer to another.
    """

    def __init__(self, diagram: Diagram) -> None:
        self._diagram = diagram
        self.questions = diagram.questions
        self.number = {question.id: number for number, question in enumerate(self.questions)}
        self.states = tuple(diagram.values_of(question) for question in self.questions)
        self.known = tuple(map(_known, self.questions, self.states))
        self._first: list[int] = []
        self.spans: list[int] = []
        free = 0
        for states in self.states:
            self._first.append(free)
            self.spans.append(((1 << len(states)) - 1) << free)
            free += len(states)
        self.documented = self._all(lambda question: question.documented)
        self.conditional = self._all(lambda question: bool(question.asked_when))
        self._bit_of = tuple(map(self._bits_by_value, range(len(self.questions))))
        # one row per question: a file of cases asks for all of them once per case
        self._rows = [
            (number, question.id, question.documented, self.spans[number], self._bit_of[number])
            for number, question in enumerate(self.questions)
        ]

    def bit(self, number: int, state: int) -> int:
        """The bit of a state, 1 or more, of a question."""
        return 1 << (self._first[number] + state - 1)

    def bits(self, number: int) -> Iterator[int]:
        """The bits of a question's states, one by one."""
        return (self.bit(number, state) for state in range(1, len(self.states[number]) + 1))

    def numbers(self, facts: int) -> tuple[int, ...]:
        """The questions that a set of facts speaks of."""
        return tuple(number for number, span in enumerate(self.spans) if span & facts)

    def span(self, facts: int) -> int:
        """The bits of all states of the questions that a set of facts speaks of."""
        return sum(span for span in self.spans if span & facts)

    def values(self, facts: int, number: int) -> tuple[Value, ...]:
        """The answers to a question that a set of facts stands for, in the policy's order."""
        bit_of = self._bit_of[number]
        return tuple([value for value in self.known[number] if bit_of[value] & facts])

    def standing(self, answers: Mapping[str, Answer]) -> Standing:
        """What counts in a case, and what would with a document."""
        counts = unanswered = 0
        lacking = []
        for number, name, documented, span, bits in self._rows:
            answer = answers.get(name)
            if answer is None:
                unanswered |= span
                continue
            value, evidence = answer
            bit = bits.get(value) or self.bit_of(number, value)
            if documented and not evidence:
                lacking.append((bit, number, value))
            else:
                counts |= bit
        return Standing(counts, unanswered, tuple(lacking))

    def bit_of(self, number: int, value: Value) -> int:
        """The bit of the state that an answer belongs to."""
        return self.bit(number, self._diagram.state_of(self.questions[number], value))

    def place_of(self, number: int, value: Value) -> int:
        """Where an answer stands among the known ones; a number beyond them comes last."""
        known = self.known[number]
        return known.index(value) if value in known else len(known)

    def _all(self, chosen: Callable[[Question], bool]) -> int:
        pairs = zip(self.questions, self.spans, strict=True)
        return sum(span for question, span in pairs if chosen(question))

    def _bits_by_value(self, number: int) -> dict[Value, int]:
        pairs = zip(self.bits(number), self.states[number], strict=True)
        return {value: bit for bit, values in pairs for value in values}


def _known(question: Question, states: tuple[tuple[Value, ...], ...]) -> tuple[Value, ...]:
    if question.choices:
        return tuple(choice.value for choice in question.choices)
    return tuple(sorted(value for values in states for value in values))

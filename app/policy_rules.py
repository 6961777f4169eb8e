"""Criteria from their blocks."""

from collections.abc import Callable, Mapping
from decimal import Decimal

from app.comparisons import BOUNDS, WITHIN_DAYS, read_comparison, read_list_comparison
from app.data_file import Block
from app.policy import (
    AllOf,
    AnyOf,
    Condition,
    Criterion,
    IfThenElse,
    NoneOf,
    Question,
    QuestionKind,
    Reading,
    Rule,
    Test,
)
from app.text import Text

# What a rule may look at beside the questions; always known.
REQUEST_FACTS: Mapping[str, Text] = {
    "request.cycle": Text(en="Number of the cycle asked for", es="Número del ciclo solicitado"),
}

# What a condition may look at beside these: lists of codes.
REQUEST_LISTS = frozenset({"request.icd10"})

_GROUPS: Mapping[str, Callable[[tuple[Criterion, ...]], Rule]] = {
    "all_of": AllOf,
    "any_of": AnyOf,
    "none_of": NoneOf,
}


def read_conditions(block: Block, key: str) -> tuple[Condition, ...]:
    """A list of conditions on what was stated or requested; all must hold. Absent: none."""
    return tuple(_condition(item) for item in block.blocks(key, "fact")) if block.has(key) else ()


def _condition(block: Block) -> Condition:
    fact = block.string("fact")
    condition = Condition(fact, *(read_list_comparison(block) or read_comparison(block)))
    block.finish()
    return condition


def read_reading(block: Block, readings: Mapping[int, Reading]) -> Reading:
    """The reading that a block names by its number."""
    number = block.integer("reading", 1)
    if number not in readings:
        raise block.error("reading", f"{number} is not among the file's readings")
    return readings[number]


class CriterionReader:
    """Turns the criterion blocks of one file into trees; a reference may stand before what it names."""

    def __init__(
        self, blocks: list[Block], questions: Mapping[str, Question], readings: Mapping[int, Reading]
    ) -> None:
        self._questions = questions
        self._readings = readings
        self._blocks: dict[str, Block] = {}
        self._done: dict[str, Criterion] = {}
        self._open: list[str] = []
        for block in blocks:
            name = block.string("id")
            if name in self._blocks:
                raise block.error("id", f"{name} stands twice")
            self._blocks[name] = block
        for name, block in self._blocks.items():
            line = name.partition("/")[0]
            if line not in self._blocks:
                raise block.error("id", f"is a part of the line {line}, which this file lacks")

    def read_all(self) -> dict[str, Criterion]:
        """Every criterion by id, in the file's order."""
        return {name: self._criterion(name, block, "id") for name, block in self._blocks.items()}

    def _criterion(self, name: str, asking: Block, key: str) -> Criterion:
        if name in self._done:
            return self._done[name]
        if name not in self._blocks:
            raise asking.error(key, f"names the criterion {name}, which this file lacks")
        if name in self._open:
            raise asking.error(key, f"leads back to {name}: criteria may not form a circle")
        self._open.append(name)
        criterion = self._read(name, self._blocks[name])
        self._open.pop()
        self._done[name] = criterion
        return criterion

    def _read(self, name: str, block: Block) -> Criterion:
        text = block.languages()
        rule = self._rule(name, block)
        reading = read_reading(block, self._readings) if block.has("reading") else None
        block.finish()
        return Criterion(name, text, rule, reading)

    def _rule(self, name: str, block: Block) -> Rule:
        if block.has("test"):
            return self._test(block.block("test"))
        if block.has("if"):
            return IfThenElse(
                (
                    self._part(name, block, "if", block.take("if")),
                    self._part(name, block, "then", block.take("then")),
                    self._part(name, block, "else", block.take("else")),
                )
            )
        for key, group in _GROUPS.items():
            if block.has(key):
                return group(self._parts(name, block, key))
        raise block.error("", "needs one of test, all_of, any_of, none_of, if")

    def _parts(self, name: str, block: Block, key: str) -> tuple[Criterion, ...]:
        items = block.take(key)
        if not isinstance(items, list) or not items:
            raise block.error(key, "must be a list of criteria or tests that is not empty")
        return tuple(self._part(name, block, key, item) for item in items)

    def _part(self, name: str, block: Block, key: str, item: object) -> Criterion:
        """A criterion named by its id, or a test written in place, which gets an id of its own."""
        if isinstance(item, str):
            return self._criterion(item, block, key)
        if not isinstance(item, dict):
            raise block.error(key, "must hold ids of criteria or tests such as { fact = …, is = … }")
        test = self._test(block.within(key, item))
        line = name.partition("/")[0]
        return Criterion(f"{line}/{test.fact}", self._name_of(test.fact), test)

    def _name_of(self, fact: str) -> Text:
        return REQUEST_FACTS[fact] if fact in REQUEST_FACTS else self._questions[fact].short

    def _test(self, block: Block) -> Test:
        fact = block.string("fact")
        question = self._questions.get(fact)
        if question is None and fact not in REQUEST_FACTS:
            raise block.error("fact", f"{fact} is neither a question of this file nor a request fact")
        operator, operand, holds = read_comparison(block)
        if operator in BOUNDS and not isinstance(operand, int) and not _is_number(question):
            raise block.error(operator, "must be a whole number")
        if question is not None:
            self._check_operand(block, question, operator, operand)
        block.finish()
        return Test(fact, operator, operand, holds)

    @staticmethod
    def _check_operand(block: Block, question: Question, operator: str, operand: object) -> None:
        """An operand that no answer can have would make a line that never decides."""
        is_day = question.kind is QuestionKind.DATE
        if is_day is not (operator == WITHIN_DAYS):
            if is_day:
                raise block.error(operator, f"asks only {WITHIN_DAYS} of a date, and {question.id} is one")
            raise block.error(operator, f"compares dates, and {question.id} is a {question.kind}")
        if operator in BOUNDS and not (question.kind is QuestionKind.CYCLE or _is_number(question)):
            raise block.error(operator, f"compares numbers, and {question.id} has none")
        values = operand if isinstance(operand, frozenset) else [operand]
        for value in values:
            if not question.allows(value):
                shown = str(value) if isinstance(value, Decimal) else repr(value)
                raise block.error(operator, f"{shown} is no answer to {question.id}: {question.allowed}")


def _is_number(question: Question | None) -> bool:
    return question is not None and question.kind is QuestionKind.NUMBER

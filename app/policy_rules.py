"""Criteria from their blocks: a closed list of operators, no expression language."""

from collections.abc import Callable, Mapping
from functools import partial

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
    Text,
)

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


def _one_of(operand: frozenset[object], value: object) -> bool:
    return value in operand


def _at_most(operand: int, value: object) -> bool:
    return isinstance(value, int) and value <= operand


def _at_least(operand: int, value: object) -> bool:
    return isinstance(value, int) and value >= operand


def _includes(operand: frozenset[object], value: object) -> bool:
    return isinstance(value, tuple) and not operand.isdisjoint(value)


def _lacks(operand: frozenset[object], value: object) -> bool:
    return not _includes(operand, value)


# What a condition may ask of a fact that is a list.
_LIST_COMPARISONS: Mapping[str, Callable[[frozenset[object], object], bool]] = {
    "includes": _includes,
    "lacks": _lacks,
}


def _list(block: Block, key: str) -> frozenset[object]:
    value = block.take(key)
    if not isinstance(value, list) or not value:
        raise block.error(key, "must be a list that is not empty")
    return frozenset(_plain_value(block, key, item) for item in value)


def _plain_value(block: Block, key: str, value: object) -> object:
    if not isinstance(value, str | int):
        raise block.error(key, "must hold texts, whole numbers, true or false")
    return value


def read_comparison(block: Block) -> tuple[str, object, Callable[[object], bool]]:
    """The operator of a block, its operand, and the comparison itself."""
    if block.has("is"):
        operand = _plain_value(block, "is", block.take("is"))
        return "is", operand, partial(_one_of, frozenset([operand]))
    if block.has("one_of"):
        values = _list(block, "one_of")
        return "one_of", values, partial(_one_of, values)
    if block.has("at_most"):
        bound = block.integer("at_most")
        return "at_most", bound, partial(_at_most, bound)
    if block.has("at_least"):
        bound = block.integer("at_least")
        return "at_least", bound, partial(_at_least, bound)
    raise block.error("", "needs one of is, one_of, at_most, at_least")


def read_conditions(block: Block, key: str) -> tuple[Condition, ...]:
    """A list of conditions on what was stated or requested; all must hold. Absent: none."""
    return tuple(_condition(item) for item in block.blocks(key, "fact")) if block.has(key) else ()


def _condition(block: Block) -> Condition:
    fact = block.string("fact")
    for operator, comparison in _LIST_COMPARISONS.items():
        if block.has(operator):
            codes = _list(block, operator)
            condition = Condition(fact, operator, codes, partial(comparison, codes))
            break
    else:
        condition = Condition(fact, *read_comparison(block))
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
        if question is not None:
            self._check_operand(block, question, operator, operand)
        block.finish()
        return Test(fact, operator, operand, holds)

    @staticmethod
    def _check_operand(block: Block, question: Question, operator: str, operand: object) -> None:
        """An operand that no answer can have would make a line that never decides."""
        if operator in {"at_most", "at_least"} and question.kind is not QuestionKind.CYCLE:
            raise block.error(operator, f"compares numbers, and {question.id} has none")
        values = operand if isinstance(operand, frozenset) else [operand]
        for value in values:
            if not question.allows(value):
                raise block.error(operator, f"{value!r} is no answer to {question.id}: {question.allowed}")

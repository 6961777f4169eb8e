"""Enough answers to a question to try them all: its choices, or numbers on both sides of every bound."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.comparisons import WITHIN_DAYS
from app.facts import Value
from app.policy import Condition, Question, QuestionKind, Test


def values_of(question: Question, tests: Sequence[Test | Condition]) -> list[Value]:
    """The choices in the policy's order; of numbers and days, ascending, one on each side of every bound.

    Args:
        question: the question.
        tests: everything that looks at its answer.
    """
    if question.choices:
        return [choice.value for choice in question.choices]
    found = {value for value in _candidates(question, tests) if question.allows(value)}
    return sorted(found)


def _candidates(question: Question, tests: Sequence[Test | Condition]) -> Iterator[int | Decimal]:
    numbers = question.number
    step: int | Decimal = 1 if numbers is None else numbers.step
    if numbers is not None:
        yield from (numbers.least, numbers.most)
    else:
        yield 1 if question.kind is QuestionKind.CYCLE else 0
    for test in tests:
        if test.operator == WITHIN_DAYS:
            yield -step
        for bound in _bounds(test):
            yield from (bound - step, bound, bound + step)


def _bounds(test: Test | Condition) -> Iterator[int | Decimal]:
    operands = test.operand if isinstance(test.operand, frozenset) else [test.operand]
    yield from (operand for operand in operands if isinstance(operand, int | Decimal))

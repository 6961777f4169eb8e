"""How a fact is compared: a closed list of operators, no expression language."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial

from app.data_file import Block

Comparison = tuple[str, object, Callable[[object], bool]]
"""The word in the policy file, what a fact is compared with, and the comparison itself."""

Bound = int | Decimal

_NUMBERS = (int, Decimal)


def _at_most(operand: Bound, value: object) -> bool:
    return isinstance(value, _NUMBERS) and value <= operand


def _at_least(operand: Bound, value: object) -> bool:
    return isinstance(value, _NUMBERS) and value >= operand


def _below(operand: Bound, value: object) -> bool:
    return isinstance(value, _NUMBERS) and value < operand


def _above(operand: Bound, value: object) -> bool:
    return isinstance(value, _NUMBERS) and value > operand


def _within_days_before_start(operand: Bound, value: object) -> bool:
    """A day counts by its distance to the first treatment day, which itself is day 0."""
    return isinstance(value, _NUMBERS) and 0 <= value <= operand


def _includes(operand: frozenset[object], value: object) -> bool:
    return isinstance(value, tuple) and not operand.isdisjoint(value)


def _lacks(operand: frozenset[object], value: object) -> bool:
    return not _includes(operand, value)


BOUNDS: Mapping[str, Callable[[Bound, object], bool]] = {
    "at_most": _at_most,
    "at_least": _at_least,
    "below": _below,
    "above": _above,
}
"""What may be asked of a number."""

WITHIN_DAYS = "within_days_before_start"
"""What may be asked of a day."""

LISTS: Mapping[str, Callable[[frozenset[object], object], bool]] = {"includes": _includes, "lacks": _lacks}
"""What a condition may ask of a fact that is a list."""

_OPERATORS = ("is", "one_of", *BOUNDS, WITHIN_DAYS)


def read_comparison(block: Block) -> Comparison:
    """The operator of a block, its operand, and the comparison itself."""
    if block.has("is"):
        operand = _plain_value(block, "is", block.take("is"))
        return "is", operand, frozenset([operand]).__contains__
    if block.has("one_of"):
        values = _list(block, "one_of")
        return "one_of", values, values.__contains__
    for operator, comparison in BOUNDS.items():
        if block.has(operator):
            bound = _bound(block, operator)
            return operator, bound, partial(comparison, bound)
    if block.has(WITHIN_DAYS):
        days = block.integer(WITHIN_DAYS)
        return WITHIN_DAYS, days, partial(_within_days_before_start, days)
    raise block.error("", "needs one of " + ", ".join(_OPERATORS))


def read_list_comparison(block: Block) -> Comparison | None:
    """A comparison with a list, or None where the block has none."""
    for operator, comparison in LISTS.items():
        if block.has(operator):
            codes = _list(block, operator)
            return operator, codes, partial(comparison, codes)
    return None


def _bound(block: Block, key: str) -> Bound:
    """A whole number as it stands, or an exact decimal in quotes."""
    value = block.take(key)
    if type(value) is int and value >= 0:
        return value
    if isinstance(value, str):
        return block.as_amount(key, value)
    raise block.error(key, 'must be a whole number, 0 or more, or an amount in quotes, e.g. "7.5"')


def _list(block: Block, key: str) -> frozenset[object]:
    value = block.take(key)
    if not isinstance(value, list) or not value:
        raise block.error(key, "must be a list that is not empty")
    return frozenset(_plain_value(block, key, item) for item in value)


def _plain_value(block: Block, key: str, value: object) -> object:
    if not isinstance(value, str | int):
        raise block.error(key, "must hold texts, whole numbers, true or false")
    return value

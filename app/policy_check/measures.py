"""Checks of what laboratory values say of a response: one definition at a time, each within reach."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from app.definition import Definition, Threshold
from app.laboratory import LAB_NUMBERS, Measured
from app.policy import Policy
from app.policy_check.findings import PolicyFinding, error, remark

_STEP = Decimal("0.000001")
"""Less than any laboratory tells apart."""

Values = Mapping[str, Measured]


def measure_findings(policy: Policy) -> Iterator[PolicyFinding]:
    """Definitions that hold together or never, and answers that no laboratory value suggests."""
    if policy.response is None:
        return
    measured = [item for item in policy.definitions if item.answer is not None]
    found = [[item.id for item in measured if _holds(item, values)] for values in _cases(measured)]
    for together in sorted({tuple(names) for names in found if len(names) > 1}):
        words = (
            f"holds together with {' and '.join(together[:-1])} for some values; only the first would count"
        )
        yield error("definition_overlap", f"definition {together[-1]}", words)
    for item in measured:
        if not any(item.id in names for names in found):
            yield error("idle_definition", f"definition {item.id}", "holds for no values at all")
    suggested = {policy.response.otherwise, *(item.answer for item in measured)}
    question = policy.questions[policy.response.question]
    for choice in question.choices:
        if choice.value not in suggested:
            words = f"no laboratory value suggests the answer {choice.value}"
            yield remark("unmeasured_answer", f"question {question.id}", words)


def _holds(definition: Definition, values: Values) -> bool:
    some = [threshold.holds(values[threshold.name]) for threshold in definition.one_of]
    every = all(threshold.holds(values[threshold.name]) for threshold in definition.thresholds)
    return every and (not some or any(some))


def _cases(definitions: list[Definition]) -> Iterator[Values]:
    """Enough combinations of values to try each side of every bound, and the bound itself."""
    by_name: dict[str, list[Threshold]] = {}
    for definition in definitions:
        for threshold in definition.measured_by():
            by_name.setdefault(threshold.name, []).append(threshold)
    tried = [_values(name, thresholds) for name, thresholds in by_name.items()]
    for values in product(*tried):
        yield dict(zip(by_name, values, strict=True))


def _values(name: str, thresholds: list[Threshold]) -> list[Measured]:
    if name not in LAB_NUMBERS:
        return [False, True]
    bounds = {Decimal(threshold.bound) for threshold in thresholds}
    around = {bound + step for bound in bounds for step in (-_STEP, Decimal(0), _STEP)}
    return [value for value in sorted(around) if 0 <= value <= LAB_NUMBERS[name].most]

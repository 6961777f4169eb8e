"""Checks of the dose tables: each cycle and response has exactly one."""

from collections.abc import Iterator

from app.facts import Value
from app.policy import Policy
from app.policy_check.findings import PolicyFinding, error

_FARTHEST = 100
"""Cycles tried: far beyond any course."""


def dose_findings(policy: Policy) -> Iterator[PolicyFinding]:
    """Cycles and responses without a dose table, and those with more than one."""
    fact = policy.dosing.response_fact
    if fact is None:
        yield from _of_response(policy, None, "")
        return
    for choice in policy.questions[fact].choices:
        yield from _of_response(policy, choice.value, f" with {fact} {choice.value}")


def _of_response(policy: Policy, response: Value | None, said: str) -> Iterator[PolicyFinding]:
    before: tuple[str, ...] | None = None
    for cycle in range(1, _FARTHEST + 1):
        tables = _tables(policy, cycle, response)
        if tables != before:
            yield from _not_one(tables, f"cycle {cycle}{said}")
        before = tables


def _tables(policy: Policy, cycle: int, response: Value | None) -> tuple[str, ...]:
    return tuple(
        table.id
        for table in policy.dosing.tables
        if table.in_cycle(cycle) and (table.responses is None or response in table.responses)
    )


def _not_one(tables: tuple[str, ...], where: str) -> Iterator[PolicyFinding]:
    if not tables:
        yield error("dose_gap", "dosing", f"from {where} on no table gives a dose")
    elif len(tables) > 1:
        words = f"from {where} on the tables {' and '.join(tables)} both apply; only the first would count"
        yield error("dose_overlap", f"dosing: table {tables[1]}", words)

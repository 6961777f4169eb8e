"""The laboratory values of a case in one line, for the page that the prescriber reads."""

from collections.abc import Iterator
from decimal import Decimal

from app.laboratory import LAB_VALUES, PER_MICROLITER, Laboratory
from app.typed_numbers import typed
from reports.draft import Draft


def laboratory_line(draft: Draft, facts: set[str]) -> str:
    """The values, where one of these facts is the response that they measure; empty without any.

    Counts are given per microliter, as the letters' font cannot print the power of ten.
    """
    rule, laboratory = draft.policy.response, draft.case.laboratory
    if rule is None or laboratory is None or rule.question not in facts:
        return ""
    said = draft.wording.sentences["list.comma"].join(_values(draft, laboratory))
    if not said or laboratory.taken_on is None:
        return said
    return draft.says("laboratory.dated", values=said, date=draft.wording.full_date(laboratory.taken_on))


def _values(draft: Draft, laboratory: Laboratory) -> Iterator[str]:
    for name in LAB_VALUES:
        value = laboratory.value(name)
        if isinstance(value, bool):
            yield draft.says(f"laboratory.{name}_{'present' if value else 'absent'}")
        elif value is not None:
            yield draft.says(f"laboratory.{name}", value=_written(name, value))


def _written(name: str, value: Decimal) -> str:
    return typed(value if name.endswith("_percent") else value * PER_MICROLITER)

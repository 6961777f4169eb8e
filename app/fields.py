"""Reading one field at a time from a document, strictly or collecting every complaint.

A strict reader raises at the first field that is wrong; a collecting reader notes each of them and reads on,
so that a form can show them all. Both say the same words.
"""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

from app.errors import InvalidInput

Document = Mapping[str, object]

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)

# Stands for a time that could not be read, in a reader that goes on.
NO_MOMENT = datetime(1, 1, 1, tzinfo=UTC)

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII)
_LOCAL_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?", re.ASCII)
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,20})?", re.ASCII)

_LONGEST_TEXT = 200
_LONGEST_NUMBER = 30
_MOST_DECIMALS = 20  # a float in full takes up to 17 digits


class FieldReader:
    """Reads fields by type. ``problems`` is None for a strict reader."""

    __slots__ = ("problems",)

    def __init__(self, problems: list[InvalidInput] | None = None) -> None:
        self.problems = problems

    def refuse(self, field: str, problem: str) -> None:
        """Raise the complaint, or note it and go on."""
        complaint = InvalidInput(field, problem)
        if self.problems is None:
            raise complaint
        self.problems.append(complaint)

    def known_keys(self, source: Document, path: str, allowed: Collection[str]) -> None:
        """Refuse every field that the contract does not name."""
        if source.keys() <= allowed:  # type: ignore[operator]  # a set-like view against a frozenset
            return
        for key in source:
            if key not in allowed:
                shown = key if key.isprintable() and len(key) <= _LONGEST_TEXT else "(unreadable name)"
                self.refuse(path + shown, "unknown field; allowed are " + ", ".join(sorted(allowed)))

    def table(self, source: Document, key: str, path: str) -> Document | None:
        """An object that must be there."""
        value = source.get(key)
        if isinstance(value, dict):
            return value
        self.refuse(path + key, "is required and must be an object" if value is None else "must be an object")
        return None

    def text(self, source: Document, key: str, path: str) -> str:
        """A line of text that must be there."""
        return self.line(source.get(key), path + key)

    def optional_text(self, source: Document, key: str, path: str) -> str | None:
        """A line of text, or nothing."""
        value = source.get(key)
        return None if value is None else self.line(value, path + key)

    def line(self, value: object, field: str) -> str:
        """One printable line that is not empty."""
        if (
            isinstance(value, str)
            and value.isprintable()
            and 0 < len(value) <= _LONGEST_TEXT
            and value.strip()
        ):
            return value
        self.refuse(
            field,
            f"is required: one line of text, at most {_LONGEST_TEXT} characters"
            if value is None
            else f"must be one line of printable text, 1 to {_LONGEST_TEXT} characters",
        )
        return ""

    def choice(self, value: object, field: str, allowed: Collection[str]) -> str:
        """One of a closed list of words."""
        if isinstance(value, str) and value in allowed:
            return value
        problem = "must be one of " + ", ".join(allowed)
        self.refuse(field, "is required and " + problem if value is None else problem)
        return ""

    def whole(self, value: object, field: str, least: int) -> int:
        """A whole number of at least ``least``."""
        if type(value) is int and value >= least:
            return value
        self.refuse(field, f"must be a whole number, {least} or more")
        return least

    def day(self, value: object, field: str) -> date:
        """A calendar date, YYYY-MM-DD."""
        if isinstance(value, str) and _DATE.fullmatch(value):
            try:
                day = date.fromisoformat(value)
            except ValueError:
                self.refuse(field, "is not a day of the calendar; write YYYY-MM-DD")
                return FIRST_DAY
            if FIRST_DAY <= day <= LAST_DAY:
                return day
            self.refuse(field, f"must lie between {FIRST_DAY} and {LAST_DAY}")
            return FIRST_DAY
        problem = "must be a date, YYYY-MM-DD"
        self.refuse(field, "is required and " + problem if value is None else problem)
        return FIRST_DAY

    def moment(self, value: object, field: str) -> datetime:
        """A time with its offset (RFC 3339)."""
        if not isinstance(value, str) or not _TIME.fullmatch(value):
            self.refuse(field, _moment_problem(value))
            return NO_MOMENT
        try:
            moment = datetime.fromisoformat(value.upper())
        except ValueError:
            self.refuse(field, "is not a moment of the calendar; write e.g. 2026-11-20T14:05:00-04:00")
            return NO_MOMENT
        if not FIRST_DAY <= moment.date() <= LAST_DAY:
            self.refuse(field, f"must lie between {FIRST_DAY} and {LAST_DAY}")
        return moment

    def number(self, value: object, field: str, least: int, most: int, unit: str) -> Decimal:
        """An exact decimal from a JSON number, within its range."""
        number = as_decimal(value) if not isinstance(value, str) else None
        if number is not None and least <= number <= most:
            return number
        problem = f"must be a number of {unit}, {least} to {most}"
        self.refuse(field, "is required and " + problem if value is None else problem)
        return Decimal(least)


def _moment_problem(value: object) -> str:
    if isinstance(value, str) and _LOCAL_TIME.fullmatch(value):
        return "lacks its offset from UTC; write e.g. 2026-11-20T14:05:00-04:00"
    problem = "must be a time with its offset, e.g. 2026-11-20T14:05:00-04:00"
    return "is required and " + problem if value is None else problem


def as_decimal(value: object) -> Decimal | None:
    """A JSON number, or a text in plain decimal notation, as an exact decimal; None when it is neither."""
    if isinstance(value, str):
        return Decimal(value) if _DECIMAL.fullmatch(value) else None
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    try:
        number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    except InvalidOperation:
        return None
    if not number.is_finite() or len(str(number)) > _LONGEST_NUMBER or _decimals(number) > _MOST_DECIMALS:
        return None
    return number


def _decimals(number: Decimal) -> int:
    """Places behind the point, in plain notation: 1e-400 has four hundred."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0

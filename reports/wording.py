"""The sentences of the letters as data, one file per language; numbers, dates and times in that language."""

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import resources
from app.errors import InvalidInput
from app.typed_numbers import typed
from reports.blocks import Span, Words, plain_text

FORMAT = "dictamen.letters/1"

PUERTO_RICO = timedelta(hours=-4)
"""Atlantic Standard Time all year: Puerto Rico has no daylight-saving time."""

_STRONG = re.compile(r"\*\*(.+?)\*\*")
_NOON = 12


@dataclass(frozen=True)
class Wording:
    """One language's sentences.

    Attributes:
        language: ``en`` or ``es``.
        locale: with the country, for the PDF's language attribute.
        sha256: of the file, lower-case hexadecimal.
        sentences: by dotted key, with ``{placeholders}`` and ``**bold**`` marks.
        lists: month and weekday names.
    """

    language: str
    locale: str
    sha256: str
    sentences: Mapping[str, str]
    lists: Mapping[str, Sequence[str]]

    def words(self, key: str, **values: object) -> Words:
        """A sentence with its values filled in; a value is never read as a bold mark."""
        return tuple(Span(part.text.format_map(values), part.strong) for part in _spans(self.sentences[key]))

    def text(self, key: str, **values: object) -> str:
        """A sentence with its values filled in, without emphasis."""
        return plain_text(self.words(key, **values))

    def joined(self, items: Sequence[str]) -> str:
        """An enumeration: ``a, b and c``."""
        if len(items) <= 1:
            return "".join(items)
        return self.sentences["list.comma"].join(items[:-1]) + self.sentences["list.and"] + items[-1]

    def full_date(self, day: date) -> str:
        """A date with the month in letters."""
        month = self.lists["calendar.months"][day.month - 1]
        return self.text("calendar.date", day=day.day, month=month, year=day.year)

    def short_date(self, day: date) -> str:
        """Day and short month, for narrow columns beside a full date."""
        month = self.lists["calendar.short_months"][day.month - 1]
        return self.text("calendar.short_date", day=day.day, month=month)

    def deadline(self, day: date) -> str:
        """A date with its weekday."""
        weekday = self.lists["calendar.weekdays"][day.weekday()]
        return self.text("calendar.deadline", weekday=weekday, date=self.full_date(day))

    def moment(self, at: datetime, *, weekday: bool = False) -> str:
        """Date and time, with the zone: Puerto Rico time by name, any other by its offset."""
        day = self.deadline(at.date()) if weekday else self.full_date(at.date())
        return self.text("calendar.moment", date=day, time=self._time(at))

    def _time(self, at: datetime) -> str:
        clock = f"{(at.hour - 1) % _NOON + 1}:{at.minute:02d}"
        half = "calendar.morning" if at.hour < _NOON else "calendar.afternoon"
        time = self.text(half, clock=clock)
        if at.utcoffset() == PUERTO_RICO:
            return self.text("calendar.local_time", time=time)
        return self.text("calendar.other_time", time=time, offset=at.isoformat()[-6:])

    def percent(self, share: Decimal) -> str:
        """A share of one in percent."""
        return self.text("value.percent", percent=typed(share * 100))


def amount(value: Decimal, unit: str) -> str:
    """An amount with its unit, as ``typed`` writes numbers."""
    return f"{typed(value)} {unit}"


def _spans(sentence: str) -> list[Span]:
    # re.split with one group alternates: outside, inside, outside, …
    parts = _STRONG.split(sentence)
    return [Span(part, bool(place % 2)) for place, part in enumerate(parts) if part]


@cache
def wording(language: str) -> Wording:
    """The shipped sentences of a language."""
    return load_wording(resources.path("letters", f"{language}.toml"))


def load_wording(source: Path) -> Wording:
    """Read one language's file.

    Raises:
        InvalidInput: it cannot be read, or is no such file.
    """
    try:
        data = source.read_bytes()
        top = tomllib.loads(data.decode())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidInput("", f"is not a readable letter file ({error})", str(source)) from error
    if top.get("format") != FORMAT:
        raise InvalidInput("format", f"must be {FORMAT}", str(source))
    sections = {name: table for name, table in top.items() if isinstance(table, dict)}
    entries = {f"{name}.{key}": value for name, table in sections.items() for key, value in table.items()}
    return Wording(
        language=top["language"],
        locale=top["locale"],
        sha256=hashlib.sha256(data).hexdigest(),
        sentences={key: value for key, value in entries.items() if isinstance(value, str)},
        lists={key: value for key, value in entries.items() if isinstance(value, list)},
    )

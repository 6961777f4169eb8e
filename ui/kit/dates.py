"""Dates and times as people read them here, ``24-Nov-2026`` and ``09:11``, whatever the computer's settings.

Months are written in the language of the screen and read in English and Spanish.
"""

import re
from datetime import date, datetime, time

from app.errors import InvalidInput
from ui.kit.words import tr

_READ_MONTHS = {
    name: number
    for names in (
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "january february march april may june july august september october november december",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    )
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, "set": 9, "setiembre": 9}
_NAMED = re.compile(r"(\d{1,2})[\s./-]+([^\W\d_]+)\.?[\s./-]+(\d{4})")
_NUMBERED = re.compile(r"(\d{1,2})[\s./-](\d{1,2})[\s./-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_TIME = re.compile(r"(\d{1,2})[:.h]?(\d{2})")
_LAST_MONTH, _HOURS, _MINUTES = 12, 24, 60


def show_date(day: date, *, weekday: bool = False) -> str:
    """The date as ``24-Nov-2026``, or ``Tue 24-Nov-2026``."""
    months = tr("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec").split()
    written = f"{day.day:02}-{months[day.month - 1]}-{day.year:04}"
    if not weekday:
        return written
    return f"{tr('Mon Tue Wed Thu Fri Sat Sun').split()[day.weekday()]} {written}"


def show_time(moment: datetime | time) -> str:
    """The time on the 24-hour clock, ``09:11``."""
    return f"{moment:%H:%M}"


def read_date(text: str) -> date:
    """The date that was typed: ``10-Nov-2026``, ``2026-11-10`` or ``11/24/2026`` (which reads in one way).

    Raises:
        InvalidInput: it is no date, or day and month could be either way round.
    """
    typed = text.strip()
    if found := _ISO.fullmatch(typed):
        return _real(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(typed):
        month = _READ_MONTHS.get(found[2].casefold())
        if month is None:
            problem = tr("There is no month called {0}. Type it as 10-Nov-2026.")
            raise InvalidInput("", problem.format(found[2]))
        return _real(int(found[3]), month, int(found[1]))
    if found := _NUMBERED.fullmatch(typed):
        return _numbered(int(found[1]), int(found[2]), int(found[3]))
    raise InvalidInput("", tr("This is not a date. Type it as 10-Nov-2026."))


def read_time(text: str) -> time:
    """The time that was typed on the 24-hour clock: ``09:11``, ``9.11`` or ``0911``.

    Raises:
        InvalidInput: it is no time of the 24-hour clock.
    """
    found = _TIME.fullmatch(text.strip())
    if found is None or int(found[1]) >= _HOURS or int(found[2]) >= _MINUTES:
        raise InvalidInput("", tr("This is not a time. Type it as 14:05, on the 24-hour clock."))
    return time(int(found[1]), int(found[2]))


def _numbered(first: int, second: int, year: int) -> date:
    if first <= _LAST_MONTH and second <= _LAST_MONTH and first != second:
        problem = tr("This can be read as {0} or as {1}. Type the month by name.")
        readings = (show_date(_real(year, first, second)), show_date(_real(year, second, first)))
        raise InvalidInput("", problem.format(*readings))
    month, day = (second, first) if first > _LAST_MONTH else (first, second)
    return _real(year, month, day)


def _real(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidInput("", tr("There is no such day in the calendar. Type it as 10-Nov-2026.")) from None

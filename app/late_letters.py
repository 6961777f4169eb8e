"""Signed letters that did not go out on their day, so that they have to be dated anew."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.casebook import Casebook, EventKind
from app.errors import DictamenError
from app.post import Post
from app.signed_letters import LETTER_KIND

LOOKED_BACK = 30
"""Days for which letters are looked at: an older one that lies about is found in its case."""


class LateLetter(NamedTuple):
    """A letter that stands and did not go out on its day."""

    number: str
    case_id: str
    day: date


def late_letters(casebook: Casebook, now: datetime) -> tuple[LateLetter, ...]:
    """The letters of the last days that have to be dated anew, the oldest first.

    One whose case cannot be read is left out; the check of the casebook tells of it.

    Args:
        casebook: open.
        now: with its offset; what day it is, a plan's own time says.
    """
    found = []
    for back in range(LOOKED_BACK, -2, -1):
        day = now.date() - timedelta(days=back)
        for number, case_id in sorted(_signed_on(casebook, day).items()):
            with suppress(DictamenError):
                if not _went_out(casebook, number, case_id) and Post(casebook, case_id).late(number, now):
                    found.append(LateLetter(number, case_id, day))
    return tuple(found)


def _signed_on(casebook: Casebook, day: date) -> dict[str, str]:
    """The cases of the letters of a day, by the letters' numbers."""
    rows = (row for row in casebook.matching("day", day.isoformat()) if row.kind == LETTER_KIND)
    return {str(row.cover["number"]): str(row.cover["about"]) for row in rows}


def _went_out(casebook: Casebook, number: str, case_id: str) -> bool:
    """Whether the letter was dispatched: asked first, as most were and no case need be judged for it."""
    details = (
        event.document.get("detail")
        for event in casebook.events.about(case_id)
        if event.action == EventKind.LETTER_DISPATCHED
    )
    return any(isinstance(detail, dict) and detail.get("letter") == number for detail in details)

"""Single values of a case in words: codes, dates and moments."""

from datetime import date, datetime

from app.history_words import known, say


def value_words(field: str, value: str, language: str) -> str:
    """A text value in words, by the last part of its path; as it is kept where it is no code, day or moment.

    Args:
        field: ``outcome``, ``kind``, ``start_date``.
        value: as kept.
        language: of the words.
    """
    code = f"value.{field}.{value}"
    if known(code):
        return say(code, language)
    return _day(value, language) or _moment(value, language) or value


def _day(text: str, language: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return ""
    return _written(day, language) if day.isoformat() == text else ""


def _moment(text: str, language: str) -> str:
    """A moment with its offset, by the clock of this computer, as everywhere on the screen."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if at.tzinfo is None or "T" not in text:
        return ""
    local = at.astimezone()
    return f"{_written(local.date(), language)} {local:%H:%M:%S}"


def _written(day: date, language: str) -> str:
    month = say("value.months", language).split()[day.month - 1]
    return f"{day.day:02}-{month}-{day.year:04}"

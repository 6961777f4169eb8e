"""What a letter says as facts, whatever its language: dates, times, amounts, codes, phones and lines."""

import re
from collections import Counter
from functools import partial

from reports.wording import wording

_LINES = re.compile(r"\b[A-Z](?:\.(?:[ivx]+|[A-Z]|\d))+\b")
_NUMBERS = re.compile(r"(?:[A-Z]+-)*[A-Za-z]*\d(?:[\w.:-]*\w)?(?: (?:mg/m²|mg|cm|kg|m²|%))?")
_JOINED = re.compile(r"(?<=\d)-[a-z]+\b")  # CD22-positive is in Spanish: positivo para CD22
_TIMES = re.compile(r"\b(\d{1,2}:\d\d) ([ap])\.m\.")


def facts_said(text: str, language: str) -> Counter[str]:
    """Each fact with how often the text says it.

    Dates become ISO 8601 and times lose their language, so that two languages can be compared; all else that
    has a digit in it counts as it stands.
    """
    for pattern, order in _dates(language):
        text = pattern.sub(partial(_iso, language, order), text)
    text = _JOINED.sub("", _TIMES.sub(r"\1\2", text))
    found = Counter(_LINES.findall(text))
    found.update(match.rstrip(".") for match in _NUMBERS.findall(_LINES.sub(" ", text)))
    return found


def _dates(language: str) -> list[tuple[re.Pattern[str], str]]:
    months = "|".join(wording(language).lists["calendar.months"])
    short = "|".join(wording(language).lists["calendar.short_months"])
    if language == "en":
        return [
            (re.compile(rf"\b(?P<month>{months}) (?P<day>\d{{1,2}}), (?P<year>\d{{4}})"), "months"),
            (re.compile(rf"\b(?P<month>{short}) (?P<day>\d{{1,2}})\b"), "short_months"),
        ]
    return [
        (re.compile(rf"\b(?P<day>\d{{1,2}}) de (?P<month>{months}) de (?P<year>\d{{4}})"), "months"),
        (re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{short})\b"), "short_months"),
    ]


def _iso(language: str, names: str, found: re.Match[str]) -> str:
    month = list(wording(language).lists[f"calendar.{names}"]).index(found["month"]) + 1
    year = found.groupdict().get("year") or "0000"
    return f"{year}-{month:02d}-{int(found['day']):02d}"

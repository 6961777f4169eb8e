"""Where a line may not break: inside an amount with its unit, a date, a time, or a drug's name."""

import re
from collections.abc import Sequence
from html import escape
from typing import NamedTuple
from unicodedata import normalize

from reports.blocks import Span, Words, words

NBSP = "\u00a0"

_UNITS = "mg/m²|mg/kg|mg|mL|mcg|cm|kg|m²|g/dL|%|a\\.m\\.|p\\.m\\."
_COUNTED = "billing|units?|vials?|doses?|days?|hours?|unidad(?:es)?|vial(?:es)?|dosis|días?|horas?"
_CREDENTIALS = "MD|DO|RN|NP|PA|APRN|DNP|PharmD|RPh|PhD"

_UNBROKEN = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})(?:\W|$))"  # an amount or a time
    rf"|(?<=\d) (?=(?:{_COUNTED})\b)|(?<=\d billing) (?=units?\b)"  # 35 billing units
    r"|(?<=[A-Za-zñ][a-zñ]{2}) (?=\d{1,2}, \d{4})"  # November 30, May 2
    r"|(?:(?<=[a-z] \d,)|(?<=[a-z] \d\d,)) (?=\d{4}\b)"  # 30, 2026
    r"|(?<=\d) (?=de [a-z]+ de \d)|(?<=\d de) (?=[a-z]+ de \d)"  # 30 de noviembre
    r"|(?<=[a-z]{4}) (?=de \d{4}\b)|(?<=[a-z]{4} de) (?=\d{4}\b)"  # noviembre de 2026
    r"|(?<=day,) (?=[A-Z][a-z]+ \d)|(?<=[a-z][os],) (?=\d{1,2} de [a-z]+ de \d)"  # Monday, January 25
    r"|(?<=[Dd]ay) (?=\d)|(?<=[Dd]ía) (?=\d)|(?<=[Dd]ays) (?=\d)|(?<=[Dd]ías) (?=\d)"  # day 8
    r"|(?<=[Cc]ycle) (?=\d)|(?<=[Cc]iclo) (?=\d)"
    r"|(?<=\d and) (?=\d{1,2}\b)|(?<=\d y) (?=\d{1,2}\b)"  # days 8 and 15
    r"|(?<=NDC) (?=\d)|(?<=NPI) (?=\d)"
    r"|(?<=Puerto) (?=Rico\b)|(?<=Puerto Rico) (?=time\b)"
    r"|(?<=hora) (?=de Puerto\b)|(?<=hora de) (?=Puerto\b)"
    rf"|(?<=[a-zñáéíóú],) (?=(?:{_CREDENTIALS})\b)"  # Peña, MD
)


# A longer word fills its line well enough, and two of them bound would leave a hole in the line above.
_SHORT_WORD = 12
_BOUND = re.compile(r"\d{4}|-")

# A power of ten. The font has no raised digits, so the exponent is set small and high.
_POWER = re.compile(r"(?<=10)\^(-?\d+)")
# The caret stays in the text, too small to be seen: who copies the page or hears it read gets 10^9, not 109.
_RAISED = r'<font size="1" color="white">^</font><super rise="33%" size="70%">\1</super>'


class Typing(NamedTuple):
    """How words are set.

    Attributes:
        names: that no line break may part.
        raises_powers: whether the exponent of a power of ten is raised.
    """

    names: Sequence[str] = ()
    raises_powers: bool = False


PLAIN = Typing()


def bound(text: str, names: Sequence[str]) -> str:
    """The text with non-breaking spaces where no line may break.

    A letter typed as a plain one and an accent becomes the one sign that the font has for both.
    """
    text = normalize("NFC", text)
    for name in names:
        text = text.replace(name, name.replace(" ", NBSP))
    return _UNBROKEN.sub(NBSP, text)


def ended(content: Words) -> Words:
    """Words whose last two stay on one line, so that no short word ends a paragraph alone.

    A year and a code are bound by their own rules, or by none.
    """
    *front, last = content
    before, space, word = last.text.rpartition(" ")
    if not space or not before.strip() or not 0 < len(word) <= _SHORT_WORD or _BOUND.search(word):
        return content
    return (*front, last._replace(text=f"{before}{NBSP}{word}"))


def markup(content: Words | str, typing: Typing) -> str:
    """Words as reportlab's paragraph markup; what stands in them is never read as markup."""
    parts = words(content) if isinstance(content, str) else content
    return "".join(_marked(part, typing) for part in parts)


def _marked(part: Span, typing: Typing) -> str:
    text = escape(bound(part.text, typing.names), quote=False)
    if typing.raises_powers:
        text = _POWER.sub(_RAISED, text.replace(" ×10^", f"{NBSP}×10^"))  # noqa: RUF001 - as printed
    return f"<b>{text}</b>" if part.strong else text

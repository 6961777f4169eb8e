"""Where a line may not break: inside an amount with its unit, a date, a time, or a drug's name."""

import re
from collections.abc import Sequence
from html import escape

from reports.blocks import Span, Words, words

NBSP = "\u00a0"

_UNBROKEN = re.compile(
    r"(?<=\d) (?=(?:mg/m²|mg|mL|cm|kg|m²|%|a\.m\.|p\.m\.)(?:\W|$))"  # an amount or a time
    r"|(?<=[a-zñ]{3}) (?=\d{1,2}, \d{4})"  # November 30, 2026
    r"|(?<=\d) (?=de [a-z]+ de \d)|(?<=\d de) (?=[a-z]+ de \d)"  # 30 de noviembre de 2026
    r"|(?<=[Dd]ay) (?=\d)|(?<=[Dd]ía) (?=\d)"  # day 8
    r"|(?<=cycle) (?=\d)|(?<=ciclo) (?=\d)"
    r"|(?<=NDC) (?=\d)|(?<=NPI) (?=\d)"
)


def bound(text: str, names: Sequence[str]) -> str:
    """The text with non-breaking spaces where no line may break."""
    for name in names:
        text = text.replace(name, name.replace(" ", NBSP))
    return _UNBROKEN.sub(NBSP, text)


def markup(content: Words | str, names: Sequence[str]) -> str:
    """Words as reportlab's paragraph markup; what stands in them is never read as markup."""
    parts = words(content) if isinstance(content, str) else content
    return "".join(_marked(part, names) for part in parts)


def _marked(part: Span, names: Sequence[str]) -> str:
    text = escape(bound(part.text, names), quote=False)
    return f"<b>{text}</b>" if part.strong else text

"""Decimal numbers as people type and read them."""

import re
from decimal import Decimal

from app.errors import InvalidInput
from ui.kit.words import tr

_DECIMAL = re.compile(r"\d{1,9}(?:\.\d{1,6})?|\.\d{1,6}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?")


def read_number(text: str) -> Decimal:
    """The number that was typed, with a point for decimals; ``1,000`` is a thousand.

    Raises:
        InvalidInput: it is no plain number, or a comma stands where it could be a decimal mark.
    """
    typed = text.strip()
    if _GROUPED.fullmatch(typed):
        return Decimal(typed.replace(",", ""))
    if _DECIMAL.fullmatch(typed):
        return Decimal(typed)
    if "," in typed:
        raise InvalidInput("", tr("Use a point for decimals, as in 1.5."))
    raise InvalidInput("", tr("This is not a number. Type it as 1.5."))


def show_number(number: Decimal) -> str:
    """The number with a leading zero, no trailing zeros, commas from 1,000: ``0.94``, ``1.5``, ``1,250``."""
    plain = f"{number:,f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain

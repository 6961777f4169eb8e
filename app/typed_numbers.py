"""How numbers are typed for people: the same in every language, so that no dose can be read as another one.

The rules are those of the Institute for Safe Medication Practices for doses: a zero before a decimal point,
none at the end, a comma in 1,000 and above. The point parts decimals in Spanish too, as is usual in Puerto
Rico.
"""

import re
from decimal import Decimal

_PHONE = re.compile(r"\+?1?\d{10}")
_BETWEEN_DIGITS = re.compile(r"[\s().-]+")


def typed(number: Decimal | int) -> str:
    """A number as it is printed: ``0.5``, ``12``, ``1,504.25``."""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,d}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def typed_phone(text: str) -> str:
    """A North American phone number in one pattern, ``1-787-555-0142``; any other as it was typed."""
    digits = _BETWEEN_DIGITS.sub("", text)
    if not _PHONE.fullmatch(digits):
        return text
    area, exchange, line = digits[-10:-7], digits[-7:-4], digits[-4:]
    return f"1-{area}-{exchange}-{line}"

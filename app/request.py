"""Who asks for what, for whom: the request as it came in, and the identifiers on it."""

import re
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from app.policy import Purpose

# Medicare Beneficiary Identifier: position by position, letters without S L O I B Z (CMS, MBI format).
_MBI_LETTER = "AC-HJKMNP-RT-Y"
_MBI = (
    f"[1-9][{_MBI_LETTER}][{_MBI_LETTER}0-9][0-9][{_MBI_LETTER}][{_MBI_LETTER}0-9][0-9]"
    f"[{_MBI_LETTER}]{{2}}[0-9]{{2}}"
)
_NPI = "[12][0-9]{9}"

# What the prefix 80840 of the card number adds to the Luhn sum of an NPI (CMS, NPI check digit).
_NPI_PREFIX_SUM = 24


class Priority(StrEnum):
    """How fast the decision is asked for."""

    STANDARD = "standard"
    EXPEDITED = "expedited"


class AuthorizationRequest(NamedTuple):
    """The request.

    Attributes:
        received_at: with the offset of the place that received it.
        start_date: first treatment day asked for.
        cycle: number of the cycle over the member's whole course, whoever paid.
        extension: why cycle 1 needs 28 days (a value of the policy's extensions), or None.
        doses_mg: mg asked for, one per treatment day, exactly as written; None when not stated.
        treatment_dates: the day of each dose as planned, in their order; None when not stated.
    """

    purpose: Purpose
    priority: Priority
    received_at: datetime
    line_of_business: str
    start_date: date
    cycle: int
    cycles_requested: int
    extension: str | None
    hcpcs: str | None
    icd10: tuple[str, ...]
    doses_mg: tuple[Decimal, ...] | None
    treatment_dates: tuple[date, ...] | None = None


class Member(NamedTuple):
    """The person who is to be treated. ``language`` is the language of the letters."""

    member_id: str
    given_name: str
    family_name: str
    birth_date: date
    language: str
    address: tuple[str, ...] = ()
    mbi: str | None = None

    @property
    def full_name(self) -> str:
        """Given names, then both surnames as entered."""
        return f"{self.given_name} {self.family_name}"

    def age_on(self, day: date) -> int:
        """Completed years on a day."""
        before_birthday = (day.month, day.day) < (self.birth_date.month, self.birth_date.day)
        return day.year - self.birth_date.year - before_birthday


class Prescriber(NamedTuple):
    """The prescriber as the request names them."""

    name: str
    npi: str
    phone: str | None = None


class Measurements(NamedTuple):
    """Height in cm, weight in kg, and the day they were taken where it is known.

    The height is None only where the policy does not dose by body surface area.
    """

    height_cm: Decimal | None
    weight_kg: Decimal
    measured_on: date | None = None


def npi_is_valid(npi: str) -> bool:
    """Ten digits, first 1 or 2, Luhn check digit over 80840 + NPI (CMS)."""
    if not re.fullmatch(_NPI, npi):
        return False
    total = _NPI_PREFIX_SUM
    for place, digit in enumerate(map(int, npi)):
        # the digits of the doubled number are added: 2 x 7 = 14 counts 1 + 4
        total += digit if place % 2 else sum(divmod(digit * 2, 10))
    return total % 10 == 0


def mbi_is_valid(mbi: str) -> bool:
    """Eleven characters of the form that CMS gives; without dashes."""
    return re.fullmatch(_MBI, mbi) is not None

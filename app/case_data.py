"""One request with everything that is known about it, as the core judges it; ``app.case_file`` reads it."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.facts import Answer, Evidence
from app.laboratory import Laboratory
from app.policy import Policy
from app.request import AuthorizationRequest, Measurements, Member, Prescriber


class Amends(NamedTuple):
    """The approval of a first cycle that this request makes longer.

    Attributes:
        case_id: of the approved case.
        letter_number: of the letter that approved it.
        last_day: on which that approval ends.
    """

    case_id: str
    letter_number: str
    last_day: date


class CaseFile(NamedTuple):
    """One request for authorization with everything that is known about it.

    Attributes:
        amends: the approval that this request makes longer; None for any other request.
        other_payer_cycles: cycles that another plan paid for, 0 for none; None while nobody asked.
    """

    case_id: str | None
    title: str | None
    policy: Policy
    request: AuthorizationRequest
    member: Member
    prescriber: Prescriber
    measurements: Measurements | None
    evidence: tuple[Evidence, ...]
    answers: Mapping[str, Answer]
    laboratory: Laboratory | None = None
    amends: Amends | None = None
    other_payer_cycles: int | None = None

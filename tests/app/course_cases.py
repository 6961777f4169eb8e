"""A member's course as cases in a casebook, decided without the cost of a signed letter."""

from datetime import date, datetime, timedelta
from typing import Any

from app.casebook import Casebook
from app.course import Course, course_of
from app.desk import OpenCase, add_case, open_case
from app.determination import Outcome, determine
from tests.app.case_documents import Document, changed, continuation_case, valid_case
from tests.app.desk_fixtures import PHYSICIAN

START = date(2026, 11, 30)
OTHER_MBI = "2EG4TE5MK73"


def first_cycle(*steps: tuple[str, object]) -> Document:
    """Cycle 1 from 2026-11-30, approved as asked."""
    return _unnamed(changed(valid_case(), *steps))


def later_cycle(cycle: int, start: date, *steps: tuple[str, object]) -> Document:
    """A continuation without a transplant, in CR, approved as asked."""
    document = _unnamed(continuation_case())
    document["request"] |= {
        "cycle": cycle,
        "start_date": start.isoformat(),
        "received_at": f"{start - timedelta(days=5)}T09:00:00-04:00",
    }
    if cycle > 4:
        document["answers"]["response_cycle"] = {"value": 2}
    return changed(document, *steps)


def _unnamed(document: Document) -> Document:
    del document["case_id"]
    return document


def somebody_else(document: Document, **member: object) -> Document:
    """The same request for another person."""
    others = {
        "member_id": "M00099999",
        "given_name": "Luz",
        "family_name": "Ejemplo Otra",
        "birth_date": "1970-01-01",
        "mbi": OTHER_MBI,
    }
    document["member"] |= {**others, **member}
    return document


def waiting(casebook: Casebook, document: Document) -> OpenCase:
    """An open case, kept."""
    return open_case(casebook, add_case(casebook, document).case_id)


def decided(
    casebook: Casebook,
    document: Document,
    number: str,
    outcome: Outcome = Outcome.APPROVE,
    **how: Any,
) -> OpenCase:
    """A case decided by a physician, under a letter of this number."""
    case = waiting(casebook, document)
    review = case.judgment.review
    assert review is not None
    at = how.get("at") or datetime.fromisoformat(str(document["request"]["received_at"])) + timedelta(hours=1)
    reason = None if outcome.value == review.recommendation else "As discussed with the prescriber."
    case.keep_letter(determine(review, outcome, PHYSICIAN, at, reason), number, "es", b"%PDF sample")
    return case


def course_so_far(casebook: Casebook, case: OpenCase) -> Course:
    """The course as a case sees it."""
    return course_of(casebook, case.record, case.judgment, case.case_id)

"""The request for the cycle after an approved one: who and what is carried over, the rest is asked anew."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from app.case import CaseRecord, Judgment
from app.casebook import Casebook
from app.course import course_of
from app.desk import OpenCase, add_case, open_case
from app.determination import Outcome
from app.errors import DictamenError
from app.fields import Document
from app.policy import Purpose

MEASURED_WITHIN = timedelta(days=30)
"""Older height and weight are asked for anew: in a month the weight changes, and with it the dose."""

_KEPT = ("format", "policy", "member", "prescriber", "course")
_KEPT_OF_REQUEST = ("line_of_business", "hcpcs", "icd10")


def next_cycle_of(record: CaseRecord, judgment: Judgment) -> int | None:
    """The cycle that may be asked for next after a decided case; None unless it was approved."""
    decision = record.decision
    if decision is None or judgment.review is None or not Outcome(decision.outcome).authorizes:
        return None
    return judgment.request.cycle + judgment.review.period.cycles


def open_next_cycle(casebook: Casebook, case: OpenCase, received_at: datetime) -> OpenCase:
    """Keep and open the request for the cycle after an approved one.

    Raises:
        DictamenError: the case was not approved, or the next cycle is asked for or decided already.
    """
    cycle = next_cycle_of(case.record, case.judgment)
    if cycle is None:
        raise DictamenError("Only an approved cycle is followed by a next one.")
    asked = CaseRecord(next_cycle_document(case.record.case, cycle, received_at))
    course = course_of(casebook, asked, case.judgment, "")
    for other in (*course.waiting, *course.decided):
        if other.cycle == cycle and (other.outcome is None or other.is_approved):
            raise DictamenError(f"Cycle {cycle} of this member is there already: case {other.case_id}.")
    saved = add_case(casebook, asked.case, f"started cycle {cycle}")
    return open_case(casebook, saved.case_id)


def next_cycle_document(case: Document, cycle: int, received_at: datetime) -> dict[str, object]:
    """The beginnings of a continuation: who, what medicine, and height and weight where they are recent.

    Documents, answers, doses and the first treatment day are left to the new request's own papers.
    """
    before = case.get("request")
    request = before if isinstance(before, Mapping) else {}
    document: dict[str, object] = {key: case[key] for key in _KEPT if key in case}
    document["request"] = {
        **{key: request[key] for key in _KEPT_OF_REQUEST if key in request},
        "purpose": Purpose.CONTINUATION.value,
        "priority": "standard",
        "received_at": received_at.isoformat(timespec="seconds"),
        "cycle": cycle,
        "cycles_requested": 1,
    }
    if _is_recent(case.get("measurements"), received_at.date()):
        document["measurements"] = case["measurements"]
    return {**document, "evidence": [], "answers": {}}


def _is_recent(measurements: object, day: date) -> bool:
    taken = measurements.get("measured_on") if isinstance(measurements, Mapping) else None
    try:
        return isinstance(taken, str) and day - date.fromisoformat(taken) <= MEASURED_WITHIN
    except ValueError:
        return False

"""Dates of a record that no decision can rest on: those that lie after the day of the decision itself."""

from collections.abc import Iterator
from datetime import date, datetime

from app.case_data import CaseFile
from app.errors import InvalidInput


def check_dates(case: CaseFile, at: datetime) -> None:
    """Refuse a document or a measurement from the future; a case that is only judged knows no today.

    Args:
        case: with what is on the record.
        at: the time of the decision in the plan's zone.

    Raises:
        InvalidInput: naming the first date that is after both the receipt and the decision.
    """
    today = at.date()
    # a computer whose clock stands before the receipt cannot tell what lies ahead
    latest = max(today, case.request.received_at.date())
    for field, day in _dates(case):
        if day is not None and day > latest:
            raise InvalidInput(
                field, f"is {day}, after the day of the decision; it must be {today} or earlier"
            )


def _dates(case: CaseFile) -> Iterator[tuple[str, date | None]]:
    for place, document in enumerate(case.evidence):
        yield f"evidence[{place}].dated", document.dated
    if case.measurements is not None:
        yield "measurements.measured_on", case.measurements.measured_on
    if case.laboratory is not None:
        yield "laboratory.taken_on", case.laboratory.taken_on

"""What a case file says of the member's course: cycles that another plan paid for, and a letter it amends."""

from app.authorization import period_for
from app.case_data import Amends
from app.case_id import case_id_at
from app.fields import FIRST_DAY, Document, FieldReader
from app.policy import Policy
from app.request import AuthorizationRequest

_AMENDS_KEYS = frozenset(("case_id", "letter_number", "last_day"))
_COURSE_KEYS = frozenset(("other_payer_cycles",))


def read_amends(
    reader: FieldReader, document: Document, request: AuthorizationRequest, policy: Policy
) -> Amends | None:
    """The letter that is amended, or None; what it says must fit the request for a longer first cycle."""
    if document.get("amends") is None:
        return None
    source = reader.table(document, "amends", "") or {}
    path = "amends."
    reader.known_keys(source, path, _AMENDS_KEYS)
    amends = Amends(
        case_id=case_id_at(reader, source.get("case_id"), "amends.case_id"),
        letter_number=reader.text(source, "letter_number", path),
        last_day=reader.day(source.get("last_day"), "amends.last_day"),
    )
    if request.extension is None:
        reader.refuse(
            "amends", "needs a reason in request.extension: it makes an approved first cycle longer"
        )
    if request.cycles_requested != 1:
        reader.refuse("request.cycles_requested", "must be 1 where the case amends an approval")
    if amends.case_id and amends.case_id == document.get("case_id"):
        reader.refuse("amends.case_id", "is this case itself; name the case that was approved")
    _check_last_day(reader, amends, request, policy)
    return amends


def _check_last_day(
    reader: FieldReader, amends: Amends, request: AuthorizationRequest, policy: Policy
) -> None:
    if FIRST_DAY in {amends.last_day, request.start_date}:  # a day that could not be read
        return
    approved = period_for(policy.limits, request._replace(extension=None))
    if amends.last_day != approved.last_day:
        reader.refuse(
            "amends.last_day",
            f"must be {approved.last_day}, where a first cycle of {approved.days} days"
            f" from {approved.first_day} ends",
        )


def read_other_payer_cycles(reader: FieldReader, document: Document) -> int | None:
    """How many cycles another plan paid for, 0 for none; None while nobody asked."""
    if document.get("course") is None:
        return None
    source = reader.table(document, "course", "") or {}
    reader.known_keys(source, "course.", _COURSE_KEYS)
    value = source.get("other_payer_cycles")
    return None if value is None else reader.whole(value, "course.other_payer_cycles", 0)

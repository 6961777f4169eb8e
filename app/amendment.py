"""Making an approved first cycle longer afterwards: a case with a determination and a letter of its own.

The first approval is never touched. What the new case says of it is checked before it is signed.
"""

from datetime import datetime
from decimal import Decimal

from app.case import CaseRecord, Judgment, judge, record_from
from app.case_attachments import attached
from app.case_data import Amends
from app.case_json import storable
from app.casebook import Casebook, NoSuchCase
from app.desk import OpenCase, open_case
from app.determination import Outcome, authorized_cycle
from app.dosing import Extension
from app.earlier_cases import who_of
from app.errors import DictamenError
from app.review import Review


def extensions_for(record: CaseRecord, judgment: Judgment) -> tuple[Extension, ...]:
    """The reasons for which a decided case may become longer; none where it may not."""
    decision, review = record.decision, judgment.review
    if decision is None or review is None or not Outcome(decision.outcome).authorizes:
        return ()
    request = review.case.request
    is_short_first = request.cycle == 1 and request.extension is None
    return judgment.policy.limits.extensions if is_short_first else ()


def open_amendment(casebook: Casebook, case: OpenCase, reason: str, received_at: datetime) -> OpenCase:
    """Keep and open a case that makes the approved first cycle of another one longer.

    Args:
        casebook: where both are kept.
        case: the decided case.
        reason: a value of the policy's extensions.
        received_at: when the longer cycle was asked for, with its offset.

    Raises:
        DictamenError: the case cannot be amended, or an amendment of it is there already.
    """
    if reason not in {extension.value for extension in extensions_for(case.record, case.judgment)}:
        raise DictamenError("Only an approved first cycle of the usual length can be made longer.")
    if there := _other_amendment(casebook, case.case_id, but=""):
        raise DictamenError(there)
    document = storable(amendment_document(case, reason, received_at))
    # the documents are the same, and so are the files that they lie in
    record = CaseRecord(document, attachments=attached(case.record), spots=case.record.spots)
    saved = casebook.save(record.to_document(), action="opened an amendment")
    return open_case(casebook, saved.case_id)


def amendment_document(case: OpenCase, reason: str, received_at: datetime) -> dict[str, object]:
    """The case file of an amendment: everything as it was approved, but for the reason to make it longer.

    Raises:
        DictamenError: the case was not approved.
    """
    decision, review = case.record.decision, case.judgment.review
    if decision is None or review is None:
        raise DictamenError("Only a decided case can be amended.")
    before = case.record.case
    request = before["request"]
    kept = {key: value for key, value in before.items() if key not in {"case_id", "title"}}
    changed = {
        "priority": "standard",
        "received_at": received_at.isoformat(timespec="seconds"),
        "cycles_requested": 1,
        "extension": reason,
        "doses_mg": _doses_as_approved(review, Outcome(decision.outcome)),
    }
    return {
        **kept,
        "request": {**(request if isinstance(request, dict) else {}), **changed},
        "amends": {
            "case_id": case.case_id,
            "letter_number": decision.number,
            "last_day": review.period.last_day.isoformat(),
        },
    }


def _doses_as_approved(review: Review, outcome: Outcome) -> list[str] | None:
    """The authorized amounts, as the request's own where it stated any; the limit needs no stating."""
    if review.case.request.doses_mg is None:
        return None
    return [format(dose, "f") for dose in _authorized(review, outcome)]


def _authorized(review: Review, outcome: Outcome) -> list[Decimal]:
    cycle = authorized_cycle(review, outcome)
    return [day.authorized_mg for day in cycle.days] if cycle else []


# ---------------------------------------------------------------- before signing


def why_not_signed(casebook: Casebook, case: OpenCase) -> str | None:
    """Why an amendment does not fit the approval that it names, in one sentence; None for any other case."""
    review = case.judgment.review
    amends = review.case.amends if review else None
    if review is None or amends is None:
        return None
    try:
        first = record_from(casebook.get(amends.case_id).document)
    except NoSuchCase:
        return "This casebook does not hold the case that is amended; sign it where that case was decided."
    return _misfit(first, review, amends) or _other_amendment(casebook, amends.case_id, but=case.case_id)


def _misfit(first: CaseRecord, review: Review, amends: Amends) -> str | None:
    judgment, decision = judge(first.case), first.decision
    before = judgment.review
    if decision is None or before is None or not extensions_for(first, judgment):
        return "The case that is amended is not an approved first cycle of the usual length."
    member, asked = who_of(first.case), review.case
    if (member.member_id, judgment.policy.number) != (asked.member.member_id, asked.policy.number):
        return "The case that is amended is of another member or under another policy."
    named = amends._replace(letter_number=decision.number, last_day=before.period.last_day)
    if amends != named or asked.request.start_date != before.period.first_day:
        return f"The letter that approved the first cycle is {named.letter_number}, to {named.last_day}."
    kept, given = _authorized(before, Outcome(decision.outcome)), _authorized(review, Outcome.APPROVE)
    if any(now < then for then, now in zip(kept, given, strict=False)):
        return f"A dose is lower than letter {named.letter_number} approved; an amendment takes nothing away."
    return None


def _other_amendment(casebook: Casebook, case_id: str, but: str) -> str | None:
    """That the approval is amended already, or about to be, in one sentence."""
    others = [row for row in casebook.matching("amends", case_id) if row.case_id != but]
    for row in others:
        outcome = row.cover.get("outcome")
        if isinstance(outcome, str) and Outcome(outcome).authorizes:
            return f"This approval was made longer already, in case {row.case_id}."
    waiting = [row.case_id for row in others if row.cover.get("outcome") is None]
    return (
        f"An amendment of this approval is open already: case {waiting[0]}." if waiting and not but else None
    )

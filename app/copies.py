"""Whose copy of a letter it is, and when a copy may be marked as issued to the member."""

from enum import StrEnum

from app.outcome import Outcome


class Copy(StrEnum):
    """Whose copy a letter is.

    Members:
        BOTH: the plan's own copy of an approval: the member's page, then a clinical page.
        MEMBER: in plain words; for an adverse decision the plan's own form with a page before it.
        PRESCRIBER: with codes, doses, units and the policy's lines.
    """

    BOTH = "both"
    MEMBER = "member"
    PRESCRIBER = "prescriber"


def usual_copy(outcome: Outcome) -> Copy:
    """The copy that a letter is where nobody asked for another."""
    return Copy.BOTH if outcome is Outcome.APPROVE else Copy.PRESCRIBER


def copies_of(outcome: Outcome) -> tuple[Copy, ...]:
    """The copies that a decision can have."""
    return tuple(Copy) if outcome is Outcome.APPROVE else (Copy.MEMBER, Copy.PRESCRIBER)


def why_not_to_member(outcome: Outcome, copy: Copy, *, sample_form: bool) -> str | None:
    """Why a letter cannot be marked as issued to the member, in one sentence; None where it can.

    Args:
        outcome: what the letter says.
        copy: whose copy it is.
        sample_form: the member's notice was made on a sample form, which no plan may send.
    """
    if outcome.is_adverse and copy is not Copy.MEMBER:
        return (
            "This is the copy for the prescriber and the plan. An adverse decision goes to the member on"
            " the plan's own form only; make the member's copy and issue that."
        )
    if outcome.is_adverse and sample_form:
        return (
            "This notice is made on a sample form, which is no official one."
            " Put the plan's own form into its plan file first."
        )
    if not outcome.is_adverse and copy is Copy.PRESCRIBER:
        return "This is the prescriber's copy. Issue the member's copy to the member."
    return None

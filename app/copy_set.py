"""The set of copies that one signing makes, and what the plan's file lacks for them, told before signing."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from app.copies import Copy, usual_copy
from app.outcome import Outcome
from app.people import Role
from app.plan import Plan, plan
from app.plan_files import Wanted, missing_inserts
from app.review import Review


class CopyOf(NamedTuple):
    """One copy of a letter: whose, and in which language."""

    copy: Copy
    language: str


def copies_beside(review: Review, outcome: Outcome, day: date, itself: CopyOf) -> tuple[CopyOf, ...]:
    """Which copies belong to a letter beside the one that it is itself.

    The prescriber's speaks the plan's usual language, the member's their own and those in which the plan
    always writes to members. The member's notice of an adverse decision is among them where the plan has
    its form.

    Args:
        review: of the case.
        outcome: what the letter says.
        day: its date.
        itself: the copy that the letter is.
    """
    case_plan = plan(review.policy.plan)
    habits, line = case_plan.letters, review.case.request.line_of_business
    wanted = [CopyOf(Copy.PRESCRIBER, habits.prescriber_language)]
    if outcome is not Outcome.PEND or habits.member_copy_of_requests:
        wanted += [
            CopyOf(Copy.MEMBER, language)
            for language in dict.fromkeys([review.case.member.language, *habits.member_languages])
            if not outcome.is_adverse or case_plan.form_for(line, language, day) is not None
        ]
    return tuple(one for one in wanted if one != itself)


class Lacking(NamedTuple):
    """What the plan's file lacks for a set of copies, each in one sentence that names it.

    Attributes:
        notices: mandatory ones; whom the plan names may issue the letter without them, giving a reason.
        contacts: without which nobody may.
        may_waive: the roles that the plan names.
        forms: of the member's notice, whose approval ends soon or has ended; a warning.
    """

    notices: tuple[str, ...]
    contacts: tuple[str, ...]
    may_waive: tuple[str, ...]
    forms: tuple[str, ...]

    def may_go_without(self, role: Role) -> bool:
        """Whether a person of this role may issue the letter, if they say why."""
        return not self.contacts and role.value in self.may_waive


def lacking(review: Review, outcome: Outcome, at: datetime, language: str) -> Lacking:
    """What the plan's file lacks for a letter and its copies, signed at that time.

    Args:
        review: of the case.
        outcome: what the letter says.
        at: with its offset; the day is the plan's.
        language: of the letter itself.
    """
    case_plan = plan(review.policy.plan)
    day = at.astimezone(case_plan.zone).date()
    itself = CopyOf(usual_copy(outcome), language)
    line = review.case.request.line_of_business
    wanted = [
        Wanted(line, outcome, one.copy, one.language, day)
        for one in (itself, *copies_beside(review, outcome, day, itself))
    ]
    notices = _each_once(told for one in wanted for told in missing_inserts(case_plan.inserts, one))
    missing = _each_once(told for one in wanted for told in case_plan.missing(one))
    return Lacking(
        notices,
        tuple(told for told in missing if told not in notices),
        case_plan.letters.may_waive,
        _each_once(_form_warnings(case_plan, wanted)),
    )


def _form_warnings(case_plan: Plan, wanted: list[Wanted]) -> Iterable[str]:
    for one in wanted:
        form = case_plan.form_for(one.line, one.language, one.day)
        told = form.warning(one.day) if form and one.outcome.is_adverse and one.copy is Copy.MEMBER else None
        if told is not None:
            yield told


def _each_once(told: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(told))

"""What the choices at the end of a review are called, what each brings, and why one may not be used."""

from app.casebook import NotLetIn
from app.copies import Copy
from app.determination import Outcome, authorized_cycle, needs_reason, why_not
from app.errors import DictamenError
from app.logic import UNKNOWN
from app.people import Person, Role
from app.review import Review
from ui.language import app_words, error_words
from ui.review.desk import CaseDesk
from ui.review.draft import Choice
from ui.review.words import tr


def choices_for(person: Person) -> tuple[Choice, ...]:
    """The choices that a person sees, in their order: a reviewer refers, a physician returns."""
    hand_over = Choice.RETURN if person.role is Role.PHYSICIAN else Choice.REFER
    return Choice.APPROVE, Choice.APPROVE_IN_PART, Choice.DENY, Choice.PEND, hand_over


def title_of(choice: Choice) -> str:
    """The choice as its row names it."""
    return {
        Choice.APPROVE: tr("Approve"),
        Choice.APPROVE_IN_PART: tr("Approve in part"),
        Choice.DENY: tr("Deny"),
        Choice.PEND: tr("Ask for documents"),
        Choice.REFER: tr("Refer to a physician reviewer"),
        Choice.RETURN: tr("Return to the reviewer"),
    }[choice]


def action_of(choice: Choice | None) -> str:
    """What the page's filled button does for a choice."""
    if choice is None:
        return tr("Sign decision")
    actions = {
        Choice.APPROVE: tr("Sign approval"),
        Choice.APPROVE_IN_PART: tr("Sign partial approval"),
        Choice.DENY: tr("Sign denial"),
        Choice.PEND: tr("Sign request for documents"),
    }
    return actions.get(choice) or title_of(choice)


def outcome_words(outcome: str) -> str:
    """A signed outcome, as lists of letters name it."""
    return {
        Outcome.APPROVE: tr("Approval"),
        Outcome.APPROVE_IN_PART: tr("Partial approval"),
        Outcome.DENY: tr("Denial"),
        Outcome.PEND: tr("Request for documents"),
    }[Outcome(outcome)]


def language_words(language: str) -> str:
    """A language by its name."""
    return {"en": tr("English"), "es": tr("Spanish")}[language]


def copy_words(copy: str) -> str:
    """Whose copy a letter is."""
    return {
        Copy.BOTH: tr("Plan copy, both pages"),
        Copy.MEMBER: tr("Member's copy"),
        Copy.PRESCRIBER: tr("Prescriber's copy"),
    }[Copy(copy)]


def role_words(role: Role) -> str:
    """A role as people call it."""
    return {
        Role.REVIEWER: tr("Reviewer"),
        Role.PHYSICIAN: tr("Physician reviewer"),
        Role.ADMINISTRATOR: tr("Administrator"),
        Role.QA: tr("Quality assurance"),
    }[role]


def hint_of(choice: Choice, review: Review | None) -> str:
    """What a choice that may be used brings, or asks of the person."""
    if choice is Choice.REFER:
        return tr("With your note")
    if choice is Choice.RETURN:
        return tr("With your question")
    if choice is Choice.DENY:
        return tr("With a specific reason, printed on the notice")
    if choice is Choice.PEND:
        return tr("Keeps the case open; the clock runs")
    return _authorized(choice, review) if review else ""


def _authorized(choice: Choice, review: Review) -> str:
    outcome = Outcome(choice.value)
    cycle = authorized_cycle(review, outcome)
    units = cycle.units if cycle else 0
    if outcome is Outcome.APPROVE_IN_PART:
        return tr("What the policy allows: {0} cycle, {1} units").format(review.period.cycles, units)
    words = tr("As asked: {0} cycle, {1} units").format(review.case.request.cycles_requested, units)
    return tr("{0}. Give your reason").format(words) if needs_reason(review, outcome) else words


def refusal(choice: Choice, desk: CaseDesk) -> str:
    """Why the person may not use a choice on this case now; empty when they may."""
    person, review = desk.session.person, desk.judgment.review
    if desk.case.why_read_only:
        return app_words(desk.case.why_read_only)
    if not person.role.may_decide:
        return tr("Only a reviewer or a physician reviewer")
    held = _held(choice, desk)
    if held or choice.outcome is None:
        return held
    if review is None:
        return tr("The case is not complete yet")
    said = why_not(review, choice.outcome, person)
    return _why_not_words(review, choice.outcome, person, said) if said else ""


def _held(choice: Choice, desk: CaseDesk) -> str:
    """What a referral, or the want of one, forbids."""
    referral = desk.record.referral
    if referral is None:
        return tr("Nobody referred this case") if choice is Choice.RETURN else ""
    if desk.session.person.role is not Role.PHYSICIAN:
        return tr("The case is with a physician reviewer")
    return tr("Take the case over first") if referral.taken_by is None else ""


def _why_not_words(review: Review, outcome: Outcome, person: Person, said: str) -> str:
    """The rule's refusal in the few words that fit under a choice; its own sentence where none fit."""
    if not person.role.may_deny and (outcome.is_adverse or review.finding.status is not UNKNOWN):
        return tr("Only a physician reviewer")
    if review.finding.status is UNKNOWN:
        return tr("Criteria are still open")
    if review.size is None:
        weight = review.policy.dosing.area is None
        return tr("The weight is missing") if weight else tr("Height and weight are missing")
    if review.cycle is None:
        return tr("No response that counts, so no dose")
    if outcome is Outcome.APPROVE_IN_PART:
        return tr("Nothing asked for is above the limit")
    words = app_words(said)
    return words[:1].upper() + words[1:]


def signing_problem(error: DictamenError) -> str:
    """Why nothing was signed, for the person at the passphrase."""
    if isinstance(error, NotLetIn):
        return tr("This is not your passphrase. Nothing was signed; try again.")
    return tr("Nothing was signed: {0}").format(error_words(error))

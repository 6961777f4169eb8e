"""The pages of a review and how far each has come, from the facts alone. Knows no screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.case import CaseRecord, Judgment
from app.diagram import is_asked
from app.evaluation import Finding, decisive
from app.logic import MET, NOT_MET, Status
from app.policy import IfThenElse, Policy, Purpose, Question, Test
from app.regimen import Excess


class Page(StrEnum):
    """The pages of a review, in the order of the work."""

    REQUEST = "request"
    CRITERIA = "criteria"
    RESPONSE = "response"
    DOSE = "dose"
    DECISION = "decision"
    LETTER = "letter"


class Mark(StrEnum):
    """How far a page has come."""

    UNTOUCHED = "untouched"
    OPEN = "open"
    MET = "met"
    NOT_MET = "not_met"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Step:
    """One page with its mark."""

    page: Page
    mark: Mark


_OF_QUESTIONS = (Page.CRITERIA, Page.RESPONSE)
_REQUEST_FIELDS = (
    *("request", "member", "prescriber", "evidence", "amends", "course"),
    *("format", "policy", "case_id", "title"),
)


def pages(policy: Policy, purpose: Purpose) -> tuple[Page, ...]:
    """The pages that a purpose needs under a policy: no page of questions that asks nothing."""
    asking = {question.page for question in _questions(policy, purpose)}
    if purpose is Purpose.CONTINUATION and policy.response is not None:
        asking.add(Page.RESPONSE.value)  # the laboratory values are typed there
    return tuple(page for page in Page if page not in _OF_QUESTIONS or page.value in asking)


def pages_of(judgment: Judgment) -> tuple[Page, ...]:
    """The pages of a case as it stands."""
    return pages(judgment.policy, judgment.request.purpose)


def page_after(page: Page, judgment: Judgment) -> Page:
    """The page that follows in the work, also after one that the case no longer has; at last the letter."""
    order = list(Page)
    later = (one for one in pages_of(judgment) if order.index(one) > order.index(page))
    return next(later, Page.LETTER)


def steps(record: CaseRecord, judgment: Judgment) -> tuple[Step, ...]:
    """Every page of a case with its mark."""
    return tuple(Step(page, mark_of(page, record, judgment)) for page in pages_of(judgment))


def mark_of(page: Page, record: CaseRecord, judgment: Judgment) -> Mark:
    """The mark of one page."""
    if page is Page.REQUEST:
        here = [problem.field for problem in judgment.problems if _is_on_request(problem.field, judgment)]
        return Mark.OPEN if here else Mark.MET
    if page is Page.RESPONSE and any(_is_laboratory(problem.field) for problem in judgment.problems):
        return Mark.OPEN
    if page in _OF_QUESTIONS:
        return _mark_questions(page, judgment)
    if page is Page.DOSE:
        return _mark_dose(judgment)
    if record.decision is not None:
        return Mark.MET
    return Mark.OPEN if record.referral is not None and page is Page.DECISION else Mark.UNTOUCHED


def _is_on_request(field: str, judgment: Judgment) -> bool:
    """Whether the request page tells of a field; of laboratory values where no page of their own does."""
    if _is_laboratory(field):
        return Page.RESPONSE not in pages_of(judgment)
    return field.split(".", maxsplit=1)[0].partition("[")[0] in _REQUEST_FIELDS


def questions_on(page: Page, judgment: Judgment) -> tuple[Question, ...]:
    """The questions that a page shows now: those that are asked, or were answered."""
    asked = _questions(judgment.policy, judgment.request.purpose)
    cycle = judgment.request.cycle
    return tuple(
        question
        for question in asked
        if question.page == page.value and is_asked(question, judgment.answers, cycle)
    )


def _questions(policy: Policy, purpose: Purpose) -> tuple[Question, ...]:
    """The questions of a section's lines, and the one that chooses its doses, in the policy file's order."""
    wanted = {question.id for question in policy.questions_of(purpose)}
    if policy.dosing.response_fact is not None and _response_doses(policy, purpose):
        wanted.add(policy.dosing.response_fact)
    return tuple(question for question in policy.questions.values() if question.id in wanted)


def _response_doses(policy: Policy, purpose: Purpose) -> bool:
    """Whether a dose of this purpose can depend on the response; a first request asks for cycle 1."""
    return any(
        table.responses is not None and (purpose is Purpose.CONTINUATION or table.in_cycle(1))
        for table in policy.dosing.tables
    )


def _is_laboratory(field: str) -> bool:
    return field.split(".", maxsplit=1)[0] == "laboratory"


def _mark_questions(page: Page, judgment: Judgment) -> Mark:
    here = {question.id for question in questions_on(page, judgment)}
    if judgment.finding.status is NOT_MET:
        return Mark.NOT_MET if here & set(_decisive_facts(judgment)) else Mark.MET
    if here & {*judgment.openings.questions, *judgment.openings.documents}:
        return Mark.OPEN if here & judgment.answers.keys() else Mark.UNTOUCHED
    return Mark.MET


def _decisive_facts(judgment: Judgment) -> Iterator[str]:
    for leaf in decisive(judgment.finding):
        rule = leaf.criterion.rule
        if isinstance(rule, Test):
            yield rule.fact


def _mark_dose(judgment: Judgment) -> Mark:
    if judgment.finding.status is NOT_MET:
        return Mark.NOT_NEEDED
    if judgment.review is None or judgment.review.cycle is None:
        measured = judgment.review is not None and judgment.review.size is not None
        return Mark.OPEN if measured or judgment.answers else Mark.UNTOUCHED
    above = any(day.excess is Excess.ABOVE for day in judgment.review.cycle.days)
    return Mark.NOT_MET if above else Mark.MET


def next_open(record: CaseRecord, judgment: Judgment) -> Page:
    """The first page with something left to do; the decision when nothing is."""
    for step in steps(record, judgment):
        if step.mark in {Mark.OPEN, Mark.UNTOUCHED} and step.page is not Page.LETTER:
            return step.page
    return Page.LETTER if record.decision else Page.DECISION


class CardStatus(StrEnum):
    """How one question's card stands."""

    OPEN = "open"
    NO_DOCUMENT = "no_document"
    MET = "met"
    NOT_MET = "not_met"
    NOT_NEEDED = "not_needed"


def card_status(question: Question, judgment: Judgment) -> CardStatus:
    """How one question's card stands, beside the finding as a whole.

    An answer that fails its line counts as not met only where it carries the finding: with two ways to an
    approval, the way not taken is merely not needed.
    """
    answer = judgment.answers.get(question.id)
    if answer is None:
        return CardStatus.OPEN
    if question.documented and not answer.evidence:
        return CardStatus.NO_DOCUMENT
    if judgment.finding.status is NOT_MET and question.id in set(_decisive_facts(judgment)):
        return CardStatus.NOT_MET
    statuses = set(_statuses(question, judgment.finding))
    return CardStatus.MET if MET in statuses or not statuses else CardStatus.NOT_NEEDED


def _statuses(question: Question, finding: Finding) -> Iterator[Status]:
    """The findings of a question's tests; a condition only chooses a branch and is neither met nor missed."""
    parts = finding.parts
    if isinstance(finding.criterion.rule, IfThenElse):
        parts = parts[1:]
    for part in parts:
        yield from _statuses(question, part)
    rule = finding.criterion.rule
    if isinstance(rule, Test) and rule.fact == question.id:
        yield finding.status

"""Why no dose can be planned yet, and where the reviewer mends it."""

from typing import NamedTuple

from app.case import Judgment
from app.dosing import Dosing
from app.policy import Question
from app.route import Page, pages_of
from ui.review.words import tr


class DoseGap(NamedTuple):
    """What is missing, and the way there: a question's card where ``question`` names one, else the page."""

    text: str
    link: str
    page: Page
    question: str = ""


def dose_gap(judgment: Judgment, language: str) -> DoseGap | None:
    """The first thing that keeps a dose plan from being made; None when there is a plan."""
    if judgment.review is None:
        return _incomplete(judgment)
    if judgment.review.size is None:
        return _unmeasured(judgment.policy.dosing)
    response = judgment.policy.dosing.response_fact
    if judgment.review.cycle is None and response is not None:
        return _response_open(judgment, judgment.policy.questions[response], language)
    return None


def _unmeasured(dosing: Dosing) -> DoseGap:
    if dosing.area is None:
        text = tr("The weight is missing. Without it no dose can be computed or authorized.")
        return DoseGap(text, tr("Enter the weight"), Page.REQUEST)
    text = tr("Height and weight are missing. Without them no dose can be computed or authorized.")
    return DoseGap(text, tr("Enter height and weight"), Page.REQUEST)


def _incomplete(judgment: Judgment) -> DoseGap:
    count = len(judgment.problems)
    one = tr("One field of the case is missing or cannot be used. The dose plan comes once it is mended.")
    many = tr(
        "{0} fields of the case are missing or cannot be used. The dose plan comes once they are mended."
    )
    text = one if count == 1 else many.format(count)
    shown = {problem.field.partition(".")[0] for problem in judgment.problems}
    if shown == {"laboratory"} and Page.RESPONSE in pages_of(judgment):
        return DoseGap(text, tr("Correct the laboratory values"), Page.RESPONSE)
    return DoseGap(text, tr("Complete the request"), Page.REQUEST)


def _response_open(judgment: Judgment, question: Question, language: str) -> DoseGap:
    answered = question.id in judgment.answers
    lacking = tr("it has no document yet") if answered else tr("it is not answered yet")
    text = tr("The dose of cycle {0} depends on this: {1}; {2}.")
    link = tr("Add the document") if answered else tr("Answer the question")
    return DoseGap(
        text.format(judgment.request.cycle, question.short[language].lower(), lacking),
        link,
        Page(question.page),
        question.id,
    )

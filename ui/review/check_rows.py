"""The lines that stand to be checked before a case is decided, made from the judgment and its policy."""

from collections.abc import Iterator
from typing import NamedTuple

from app.case import Judgment
from app.evaluation import decisive
from app.logic import MET
from app.policy import Purpose, Question, Test
from app.regimen import Cycle
from app.request import Priority
from app.review import Review
from app.route import CardStatus, Page, card_status, questions_on
from ui.kit.check_list import CheckLine
from ui.kit.dates import show_date
from ui.review.values import amount, evidence_words, joined, stated
from ui.review.words import tr


class CheckedLine(NamedTuple):
    """A line, and the question whose card changes it; none where the request page does."""

    line: CheckLine
    question: str = ""


def lines_to_check(judgment: Judgment, language: str) -> list[CheckedLine]:
    """Everything that a decision rests on: request, answers that count, and the plan once they are met."""
    answers = [_answer_line(question, judgment, language) for question in _questions(judgment)]
    review = judgment.review
    met = judgment.finding.status is MET
    plan = [] if review is None or not met else [*_dose_lines(review), _authorization_line(review)]
    return [_request_line(judgment), *answers, *plan]


def _questions(judgment: Judgment) -> Iterator[Question]:
    """The questions asked now, without those that cannot matter any more."""
    openings = {*judgment.openings.questions, *judgment.openings.documents}
    for page in (Page.CRITERIA, Page.RESPONSE):
        for question in questions_on(page, judgment):
            answered = question.id in judgment.answers
            needed = card_status(question, judgment) is not CardStatus.NOT_NEEDED
            if question.id in openings or (answered and needed):
                yield question


def _request_line(judgment: Judgment) -> CheckedLine:
    request = judgment.request
    purposes = {Purpose.INITIAL: tr("Initial"), Purpose.CONTINUATION: tr("Continuation")}
    priorities = {Priority.STANDARD: tr("standard"), Priority.EXPEDITED: tr("expedited")}
    words = tr("{0}, cycle {1}, {2}")
    value = words.format(purposes[request.purpose], request.cycle, priorities[request.priority])
    codes = ", ".join(code for code in (request.hcpcs, *request.icd10) if code)
    return CheckedLine(CheckLine("request", tr("Request"), value, codes))


def _answer_line(question: Question, judgment: Judgment, language: str) -> CheckedLine:
    answer = judgment.answers.get(question.id)
    note = "" if answer is None else evidence_words(answer.evidence, judgment)
    if answer is not None and question.documented and not note:
        note = tr("No document yet")
    line = CheckLine(question.id, question.short[language], stated(question, answer, language), note)
    return CheckedLine(line, question.id)


def _dose_lines(review: Review) -> list[CheckedLine]:
    if review.cycle is None:
        return []
    note = tr("{0} units").format(review.cycle.units)
    if review.surface is not None:
        note = tr("{0} units, BSA {1}").format(review.cycle.units, f"{review.surface.m2}\u00a0m²")
    return [CheckedLine(CheckLine("doses", tr("Doses"), doses_words(review.cycle), note))]


def doses_words(cycle: Cycle) -> str:
    """The doses over the treatment days: ``0.94 mg on days 1, 8 and 15``."""
    doses = [amount(day.authorized_mg, "mg") for day in cycle.days]
    days = joined([str(day.day) for day in cycle.days])
    same = doses[:1] if len(set(doses)) == 1 else doses
    words = tr("{0} on day {1}") if len(doses) == 1 else tr("{0} on days {1}")
    return words.format(joined(same), days)


def _authorization_line(review: Review) -> CheckedLine:
    period = review.period
    value = tr("{0} to {1}").format(show_date(period.first_day), show_date(period.last_day))
    words = tr("{0} days, {1} cycle") if period.cycles == 1 else tr("{0} days, {1} cycles")
    note = words.format(period.days, period.cycles)
    return CheckedLine(CheckLine("authorization", tr("Authorization"), value, note))


# ---------------------------------------------------------------- what is not met


def lines_not_met(judgment: Judgment, language: str) -> list[CheckedLine]:
    """The printed lines that carry a finding of not met, with what was answered, then what was asked for."""
    leaves: dict[str, list[str]] = {}
    for leaf in decisive(judgment.finding):
        rule = leaf.criterion.rule
        if isinstance(rule, Test):
            leaves.setdefault(leaf.criterion.line, []).append(rule.fact)
    lines = [_line_not_met(line, facts, judgment, language) for line, facts in leaves.items()]
    return [*lines, _asked_for(judgment)]


def _line_not_met(line: str, facts: list[str], judgment: Judgment, language: str) -> CheckedLine:
    """One printed line: the answers that fail it, or the cycle where that alone does."""
    text = judgment.policy.criteria[line].text[language]
    questions = [judgment.policy.questions[fact] for fact in facts if fact in judgment.answers]
    notes = [_failing_answer(question, judgment, language) for question in questions]
    note = "; ".join(notes) or tr("Cycle {0} is asked for").format(judgment.request.cycle)
    return CheckedLine(CheckLine(line, line, text, note), questions[0].id if questions else "")


def _failing_answer(question: Question, judgment: Judgment, language: str) -> str:
    answer = judgment.answers[question.id]
    said = f"{question.short[language]}: {stated(question, answer, language)}"
    return ", ".join(part for part in (said, evidence_words(answer.evidence, judgment)) if part)


def _asked_for(judgment: Judgment) -> CheckedLine:
    request = judgment.request
    value = tr("Cycle {0}").format(request.cycle)
    if judgment.review is not None:
        value = tr("Cycle {0}, {1} days").format(request.cycle, judgment.review.period.days)
    return CheckedLine(CheckLine("asked_for", tr("Asked for"), value))

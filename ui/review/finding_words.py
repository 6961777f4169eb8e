"""The finding in a headline, in what to do next, and in what would change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.case import Judgment
from app.evaluation import cited, evaluate, facts_of
from app.facts import Answer, Value
from app.logic import MET, NOT_MET, UNKNOWN
from app.logic import Status as Found
from app.policy import Question, QuestionKind
from app.review import Recommendation
from ui.kit.status import Status
from ui.review.answer_words import answer_words, listed, lowered
from ui.review.words import tr

_MOST_NAMED = 3
_MOST_CHANGES = 3


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would change the finding, and what it would be then."""

    status: Status
    text: str


def status_of(judgment: Judgment) -> Status:
    """The finding as the screen shows it."""
    return {MET: Status.MET, UNKNOWN: Status.OPEN, NOT_MET: Status.NOT_MET}[judgment.finding.status]


def headline(judgment: Judgment) -> str:
    """The finding in a few words: ``Open: 2 questions, 1 document``."""
    if judgment.finding.status is MET:
        return tr("All criteria met")
    if judgment.finding.status is NOT_MET:
        return tr("Not met: a physician decides")
    open_items = judgment.openings
    parts = (
        counted(len(open_items.questions), tr("1 question"), tr("{0} questions")),
        counted(len(open_items.documents), tr("1 document"), tr("{0} documents")),
    )
    return tr("Open: {0}").format(", ".join(part for part in parts if part))


def counted(count: int, one: str, many: str) -> str:
    """How many there are, in words; nothing for none."""
    return one if count == 1 else many.format(count) if count else ""


def next_step(judgment: Judgment, language: str) -> str:
    """One sentence on what to do."""
    if judgment.finding.status is MET:
        return _after_met(judgment)
    if judgment.finding.status is NOT_MET:
        lines = ", ".join(cited(judgment.finding))
        return tr("Not met: {0}. Refer the case to a physician, or decide it as one.").format(lines)
    named = [judgment.policy.questions[name].short[language] for name in judgment.openings.questions]
    if named:
        return tr("Answer what the record shows: {0}. The clock keeps running.").format(
            listed(named, _MOST_NAMED)
        )
    documents = judgment.openings.documents
    papers = [lowered(judgment.policy.questions[name].ask_for[language]) for name in documents]
    return tr("Ask the prescriber for: {0}. The clock keeps running.").format(listed(papers, _MOST_NAMED))


def _after_met(judgment: Judgment) -> str:
    review = judgment.review
    if review is None:
        return tr("The request is not complete yet; see the page Request.")
    if review.size is None:
        if review.policy.dosing.area is None:
            return tr("The weight is missing, so no dose can be authorized.")
        return tr("Height and weight are missing, so no dose can be authorized.")
    if review.recommendation is Recommendation.APPROVE_IN_PART:
        return tr("More is asked for than one approval may cover; see Dose and schedule.")
    return tr("Each line that applies was answered and documented.")


def changes(judgment: Judgment, language: str) -> tuple[Change, ...]:
    """At most three things that would change an open finding: documents first, then answers."""
    if judgment.finding.status is not UNKNOWN:
        return ()
    what_if = _WhatIf(judgment, language)
    found = [*what_if.documents(), *what_if.answers()]
    return tuple(found[:_MOST_CHANGES])


class _WhatIf:
    """Judges the case as it would stand with one thing more."""

    def __init__(self, judgment: Judgment, language: str) -> None:
        self._judgment = judgment
        self._language = language

    def documents(self) -> Iterator[Change]:
        for name in self._judgment.openings.documents:
            given = self._judgment.answers[name]
            text = tr("A document for {0}").format(self._where(name))
            yield self._change(text, self._with(name, given._replace(evidence=("",))))

    def answers(self) -> Iterator[Change]:
        """The answers that settle the finding, each beside its question."""
        for name in self._judgment.openings.questions:
            question = self._judgment.policy.questions[name]
            for value in _values(question):
                status = self._with(name, Answer(value, ("",)))
                if status is not UNKNOWN:
                    said = answer_words(question, value, self._language)
                    yield self._change(tr("“{0}” in {1}").format(said, self._where(name)), status)

    def _where(self, name: str) -> str:
        policy, purpose = self._judgment.policy, self._judgment.request.purpose
        lines = policy.lines_of(policy.questions[name], purpose)
        return f"{lines[0]}, {policy.questions[name].short[self._language]}"

    def _with(self, name: str, answer: Answer) -> Found:
        judgment = self._judgment
        answers = {**judgment.answers, name: answer}
        facts = facts_of(judgment.policy, answers, judgment.request.cycle)
        return evaluate(judgment.policy.sections[judgment.request.purpose].root, facts).status

    @staticmethod
    def _change(text: str, status: Found) -> Change:
        if status is MET:
            return Change(Status.MET, tr("{0}: all criteria met").format(text))
        if status is NOT_MET:
            return Change(Status.NOT_MET, tr("{0}: a physician decides").format(text))
        return Change(Status.OPEN, tr("{0}: one thing less to ask for").format(text))


def _values(question: Question) -> tuple[Value, ...]:
    if question.kind is QuestionKind.YES_NO:
        return (True, False)
    return tuple(choice.value for choice in question.choices)

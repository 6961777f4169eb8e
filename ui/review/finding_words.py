"""The finding in a headline, in what to do next, and in what would change it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from app.case import Judgment
from app.change import Change as PossibleChange
from app.diagram import is_asked
from app.evaluation import cited
from app.explanation import what_would_change
from app.logic import MET, NOT_MET, UNKNOWN
from app.logic import Status as Found
from app.review import Recommendation
from ui.kit.status import Status
from ui.review.answer_words import listed, lowered
from ui.review.words import tr

CYCLE = "request.cycle"

_MOST_NAMED = 3
_MOST_CHANGES = 3

SHOWN: Mapping[Found, Status] = {MET: Status.MET, UNKNOWN: Status.OPEN, NOT_MET: Status.NOT_MET}
"""The statuses of a finding as the screen shows them."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that would change the finding.

    Attributes:
        status: what the finding would be then; ``INFO`` where nothing would change it.
        card: the id of the question whose card it starts at, or the request fact.
    """

    status: Status
    text: str
    card: str


def status_of(judgment: Judgment) -> Status:
    """The finding as the screen shows it."""
    return SHOWN[judgment.finding.status]


def headline(judgment: Judgment) -> str:
    """The finding in a few words: ``Open: 2 questions, 1 document``."""
    if judgment.finding.status is MET:
        return tr("All criteria met")
    if judgment.finding.status is NOT_MET:
        return tr("Not met: a physician reviewer decides")
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
        return tr("Not met: {0}. Refer the case to a physician reviewer, or decide it as one.").format(lines)
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
    """At most three things that would change the finding, some towards each status that it can still take.

    Where the cycle asked for decides alone, no answer changes anything, and the one entry says so.
    """
    request, status = judgment.request, judgment.finding.status
    found = what_would_change(judgment.policy, request.purpose, request.cycle, judgment.answers, status)
    if not found:
        return (_unchangeable(judgment),)
    by_status = [[change for change in found if change.to is to] for to in Found]
    taken = [change for turn in zip_longest(*by_status) for change in turn if change][:_MOST_CHANGES]
    return tuple(
        Change(SHOWN[change.to], change.text[language], _card_of(change, judgment))
        for change in found
        if change in taken
    )


def _card_of(change: PossibleChange, judgment: Judgment) -> str:
    """The first question of a change that is asked now; others are asked only once it is answered."""
    questions = [step.question for step in change.steps]
    cycle = judgment.request.cycle
    asked = (question for question in questions if is_asked(question, judgment.answers, cycle))
    return next(asked, questions[0]).id


def _unchangeable(judgment: Judgment) -> Change:
    said = tr("No answer changes this: cycle {0} is asked for, and that decides alone.")
    return Change(Status.INFO, said.format(judgment.request.cycle), CYCLE)

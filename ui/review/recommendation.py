"""What the program recommends, in two sentences. It is never called a decision."""

from typing import NamedTuple

from app.case import Judgment
from app.determination import asks_too_much
from app.review import Recommendation, Review
from ui.kit.status import Status
from ui.review.values import joined
from ui.review.words import tr


class RecommendationWords(NamedTuple):
    """Status, headline and the reason for it."""

    status: Status
    title: str
    reason: str


def recommendation_words(judgment: Judgment) -> RecommendationWords:
    """The recommendation on a case as it stands."""
    review = judgment.review
    if review is None:
        return RecommendationWords(Status.OPEN, tr("No recommendation yet"), _incomplete(judgment))
    make = {
        Recommendation.APPROVE: _approve,
        Recommendation.APPROVE_IN_PART: _approve_in_part,
        Recommendation.PEND: _pend,
        Recommendation.REFER: _refer,
    }[review.recommendation]
    return make(review)


def _incomplete(judgment: Judgment) -> str:
    count = len(judgment.problems)
    if count == 1:
        return tr("One field of the case is missing or cannot be used.")
    return tr("{0} fields of the case are missing or cannot be used.").format(count)


def _approve(review: Review) -> RecommendationWords:
    title = tr("Recommendation: approve cycle {0}").format(review.case.request.cycle)
    reason = tr(
        "Every criterion that applies is met ({0}). The dose is within the limit. The decision is yours."
    )
    return RecommendationWords(Status.MET, title, reason.format(", ".join(review.cited)))


def _approve_in_part(review: Review) -> RecommendationWords:
    title = tr("Recommendation: approve in part, cycle {0}").format(review.case.request.cycle)
    asked, most = review.case.request.cycles_requested, review.policy.limits.cycles_per_approval
    excess = [tr("{0} cycles, where one approval covers {1}").format(asked, most)] if asked > most else []
    if review.cycle is not None and asks_too_much(review.cycle):
        excess.append(tr("a dose above the limit"))
    words = tr("Every criterion that applies is met ({0}). More is asked for than the policy allows: {1}.")
    reason = words.format(", ".join(review.cited), joined(excess))
    return RecommendationWords(Status.NOT_MET, title, f"{reason} {tr('A physician reviewer decides.')}")


def _pend(review: Review) -> RecommendationWords:
    lacking = open_words(len(review.openings.questions), len(review.openings.documents))
    if not lacking:
        lacking = tr("The criteria are met, but height and weight are missing")
    reason = tr("{0}. Nothing can be approved before that is here; the clock keeps running.").format(lacking)
    return RecommendationWords(Status.OPEN, tr("Recommendation: ask for what is missing"), reason)


def open_words(questions: int, documents: int) -> str:
    """How much is open: ``2 questions are open and 1 document is missing``; empty for nothing."""
    parts = []
    if questions:
        many = tr("{0} questions are open").format(questions)
        parts.append(tr("1 question is open") if questions == 1 else many)
    if documents:
        many = tr("{0} documents are missing").format(documents)
        parts.append(tr("1 document is missing") if documents == 1 else many)
    return joined(parts)


def _refer(review: Review) -> RecommendationWords:
    reason = tr("Not met: {0}. The program never denies; a physician reviewer decides.").format(
        ", ".join(review.cited)
    )
    return RecommendationWords(Status.NOT_MET, tr("Recommendation: refer to a physician reviewer"), reason)

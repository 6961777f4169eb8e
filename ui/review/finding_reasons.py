"""Why a line of the finding stands as it does: the cited lines, the answers that decide, their documents."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.case import Judgment
from app.evaluation import Finding
from app.explanation import StatedFact, why
from app.facts import Gap
from app.logic import MET, NOT_MET, UNKNOWN
from ui.review.answer_words import lowered
from ui.review.values import evidence_words
from ui.review.words import tr


@dataclass(frozen=True, slots=True)
class ToldFact:
    """What was stated, and the documents that show it; empty where none does or none is needed."""

    text: str
    documents: str


@dataclass(frozen=True, slots=True)
class ToldReason:
    """A cited line by its number, with the facts that decide it."""

    line: str
    facts: tuple[ToldFact, ...]


def reasons_title(finding: Finding, *, statement: bool = False) -> str:
    """What the reasons answer: ``Why A.ii.B is met``; a part of a printed line names its line.

    Args:
        finding: on the line.
        statement: the line is a condition, or must not be met: it only holds or does not hold.
    """
    words = {MET: tr("Why {0} is met"), NOT_MET: tr("Why {0} is not met"), UNKNOWN: tr("Why {0} is open")}
    if finding.criterion.id != finding.criterion.line:
        words = {
            MET: tr("Why this part of {0} is met"),
            NOT_MET: tr("Why this part of {0} is not met"),
            UNKNOWN: tr("Why this part of {0} is open"),
        }
    if statement and finding.status is not UNKNOWN:
        words = {MET: tr("Why this holds in {0}"), NOT_MET: tr("Why this does not hold in {0}")}
    return words[finding.status].format(finding.criterion.line)


def reasons(judgment: Judgment, finding: Finding, language: str) -> tuple[ToldReason, ...]:
    """The lines that give a finding its status, in printed order."""
    found = why(judgment.policy, finding, judgment.answers, judgment.request.cycle)
    return tuple(ToldReason(one.line, tuple(_told(one.facts, judgment, language))) for one in found)


def _told(facts: tuple[StatedFact, ...], judgment: Judgment, language: str) -> Iterator[ToldFact]:
    for fact in facts:
        yield ToldFact(_fact_words(fact, judgment, language), evidence_words(fact.documents, judgment))


def _fact_words(fact: StatedFact, judgment: Judgment, language: str) -> str:
    if fact.id not in judgment.policy.questions:
        return tr("Cycle {0} is asked for").format(judgment.request.cycle)
    name = fact.name[language]
    if fact.answer is None:
        return tr("{0}: not answered yet").format(name)
    said = tr("{0}: {1}, document missing") if fact.gap is Gap.UNDOCUMENTED else "{0}: {1}"
    return said.format(name, lowered(fact.answer[language]))

"""The fixed words of the lists: chips by state and outcome, purposes, priorities.

Made once per language of the screen: a list of many thousand rows asks for them with each row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from app.case import CaseState
from app.determination import Outcome
from app.policy import Purpose
from app.request import Priority
from ui.kit.status import Status
from ui.language import language as spoken
from ui.worklist.words import tr


@dataclass(frozen=True, slots=True)
class Chip:
    """How a state is shown: its colour, its word, its icon."""

    status: Status
    text: str
    icon: str


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list says in one language.

    Attributes:
        states: the chip of an open case, by ``CaseState`` value.
        for_physician: the chip of a case that is ready, but not for a reviewer to sign.
        forked: the chip of a case that two sites changed.
        outcomes: the chip of a decided case, by ``Outcome`` value.
        decided: the chip of a decided case whose outcome is not known here.
        purposes: what is asked for, by ``Purpose`` value; the cycle goes into ``{0}``.
        priorities: by ``Priority`` value.
    """

    states: Mapping[str, Chip]
    for_physician: Chip
    forked: Chip
    outcomes: Mapping[str, Chip]
    decided: Chip
    purposes: Mapping[str, str]
    priorities: Mapping[str, str]


def words_in(language: str) -> ListWords:
    """The words in the language of the screen."""
    return _words_in(language, spoken())


@cache
def _words_in(_language: str, _spoken: str) -> ListWords:
    """The words, kept by the language of the session and by that in which they are made."""
    return ListWords(
        states=_states(),
        for_physician=Chip(Status.NOT_MET, tr("Ready to decide"), "circle-x"),
        forked=Chip(Status.OPEN, tr("Two versions"), "triangle-alert"),
        outcomes={
            Outcome.APPROVE.value: Chip(Status.MET, tr("Approved"), "circle-check"),
            Outcome.APPROVE_IN_PART.value: Chip(Status.NOT_MET, tr("Approved in part"), "circle-check"),
            Outcome.DENY.value: Chip(Status.NOT_MET, tr("Denied"), "circle-x"),
        },
        decided=Chip(Status.NEUTRAL, tr("Decided"), "archive"),
        purposes={
            Purpose.INITIAL.value: tr("Initial, cycle {0}"),
            Purpose.CONTINUATION.value: tr("Continuation, cycle {0}"),
        },
        priorities={Priority.STANDARD.value: tr("Standard"), Priority.EXPEDITED.value: tr("Expedited")},
    )


def _states() -> dict[str, Chip]:
    return {
        CaseState.NEW.value: Chip(Status.NEUTRAL, tr("New"), "inbox"),
        CaseState.IN_REVIEW.value: Chip(Status.INFO, tr("In review"), "pencil"),
        CaseState.NEEDS_DOCUMENTS.value: Chip(Status.OPEN, tr("Needs documents"), "file-question-mark"),
        CaseState.WITH_PHYSICIAN.value: Chip(Status.NOT_MET, tr("Physician reviewer"), "stethoscope"),
        CaseState.READY.value: Chip(Status.MET, tr("Ready to decide"), "circle-check"),
    }

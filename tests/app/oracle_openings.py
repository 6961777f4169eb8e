"""Which answers and documents can still change the status: brute force over every completion of a record."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from tests.app.oracle import (
    SECTION_A,
    SECTION_B,
    Case,
    Question,
    State,
    States,
    cycle_of,
    questions_of,
    status_in,
)


@dataclass(frozen=True, eq=False)
class Way:
    """One way a question may stand in the end: what counts, and what was stated."""

    name: str
    fact: State
    stated: State


@dataclass(frozen=True, eq=False)
class Ways:
    """Every way in which one question may still be completed. Made once each, which keeps the caches fast."""

    choices: tuple[Way, ...]


class Section(NamedTuple):
    """The section that applies; ``unanswered`` is its conditional question while that has no answer."""

    purpose: str
    cycle: int
    unanswered: str | None


# The values that the contract tells apart: five inhibitors are named alike, cycle 3 is the last in time.
TOLD_APART: dict[str, States] = {
    **SECTION_A,
    **SECTION_B,
    "disease_status": ("relapsed", "neither"),
    "tki": ("dasatinib", "other"),
    "response": ("cr", "none"),
    "response_cycle": (3, 4),
}


def is_asked(name: str, stated: Mapping[str, State], cycle: int) -> bool:
    """The notes "asked when" of the contract's table of questions."""
    if name == "tki":
        return stated["regimen"] == "with_tki"
    if name == "response_cycle":
        return stated["response"] in {"cr", "cri"} and cycle >= 5 and stated["hsct_planned"] is False
    return True


def still_open(case: Case) -> tuple[list[str], list[str]]:
    """The unanswered questions and the undocumented ones that can change the status.

    Every way to complete the other open things is tried: an unanswered question may get any value, once it is
    asked, or stay unanswered; a missing document may come (and then shows what was stated) or not.
    """
    questions = questions_of(case)
    stated = {question.id: question.stated for question in questions}
    conditional = "tki" if "tki" in stated else "response_cycle"
    section = Section(
        case["request"]["purpose"], cycle_of(case), conditional if stated[conditional] is None else None
    )
    ways = tuple(map(_ways, questions))
    able = [
        question
        for place, question in enumerate(questions)
        if not question.counts and can_change(section, ways, place)
    ]
    unanswered = [
        question.id
        for question in able
        if question.stated is None and is_asked(question.id, stated, section.cycle)
    ]
    return unanswered, [question.id for question in able if question.stated is not None]


@cache
def _ways(question: Question) -> Ways:
    name, stated = question.id, question.stated
    if question.counts:
        return Ways((_way(name, stated, stated),))
    values = TOLD_APART[name] if stated is None else (stated,)
    return Ways((_way(name, None, stated), *(_way(name, value, value) for value in values)))


@cache
def _way(name: str, fact: State, stated: State) -> Way:
    return Way(name, fact, stated)


@cache
def _only(way: Way) -> Ways:
    return Ways((way,))


@cache
def can_change(section: Section, ways: tuple[Ways, ...], place: int) -> bool:
    """Whether some completion of the other questions lets the states of one lead to different results.

    Fixing one question after the other walks through every completion; the cache only saves repetitions.
    """
    for other, question in enumerate(ways):
        if other != place and len(question.choices) > 1:
            fixed = ((*ways[:other], _only(way), *ways[other + 1 :]) for way in question.choices)
            return any(can_change(section, completion, place) for completion in fixed)
    others = [question.choices[0] for question in ways]
    results = {
        _completed(section, (*others[:place], way, *others[place + 1 :])) for way in ways[place].choices
    }
    return len(results) > 1


@cache
def _completed(section: Section, ways: tuple[Way, ...]) -> str:
    """The status of one completion, in which a question that is not asked stays unanswered."""
    facts = {way.name: way.fact for way in ways}
    name = section.unanswered
    if name and not is_asked(name, {way.name: way.stated for way in ways}, section.cycle):
        facts[name] = None
    return status_in(section.purpose, section.cycle, tuple(facts.values()))

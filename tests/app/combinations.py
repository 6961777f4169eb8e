"""Every state that the answers to a section can be in, for the tests that try them all."""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from app.evaluation import evaluate
from app.facts import Answer, Fact
from app.logic import Status
from app.policy import Purpose
from app.policy_file import installed_policies
from tests.app.oracle import NEED_NO_DOCUMENT, SECTION_A, SECTION_B, States

Statuses = Mapping[States, Status]

CYCLES = range(2, 9)

# Values that behave as one (test_exhaustive shows it): the reduced states name one of each group.
REDUCED_A: dict[str, States] = {
    **SECTION_A,
    "disease_status": ("relapsed", "neither"),
    "regimen": ("single_agent", "with_tki", "with_mini_hyper_cvd", "other"),
    "tki": ("dasatinib", "other"),
}
REDUCED_B: dict[str, States] = {**SECTION_B, "response": ("cri", "none"), "response_cycle": (3, 4)}


def known_states(section: Mapping[str, States]) -> Iterator[States]:
    """Every combination of what can count: nothing, or one of the values."""
    return product(*((None, *values) for values in section.values()))


def facts_from(section: Mapping[str, States], states: States, cycle: int) -> dict[str, Fact]:
    """The facts that ``evaluate`` is given in such a state."""
    facts = {name: Fact(state) for name, state in zip(section, states, strict=True) if state is not None}
    return facts | {"request.cycle": Fact(cycle)}


def section_of(cycle: int) -> dict[str, States]:
    """The questions that a request for a cycle answers, with their values."""
    return SECTION_A if cycle == 1 else SECTION_B


def judged(section: Mapping[str, States], cycle: int) -> Statuses:
    """What evaluation finds in every state of some questions of a section."""
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    root = installed_policies()["MP-RX-FP-12-23"].sections[purpose].root
    return {
        states: evaluate(root, facts_from(section, states, cycle)).status for states in known_states(section)
    }


@cache
def every_status(cycle: int) -> Statuses:
    """What evaluation finds in every state of the section that applies; made once for all tests."""
    return judged(section_of(cycle), cycle)


def records(section: Mapping[str, States]) -> Iterator[dict[str, Answer]]:
    """Every record: each question unanswered, or with each value, with and without a document."""
    for choice in product(*(_stands(name, values) for name, values in section.items())):
        answers = {name: answer for name, answer in zip(section, choice, strict=True) if answer is not None}
        if not _names_an_idle_inhibitor(answers):
            yield answers


def _stands(name: str, values: States) -> list[Answer | None]:
    given = [value for value in values if value is not None]
    bare: list[Answer | None] = [None, *(Answer(value) for value in given)]
    return bare if name in NEED_NO_DOCUMENT else [*bare, *(Answer(value, ("E1",)) for value in given)]


def _names_an_idle_inhibitor(answers: Mapping[str, Answer]) -> bool:
    """An inhibitor beside another stated regimen changes nothing (test_exhaustive shows it)."""
    return "tki" in answers and "regimen" in answers and answers["regimen"].value != "with_tki"

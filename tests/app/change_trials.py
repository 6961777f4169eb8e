"""What would change a finding, by trial: every way to answer otherwise, the fewest questions first.

It knows the contract's questions and what evaluation finds in each state, and nothing of grounds or diagrams.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import combinations, product

from app.change import Change
from app.facts import Answer, Value
from app.logic import MET, NOT_MET, UNKNOWN, Status
from tests.app.combinations import every_status, section_of
from tests.app.oracle import NEED_NO_DOCUMENT, State, States
from tests.app.oracle_openings import TOLD_APART, is_asked

Changed = frozenset[tuple[str, State]]
"""For each question that changes the answer that would count, or None where it loses its document."""

_STANDS_FOR: Mapping[tuple[str, Value], State] = {
    ("disease_status", "refractory"): "relapsed",
    **{("tki", name): "dasatinib" for name in ("bosutinib", "imatinib", "nilotinib", "ponatinib")},
    ("response", "cri"): "cr",
    **{("response_cycle", cycle): 3 for cycle in (1, 2)},
    **{("response_cycle", cycle): 4 for cycle in range(5, 9)},
}


# The questions on which it depends whether others are asked; no other statement makes a difference.
_LOOKED_AT = {"regimen", "response", "hsct_planned"}


def group_of(name: str, value: Value) -> State:
    """The value that stands for all those that the contract does not tell apart."""
    stands = _STANDS_FOR.get((name, value), value)
    assert not isinstance(stands, Decimal)  # no question of this policy asks for an amount
    return stands


def counts(name: str, answer: Answer | None) -> bool:
    """Whether an answer counts: where a document is needed, only with one."""
    return answer is not None and (name in NEED_NO_DOCUMENT or bool(answer.evidence))


def status_of(cycle: int, answers: Mapping[str, Answer]) -> Status:
    """What evaluation finds for a record."""
    return every_status(cycle)[_state(cycle, answers)]


def applied(answers: Mapping[str, Answer], change: Change) -> dict[str, Answer]:
    """The record once each question has the answer that the change gives, with a document or without."""
    then = {step.question.id: Answer(step.value, ("E1",) if step.document else ()) for step in change.steps}
    return {**answers, **then}


def smallest(cycle: int, answers: Mapping[str, Answer], to: Status) -> frozenset[Changed]:
    """The smallest changes of a record that give it another status, all of them.

    While the status is unknown, what counts stands. To unknown leads nothing but the loss of documents.
    """
    if to is UNKNOWN:
        return _smallest_loss(cycle, _state(cycle, answers))
    stated = tuple(
        group_of(name, answers[name].value) if name in _LOOKED_AT and name in answers else None
        for name in section_of(cycle)
    )
    return _smallest(cycle, _state(cycle, answers), stated, to)


def _state(cycle: int, answers: Mapping[str, Answer]) -> States:
    """What counts, question by question, each value by the one that stands for its group."""
    return tuple(
        group_of(name, answers[name].value) if counts(name, answers.get(name)) else None
        for name in section_of(cycle)
    )


@cache
def _smallest(cycle: int, known: States, stated: States, to: Status) -> frozenset[Changed]:
    status = every_status(cycle)[known]
    ways = [
        (place, [value for value in TOLD_APART[name] if value != known[place]])
        for place, name in enumerate(section_of(cycle))
        if known[place] is None or status in {MET, NOT_MET}
    ]
    for size in range(1, len(ways) + 1):
        found = frozenset(_turns(cycle, known, stated, to, ways, size))
        if found:
            return found
    return frozenset()


def _turns(
    cycle: int,
    known: States,
    stated: States,
    to: Status,
    ways: list[tuple[int, list[State]]],
    size: int,
) -> Iterator[Changed]:
    names = list(section_of(cycle))
    found = every_status(cycle)
    for chosen in combinations(ways, size):
        for values in product(*(values for _, values in chosen)):
            after = list(known)
            for (place, _), value in zip(chosen, values, strict=True):
                after[place] = value
            if found[tuple(after)] is to and _all_asked(cycle, stated, chosen, values):
                yield frozenset((names[place], v) for (place, _), v in zip(chosen, values, strict=True))


def _all_asked(
    cycle: int, stated: States, chosen: tuple[tuple[int, list[State]], ...], values: States
) -> bool:
    """Whether each question that changes is asked once all these answers are stated."""
    names = list(section_of(cycle))
    then = dict(zip(names, stated, strict=True))
    then.update({names[place]: value for (place, _), value in zip(chosen, values, strict=True)})
    return all(is_asked(names[place], then, cycle) for place, _ in chosen)


@cache
def _smallest_loss(cycle: int, known: States) -> frozenset[Changed]:
    names = list(section_of(cycle))
    shown = [
        place for place, name in enumerate(names) if known[place] is not None and name not in NEED_NO_DOCUMENT
    ]
    for size in range(1, len(shown) + 1):
        found = frozenset(
            frozenset((names[place], None) for place in lost)
            for lost in combinations(shown, size)
            if every_status(cycle)[
                tuple(None if place in lost else value for place, value in enumerate(known))
            ]
            is UNKNOWN
        )
        if found:
            return found
    return frozenset()

"""Laws of the judgment over every state of the answers, in which each is open or has one of its values.

An answer without its document is open, as the document may show another value. So no record is left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache

import pytest

from app.logic import MET, NOT_MET, UNKNOWN, Status
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, every_status, judged, section_of
from tests.app.oracle import State, States
from tests.app.oracle_openings import is_asked

every_cycle = pytest.mark.parametrize("cycle", [1, *CYCLES])


def known(cycle: int, states: States) -> dict[str, State]:
    return dict(zip(section_of(cycle), states, strict=True))


def without(states: States, place: int) -> States:
    return (*states[:place], None, *states[place + 1 :])


def answered(states: States, place: int, values: States) -> Iterator[States]:
    return ((*states[:place], value, *states[place + 1 :]) for value in values)


# ---------------------------------------------------------------- what is learned


def completions(cycle: int, states: States) -> Iterator[States]:
    """Everything that is known after one more answer."""
    for place, values in enumerate(section_of(cycle).values()):
        if states[place] is None:
            yield from answered(states, place, values)


@every_cycle
def test_learning_more_never_reverses_a_finding(cycle: int) -> None:
    found = every_status(cycle)
    for states, status in found.items():
        if status is not UNKNOWN:
            assert all(found[more] is status for more in completions(cycle, states))


def is_complete(cycle: int, states: States) -> bool:
    stated = known(cycle, states)
    return all(state is not None or not is_asked(name, stated, cycle) for name, state in stated.items())


@every_cycle
def test_a_record_with_every_asked_question_answered_is_never_open(cycle: int) -> None:
    complete = [status for states, status in every_status(cycle).items() if is_complete(cycle, states)]
    assert set(complete) <= {MET, NOT_MET}
    assert len(complete) > 100


@every_cycle
def test_an_answer_that_is_not_asked_for_changes_nothing(cycle: int) -> None:
    found = every_status(cycle)
    conditional = "tki" if cycle == 1 else "response_cycle"
    place = list(section_of(cycle)).index(conditional)
    others = [states for states in found if states[place] is None]
    idle = [states for states in others if rules_out(cycle, known(cycle, states))]
    assert len(idle) > 300
    for states in idle:
        values = section_of(cycle)[conditional]
        assert all(found[other] is found[states] for other in answered(states, place, values))


def rules_out(cycle: int, stated: Mapping[str, State]) -> bool:
    """Whether what is known excludes that the conditional question is ever asked."""
    if cycle == 1:
        return stated["regimen"] not in {None, "with_tki"}
    return cycle < 5 or stated["response"] == "none" or stated["hsct_planned"] is True


# ---------------------------------------------------------------- what is open


@cache
def in_the_end(cycle: int, states: States) -> frozenset[Status]:
    """What is found once every open question has an answer, over all answers that there are."""
    for place, values in enumerate(section_of(cycle).values()):
        if states[place] is None:
            return frozenset().union(*(in_the_end(cycle, more) for more in answered(states, place, values)))
    return frozenset([every_status(cycle)[states]])


def waits_for_a_document_alone(cycle: int, states: States) -> bool:
    """Readings 4 and 5: a continuation that will be met whatever the report shows, once there is one.

    Nothing stops it, and either the response is open where it refuses nothing (reading 4: in cycle 2, and in
    cycle 3 without a transplant), or in cycle 3, unless no transplant is planned, one of response and MRD is
    open and the other already excludes that both were reached (reading 5).
    """
    if cycle not in {2, 3}:
        return False
    stated = known(cycle, states)
    if any(stated[name] is not False for name in STOPS):
        return False
    response, transplant = stated["response"], stated["hsct_planned"]
    if cycle == 2 or transplant is False:
        return response is None
    return (response, stated["mrd_negative"]) in {(None, False), ("none", None)}


STOPS = ("disease_progression", "unacceptable_toxicity", "veno_occlusive_disease")


@every_cycle
def test_a_finding_is_what_every_completion_comes_to(cycle: int) -> None:
    for states, status in every_status(cycle).items():
        if status is not UNKNOWN:
            assert in_the_end(cycle, states) == {status}


@every_cycle
def test_open_means_that_it_can_end_either_way_unless_only_a_document_is_wanted(cycle: int) -> None:
    for states, status in every_status(cycle).items():
        if status is UNKNOWN:
            ends = {MET} if waits_for_a_document_alone(cycle, states) else {MET, NOT_MET}
            assert in_the_end(cycle, states) == ends, states


@every_cycle
def test_what_waits_for_a_document_alone_is_open(cycle: int) -> None:
    waiting = [states for states in every_status(cycle) if waits_for_a_document_alone(cycle, states)]
    assert {every_status(cycle)[states] for states in waiting} <= {UNKNOWN}
    assert bool(waiting) == (cycle in {2, 3})


# ---------------------------------------------------------------- what each answer can do


@every_cycle
def test_every_question_that_matters_in_a_cycle_settles_it_with_every_value(cycle: int) -> None:
    """A value settles where the finding is definite with it and open without it."""
    found = every_status(cycle)
    settling = set[tuple[str, State]]()
    for states, status in found.items():
        if status is not UNKNOWN:
            for place, (name, state) in enumerate(known(cycle, states).items()):
                if state is not None and found[without(states, place)] is UNKNOWN:
                    settling.add((name, state))
    listed = {(name, value) for name, values in section_of(cycle).items() for value in values}
    assert listed - settling == {(name, value) for name, value in listed if is_idle(cycle, name)}


def is_idle(cycle: int, name: str) -> bool:
    """Readings 5 to 7: MRD is for cycle 3, the plan for 3 to 6, the cycle of response for 5 and 6."""
    cycles = {"mrd_negative": range(3, 4), "hsct_planned": range(3, 7), "response_cycle": range(5, 7)}
    return cycle not in cycles.get(name, range(1, 7))


# ---------------------------------------------------------------- the reduced states


def reduced(cycle: int, states: States) -> States:
    """The state of the reduced sections that stands for this one."""
    section = section_of(cycle)
    fewer = REDUCED_A if cycle == 1 else REDUCED_B
    return tuple(
        state if state is None or state in fewer[name] else REPRESENTED[state]
        for name, state in zip(section, states, strict=True)
    )


REPRESENTED: dict[State, State] = {
    "refractory": "relapsed",
    "with_mini_hyper_cvd_and_blinatumomab": "single_agent",
    **dict.fromkeys(("bosutinib", "imatinib", "nilotinib", "ponatinib"), "dasatinib"),
    "cr": "cri",
    **dict.fromkeys((1, 2), 3),
    **dict.fromkeys(range(5, 9), 4),
}


@every_cycle
def test_each_value_of_a_reduced_section_stands_for_those_it_leaves_out(cycle: int) -> None:
    found = every_status(cycle)
    assert all(status is found[reduced(cycle, states)] for states, status in found.items())
    fewer = REDUCED_A if cycle == 1 else REDUCED_B
    assert {reduced(cycle, states) for states in found} == set(judged(fewer, cycle))


@pytest.mark.parametrize("cycle", [5, 6, 9])
def test_a_response_after_cycle_8_counts_as_one_in_cycle_4(cycle: int) -> None:
    late = judged({**REDUCED_B, "response_cycle": (9, 60)}, cycle)
    for states, status in late.items():
        if states[4] is not None:
            assert status is every_status(min(cycle, 7))[(*states[:4], 4, *states[5:])]

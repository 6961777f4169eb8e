"""The policy is finite: every combination of answers, against the oracle of the published contract."""

from collections.abc import Mapping
from itertools import product

import pytest

from app.evaluation import evaluate, facts_of
from app.facts import Answer
from app.logic import Status
from app.policy import Criterion, Policy, Purpose
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test
from app.policy_file import installed_policies
from tests.app import oracle
from tests.app.combinations import (
    CYCLES,
    REDUCED_A,
    REDUCED_B,
    Statuses,
    every_status,
    facts_from,
    judged,
    known_states,
)
from tests.app.forced import forced
from tests.app.oracle import NEED_NO_DOCUMENT, SECTION_A, SECTION_B, State, States


@pytest.fixture(scope="module")
def policy() -> Policy:
    return installed_policies()["MP-RX-FP-12-23"]


@pytest.fixture(scope="module")
def initial() -> Statuses:
    return every_status(1)


@pytest.fixture(scope="module")
def continuation() -> Mapping[int, Statuses]:
    return {cycle: every_status(cycle) for cycle in CYCLES}


# ---------------------------------------------------------------- the status of every combination


def test_the_oracle_and_the_policy_file_know_the_same_questions_and_values(policy: Policy) -> None:
    for purpose, section in ((Purpose.INITIAL, SECTION_A), (Purpose.CONTINUATION, SECTION_B)):
        asked = policy.questions_of(purpose)
        assert {question.id for question in asked} == set(section)
        for question in asked:
            assert question.documented == (question.id not in NEED_NO_DOCUMENT)
            assert all(question.allows(value) for value in section[question.id])
            if question.choices:
                assert {choice.value for choice in question.choices} == set(section[question.id])


def test_every_combination_of_initial_answers_has_the_status_of_the_contract(initial: Statuses) -> None:
    assert len(initial) == 3 * 3 * 4 * 6 * 7 * 3 * 3
    wrong = [states for states, status in initial.items() if status.word != oracle.status_of_a(states)]
    assert wrong == []


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_combination_of_continuation_answers_has_the_status_of_the_contract(
    continuation: Mapping[int, Statuses], cycle: int
) -> None:
    found = continuation[cycle]
    assert len(found) == 3 * 3 * 3 * 4 * 9 * 3 * 3
    wrong = [states for states, status in found.items() if status.word != oracle.status_of_b(cycle, states)]
    assert wrong == []


def test_every_cycle_after_the_seventh_is_judged_like_the_seventh(
    continuation: Mapping[int, Statuses],
) -> None:
    assert continuation[8] == continuation[7]
    assert judged(REDUCED_B, 60) == {states: continuation[7][states] for states in known_states(REDUCED_B)}


def test_an_undocumented_answer_counts_as_unanswered_whatever_its_value(policy: Policy) -> None:
    for name, values in (SECTION_A | SECTION_B).items():
        for value in values:
            assert value is not None
            fact = facts_of(policy, {name: Answer(value)}, 2)[name]
            assert fact.value == (value if name in NEED_NO_DOCUMENT else None)


# ---------------------------------------------------------------- every listed value


def without(states: States, place: int) -> States:
    return (*states[:place], *states[place + 1 :])


def behavior(
    found: Statuses, section: Mapping[str, States], name: str, value: State
) -> Mapping[States, Status]:
    place = list(section).index(name)
    return {without(states, place): status for states, status in found.items() if states[place] == value}


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("b_cell_all", [(True,), (False,)]),
        ("cd22_positive", [(True,), (False,)]),
        ("disease_status", [("relapsed", "refractory"), ("neither",)]),
        (
            "regimen",
            [
                ("single_agent", "with_mini_hyper_cvd_and_blinatumomab"),
                ("with_tki",),
                ("with_mini_hyper_cvd",),
                ("other",),
            ],
        ),
        ("tki", [oracle.TKIS, ("other",)]),
        ("induction", [(True,), (False,)]),
        ("philadelphia", [("negative",), ("positive",)]),
    ],
)
def test_every_value_of_an_initial_answer_matters_or_equals_a_named_other(
    initial: Statuses, name: str, groups: list[States]
) -> None:
    assert sorted(map(str, SECTION_A[name])) == sorted(str(value) for group in groups for value in group)
    tables = [[behavior(initial, SECTION_A, name, value) for value in group] for group in groups]
    assert all(table == group[0] for group in tables for table in group)
    firsts = [group[0] for group in tables]
    assert all(first != other for place, first in enumerate(firsts) for other in firsts[:place])


@pytest.mark.parametrize(
    ("cycle", "name", "groups"),
    [
        (2, "disease_progression", [(True,), (False,)]),
        (2, "unacceptable_toxicity", [(True,), (False,)]),
        (2, "veno_occlusive_disease", [(True,), (False,)]),
        (2, "response", [("cr", "cri", "none")]),
        (2, "hsct_planned", [(True, False)]),
        (2, "mrd_negative", [(True, False)]),
        (3, "response", [("cr", "cri"), ("none",)]),
        (3, "hsct_planned", [(True,), (False,)]),
        (3, "mrd_negative", [(True,), (False,)]),
        (4, "response", [("cr", "cri"), ("none",)]),
        (4, "response_cycle", [tuple(range(1, 9))]),
        (4, "hsct_planned", [(True,), (False,)]),
        (5, "response_cycle", [(1, 2, 3), (4, 5, 6, 7, 8)]),
        (6, "response_cycle", [(1, 2, 3), (4, 5, 6, 7, 8)]),
        (6, "mrd_negative", [(True, False)]),
        (7, "response_cycle", [tuple(range(1, 9))]),
        (7, "hsct_planned", [(True, False)]),
    ],
)
def test_every_value_of_a_continuation_answer_matters_or_equals_a_named_other(
    continuation: Mapping[int, Statuses], cycle: int, name: str, groups: list[States]
) -> None:
    found = continuation[cycle]
    tables = [[behavior(found, SECTION_B, name, value) for value in group] for group in groups]
    assert all(table == group[0] for group in tables for table in group)
    firsts = [group[0] for group in tables]
    assert all(first != other for place, first in enumerate(firsts) for other in firsts[:place])


# ---------------------------------------------------------------- every leaf can decide


def can_decide(root: Criterion, leaf: int, section: Mapping[str, States], cycles: range) -> bool:
    for result in (False, True):
        changed = forced(root, leaf, result)
        for cycle, states in product(cycles, known_states(section)):
            facts = facts_from(section, states, cycle)
            if evaluate(root, facts).status is not evaluate(changed, facts).status:
                return True
    return False


@pytest.mark.parametrize(
    ("purpose", "section", "cycles"),
    [(Purpose.INITIAL, REDUCED_A, range(1, 2)), (Purpose.CONTINUATION, REDUCED_B, CYCLES)],
)
def test_every_test_of_every_line_can_decide_some_request(
    policy: Policy, purpose: Purpose, section: Mapping[str, States], cycles: range
) -> None:
    root = policy.sections[purpose].root
    leaves = [criterion for criterion in root.walk() if isinstance(criterion.rule, FactTest)]
    idle = [leaf.id for n, leaf in enumerate(leaves) if not can_decide(root, n, section, cycles)]
    assert len(leaves) > 10
    assert idle == []

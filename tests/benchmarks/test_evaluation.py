"""What the benchmark of evaluation sets side by side must say the same; its times are not asked here."""

from importlib.util import find_spec

import pytest

from app.logic import Status
from app.policy import Purpose
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, facts_from, known_states
from tests.benchmarks.evaluation import (
    Sample,
    by_tree,
    by_zen,
    samples,
    shipped,
    statuses_by_hand,
    zen_contexts,
)


def every_reduced_state() -> list[Sample]:
    """Every state that the policy tells apart."""
    states = [(Purpose.INITIAL, facts_from(REDUCED_A, state, 1)) for state in known_states(REDUCED_A)]
    for cycle in CYCLES:
        states += [
            (Purpose.CONTINUATION, facts_from(REDUCED_B, state, cycle)) for state in known_states(REDUCED_B)
        ]
    return [
        Sample(purpose, facts, {name: fact.value for name, fact in facts.items()})
        for purpose, facts in states
    ]


def test_the_hand_written_policy_says_what_evaluation_says_in_every_state() -> None:
    drawn = every_reduced_state()
    found = by_tree(shipped(), drawn)
    assert set(found) == set(Status)
    assert statuses_by_hand(drawn) == found


def test_the_samples_reach_every_status_in_both_sections() -> None:
    drawn = samples(400, 1)
    found = by_tree(shipped(), drawn)
    assert {(sample.purpose, status) for sample, status in zip(drawn, found, strict=True)} == {
        (purpose, status) for purpose in Purpose for status in Status
    }


@pytest.mark.skipif(find_spec("zen") is None, reason="the ZEN engine is in the extra benchmarks")
def test_the_zen_decision_says_what_evaluation_says() -> None:
    drawn = every_reduced_state()[::29]  # all of them take a quarter of a minute
    assert {
        (sample.purpose, status) for sample, status in zip(drawn, statuses_by_hand(drawn), strict=True)
    } == {(purpose, status) for purpose in Purpose for status in Status}
    assert by_zen(shipped())(zen_contexts(drawn)) == by_tree(shipped(), drawn)

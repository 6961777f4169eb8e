"""Strong Kleene logic: its truth tables and its laws."""

from itertools import product

import pytest

from app.logic import MET, NOT_MET, UNKNOWN, Status, all_of, any_of, if_then_else, none_of

STATUSES = tuple(Status)


@pytest.mark.parametrize(
    ("one", "other", "both", "either"),
    [
        (MET, MET, MET, MET),
        (MET, UNKNOWN, UNKNOWN, MET),
        (MET, NOT_MET, NOT_MET, MET),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (UNKNOWN, NOT_MET, NOT_MET, UNKNOWN),
        (NOT_MET, NOT_MET, NOT_MET, NOT_MET),
    ],
)
def test_the_truth_tables_of_and_and_or(one: Status, other: Status, both: Status, either: Status) -> None:
    assert all_of([one, other]) is all_of([other, one]) is both
    assert any_of([one, other]) is any_of([other, one]) is either


@pytest.mark.parametrize(("given", "expected"), [(MET, NOT_MET), (UNKNOWN, UNKNOWN), (NOT_MET, MET)])
def test_the_truth_table_of_not(given: Status, expected: Status) -> None:
    assert none_of([given]) is expected


def test_none_is_all_of_the_opposites() -> None:
    for statuses in product(STATUSES, repeat=3):
        assert none_of(statuses) is all_of([none_of([status]) for status in statuses])
        assert none_of(statuses) is none_of([any_of(statuses)])


@pytest.mark.parametrize(
    ("condition", "then", "otherwise", "expected"),
    [
        (condition, then, otherwise, then if condition is MET else otherwise)
        for condition, then, otherwise in product((MET, NOT_MET), STATUSES, STATUSES)
    ],
)
def test_a_known_condition_chooses_its_branch(
    condition: Status, then: Status, otherwise: Status, expected: Status
) -> None:
    assert if_then_else(condition, then, otherwise) is expected


def test_an_unknown_condition_leaves_what_both_branches_agree_on() -> None:
    for then, otherwise in product(STATUSES, STATUSES):
        expected = then if then is otherwise else UNKNOWN
        assert if_then_else(UNKNOWN, then, otherwise) is expected


def test_nothing_to_ask_for_is_met_and_nothing_to_choose_from_is_not() -> None:
    assert (all_of([]), any_of([]), none_of([])) == (MET, NOT_MET, MET)


def test_a_status_is_spelled_as_in_the_result_file() -> None:
    assert [status.word for status in STATUSES] == ["not_met", "unknown", "met"]

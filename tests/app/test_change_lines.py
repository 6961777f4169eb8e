"""The lines that a change names: each of them turns with it, whatever the record."""

from collections.abc import Mapping

import pytest

from app.change import Change
from app.evaluation import evaluate, facts_of
from app.explanation import what_would_change
from app.facts import Answer
from app.logic import Status
from app.policy import Purpose
from app.policy_file import installed_policies
from tests.app.change_trials import applied, status_of
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, records

POLICY = installed_policies()["MP-RX-FP-12-23"]
SHOWN = ("E1",)
BEYOND_EVERY_LIMIT = 7

Record = Mapping[str, Answer]


def changes_of(cycle: int, answers: Record) -> tuple[Change, ...]:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    return what_would_change(POLICY, purpose, cycle, answers, status_of(cycle, answers))


def lines_of(cycle: int, answers: Record) -> dict[str, Status]:
    """What evaluation finds on each line."""
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    finding = evaluate(POLICY.sections[purpose].root, facts_of(POLICY, answers, cycle))
    return {part.criterion.id: part.status for part in finding.walk()}


@pytest.mark.parametrize("cycle", [1, *CYCLES])
def test_each_line_that_a_change_names_turns_with_it(cycle: int) -> None:
    named = 0
    for number, answers in enumerate(records(REDUCED_A if cycle == 1 else REDUCED_B)):
        if number % 11:
            continue
        before = lines_of(cycle, answers)
        for change in changes_of(cycle, answers):
            after = lines_of(cycle, applied(answers, change))
            assert change.lines
            for line in change.lines:
                assert (before[line] is change.to, after[line]) == (False, change.to), (answers, change.text)
                named += 1
    assert bool(named) is (cycle < BEYOND_EVERY_LIMIT)


NO_STOP = {
    "disease_progression": Answer(False, SHOWN),
    "unacceptable_toxicity": Answer(False),
    "veno_occlusive_disease": Answer(False),
    "response": Answer("cri", SHOWN),
    "mrd_negative": Answer(True, SHOWN),
}


def told(cycle: int, answers: Record, to: str) -> list[str]:
    return [change.text["en"] for change in changes_of(cycle, answers) if change.to.word == to]


def test_an_answer_that_only_chooses_between_limits_is_told_with_the_line_above_them() -> None:
    planned = {**NO_STOP, "hsct_planned": Answer(True)}
    assert "A plan without a stem cell transplant would meet B.i." in told(3, planned, "met")
    assert "With a planned stem cell transplant, B.i would not be met." in told(4, {}, "not_met")


def test_a_document_is_told_with_the_lines_that_would_be_open_and_not_with_those_that_stay_met() -> None:
    assert told(2, NO_STOP, "unknown")[-1] == (
        "Without a document for “Response to treatment”, B.i.B would be open."
    )
    unplanned = {**NO_STOP, "hsct_planned": Answer(False)}
    assert told(4, unplanned, "unknown")[-1] == (
        "Without a document for “Response to treatment”, B.i.B and B.iii would be open."
    )

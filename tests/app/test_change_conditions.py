"""Changes that need a question which is asked only after another answer: that answer belongs to them too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.explanation import what_would_change
from app.facts import Answer
from app.logic import MET, NOT_MET
from app.policy import Policy, Purpose
from app.policy_file import load_policy
from tests.app.policy_variants import variant_file
from tests.policies.test_changes_of_every_policy import Record, drawn, lines_of, smallest, status_of

ASKED_WHEN = '    { fact = "hsct_planned", is = false },\n]'
LATER = Purpose.CONTINUATION
SHOWN = ("E1",)


def asked_after(folder: Path, condition: str) -> Policy:
    """The shipped policy, with one more condition on the question in which cycle the response came."""
    return load_policy(variant_file(folder, (ASKED_WHEN, f"    {{ {condition} }},{ASKED_WHEN.lstrip()}")))


MRD = 'fact = "mrd_negative", is = true'
IN_TIME_UNKNOWN: Record = {
    "disease_progression": Answer(False, SHOWN),
    "unacceptable_toxicity": Answer(False),
    "veno_occlusive_disease": Answer(False),
    "response": Answer("cr", SHOWN),
    "hsct_planned": Answer(False),
}


def told(policy: Policy, answers: Record) -> list[list[tuple[str, object]]]:
    """The changes to met, each as its questions and answers."""
    status = status_of(policy, LATER, 5, answers)
    found = what_would_change(policy, LATER, 5, answers, status)
    return [[(step.question.id, step.value) for step in change.steps] for change in found if change.to is MET]


def test_the_answer_after_which_a_question_is_asked_is_part_of_the_change(tmp_path: Path) -> None:
    policy = asked_after(tmp_path, MRD)
    assert told(policy, IN_TIME_UNKNOWN) == [[("response_cycle", 3), ("mrd_negative", True)]]
    shown = {**IN_TIME_UNKNOWN, "mrd_negative": Answer(True, SHOWN)}
    assert told(policy, shown) == [[("response_cycle", 3)]]
    stated = {**IN_TIME_UNKNOWN, "mrd_negative": Answer(True)}
    assert told(policy, stated) == [[("response_cycle", 3)]]


def test_an_answer_that_stands_is_not_taken_back_to_have_another_question_asked(tmp_path: Path) -> None:
    policy = asked_after(tmp_path, MRD)
    assert told(policy, {**IN_TIME_UNKNOWN, "mrd_negative": Answer(False, SHOWN)}) == []
    undocumented = {**IN_TIME_UNKNOWN, "mrd_negative": Answer(False)}
    assert told(policy, undocumented) == [[("response_cycle", 3), ("mrd_negative", True)]]


def test_a_question_that_no_answer_of_the_section_opens_is_part_of_no_change(tmp_path: Path) -> None:
    policy = asked_after(tmp_path, 'fact = "cd22_positive", is = true')
    assert told(policy, IN_TIME_UNKNOWN) == []


def records_of(policy: Policy) -> Iterator[Record]:
    yield from drawn(policy, LATER, 5)
    for answer in (None, Answer(True, SHOWN), Answer(False, SHOWN), Answer(False)):
        yield {**IN_TIME_UNKNOWN, **({} if answer is None else {"mrd_negative": answer})}


@pytest.mark.parametrize("condition", [MRD, 'fact = "response", is = "cri"'])
def test_every_smallest_change_is_told_by_trial_of_all_others(tmp_path: Path, condition: str) -> None:
    policy = asked_after(tmp_path, condition)
    for answers in records_of(policy):
        status = status_of(policy, LATER, 5, answers)
        changes = what_would_change(policy, LATER, 5, answers, status)
        for to in {MET, NOT_MET} - {status}:
            found = {frozenset(s.question.id for s in c.steps) for c in changes if c.to is to}
            assert found == smallest(policy, LATER, 5, answers, to)
        before = lines_of(policy, LATER, 5, answers)
        assert all(before[line] is not change.to for change in changes for line in change.lines)


def test_the_condition_of_a_question_that_no_change_needs_stands_in_no_way(tmp_path: Path) -> None:
    block = 'id = "mrd_negative"\nkind = "yes_no"\n'
    asked = block + 'asked_when = [{ fact = "hsct_planned", is = true }]\n'
    policy = load_policy(variant_file(tmp_path, (block, asked)))
    assert told(policy, IN_TIME_UNKNOWN) == [[("response_cycle", 3)]]

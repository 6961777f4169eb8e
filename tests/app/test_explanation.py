"""What would change a finding: each set that is told turns it, and no smaller one does."""

import random
from collections.abc import Iterator, Mapping
from itertools import combinations, product

import pytest

from app.change import Change
from app.evaluation import evaluate, facts_of
from app.explanation import what_would_change, why
from app.facts import Answer
from app.logic import UNKNOWN, Status
from app.policy import Purpose, Question
from app.policy_file import installed_policies
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, records

POLICY = installed_policies()["MP-RX-FP-12-23"]
SHOWN = ("E1",)
SAMPLE = 60

Record = dict[str, Answer]


def _status(purpose: Purpose, cycle: int, answers: Mapping[str, Answer]) -> Status:
    return evaluate(POLICY.sections[purpose].root, facts_of(POLICY, answers, cycle)).status


def _drawn(cycle: int) -> list[Record]:
    """Some records of the section, always the same ones."""
    every = list(records(REDUCED_A if cycle == 1 else REDUCED_B))
    return random.Random(cycle).sample(every, SAMPLE)  # noqa: S311  # chooses test cases


def _applied(answers: Record, change: Change) -> Record:
    """The record after a change: each step's answer with its document, or without the one it loses."""
    after = dict(answers)
    for step in change.steps:
        evidence = SHOWN if step.document else ()
        after[step.question.id] = Answer(step.value, evidence)
    return after


def _free(question: Question, answers: Record, status: Status) -> list[Answer]:
    """What a question may become: while the finding is open, an answer that counts already stands."""
    given = answers.get(question.id)
    counts = given is not None and (bool(given.evidence) or not question.documented)
    if counts and status is UNKNOWN:
        return []
    values = [choice.value for choice in question.choices] or [1, 2, 3, 4, 5]
    return [Answer(value, SHOWN) for value in values if not (counts and given and given.value == value)]


def _smallest(
    purpose: Purpose, cycle: int, answers: Record, status: Status, to: Status
) -> set[frozenset[str]]:
    """By trial: the smallest sets of questions whose change gives a status."""
    free = {q.id: _free(q, answers, status) for q in POLICY.questions_of(purpose)}
    movable = [question for question, values in free.items() if values]
    for size in range(1, 4):
        found = set()
        for chosen in combinations(movable, size):
            for values in product(*(free[question] for question in chosen)):
                after = answers | dict(zip(chosen, values, strict=True))
                if _status(purpose, cycle, after) is to:
                    found.add(frozenset(chosen))
                    break
        if found:
            return found
    return set()


def _cases() -> Iterator[tuple[int, Purpose]]:
    yield 1, Purpose.INITIAL
    for cycle in CYCLES:
        yield cycle, Purpose.CONTINUATION


@pytest.mark.parametrize(("cycle", "purpose"), list(_cases()))
def test_every_change_that_is_told_turns_the_finding(cycle: int, purpose: Purpose) -> None:
    for answers in _drawn(cycle):
        status = _status(purpose, cycle, answers)
        for change in what_would_change(POLICY, purpose, cycle, answers, status):
            assert change.to is not status
            assert _status(purpose, cycle, _applied(answers, change)) is change.to
            assert change.text["en"]
            assert change.text["en"] != change.text["es"]
            words = change.text["en"].split()
            assert not [question for question in POLICY.questions if "_" in question and question in words]


@pytest.mark.parametrize(("cycle", "purpose"), list(_cases()))
def test_no_smaller_change_exists_and_none_of_that_size_is_left_out(cycle: int, purpose: Purpose) -> None:
    compared = 0
    for answers in _drawn(cycle):
        status = _status(purpose, cycle, answers)
        told = what_would_change(POLICY, purpose, cycle, answers, status)
        for to in (Status.MET, Status.NOT_MET):
            if to is status:
                continue
            sets = {frozenset(s.question.id for s in change.steps) for change in told if change.to is to}
            wanted = _smallest(purpose, cycle, answers, status, to)
            if not wanted and sets:
                assert min(map(len, sets)) > 3, "a larger change than was tried"
                continue
            # a question that is not asked yet changes nothing by itself: it counts with the one that asks it
            assert sets == wanted - {frozenset({"response_cycle"})} or sets == wanted, (answers, status, to)
            compared += 1
    assert compared > 0


def test_why_names_the_cited_lines_with_answers_and_documents() -> None:
    answers = {"b_cell_all": Answer(True, SHOWN), "cd22_positive": Answer(False, SHOWN)}
    finding = evaluate(POLICY.sections[Purpose.INITIAL].root, facts_of(POLICY, answers, 1))
    grounds = why(POLICY, finding, answers, 1)
    assert [ground.line for ground in grounds] == ["A.i", "A.iii"]

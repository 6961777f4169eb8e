"""What would change a finding under any policy: each change that is told turns it, and none is smaller."""

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from random import Random

import pytest

from app.case_file import parse_case
from app.change import StepKind
from app.diagram import diagram_for, is_asked
from app.evaluation import evaluate, facts_of
from app.explanation import what_would_change, why
from app.facts import Answer
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import Policy, Purpose
from app.proof import cycles_of
from app.result import result_document
from app.review import review
from tests.app.change_trials import applied
from tests.policies.every_policy import (
    POLICIES,
    all_installed,
    bare_case,
    every_section,
    first_cycle,
    written,
)

_RECORDS = 60
_SHOWN = ("E1",)

Record = dict[str, Answer]


@pytest.fixture(autouse=True)
def _installed() -> Iterator[None]:
    with all_installed():
        yield


def status_of(policy: Policy, purpose: Purpose, cycle: int, answers: Mapping[str, Answer]) -> Status:
    return evaluate(policy.sections[purpose].root, facts_of(policy, answers, cycle)).status


def drawn(policy: Policy, purpose: Purpose, cycle: int) -> Iterator[Record]:
    """Records of a section, always the same ones: more and less thorough, with and without documents."""
    source = Random(cycle)  # noqa: S311  # chooses test cases
    diagram = diagram_for(policy, purpose, cycle)
    for _ in range(_RECORDS):
        thorough = source.random()
        yield {
            question.id: Answer(
                source.choice(source.choice(diagram.values_of(question))),
                _SHOWN if source.random() < thorough else (),
            )
            for question in diagram.questions
            if source.random() < thorough
        }


def lines_of(policy: Policy, purpose: Purpose, cycle: int, answers: Record) -> dict[str, Status]:
    """What evaluation finds on each line."""
    finding = evaluate(policy.sections[purpose].root, facts_of(policy, answers, cycle))
    return {part.criterion.id: part.status for part in finding.walk()}


def ways(policy: Policy, purpose: Purpose, cycle: int, answers: Record) -> dict[str, list[Answer]]:
    """What each question may become: anything else, but not while what counts must stand."""
    status = status_of(policy, purpose, cycle, answers)
    diagram = diagram_for(policy, purpose, cycle)
    free = {}
    for question in diagram.questions:
        given = answers.get(question.id)
        counts = given is not None and (bool(given.evidence) or not question.documented)
        if counts and status is UNKNOWN:
            continue
        groups = [g for g in diagram.values_of(question) if not (counts and given and given.value in g)]
        free[question.id] = [Answer(group[0], _SHOWN) for group in groups]
    return free


def smallest(
    policy: Policy, purpose: Purpose, cycle: int, answers: Record, to: Status
) -> set[frozenset[str]]:
    """By trial, the smallest sets of questions that lead to met or to not met."""
    free = ways(policy, purpose, cycle, answers)
    for size in range(1, len(free) + 1):
        found = set()
        for chosen in combinations(free, size):
            for values in product(*(free[name] for name in chosen)):
                then = {**answers, **dict(zip(chosen, values, strict=True))}
                asked = all(is_asked(policy.questions[name], then, cycle) for name in chosen)
                if asked and status_of(policy, purpose, cycle, then) is to:
                    found.add(frozenset(chosen))
                    break
        if found:
            return found
    return set()


@every_section
def test_every_smallest_change_is_told_and_turns_the_finding(number: str, purpose: Purpose) -> None:
    policy = POLICIES[number]
    for cycle in cycles_of(policy.sections[purpose]):
        for answers in drawn(policy, purpose, cycle):
            status = status_of(policy, purpose, cycle, answers)
            changes = what_would_change(policy, purpose, cycle, answers, status)
            before = lines_of(policy, purpose, cycle, answers)
            for change in changes:
                after = lines_of(policy, purpose, cycle, applied(answers, change))
                assert after[policy.sections[purpose].root.id] is change.to
                assert change.lines
                assert all(before[line] is not change.to is after[line] for line in change.lines)
                assert change.text["en"] != change.text["es"]
            for to in {MET, NOT_MET} - {status}:
                told = {frozenset(s.question.id for s in c.steps) for c in changes if c.to is to}
                assert told == smallest(policy, purpose, cycle, answers, to)
            if status is not MET:
                assert all(step.kind is not StepKind.LOSS for c in changes for step in c.steps)


@every_section
def test_each_cited_line_is_told_with_its_paraphrase_and_a_fact(number: str, purpose: Purpose) -> None:
    policy = POLICIES[number]
    cycle = first_cycle(policy, purpose)
    for answers in drawn(policy, purpose, cycle):
        finding = evaluate(policy.sections[purpose].root, facts_of(policy, answers, cycle))
        reasons = why(policy, finding, answers, cycle)
        assert reasons
        for reason in reasons:
            assert reason.text == policy.criteria[reason.line].text
            assert reason.facts


@every_section
def test_the_result_gives_answers_that_a_case_file_may_hold(number: str, purpose: Purpose) -> None:
    policy = POLICIES[number]
    case = bare_case(policy, purpose)
    for answers in drawn(policy, purpose, case["request"]["cycle"]):
        case["answers"] = {
            name: {"value": written(policy.questions[name], answer.value), "evidence": list(answer.evidence)}
            for name, answer in answers.items()
        }
        result = result_document(review(parse_case(case)))
        changes = result["what_would_change"]
        assert isinstance(changes, list)
        for change in changes:
            steps = {
                step["question"]: {"value": step["value"], "evidence": ["E1"] if step["document"] else []}
                for step in change["changes"]
            }
            after = {**case, "answers": {**case["answers"], **steps}}
            assert result_document(review(parse_case(after)))["status"] == change["to"]
            assert change["text"].endswith(".")

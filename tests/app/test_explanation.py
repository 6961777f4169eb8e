"""Why a finding is so, and what would change it: against trial of every other way to answer every record."""

from collections.abc import Mapping
from itertools import product

import pytest

from app.change import Change, Step, StepKind
from app.evaluation import evaluate, facts_of
from app.explanation import StatedFact, what_would_change, why
from app.facts import Answer, Gap
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import Purpose
from app.policy_file import installed_policies
from tests.app.change_trials import Changed, applied, counts, group_of, smallest, status_of
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, records
from tests.app.oracle import NEED_NO_DOCUMENT, States

POLICY = installed_policies()["MP-RX-FP-12-23"]
SHOWN = ("E1",)

Record = Mapping[str, Answer]

REACHED = {UNKNOWN: (MET, NOT_MET), MET: (NOT_MET, UNKNOWN), NOT_MET: (MET,)}


def changes_of(cycle: int, answers: Record) -> tuple[Change, ...]:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    return what_would_change(POLICY, purpose, cycle, answers, status_of(cycle, answers))


def told(change: Change) -> set[Changed]:
    """What a change says, answer by answer, each value by the one that stands for its group."""
    ways = (
        [(step.question.id, None)]
        if step.kind is StepKind.LOSS
        else [(step.question.id, group_of(step.question.id, value)) for value in step.values]
        for step in change.steps
    )
    return {frozenset(way) for way in product(*ways)}


def kind_of(step: Step, answers: Record) -> StepKind:
    """How the record stands before a step."""
    name, given = step.question.id, answers.get(step.question.id)
    if given is None:
        return StepKind.ANSWER
    if given.value not in step.values:
        return StepKind.CORRECTION
    return StepKind.LOSS if counts(name, given) else StepKind.DOCUMENT


def wrong(cycle: int, answers: Record) -> str:
    """What is wrong with the changes of a record, in a word; empty when nothing is."""
    found = changes_of(cycle, answers)
    reached = REACHED[status_of(cycle, answers)]
    if [change.to for change in found] != sorted((c.to for c in found), key=(MET, NOT_MET, UNKNOWN).index):
        return "the order of statuses"
    for to in Status:
        ways = [told(change) for change in found if change.to is to]
        expected = smallest(cycle, answers, to) if to in reached else frozenset()
        if sum(map(len, ways)) != len(expected) or set().union(*ways) != expected:
            return f"the smallest changes to {to.word}"
        kinds = [sorted((s.kind for s in c.steps), reverse=True) for c in found if c.to is to]
        if kinds != sorted(kinds):
            return "the order of changes"
    for change in found:
        if status_of(cycle, applied(answers, change)) is not change.to:
            return "a change does not turn the finding"
        if any(step.kind is not kind_of(step, answers) for step in change.steps):
            return "how the record stands"
    return ""


def complaints(cycle: int, section: Mapping[str, States]) -> list[tuple[str, Record]]:
    """Every record of which something wrong is told."""
    return [(found, answers) for answers in records(section) if (found := wrong(cycle, answers))]


# ---------------------------------------------------------------- every record of both sections


def test_every_initial_record_is_told_all_its_smallest_changes_and_no_others() -> None:
    assert complaints(1, REDUCED_A)[:3] == []


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_continuation_is_told_all_its_smallest_changes_and_no_others(cycle: int) -> None:
    assert complaints(cycle, REDUCED_B)[:3] == []


def test_changes_are_the_same_each_time_they_are_asked_for() -> None:
    answers = {"b_cell_all": Answer(True, SHOWN), "regimen": Answer("with_tki")}
    assert changes_of(1, answers) == changes_of(1, dict(reversed(answers.items())))


def test_values_that_serve_alike_are_told_once() -> None:
    (change,) = (change for change in changes_of(1, {}) if change.to is MET)
    by_question = {step.question.id: step.values for step in change.steps}
    assert by_question["disease_status"] == ("relapsed", "refractory")
    assert by_question["regimen"] == (
        "single_agent",
        "with_mini_hyper_cvd",
        "with_mini_hyper_cvd_and_blinatumomab",
    )


def test_a_document_is_asked_for_with_the_very_answer_that_was_stated() -> None:
    stated = {
        "b_cell_all": Answer(True, SHOWN),
        "cd22_positive": Answer(True, SHOWN),
        "disease_status": Answer("refractory"),
        "regimen": Answer("single_agent", SHOWN),
    }
    first = changes_of(1, stated)[0]
    (step,) = first.steps
    assert (first.to, step.kind, step.values, step.document) == (
        MET,
        StepKind.DOCUMENT,
        ("refractory",),
        True,
    )


def test_what_the_cycle_alone_decides_no_answer_changes() -> None:
    assert changes_of(7, {}) == ()


def test_a_number_is_given_at_its_bound() -> None:
    late = {
        "disease_progression": Answer(False, SHOWN),
        "unacceptable_toxicity": Answer(False),
        "veno_occlusive_disease": Answer(False),
        "response": Answer("cr", SHOWN),
        "response_cycle": Answer(5),
        "hsct_planned": Answer(False),
    }
    (change,) = changes_of(6, late)
    assert [(step.question.id, step.value) for step in change.steps] == [("response_cycle", 3)]
    in_time = {**late, "response_cycle": Answer(2)}
    values = [s.value for c in changes_of(6, in_time) for s in c.steps if s.question.id == "response_cycle"]
    assert values == [4]


# ---------------------------------------------------------------- why


def reasons(cycle: int, answers: Record) -> list[tuple[str, Status, tuple[StatedFact, ...]]]:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    finding = evaluate(POLICY.sections[purpose].root, facts_of(POLICY, answers, cycle))
    found = why(POLICY, finding, answers, cycle)
    assert all(reason.text == POLICY.criteria[reason.line].text for reason in found)
    return [(reason.line, reason.status, reason.facts) for reason in found]


def test_a_line_not_met_is_told_with_the_answer_and_its_documents() -> None:
    answers = {"b_cell_all": Answer(True, SHOWN), "cd22_positive": Answer(False, ("E1", "E2"))}
    cd22 = StatedFact(
        "cd22_positive",
        POLICY.questions["cd22_positive"].short,
        POLICY.questions["cd22_positive"].choices[1].text,
        None,
        ("E1", "E2"),
    )
    assert reasons(1, answers) == [("A.i", NOT_MET, (cd22,)), ("A.iii", NOT_MET, (cd22,))]


def test_an_open_line_says_what_was_stated_and_what_is_missing() -> None:
    answers = {"disease_progression": Answer(False), "unacceptable_toxicity": Answer(False)}
    by_line = {line: facts for line, _, facts in reasons(2, answers)}
    assert [(f.id, f.gap, f.answer and f.answer["es"]) for f in by_line["B.i.A"]] == [
        ("disease_progression", Gap.UNDOCUMENTED, "No")
    ]
    assert [(f.id, f.gap, f.answer) for f in by_line["B.i"]] == [
        ("veno_occlusive_disease", Gap.UNANSWERED, None)
    ]


def test_the_cycle_asked_for_is_told_as_a_fact_of_its_own() -> None:
    found = {line: facts for line, _, facts in reasons(7, {"hsct_planned": Answer(False)})}
    *_, cycle = found["B.iii"]
    assert (cycle.id, cycle.answer, cycle.documents) == (
        "request.cycle",
        {"en": "cycle 7", "es": "el ciclo 7"},
        (),
    )


def test_the_plan_that_chose_a_limit_is_told_with_the_lines_of_that_limit() -> None:
    ended = {line: [f.id for f in facts] for line, _, facts in reasons(7, {"hsct_planned": Answer(False)})}
    assert ended == {"B.iii": ["hsct_planned", "request.cycle"]}
    either = {line: [f.id for f in facts] for line, _, facts in reasons(7, {})}
    assert set(either) == {"B.ii", "B.ii.A", "B.iii"}
    assert all(facts == ["request.cycle"] for facts in either.values())
    no_stop = {
        "disease_progression": Answer(False, SHOWN),
        "unacceptable_toxicity": Answer(False),
        "veno_occlusive_disease": Answer(False),
        "response": Answer("cr", SHOWN),
        "hsct_planned": Answer(True),
    }
    met = {line: [f.id for f in facts] for line, _, facts in reasons(2, no_stop)}
    assert met["B.ii"] == ["hsct_planned", "request.cycle"]
    assert met["B.i"] == ["unacceptable_toxicity", "veno_occlusive_disease"]


def test_each_line_that_is_cited_has_a_fact_whatever_was_answered() -> None:
    for cycle, section in ((1, REDUCED_A), (3, REDUCED_B), (5, REDUCED_B)):
        for number, answers in enumerate(records(section)):
            if number % 97 == 0:
                for line, _, facts in reasons(cycle, answers):
                    assert facts, line
                    assert all(f.answer is not None or f.gap is Gap.UNANSWERED for f in facts)


def test_a_document_is_named_in_each_change_that_needs_one() -> None:
    steps = [step for cycle in (1, 2, 5) for change in changes_of(cycle, {}) for step in change.steps]
    assert {step.question.id for step in steps if not step.document} <= NEED_NO_DOCUMENT
    assert {step.question.id for step in steps if step.document}.isdisjoint(NEED_NO_DOCUMENT)

"""The trace: what was found on each line, why, and which lines are cited."""

from collections.abc import Callable
from itertools import product

import pytest

from app.evaluation import Finding, cited, decisive, evaluate, facts_of
from app.facts import Answer, Fact, Gap
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import AllOf, AnyOf, Criterion, IfThenElse, NoneOf, Policy, Purpose, Rule
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test
from app.policy_file import installed_policies
from app.text import Text

SHOWN = ("E1",)
CD22 = {"b_cell_all": Answer(True, SHOWN), "cd22_positive": Answer(True, ("E2",))}
RELAPSED = CD22 | {"disease_status": Answer("relapsed", ("E3",))}
NO_STOP = {
    "disease_progression": Answer(False, SHOWN),
    "unacceptable_toxicity": Answer(False),
    "veno_occlusive_disease": Answer(False),
}
Answers = dict[str, Answer]
Parts = tuple[Criterion, ...]


@pytest.fixture(scope="module")
def policy() -> Policy:
    return installed_policies()["MP-RX-FP-12-23"]


def judged(policy: Policy, answers: Answers, cycle: int = 1) -> Finding:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    return evaluate(policy.sections[purpose].root, facts_of(policy, answers, cycle))


def line(finding: Finding, name: str) -> Finding:
    return next(part for part in finding.walk() if part.criterion.id == name)


def test_no_line_is_skipped_whatever_the_others_say(policy: Policy) -> None:
    records: list[Answers] = [{}, RELAPSED, {"b_cell_all": Answer(False, SHOWN)}]
    for answers in records:
        finding = judged(policy, answers)
        assert [part.criterion for part in finding.walk()] == list(finding.criterion.walk())


def test_nobody_who_reads_a_trace_can_change_its_parts_or_what_it_cites(policy: Policy) -> None:
    finding = judged(policy, RELAPSED)
    for part in finding.walk():
        assert isinstance(part.parts, tuple)
        assert isinstance(part.evidence, tuple)
    assert isinstance(cited(finding), tuple)


def test_an_answer_to_a_question_of_another_policy_is_no_fact(policy: Policy) -> None:
    assert facts_of(policy, {"body_weight_kg": Answer(70, SHOWN)}, 2) == facts_of(policy, {}, 2)


def test_a_test_that_does_not_count_says_why(policy: Policy) -> None:
    finding = judged(policy, {"cd22_positive": Answer(True)})
    assert line(finding, "A.i/b_cell_all").gap is Gap.UNANSWERED
    undocumented = line(finding, "A.i/cd22_positive")
    assert (undocumented.gap, undocumented.status, undocumented.evidence) == (Gap.UNDOCUMENTED, UNKNOWN, ())


def test_a_line_names_the_documents_behind_its_own_tests(policy: Policy) -> None:
    finding = judged(policy, RELAPSED)
    assert line(finding, "A.i").evidence == ("E1", "E2")
    assert line(finding, "A.ii.A").evidence == ("E3",)
    assert line(finding, "A.ii").evidence == ()


def test_a_line_names_a_document_behind_two_of_its_tests_once(policy: Policy) -> None:
    both = {"b_cell_all": Answer(True, ("E2", "E1")), "cd22_positive": Answer(True, ("E1", "E3"))}
    assert line(judged(policy, both), "A.i").evidence == ("E2", "E1", "E3")


@pytest.mark.parametrize("other", ["A", "C"])
def test_a_line_claims_no_documents_of_a_line_that_it_builds_on(other: str) -> None:
    text = Text(en="A line", es="Una línea")
    test = FactTest("cd22_positive", "is", operand=True, holds=lambda value: value is True)
    line = Criterion("B", text, AllOf((Criterion(other, text, test),)))
    finding = evaluate(line, {"cd22_positive": Fact(value=True, evidence=SHOWN)})
    assert [part.evidence for part in finding.walk()] == [(), SHOWN]


def test_an_answer_that_needs_no_document_counts_without_one(policy: Policy) -> None:
    finding = judged(policy, NO_STOP, cycle=2)
    assert line(finding, "B.i/veno_occlusive_disease").status is MET


def continuation(response: str, hsct: bool | None, **more: Answer) -> Answers:
    plan: Answers = {} if hsct is None else {"hsct_planned": Answer(hsct)}
    return NO_STOP | plan | {"response": Answer(response, SHOWN)} | more


MRD = Answer(True, SHOWN)
INDUCTION = {
    "induction": Answer(True, SHOWN),
    "philadelphia": Answer("negative", SHOWN),
    "regimen": Answer("with_mini_hyper_cvd", SHOWN),
}


@pytest.mark.parametrize(
    ("answers", "cycle", "status", "lines"),
    [
        (RELAPSED | {"regimen": Answer("single_agent", SHOWN)}, 1, MET, "A.i A.ii.A A.ii.B.1"),
        (CD22 | INDUCTION, 1, MET, "A.iii A.iii.A A.iii.B"),
        (RELAPSED | INDUCTION, 1, MET, "A.i A.ii.A A.ii.B.3 A.iii A.iii.A A.iii.B"),
        ({"cd22_positive": Answer(False, SHOWN)}, 1, NOT_MET, "A.i A.iii"),
        (CD22, 1, UNKNOWN, "A.ii.A A.ii.B.1 A.ii.B.2 A.ii.B.3 A.iii.A A.iii.B"),
        (continuation("none", hsct=False), 2, MET, "B.i B.i.A B.i.B B.iii B.iii.A"),
        (continuation("none", hsct=None), 2, MET, "B.i B.i.A B.i.B B.ii B.iii B.iii.A"),
        (continuation("none", hsct=False), 4, NOT_MET, "B.iii.A"),
        (continuation("cr", hsct=True, mrd_negative=MRD), 3, NOT_MET, "B.ii B.ii.A"),
        (continuation("cr", hsct=True), 3, UNKNOWN, "B.ii.A B.ii.A.2"),
        (continuation("cr", hsct=False), 5, UNKNOWN, "B.iii.A"),
        (continuation("cr", hsct=False), 7, NOT_MET, "B.iii"),
        (continuation("cr", hsct=None), 7, NOT_MET, "B.ii B.ii.A B.iii"),
        (
            continuation("cr", hsct=True) | {"disease_progression": Answer(True, SHOWN)},
            2,
            NOT_MET,
            "B.i.A",
        ),
        (continuation("cr", hsct=True) | {"unacceptable_toxicity": Answer(True)}, 2, NOT_MET, "B.i"),
    ],
)
def test_the_lines_that_give_the_status_are_cited(
    policy: Policy, answers: Answers, cycle: int, status: object, lines: str
) -> None:
    finding = judged(policy, answers, cycle)
    assert finding.status is status
    assert " ".join(cited(finding)) == lines


def test_what_is_decisive_is_a_test_and_never_a_group(policy: Policy) -> None:
    for finding in (judged(policy, {}), judged(policy, CD22 | INDUCTION), judged(policy, NO_STOP, 3)):
        tests = list(decisive(finding))
        assert tests
        assert not any(test.parts for test in tests)


# ---------------------------------------------------------------- small trees, in every state


def tree(group: Callable[[Parts], Rule], statuses: dict[str, Status]) -> Finding:
    """The finding on a line whose parts are plain tests that come out as told."""
    text = Text(en="A line", es="Una línea")
    parts = tuple(
        Criterion(name, text, FactTest(name, "is", operand=True, holds=lambda value: value is True))
        for name in statuses
    )
    known = {name: Fact(status is MET) for name, status in statuses.items() if status is not UNKNOWN}
    return evaluate(Criterion("L", text, group(parts)), known)


def if_then_else(parts: Parts) -> IfThenElse:
    condition, then, otherwise = parts
    return IfThenElse((condition, then, otherwise))


def deciding(finding: Finding) -> list[str]:
    return [leaf.criterion.id for leaf in decisive(finding)]


@pytest.mark.parametrize(("then", "otherwise"), list(product(Status, Status)))
def test_an_if_is_decided_by_the_chosen_branch_and_while_open_by_what_is_open(
    then: Status, otherwise: Status
) -> None:
    branches = {"then": then, "otherwise": otherwise}
    assert deciding(tree(if_then_else, {"if": MET, **branches})) == ["then"]
    assert deciding(tree(if_then_else, {"if": NOT_MET, **branches})) == ["otherwise"]
    still_open = ["if", *(name for name, status in branches.items() if status is UNKNOWN)]
    agreed = then is otherwise is not UNKNOWN
    expected = ["then", "otherwise"] if agreed else still_open
    assert deciding(tree(if_then_else, {"if": UNKNOWN, **branches})) == expected


@pytest.mark.parametrize(("one", "other"), list(product(Status, Status)))
def test_a_group_is_decided_by_the_parts_that_share_its_status(one: Status, other: Status) -> None:
    parts = {"one": one, "other": other}
    lowest = [name for name, status in parts.items() if status is min(one, other)]
    highest = [name for name, status in parts.items() if status is max(one, other)]
    assert deciding(tree(AllOf, parts)) == lowest
    assert deciding(tree(AnyOf, parts)) == highest
    assert deciding(tree(NoneOf, parts)) == highest


def test_findings_are_alike_when_they_found_the_same_and_not_otherwise(policy: Policy) -> None:
    first, again, other = (judged(policy, answers) for answers in (CD22, CD22, CD22 | INDUCTION))
    assert first is not again
    assert first == again
    assert first != other
    assert first != "a finding"

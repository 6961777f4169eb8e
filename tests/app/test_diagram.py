"""What is still open: the decision diagram against brute force over every way to complete a record."""

from collections.abc import Mapping
from itertools import islice

import pytest

from app.diagram import diagram_for, is_asked
from app.evaluation import evaluate, facts_of
from app.facts import Answer
from app.logic import MET, NOT_MET, UNKNOWN
from app.openings import Openings, openings
from app.policy import Policy, Purpose
from app.policy_file import installed_policies
from tests.app import oracle
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, records
from tests.app.oracle import States
from tests.app.oracle_openings import still_open

SHOWN = ("E1",)


@pytest.fixture(scope="module")
def policy() -> Policy:
    return installed_policies()["MP-RX-FP-12-23"]


def document_of(purpose: str, cycle: int, answers: Mapping[str, Answer]) -> oracle.Case:
    stated = {name: {"value": a.value, "evidence": a.evidence} for name, a in answers.items()}
    return {"request": {"purpose": purpose, "cycle": cycle}, "answers": stated}


def disagreements(
    policy: Policy, purpose: Purpose, cycle: int, section: Mapping[str, States]
) -> list[dict[str, Answer]]:
    root = policy.sections[purpose].root
    wrong = []
    for answers in records(section):
        case = document_of(purpose.value, cycle, answers)
        status = evaluate(root, facts_of(policy, answers, cycle)).status.word
        found = openings(policy, purpose, cycle, answers)
        expected = (oracle.status_of(case), *map(set, still_open(case)))
        if (status, set(found.questions), set(found.documents)) != expected:
            wrong.append(answers)
    return wrong


def test_the_open_items_of_every_initial_record_are_those_of_brute_force(policy: Policy) -> None:
    assert disagreements(policy, Purpose.INITIAL, 1, REDUCED_A) == []


@pytest.mark.parametrize("cycle", CYCLES)
def test_the_open_items_of_every_continuation_record_are_those_of_brute_force(
    policy: Policy, cycle: int
) -> None:
    assert disagreements(policy, Purpose.CONTINUATION, cycle, REDUCED_B) == []


# ---------------------------------------------------------------- worked examples


def test_an_empty_initial_record_asks_everything_but_the_inhibitor(policy: Policy) -> None:
    assert openings(policy, Purpose.INITIAL, 1, {}) == Openings(
        ("b_cell_all", "cd22_positive", "disease_status", "regimen", "induction", "philadelphia"), ()
    )


@pytest.mark.parametrize("evidence", [(), SHOWN])
def test_the_inhibitor_is_asked_once_the_regimen_is_stated_with_or_without_its_document(
    policy: Policy, evidence: tuple[str, ...]
) -> None:
    answers = {"regimen": Answer("with_tki", evidence)}
    assert "tki" in openings(policy, Purpose.INITIAL, 1, answers).questions
    assert is_asked(policy.questions["tki"], answers, 1)


def test_nothing_about_relapse_is_asked_once_induction_settles_the_request(policy: Policy) -> None:
    answers = {
        "b_cell_all": Answer(True, SHOWN),
        "cd22_positive": Answer(True, SHOWN),
        "regimen": Answer("with_mini_hyper_cvd", SHOWN),
        "induction": Answer(True, SHOWN),
        "philadelphia": Answer("negative", SHOWN),
    }
    assert openings(policy, Purpose.INITIAL, 1, answers) == Openings()


def test_a_missing_report_matters_only_where_its_line_can_still_decide(policy: Policy) -> None:
    shown = {"b_cell_all": Answer(True, SHOWN), "disease_status": Answer("relapsed", SHOWN)}
    plan = {"regimen": Answer("single_agent", SHOWN), "philadelphia": Answer("negative")}
    found = openings(policy, Purpose.INITIAL, 1, {**shown, **plan, "cd22_positive": Answer(True)})
    assert found == Openings((), ("cd22_positive",))


def test_mrd_is_asked_for_the_third_cycle_before_a_transplant_alone(policy: Policy) -> None:
    shown: dict[str, Answer] = {
        "disease_progression": Answer(False, SHOWN),
        "unacceptable_toxicity": Answer(False),
        "veno_occlusive_disease": Answer(False),
        "response": Answer("none", SHOWN),
    }
    for hsct, cycle, questions in ((True, 3, ("mrd_negative",)), (True, 2, ()), (False, 3, ())):
        answers = shown | {"hsct_planned": Answer(hsct)}
        assert openings(policy, Purpose.CONTINUATION, cycle, answers).questions == questions


def test_the_response_report_stays_wanted_while_the_transplant_plan_is_open(policy: Policy) -> None:
    """Without a transplant the cycle of response would be asked next, and the report could then decide."""
    found = openings(policy, Purpose.CONTINUATION, 5, {"response": Answer("cr")})
    assert "response" in found.documents
    assert "hsct_planned" in found.questions
    assert "response_cycle" not in found.questions


def test_a_part_of_the_section_has_its_own_node_and_a_settled_one_is_its_result(policy: Policy) -> None:
    diagram = diagram_for(policy, Purpose.CONTINUATION, 4)
    assert diagram.node_of(policy.sections[Purpose.CONTINUATION].root) == diagram.root
    assert diagram.node_of(policy.criteria["B.ii"]) == NOT_MET
    question, children = diagram.branches(diagram.node_of(policy.criteria["B.iii"]))
    assert diagram.questions[question].id == "response"
    assert children == (UNKNOWN, MET, NOT_MET)


def test_cycles_that_no_test_tells_apart_share_one_diagram(policy: Policy) -> None:
    assert diagram_for(policy, Purpose.CONTINUATION, 5) is diagram_for(policy, Purpose.CONTINUATION, 6)
    assert diagram_for(policy, Purpose.CONTINUATION, 7) is diagram_for(policy, Purpose.CONTINUATION, 90)
    assert diagram_for(policy, Purpose.CONTINUATION, 4) is not diagram_for(policy, Purpose.CONTINUATION, 5)


# ---------------------------------------------------------------- the ways to a status


@pytest.mark.parametrize(
    ("cycle", "line"), [(1, "A"), (1, "A.ii"), (2, "B"), (3, "B.ii"), (5, "B"), (5, "B.iii")]
)
def test_the_ways_to_a_status_come_with_the_fewest_answers_first(
    policy: Policy, cycle: int, line: str
) -> None:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    diagram = diagram_for(policy, purpose, cycle)
    for status in (MET, NOT_MET, UNKNOWN):
        sizes = [len(answers) for answers in islice(diagram.ways(policy.criteria[line], status), 500)]
        assert sizes == sorted(sizes)

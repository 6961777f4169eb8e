"""What holds of every policy, whatever it says: no test here knows one of them."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random

import pytest

from app.case_file import parse_case
from app.diagram import diagram_for
from app.evaluation import evaluate
from app.facts import Fact, Value
from app.logic import MET, UNKNOWN, Status
from app.policy import Policy, Purpose
from app.policy_check import check_policy
from app.policy_file import installed_policies, load_policy
from app.proof import cycles_of, proofs_of
from app.result import result_document
from app.review import Recommendation, review
from reports.fonts import first_unprintable
from reports.policy_sheet import policy_sheet
from tests.policies.every_policy import (
    POLICIES,
    all_installed,
    every_file,
    every_policy,
    every_section,
    met_case,
)

_MOST_COMPLETE = 3000
_STEPS = 400


@pytest.fixture(autouse=True)
def _installed() -> Iterator[None]:
    with all_installed():
        yield


def answers_of(policy: Policy, purpose: Purpose, cycle: int) -> dict[str, list[Value]]:
    """For each question of a section one answer of each kind that its tests tell apart."""
    diagram = diagram_for(policy, purpose, cycle)
    return {q.id: [values[0] for values in diagram.values_of(q)] for q in diagram.questions}


def status(policy: Policy, purpose: Purpose, cycle: int, answers: dict[str, Value]) -> Status:
    facts = {name: Fact(value) for name, value in answers.items()} | {"request.cycle": Fact(cycle)}
    return evaluate(policy.sections[purpose].root, facts).status


@every_file
def test_it_loads_and_the_check_finds_nothing_that_is_not_explained(source: Path) -> None:
    policy = load_policy(source)
    assert installed_policies()[policy.number] is not None
    assert [found for found in check_policy(source, first_unprintable) if found.explained is None] == []


@every_section
def test_complete_facts_give_a_definite_status(number: str, purpose: Purpose) -> None:
    policy = POLICIES[number]
    for cycle in cycles_of(policy.sections[purpose]):
        offered = answers_of(policy, purpose, cycle)
        combinations = list(product(*offered.values()))
        tried = combinations[:: len(combinations) // _MOST_COMPLETE + 1]
        found = {status(policy, purpose, cycle, dict(zip(offered, values, strict=True))) for values in tried}
        assert UNKNOWN not in found


@every_section
def test_learning_more_never_turns_a_definite_status(number: str, purpose: Purpose) -> None:
    policy, random = POLICIES[number], Random(7)  # noqa: S311  # the same order on every run
    for cycle in cycles_of(policy.sections[purpose]):
        offered = answers_of(policy, purpose, cycle)
        for _ in range(_STEPS):
            known: dict[str, Value] = {}
            before = status(policy, purpose, cycle, known)
            for name in random.sample(list(offered), len(offered)):
                known[name] = random.choice(offered[name])
                after = status(policy, purpose, cycle, known)
                assert before in {UNKNOWN, after}, known
                before = after


@every_section
def test_every_line_and_every_test_can_decide(number: str, purpose: Purpose) -> None:
    policy = POLICIES[number]
    section = policy.sections[purpose]
    for line in section.root.walk():
        assert proofs_of(policy, section, line), line.id


@every_policy
def test_every_answer_matters_somewhere_or_is_like_another(number: str) -> None:
    policy = POLICIES[number]
    for purpose, section in policy.sections.items():
        for question in policy.questions_of(purpose):
            diagrams = [diagram_for(policy, purpose, cycle) for cycle in cycles_of(section)]
            effective = [len(diagram.effective_states(question)) for diagram in diagrams]
            assert max(effective) > 0, question.id
            assert all(
                diagram.state_of(question, value) in diagram.all_states(question)
                for diagram in diagrams
                for values in diagram.values_of(question)
                for value in values
            )


@every_section
def test_a_met_case_is_approved_with_doses_in_the_policy_s_own_unit(number: str, purpose: Purpose) -> None:
    policy = POLICIES[number]
    found = review(parse_case(met_case(policy, purpose)))
    assert found.finding.status is MET
    assert found.recommendation is Recommendation.APPROVE
    doses = result_document(found)["doses"]
    assert isinstance(doses, list)
    assert [dose["day"] for dose in doses] == list(policy.dosing.treatment_days)
    assert {dose["strength"]["unit"] for dose in doses} == {policy.dosing.basis.code}
    assert all(("mg_per_m2" in dose) is (policy.dosing.basis.unit == "mg/m²") for dose in doses)
    assert found.period.last_day >= found.cycle.days[-1].date  # type: ignore[union-attr]  # approved


@every_policy
@pytest.mark.parametrize("language", ["en", "es"])
def test_its_sheet_can_be_printed(number: str, language: str) -> None:
    assert policy_sheet(POLICIES[number], language).startswith(b"%PDF-")

"""What a finding cites, over every state of the reduced sections: enough, open where open, each line once."""

from collections.abc import Iterator, Mapping

import pytest

from app.evaluation import Finding, cited, decisive, evaluate
from app.explanation import deciding
from app.facts import Fact
from app.logic import UNKNOWN
from app.policy import Criterion, Purpose
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test
from app.policy_file import installed_policies
from tests.app.combinations import CYCLES, REDUCED_A, REDUCED_B, facts_from, known_states

every_cycle = pytest.mark.parametrize("cycle", [1, *CYCLES])


def root_of(cycle: int) -> Criterion:
    purpose = Purpose.INITIAL if cycle == 1 else Purpose.CONTINUATION
    return installed_policies()["MP-RX-FP-12-23"].sections[purpose].root


def findings(cycle: int) -> Iterator[tuple[Mapping[str, Fact], Finding]]:
    section = REDUCED_A if cycle == 1 else REDUCED_B
    for states in known_states(section):
        facts = facts_from(section, states, cycle)
        yield facts, evaluate(root_of(cycle), facts)


def facts_of(leaves: Iterator[Finding]) -> set[str]:
    return {leaf.criterion.rule.fact for leaf in leaves if isinstance(leaf.criterion.rule, FactTest)}


@every_cycle
def test_the_facts_that_decide_give_the_finding_alone(cycle: int) -> None:
    for facts, finding in findings(cycle):
        if finding.status is not UNKNOWN:
            needed = facts_of(deciding(finding))
            alone = {name: fact for name, fact in facts.items() if name in needed}
            assert evaluate(finding.criterion, alone).status is finding.status


@every_cycle
def test_the_plan_decides_where_it_chose_the_limit_and_is_cited_nowhere(cycle: int) -> None:
    told = 0
    for _, finding in findings(cycle):
        parts = {part.criterion.id: part for part in finding.walk()}
        carrying = [id(leaf) for leaf in decisive(finding)]
        others = [leaf for leaf in deciding(finding) if id(leaf) not in carrying]
        if others:
            (plan,) = others
            assert plan is parts["B.i/hsct_planned"]
            assert plan.status is not UNKNOWN
            assert parts["B.i/duration"].status is finding.status is not UNKNOWN
            told += 1
        assert [id(leaf) for leaf in deciding(finding) if id(leaf) in carrying] == carrying
    assert bool(told) is (cycle > 1)


@every_cycle
def test_what_decides_an_open_finding_is_open_and_what_decides_a_settled_one_is_settled(cycle: int) -> None:
    for _, finding in findings(cycle):
        leaves = list(decisive(finding))
        assert leaves
        assert {leaf.status is UNKNOWN for leaf in leaves} == {finding.status is UNKNOWN}


@every_cycle
def test_the_lines_cited_are_those_of_what_decides_in_printed_order(cycle: int) -> None:
    printed = list(dict.fromkeys(line.line for line in root_of(cycle).walk()))
    for _, finding in findings(cycle):
        lines = {leaf.criterion.line for leaf in decisive(finding)}
        assert list(cited(finding)) == [line for line in printed if line in lines]

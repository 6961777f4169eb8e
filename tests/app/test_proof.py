from collections.abc import Iterator
from itertools import combinations, product

import pytest

from app.diagram import is_asked
from app.facts import Answer, Value
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import Criterion, IfThenElse, NoneOf, Policy, Purpose, Section
from app.policy import Test as PolicyTest
from app.policy_file import load_policy
from app.proof import Proof, changes_nothing, cycles_of, judged, proofs_of
from tests.app.policy_variants import SHIPPED

POLICY: Policy = load_policy(SHIPPED)
# Above these lines stands a "none of", or they are one: the section's result runs against them.
AGAINST = {"B.ii.A/both"}


def _lines() -> Iterator[tuple[Section, Criterion]]:
    for section in POLICY.sections.values():
        reached = {line.id for line in section.root.walk()}
        yield from ((section, line) for line in POLICY.criteria.values() if line.id in reached)


LINES = list(_lines())
every_line = pytest.mark.parametrize(("section", "line"), LINES, ids=[line.id for _, line in LINES])


def status_of(section: Section, line: Criterion, proof: Proof) -> Status:
    finding = judged(POLICY, section, proof)
    return next(part.status for part in finding.walk() if part.criterion is line)


@every_line
def test_each_line_has_a_case_with_it_and_a_case_without(section: Section, line: Criterion) -> None:
    met, other = proofs_of(POLICY, section, line)
    assert (met.line, other.line) in {(MET, NOT_MET), (MET, UNKNOWN)}
    opposite = {MET: NOT_MET, NOT_MET: MET}[met.found] if other.line is NOT_MET else UNKNOWN
    assert met.found is (NOT_MET if line.id in AGAINST else MET)
    assert other.found is opposite


@every_line
def test_evaluation_finds_what_a_proof_says(section: Section, line: Criterion) -> None:
    for proof in proofs_of(POLICY, section, line):
        assert judged(POLICY, section, proof).status is proof.found
        assert status_of(section, line, proof) is proof.line


@every_line
def test_a_proof_answers_only_what_is_asked(section: Section, line: Criterion) -> None:
    for proof in proofs_of(POLICY, section, line):
        given = {name: Answer(value) for name, value in proof.answers.items()}
        assert all(is_asked(POLICY.questions[name], given, proof.cycle) for name in given)


def _turns(section: Section, line: Criterion, proof: Proof) -> bool:
    """Whether the section's result would be the opposite, were the line the other way round; by hand."""

    def found(part: Criterion, settled: Status) -> Status:
        if part is line:
            return settled
        rule = part.rule
        if isinstance(rule, PolicyTest):
            value = {**proof.answers, "request.cycle": proof.cycle}.get(rule.fact)
            return UNKNOWN if value is None else (MET if rule.holds(value) else NOT_MET)
        below = [found(item, settled) for item in rule.parts]
        if isinstance(rule, IfThenElse):
            condition, then, otherwise = below
            return {MET: then, NOT_MET: otherwise}.get(condition, then if then is otherwise else UNKNOWN)
        if isinstance(rule, NoneOf):
            return Status(2 - max(below))
        return min(below) if type(rule).__name__ == "AllOf" else max(below)

    return {found(section.root, MET), found(section.root, NOT_MET)} == {MET, NOT_MET}


@every_line
def test_in_a_proof_the_result_turns_on_the_line(section: Section, line: Criterion) -> None:
    for proof in proofs_of(POLICY, section, line):
        assert proof.line is UNKNOWN or _turns(section, line, proof)


def _values(name: str) -> list[Value]:
    question = POLICY.questions[name]
    return [choice.value for choice in question.choices] or [1, 2, 3, 4]


def _smaller_cases(section: Section, size: int) -> Iterator[Proof]:
    names = [question.id for question in POLICY.questions_of(section.purpose)]
    for count in range(size):
        for chosen in combinations(names, count):
            for values in product(*map(_values, chosen)):
                answers = dict(zip(chosen, values, strict=True))
                given = {name: Answer(value) for name, value in answers.items()}
                for cycle in cycles_of(section):
                    if all(is_asked(POLICY.questions[name], given, cycle) for name in answers):
                        yield Proof(cycle, answers, MET, MET)


@pytest.mark.parametrize("name", ["A.i", "A.ii.B.2", "B.i.A", "B.ii.A/not_both"])
def test_no_smaller_case_proves_a_line(name: str) -> None:
    section, line = next(item for item in LINES if item[1].id == name)
    met, unmet = proofs_of(POLICY, section, line)
    for proof in (met, unmet):
        for case in _smaller_cases(section, min(len(proof.answers), 4)):
            assert not (status_of(section, line, case) is proof.line and _turns(section, line, case)), case


def test_only_the_line_that_the_policy_prints_twice_changes_nothing() -> None:
    idle = [line.id for section, line in LINES if changes_nothing(POLICY, section, line)]
    assert idle == ["B.ii.A.1"]


def test_the_cycles_of_a_section_reach_one_beyond_its_last_bound() -> None:
    assert cycles_of(POLICY.sections[Purpose.INITIAL]) == (1,)
    assert cycles_of(POLICY.sections[Purpose.CONTINUATION]) == (2, 3, 4, 5, 6, 7)

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.policy import Criterion, IfThenElse, Policy, Question, QuestionKind
from app.policy import Test as PolicyTest
from app.policy_file import installed_policies
from reports.reason_texts import PolicyWords, load_policy_words, policy_words

POLICIES = sorted(installed_policies())
CYCLES = range(1, 12)


def values(policy: Policy, fact: str) -> list[object]:
    question: Question | None = policy.questions.get(fact)
    if question is None or question.kind is QuestionKind.CYCLE:
        return list(CYCLES)
    return [choice.value for choice in question.choices]


def refusing_tests(policy: Policy, criterion: Criterion) -> Iterator[Criterion]:
    """The tests below a criterion that some answer does not pass; a condition only chooses."""
    rule = criterion.rule
    if isinstance(rule, PolicyTest):
        if not all(rule.holds(value) for value in values(policy, rule.fact)):
            yield criterion
        return
    parts = rule.parts[1:] if isinstance(rule, IfThenElse) else rule.parts
    for part in parts:
        yield from refusing_tests(policy, part)


@pytest.mark.parametrize("number", POLICIES)
def test_every_test_that_can_refuse_has_a_reason_of_its_own(number: str) -> None:
    policy = installed_policies()[number]
    for section in policy.sections.values():
        for criterion in refusing_tests(policy, section.root):
            entry = policy_words(number).covering(criterion.id)
            assert entry is not None, criterion.id
            for said in (entry.plain, entry.clinical):
                assert all((said.rule, said.record, said.gap, said.remedy)), criterion.id


@pytest.mark.parametrize("number", POLICIES)
def test_every_reason_speaks_of_tests_that_the_policy_has_and_of_each_once(number: str) -> None:
    policy = installed_policies()[number]
    tests = {
        c.id
        for section in policy.sections.values()
        for c in section.root.walk()
        if isinstance(c.rule, PolicyTest)
    }
    covered = [test for entry in policy_words(number).reasons for test in entry.covers]
    assert set(covered) <= tests
    assert len(covered) == len(set(covered))


@pytest.mark.parametrize("number", POLICIES)
def test_ways_are_the_alternatives_of_a_section(number: str) -> None:
    policy = installed_policies()[number]
    alternatives = {part.id for section in policy.sections.values() for part in section.root.parts}
    assert set(policy_words(number).ways) <= alternatives


def test_a_policy_without_a_letter_file_has_no_words_of_its_own() -> None:
    assert policy_words("NO-SUCH-POLICY") == PolicyWords()


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('format = "other"', "is other; this version reads dictamen.reasons/1"),
        ('format = "dictamen.reasons/1"\npolicy = "X"', "next_request: is missing"),
        (
            'format = "dictamen.reasons/1"\npolicy = "X"\n[next_request]\nplain = { en = "a" }\n',
            "next_request: plain: es: is missing",
        ),
    ],
)
def test_a_bad_file_is_named_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    source = tmp_path / "x.toml"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_policy_words(source)
    assert str(source) in str(caught.value)
    assert complaint.rpartition(": ")[2] in str(caught.value)

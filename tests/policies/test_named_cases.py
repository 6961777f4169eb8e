"""The named cases of the policy: judged again, held against the oracle of the contract, and made again."""

import tomllib
from collections.abc import Mapping
from typing import Any

import pytest

from app.case_file import parse_case
from app.evaluation import evaluate, facts_of
from app.facts import Facts
from app.policy import Policy
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test
from app.policy_file import installed_policies
from app.review import Review, review
from tests.app import oracle
from tests.app.case_documents import Document, changed, valid_case
from tests.app.forced import forced
from tests.app.oracle import SECTION_A, SECTION_B
from tests.tools import make_policy_cases
from tests.tools.case_search import leaf_words
from tests.tools.make_policy_cases import NUMBER, TARGET

NamedCase = Mapping[str, Any]
CASES: list[NamedCase] = tomllib.loads(TARGET.read_text(encoding="utf-8"))["case"]
every_case = pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])


def policy() -> Policy:
    return installed_policies()[NUMBER]


def document_of(case: NamedCase) -> Document:
    """The table's facts as a case file, read without the script that wrote them."""
    answers = {
        name: {"value": answer["value"], "evidence": ["E1"] if answer["documented"] else []}
        for name, answer in case["answers"].items()
    }
    steps: list[tuple[str, object]] = [
        ("answers", answers),
        ("request.purpose", case["purpose"]),
        ("request.cycle", case["cycle"]),
        ("request.doses_mg", None),
    ]
    if "icd10" in case:
        steps.append(("request.icd10", [case["icd10"]]))
    if "received_at" in case:
        steps.append(("request.received_at", case["received_at"]))
    return changed(valid_case(), *steps)


def judged(case: NamedCase) -> Review:
    return review(parse_case(document_of(case)))


@every_case
def test_a_named_case_is_found_as_the_table_says_and_for_the_lines_it_says(case: NamedCase) -> None:
    result = judged(case)
    assert result.finding.status.word == case["found"]
    assert list(result.cited) == case["because"]


@every_case
def test_a_named_case_has_the_status_of_the_contract(case: NamedCase) -> None:
    assert oracle.status_of(document_of(case)) == case["found"]


def test_the_table_is_what_the_script_makes_of_the_policy() -> None:
    assert TARGET.read_text(encoding="utf-8") == make_policy_cases.make(policy())


# ---------------------------------------------------------------- what the table covers


SHOWN = {words for case in CASES for words in case["shows"]}


def shown(start: str) -> set[str]:
    return {words.removeprefix(start).rpartition(": ")[2] for words in SHOWN if words.startswith(start)}


def test_every_name_is_one_sentence_of_its_own() -> None:
    names = [case["name"] for case in CASES]
    assert len(set(names)) == len(names)
    assert all(name[0].isupper() and name.endswith(".") and ". " not in name for name in names)
    assert not any("_" in name for name in names)


# B.ii.A.1 asks once more what B.i.B asks of every continuation: it can be left out, and never be refused.
@pytest.mark.parametrize(("result", "repeated"), [(True, ["B.ii.A.1"]), (False, [])])
def test_a_policy_with_one_test_less_would_fail_some_named_case(result: bool, repeated: list[str]) -> None:
    idle = []
    for section in policy().sections.values():
        facts = [(judged_facts(case), case["found"]) for case in CASES if case["purpose"] == section.purpose]
        leaves = [leaf for leaf in section.root.walk() if isinstance(leaf.rule, FactTest)]
        for place, leaf in enumerate(leaves):
            other = forced(section.root, place, result)
            if all(evaluate(other, known).status.word == found for known, found in facts):
                idle.append(leaf.id)
    assert idle == repeated


def judged_facts(case: NamedCase) -> Facts:
    file = parse_case(document_of(case))
    return facts_of(policy(), file.answers, file.request.cycle)


# Met, it only spares a question: the edge between cycles 4 and 5 shows what it decides.
ONE_WAY = "line B.iii.A, request.cycle at_most 4"


def test_every_test_of_every_line_decides_some_named_case_each_way() -> None:
    for section in policy().sections.values():
        for leaf in section.root.walk():
            if isinstance(leaf.rule, FactTest):
                words = leaf_words(leaf, leaf.rule)
                assert len(shown(f"{words}: ")) == (1 if words == ONE_WAY else 2), words


def test_every_listed_value_settles_some_named_case() -> None:
    for name, values in (SECTION_A | SECTION_B | {"response_cycle": (1, 2, 3, 4)}).items():
        for value in values:
            assert shown(f"value {name} is {str(value).lower()}: ") & {"met", "not_met"}


def test_every_documented_answer_has_a_named_case_that_lacks_its_document() -> None:
    for question in policy().questions.values():
        bare = {words for words in SHOWN if words.startswith(f"no document, {question.id} is ")}
        assert bool(bare) == question.documented


def test_every_reading_has_its_named_cases() -> None:
    for reading in policy().readings:
        assert any(words.startswith(f"reading {reading.id}, ") for words in SHOWN)


def test_every_edge_between_two_cycles_has_a_named_case_on_either_side() -> None:
    edges: dict[str, list[NamedCase]] = {}
    for case in CASES:
        for words in case["shows"]:
            if " against cycle " in words:
                edges.setdefault(words, []).append(case)
    assert {words.partition(",")[0] for words in edges} == {
        f"cycle {cycle} against cycle {cycle + 1}" for cycle in (2, 3, 4, 6)
    }
    for cases in edges.values():
        assert len({case["cycle"] for case in cases}) == 2
        assert len({case["found"] for case in cases}) > 1

"""Policy files: every slip of the pen is named by file, block and key; the shipped file has none."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from app.errors import InvalidInput
from app.plan import plan
from app.policy import Policy, Purpose
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test
from app.policy_file import installed_policies, load_policy
from app.regimen import plain
from app.text import LANGUAGES, Text

SHIPPED = resources.path("policies", "mp-rx-fp-12-23.toml")
SOURCE = SHIPPED.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(SHIPPED)


SLIPS = tomllib.loads(Path(__file__).with_name("policy_slips.toml").read_text(encoding="utf-8"))["slip"]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip["name"])
def test_refused(tmp_path: Path, slip: dict[str, str]) -> None:
    assert slip["old"] in SOURCE
    broken = tmp_path / "broken.toml"
    broken.write_text(SOURCE.replace(slip["old"], slip["new"], 1), encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_policy(broken)
    assert str(caught.value).startswith(f"{broken}: ")
    assert slip["says"] in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"number = ", "is not a TOML file"), (b"\xff\xfe", "is not a TOML file"), (b"", "format: is missing")],
)
def test_a_file_that_is_no_policy_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_bytes(data)
    with pytest.raises(InvalidInput, match=words):
        load_policy(broken)
    with pytest.raises(InvalidInput, match="cannot be read"):
        load_policy(tmp_path / "absent.toml")


# ---------------------------------------------------------------- the shipped file


def test_every_reading_stands_beside_a_line_or_speaks_of_the_whole(policy: Policy) -> None:
    beside = {criterion.reading.id for criterion in policy.criteria.values() if criterion.reading}
    revised = {revision.reading.id for revision in policy.revisions if revision.reading}
    general = {8, 9}  # three-valued logic, and codes
    assert beside | revised | general == {reading.id for reading in policy.readings}
    assert not general & (beside | revised)


def test_no_criterion_is_an_orphan_and_no_question_is_idle(policy: Policy) -> None:
    reached = {c.id for section in policy.sections.values() for c in section.root.walk()}
    assert set(policy.criteria) <= reached
    asked = {question.id for purpose in Purpose for question in policy.questions_of(purpose)}
    assert asked == set(policy.questions)


def test_every_advisory_is_computed_or_has_its_condition(policy: Policy) -> None:
    computed = {
        "icd10_not_listed",
        "hcpcs_not_listed",
        "dose_above_limit",
        "dose_rounded",
        "more_than_one_cycle_requested",
        "age_below_label",
        "no_measurements",
        "response_conflicts_with_values",
        "mrd_not_shown_negative",
        "treatment_day_moved_too_far",
        "treatment_days_too_close",
        "treatment_day_outside_window",
    }
    assert {code for code, advisory in policy.advisories.items() if not advisory.when} == computed


def test_every_cycle_and_response_has_exactly_one_dose_table(policy: Policy) -> None:
    for cycle in range(1, 13):
        for response in ("cr", "cri", "none"):
            fitting = [
                table
                for table in policy.dosing.tables
                if table.in_cycle(cycle) and (table.responses is None or response in table.responses)
            ]
            assert len(fitting) == 1
            assert fitting[0] is policy.dosing.table_for(cycle, response)


def test_the_plan_of_the_policy_knows_its_lines_of_business(policy: Policy) -> None:
    assert set(policy.lines_of_business) == set(plan(policy.plan).lines)


def test_the_codes_of_the_policy_are_all_described(policy: Policy) -> None:
    assert {code.code for code in policy.codes} == policy.hcpcs | policy.icd10
    assert policy.drug.hcpcs in policy.hcpcs


def test_the_policy_is_installed_under_its_number() -> None:
    assert installed_policies()["MP-RX-FP-12-23"].drug.brand == "Besponsa"
    assert plain(installed_policies()["MP-RX-FP-12-23"].drug.vial_mg) == "0.9"


# ---------------------------------------------------------------- both languages


def texts(value: object, seen: set[int]) -> Iterator[Text]:
    """Every text in two languages, wherever it stands in a policy."""
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts(item, seen)
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts(item, seen)
    else:
        names = [*getattr(value, "__slots__", ()), *getattr(value, "__dict__", {})]
        for name in names:
            yield from texts(getattr(value, name), seen)


# Names, and words that both languages share.
SAME_IN_BOTH = {
    "Inotuzumab ozogamicin (Besponsa)",
    "No",
    "Mini-hyper-CVD",
    "Bosutinib",
    "Dasatinib",
    "Imatinib",
    "Nilotinib",
    "Ponatinib",
    "{answer}",
    "mini-hyper-CVD",
}


def test_every_text_is_translated(policy: Policy) -> None:
    found = list(texts(policy, set()))
    assert len(found) > 100
    same = {text["en"] for text in found if text["en"] == text["es"]}
    assert same == SAME_IN_BOTH
    assert all(set(text) == set(LANGUAGES) for text in found)
    assert not [text for text in found for words in text.values() if words != words.strip()]


def test_spanish_questions_open_with_their_mark(policy: Policy) -> None:
    for question in policy.questions.values():
        assert re.fullmatch(r"[^¿]*¿[^?]+\?", question.prompt["es"])
        assert question.prompt["en"].endswith("?")


def test_leaves_are_named_by_their_line(policy: Policy) -> None:
    for section in policy.sections.values():
        for criterion in section.root.walk():
            assert criterion.line in policy.criteria
            if "/" in criterion.id and criterion.id not in policy.criteria:
                assert isinstance(criterion.rule, FactTest)

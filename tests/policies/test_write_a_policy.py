"""The page on writing a policy: its examples work, and every word and key of such a file is explained."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

import pytest

import resources
from app.advisories import COMPUTED
from app.case_file import parse_case
from app.comparisons import BOUNDS, LISTS, WITHIN_DAYS
from app.data_file import Block
from app.dosing import DoseBasis, SpanUnit
from app.policy import Policy, Purpose, QuestionKind
from app.policy import Test as RuleTest
from app.policy_check import check_policy
from app.policy_file import load_policy
from app.review import Recommendation, review
from reports.fonts import first_unprintable
from reports.reason_texts import load_policy_words
from tests.policies.every_policy import FILES, met_case

SHIPPED_LETTERS = resources.path("letters", "mp-rx-fp-12-23.toml")
PAGE = resources.path("help", "write-a-policy.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
PROSE = re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of the page, saved as the page says."""
    return saved(tmp_path / "my-policy.toml", "dictamen.policy/1")


@pytest.fixture
def letter_file(tmp_path: Path) -> Path:
    """The example of its letters' words."""
    return saved(tmp_path / "example-01.toml", "dictamen.reasons/1")


def saved(source: Path, form: str) -> Path:
    """The one example of a format, in a file of its own."""
    (found,) = [block for block in EXAMPLES if f'"{form}"' in block]
    source.write_text(found, encoding="utf-8")
    return source


@contextmanager
def keys_asked_for() -> Iterator[set[str]]:
    """Every key that is asked of a data file, also those that may be left out and are."""
    asked: set[str] = set()
    take, has = Block.take, Block.has

    def taking(block: Block, key: str) -> object:
        asked.add(key)
        return take(block, key)

    def looking(block: Block, key: str) -> bool:
        asked.add(key)
        return has(block, key)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Block, "take", taking)
        patched.setattr(Block, "has", looking)
        yield asked


def test_the_example_loads_and_its_check_finds_nothing(example: Path) -> None:
    assert load_policy(example).number == "EXAMPLE-01"
    assert check_policy(example, first_unprintable) == ()


@pytest.mark.parametrize("purpose", list(Purpose))
def test_a_case_of_the_example_is_approved(example: Path, purpose: Purpose) -> None:
    policy: Policy = load_policy(example)
    assert review(parse_case(met_case(policy, purpose), policy)).recommendation is Recommendation.APPROVE


@pytest.mark.parametrize(
    "word",
    [
        *QuestionKind,
        *DoseBasis,
        *(basis.key for basis in DoseBasis),
        *BOUNDS,
        *LISTS,
        WITHIN_DAYS,
        *sorted(COMPUTED),
        *(f"first_cycle_{unit}" for unit in SpanUnit),
    ],
)
def test_every_word_that_a_policy_file_can_use_is_explained(word: str) -> None:
    assert re.search(rf"`[^`]*\b{re.escape(word)}\b[^`]*`", PROSE), word


def test_every_key_that_the_loader_reads_is_explained() -> None:
    with keys_asked_for() as asked:
        for source in FILES:
            load_policy(source)
        load_policy_words(SHIPPED_LETTERS)
    assert len(asked) > 120, "the loader is watched"
    assert [key for key in sorted(asked) if not re.search(rf"`[^`]*\b{re.escape(key)}\b[^`]*`", PROSE)] == []


def test_no_key_is_explained_that_the_loader_does_not_know() -> None:
    with keys_asked_for() as asked:
        for source in FILES:
            load_policy(source)
        load_policy_words(SHIPPED_LETTERS)
    table = PROSE[PROSE.index("## Every key") : PROSE.index("`plan` is the name")]
    rows = [row.split("|")[2:4] for row in table.splitlines() if row.startswith("|")][2:]
    named = {key for cells in rows for key in re.findall(r"`(\w+)`", " ".join(cells))}
    assert named - asked == {"HCPCS", "extended_first_cycle_months"}, "a value, and what stands for days"


def test_every_block_has_its_keys() -> None:
    blocks, keys = PROSE.split("## Every block")[1].split("## Every key")[:2]
    for name in re.findall(r"`(\[+[\w.]+\]+)`", blocks):
        assert name in keys, name


def test_the_case_of_the_page_is_approved_as_the_page_says(example: Path) -> None:
    (found,) = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    judged = review(parse_case(json.loads(found), load_policy(example)))
    assert judged.recommendation is Recommendation.APPROVE
    assert judged.cycle is not None
    assert {day.authorized_mg for day in judged.cycle.days} == {Decimal(375)}


def test_the_letter_file_of_the_page_speaks_of_tests_and_questions_of_the_example(
    example: Path, letter_file: Path
) -> None:
    policy, words = load_policy(example), load_policy_words(letter_file)
    tests = {
        line.id
        for section in policy.sections.values()
        for line in section.root.walk()
        if isinstance(line.rule, RuleTest)
    }
    assert {test for entry in words.reasons for test in entry.covers} <= tests
    assert words.reasons[0].open_title is not None
    for name, remedy in words.remedies.by_question.items():
        assert all(policy.questions[name].allows(value) for value in remedy.answers)


def test_the_phrase_for_a_result_is_one_that_loads(example: Path) -> None:
    (line,) = [one.strip() for one in PAGE.splitlines() if one.startswith("    result = ")]
    text = example.read_text(encoding="utf-8")
    assert text.count('id = "anemia"') == 1
    example.write_text(text.replace('id = "anemia"', f'id = "anemia"\n{line}'), encoding="utf-8")
    assert check_policy(example, first_unprintable) == ()

"""The page on writing a policy: its example is one, and every word that a file can use is explained."""

import re
from pathlib import Path

import pytest

import resources
from app.advisories import COMPUTED
from app.case_file import parse_case
from app.comparisons import BOUNDS, LISTS, WITHIN_DAYS
from app.dosing import DoseBasis, SpanUnit
from app.policy import Policy, Purpose, QuestionKind
from app.policy_check import check_policy
from app.policy_file import load_policy
from app.review import Recommendation, review
from reports.fonts import first_unprintable
from tests.policies.every_policy import met_case

PAGE = resources.path("help", "write-a-policy.md").read_text(encoding="utf-8")


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example of the page, saved as the page says."""
    (found,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    source = tmp_path / "my-policy.toml"
    source.write_text(found, encoding="utf-8")
    return source


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
    prose = PAGE[: PAGE.index("```toml")] + PAGE[PAGE.rindex("```") :]
    assert re.search(rf"`[^`]*\b{re.escape(word)}\b[^`]*`", prose), word

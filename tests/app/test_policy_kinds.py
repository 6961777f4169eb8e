"""Slips of the pen in what only some policies have: numbers, days, strengths, months."""

from pathlib import Path

import pytest

from app.errors import InvalidInput
from app.policy_file import load_policy
from tests.policies.every_policy import SYNTHETIC

WEIGHT, FIXED = "syn-weight-01.toml", "syn-fixed-02.toml"


def refusal(file: str, old: str, new: str, folder: Path) -> str:
    """What loading says of a file with one thing otherwise."""
    text = (SYNTHETIC / file).read_text(encoding="utf-8")
    assert old in text
    source = folder / "slip.toml"
    source.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InvalidInput) as refused:
        load_policy(source)
    return f"{refused.value.field}: {refused.value.problem}"


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (WEIGHT, 'most = "25"', 'most = "1"', "question hemoglobin: most: must be greater than least"),
        (WEIGHT, 'least = "1"', 'least = "1.25"', "question hemoglobin: least: has more decimals than 1"),
        (WEIGHT, "decimals = 1", "decimals = 7", "question hemoglobin: decimals: must be at most 6"),
        (WEIGHT, 'unit = { en = "g/dL", es = "g/dL" }', "", "question hemoglobin: unit: is missing"),
        (WEIGHT, 'below = "8"', 'below = "8.05"', "below: 8.05 is no answer to hemoglobin: a number of g/dL"),
        (WEIGHT, 'below = "8"', 'below = "eight"', "below: must be an amount in quotes"),
        (WEIGHT, 'below = "8"', "below = 8.5", "below: must be a whole number, 0 or more, or an amount"),
        (WEIGHT, 'below = "8"', "within_days_before_start = 8", "and hemoglobin is a number"),
        (WEIGHT, "within_days_before_start = 14", "at_most = 14", "and hemoglobin_day is one"),
        (WEIGHT, "within_days_before_start = 14", "within_days_before_start = -1", "must be a whole number"),
        (WEIGHT, 'basis = "body_weight"', 'basis = "body_height"', "dosing: basis: must be one of"),
        (WEIGHT, 'basis = "body_weight"', 'basis = "fixed"', "dosing: table first: mg: is missing"),
        (WEIGHT, 'basis = "body_weight"', 'basis = "body_surface_area"', "dosing: formula: is missing"),
        (WEIGHT, 'mg_per_kg = ["10", "7.5"]', 'mg_per_kg = ["10"]', "mg_per_kg: must have one amount"),
        (
            WEIGHT,
            "treatment_days = [1, 22]",
            "treatment_days = [22, 1]",
            "must stand in their order",
        ),
        (WEIGHT, 'response_fact = "response"', "", "response: needs a response_fact in the block dosing"),
        (
            WEIGHT,
            "first_cycle_months = 1",
            "",
            "first_cycle_days: is missing; first_cycle_months",
        ),
        (
            WEIGHT,
            "first_cycle_months = 1",
            "first_cycle_months = 0",
            "must be a whole number, 1 or more",
        ),
        (WEIGHT, "cycles_per_approval = 1", "cycles_per_approval = 3", "cycles_per_approval: must be 1"),
        (WEIGHT, 'source = "Invented for tests"', "", "advisory icd10_not_listed: source: is missing"),
        (FIXED, "given = { en", "taken = { en", "drug: given: is missing"),
        (FIXED, "above = 6", 'above = "6.5"', "above: 6.5 is no answer to weeks_of_hives"),
        (
            FIXED,
            '{ fact = "request.cycle", at_most = 6 }',
            '{ fact = "request.cycle", at_most = "6" }',
            "must be a whole number",
        ),
        (
            FIXED,
            "cycles_per_approval = 1",
            "cycles_per_approval = 1\nextended_first_cycle_days = 9",
            "unknown key",
        ),
    ],
)
def test_refused(tmp_path: Path, file: str, old: str, new: str, says: str) -> None:
    assert says in refusal(file, old, new, tmp_path)


def test_a_part_of_a_line_that_the_file_lacks_is_refused(tmp_path: Path) -> None:
    text = (SYNTHETIC / FIXED).read_text(encoding="utf-8")
    source = tmp_path / "slip.toml"
    source.write_text(text.replace("Renewal/low", "Lowest/low"), encoding="utf-8")
    with pytest.raises(InvalidInput, match="is a part of the line Lowest, which this file lacks"):
        load_policy(source)

"""Answers that are numbers or days: exact, within their range, and judged by the first treatment day."""

import json
from decimal import Decimal

import pytest

from app.case_file import answers_of, parse_case
from app.case_json import parse_json, storable
from app.errors import InvalidInput
from app.logic import MET, NOT_MET, Status
from app.policy import Purpose
from app.review import review
from tests.policies.every_policy import POLICIES, Document, bare_case, met_case

POLICY = POLICIES["SYN-WEIGHT-01"]


def answered(name: str, value: object) -> Document:
    case = met_case(POLICY, Purpose.INITIAL)
    case["answers"][name] = {"value": value, "evidence": ["E1"]}
    return case


def found(name: str, value: object) -> Status:
    return review(parse_case(answered(name, value), POLICY)).finding.status


@pytest.mark.parametrize(
    ("value", "status"),
    [
        (7, MET),
        (7.9, MET),
        ("7.9", MET),
        (Decimal("7.9"), MET),
        (8, NOT_MET),
        ("8.0", NOT_MET),
        (25, NOT_MET),
    ],
)
def test_a_number_is_compared_exactly(value: object, status: Status) -> None:
    assert found("hemoglobin", value) is status


@pytest.mark.parametrize("value", [0, 25.1, "7.95", "-1", "7,5", "", True, None, [7], "1e1"])
def test_a_number_outside_its_range_or_decimals_is_refused_by_name(value: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_case(answered("hemoglobin", value), POLICY)
    assert str(refused.value) == (
        "answers.hemoglobin.value: must be a number of g/dL, 1 to 25, with at most 1 decimal;"
        " leave the answer out when it is not known"
    )


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2026-11-16", MET),
        ("2026-11-15", NOT_MET),
        ("2026-11-30", MET),
        ("2026-12-01", NOT_MET),
        ("2025-11-20", NOT_MET),
    ],
)
def test_a_day_counts_within_the_days_before_the_start(day: str, status: Status) -> None:
    assert found("hemoglobin_day", day) is status


@pytest.mark.parametrize("value", ["30 Nov", "2026-02-30", 20261116, None, "1899-12-31"])
def test_what_is_no_day_is_refused_by_name(value: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_case(answered("hemoglobin_day", value), POLICY)
    assert refused.value.field == "answers.hemoglobin_day.value"


def test_a_day_is_left_out_while_the_start_is_not_known() -> None:
    case = answered("hemoglobin_day", "2026-11-20")
    assert answers_of(case, POLICY)["hemoglobin_day"].value == 10
    del case["request"]["start_date"]
    assert "hemoglobin_day" not in answers_of(case, POLICY)
    assert "hemoglobin" in answers_of(case, POLICY)


def test_a_stored_number_comes_back_as_it_was() -> None:
    written = json.dumps({**bare_case(POLICY, Purpose.INITIAL), "answers": {"hemoglobin": {"value": 7.9}}})
    document = parse_json(written)
    assert isinstance(document, dict)
    again = json.loads(json.dumps(storable(document)))
    assert answers_of(again, POLICY)["hemoglobin"].value == Decimal("7.9")


def test_an_extension_is_refused_where_the_policy_has_none() -> None:
    case = met_case(POLICY, Purpose.INITIAL)
    case["request"]["extension"] = "response"
    with pytest.raises(InvalidInput, match=r"request\.extension: must be null"):
        parse_case(case, POLICY)


def test_the_most_that_a_dose_can_be_is_the_policy_s_own() -> None:
    case = met_case(POLICY, Purpose.INITIAL)
    case["request"]["doses_mg"] = ["1500", "4000"]
    assert parse_case(case, POLICY).request.doses_mg == (Decimal(1500), Decimal(4000))
    case["request"]["doses_mg"] = ["1500", "4000.1"]
    with pytest.raises(InvalidInput, match="above 0 and at most 4000"):
        parse_case(case, POLICY)

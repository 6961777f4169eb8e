"""Lengths of time on the calendar, and doses by weight or by fixed amounts."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.case_file import parse_case
from app.dosing import DoseBasis, Span, SpanUnit
from app.policy import Purpose
from app.result import result_document
from app.review import Recommendation, review
from tests.policies.every_policy import POLICIES, Document, met_case

WEIGHT, FIXED = POLICIES["SYN-WEIGHT-01"], POLICIES["SYN-FIXED-02"]

DAYS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


def months(count: int) -> Span:
    return Span(count, SpanUnit.MONTHS)


@pytest.mark.parametrize(
    ("count", "first", "last"),
    [
        (1, "2026-11-30", "2026-12-29"),
        (1, "2026-12-01", "2026-12-31"),
        (1, "2027-01-31", "2027-02-28"),
        (1, "2027-01-30", "2027-02-28"),
        (1, "2027-01-29", "2027-02-28"),
        (1, "2027-01-28", "2027-02-27"),
        (1, "2028-01-31", "2028-02-29"),
        (1, "2028-01-29", "2028-02-28"),
        (1, "2027-02-28", "2027-03-27"),
        (3, "2027-01-15", "2027-04-14"),
        (6, "2026-08-31", "2027-02-28"),
        (6, "2026-08-28", "2027-02-27"),
        (12, "2028-02-29", "2029-02-28"),
        (12, "2026-12-31", "2027-12-30"),
        (12, "2027-01-01", "2027-12-31"),
        (13, "2026-12-31", "2028-01-30"),
    ],
)
def test_months_end_before_the_same_day_or_at_the_end_of_a_short_month(
    count: int, first: str, last: str
) -> None:
    assert months(count).last_day(date.fromisoformat(first)).isoformat() == last


@given(DAYS, st.integers(1, 36))
def test_a_later_start_never_ends_earlier_and_months_never_shrink(first: date, count: int) -> None:
    last = months(count).last_day(first)
    assert first < last <= months(count + 1).last_day(first)
    assert last <= months(count).last_day(first + timedelta(days=1))
    assert 28 * count - 1 <= (last - first).days <= 31 * count


@given(DAYS, st.integers(1, 400))
def test_days_are_counted_with_both_ends(first: date, count: int) -> None:
    assert (Span(count, SpanUnit.DAYS).last_day(first) - first).days + 1 == count


def doses(document: Document) -> list[Document]:
    found = result_document(review(parse_case(document, POLICIES[document["policy"]])))["doses"]
    assert isinstance(found, list)
    return found


def test_a_dose_by_weight_is_the_strength_times_the_weight() -> None:
    case = met_case(WEIGHT, Purpose.INITIAL)
    case["measurements"] = {"weight_kg": Decimal("62.4")}
    first, second = doses(case)
    assert first == {
        "day": 1,
        "date": "2026-11-30",
        "strength": {"value": "10", "unit": "mg/kg"},
        "limit_mg": "624",
        "requested_mg": None,
        "authorized_mg": "624",
        "units": 63,
        "vials": 7,
        "discarded_units": 7,
    }
    assert (second["date"], second["limit_mg"]) == ("2026-12-21", "468")


def test_a_dose_by_weight_needs_the_weight_and_no_height() -> None:
    case = met_case(WEIGHT, Purpose.INITIAL)
    assert "height_cm" not in case["measurements"]
    result = result_document(review(parse_case(case, WEIGHT)))
    assert (result["recommendation"], result["bsa"]) == ("approve", None)
    lacking = result_document(review(parse_case({**case, "measurements": None}, WEIGHT)))
    assert lacking["recommendation"] == "pend"
    assert lacking["advisories"] == [
        {
            "code": "no_measurements",
            "text": "All criteria are met, but the weight is missing.",
            "source": "Invented for tests",
        }
    ]


def test_a_fixed_dose_needs_no_measurements() -> None:
    case = {**met_case(FIXED, Purpose.INITIAL), "measurements": None}
    found = doses(case)
    assert [(dose["day"], dose["limit_mg"], dose["units"], dose["vials"]) for dose in found] == [
        (1, "600", 120, 4),
        (29, "300", 60, 2),
        (57, "300", 60, 2),
    ]
    assert {dose["strength"]["unit"] for dose in found} == {"mg"}


@pytest.mark.parametrize(
    ("asked", "recommendation"),
    [("600", Recommendation.APPROVE), ("600.01", Recommendation.APPROVE_IN_PART)],
)
def test_without_tolerance_nothing_above_the_table_counts_as_rounding(
    asked: str, recommendation: Recommendation
) -> None:
    case = met_case(FIXED, Purpose.INITIAL)
    case["request"]["doses_mg"] = [asked, "300", "300"]
    assert review(parse_case(case, FIXED)).recommendation is recommendation


def test_each_basis_has_its_unit_for_people_and_for_programs() -> None:
    assert [(basis.unit, basis.code) for basis in DoseBasis] == [
        ("mg/m²", "mg/m2"),
        ("mg/kg", "mg/kg"),
        ("mg", "mg"),
    ]


def test_the_window_of_months_stands_in_the_result() -> None:
    result = result_document(review(parse_case(met_case(FIXED, Purpose.INITIAL), FIXED)))
    assert result["authorization"] == {
        "first_day": "2026-11-30",
        "last_day": "2027-02-28",
        "days": 91,
        "cycles": 1,
        "units": 240,
    }

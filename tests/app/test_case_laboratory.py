"""Laboratory values in a case file: exact, in one unit, and refused by name where they cannot be used."""

from decimal import Decimal
from typing import Any

import pytest

from app.case_file import laboratory_of, parse_case
from app.case_json import parse_json, storable
from app.errors import InvalidInput
from app.laboratory import LAB_NUMBERS, Mrd, MrdMethod, MrdResult, unit_offer
from app.result import result_document
from app.review import review
from tests.app.case_documents import changed
from tests.app.laboratory_cases import WHOLE, with_values


def test_a_case_file_holds_every_value() -> None:
    read = parse_case(with_values(**WHOLE)).laboratory
    assert read is not None
    assert read.platelets_e9_per_l == 120
    assert str(read.anc_e9_per_l) == "1.50"
    assert read.peripheral_blasts is False
    assert read.cycle == 2
    assert read.taken_on is not None
    assert read.taken_on.isoformat() == "2026-11-16"
    assert read.mrd == Mrd(MrdResult.NEGATIVE, MrdMethod.NGS, Decimal("0.000001"))


@pytest.mark.parametrize("values", [{}, dict.fromkeys(WHOLE), {"mrd": {"result": None}}])
def test_every_value_may_be_missing(values: dict[str, Any]) -> None:
    found = result_document(review(parse_case(with_values(**values))))
    assert found["response_assessment"] is None


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("laboratory", [], "must be an object"),
        ("laboratory.blasts", 1, "unknown field"),
        ("laboratory.marrow_blasts_percent", "5 %", "0 to 100"),
        ("laboratory.marrow_blasts_percent", -1, "0 to 100"),
        ("laboratory.marrow_blasts_percent", 100.1, "0 to 100"),
        ("laboratory.marrow_blasts_percent", True, "0 to 100"),
        ("laboratory.platelets_e9_per_l", 2000.1, "write 2.0001"),
        ("laboratory.platelets_e9_per_l", 100000, "100000 per microliter, write 100"),
        ("laboratory.platelets_e9_per_l", "120000", "120000 per microliter, write 120"),
        ("laboratory.anc_e9_per_l", 1500, "1500 per microliter, write 1.5"),
        ("laboratory.peripheral_blasts", "no", "true (present) or false (absent)"),
        ("laboratory.extramedullary_disease", 0, "true (present) or false (absent)"),
        ("laboratory.taken_on", "16-Nov-2026", "must be a date"),
        ("laboratory.cycle", 0, "1 or more"),
        ("laboratory.mrd", "negative", "must be an object"),
        ("laboratory.mrd.cutoff", "0.0001", "unknown field"),
        ("laboratory.mrd.result", "neg", "must be one of negative, positive"),
        ("laboratory.mrd.method", "smear", "must be one of flow, pcr, ngs, other"),
        ("laboratory.mrd.sensitivity", 0, "above 0 and below 1"),
        ("laboratory.mrd.sensitivity", 1, "above 0 and below 1"),
        ("laboratory.mrd.sensitivity", "10^-4", "above 0 and below 1"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(path: str, value: object, said: str) -> None:
    document = changed(with_values(**WHOLE), (path, value))
    with pytest.raises(InvalidInput) as refused:
        parse_case(document)
    assert refused.value.field == path
    assert said in refused.value.problem
    assert "\n" not in str(refused.value)


def test_a_number_too_high_in_any_unit_comes_without_an_offer() -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_case(with_values(platelets_e9_per_l=3_000_000))
    assert "per microliter" not in refused.value.problem


def test_a_value_that_cannot_be_used_is_missing_and_never_converted() -> None:
    read = laboratory_of(with_values(**(WHOLE | {"platelets_e9_per_l": 120000, "taken_on": "soon"})))
    assert read is not None
    assert read.platelets_e9_per_l is None
    assert read.anc_e9_per_l == Decimal("1.50")


@pytest.mark.parametrize(
    ("name", "typed", "converted"),
    [
        ("platelets_e9_per_l", "1000", None),
        ("platelets_e9_per_l", "1500", "1.5"),
        ("platelets_e9_per_l", "2001", "2.001"),
        ("platelets_e9_per_l", "120000", "120"),
        ("platelets_e9_per_l", "2000000", "2000"),
        ("platelets_e9_per_l", "2000001", None),
        ("anc_e9_per_l", "20", None),
        ("anc_e9_per_l", "50", "0.05"),
        ("anc_e9_per_l", "100.5", "0.1005"),
        ("anc_e9_per_l", "1000", "1"),
        ("anc_e9_per_l", "100001", None),
        ("marrow_blasts_percent", "5000", None),
    ],
)
def test_counts_per_microliter_are_recognised_and_offered(
    name: str, typed: str, converted: str | None
) -> None:
    offer = unit_offer(name, Decimal(typed))
    assert (None if offer is None else f"{offer.converted:f}") == converted
    most = LAB_NUMBERS[name].most
    assert offer is None or offer.is_sure is (Decimal(typed) > most)


def test_every_digit_of_a_value_is_kept() -> None:
    document = parse_json('{"laboratory": {"marrow_blasts_percent": 4.99999999999999999999, "cycle": 2}}')
    assert isinstance(document, dict)
    kept = storable(document)
    assert kept == {"laboratory": {"marrow_blasts_percent": "4.99999999999999999999", "cycle": 2}}
    read = laboratory_of(kept)
    assert read is not None
    assert read.marrow_blasts_percent == Decimal("4.99999999999999999999")

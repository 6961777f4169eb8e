"""Advisories: worth telling, never deciding."""

from pathlib import Path

import pytest

from app.case_file import parse_case
from app.errors import InvalidInput
from app.policy_file import load_policy
from app.result import result_document
from app.review import review
from tests.app.case_documents import REMOVED, Document, changed, continuation_case, valid_case
from tests.app.policy_variants import variant_file


def codes(document: Document) -> list[str]:
    return [advisory.code for advisory in review(parse_case(document)).advisories]


@pytest.mark.parametrize(
    ("icd10", "expected"),
    [
        ([], []),
        (["C91.00"], []),
        (["C91.02", "C91.00"], []),
        (["C91.01"], ["icd10_in_remission_at_initial"]),
        (["C91.10"], ["icd10_not_listed"]),
        (["C91.02", "E11.9"], ["icd10_not_listed"]),
        (["c91.02"], ["icd10_not_listed"]),
        (["D46.A"], ["icd10_conflicts_with_diagnosis"]),
        (["D46.A", "C91.02"], []),
        (["D46.A", "C91.10"], ["icd10_not_listed", "icd10_conflicts_with_diagnosis"]),
    ],
)
def test_diagnosis_codes_of_an_initial_request(icd10: list[str], expected: list[str]) -> None:
    assert codes(changed(valid_case(), ("request.icd10", icd10))) == expected


def test_remission_is_the_right_code_for_a_continuation() -> None:
    remission = changed(continuation_case(), ("request.icd10", ["C91.01"]))
    assert codes(remission) == codes(continuation_case())


@pytest.mark.parametrize(("hcpcs", "expected"), [(None, []), ("J9229", []), ("J9999", ["hcpcs_not_listed"])])
def test_the_procedure_code(hcpcs: str | None, expected: list[str]) -> None:
    assert codes(changed(valid_case(), ("request.hcpcs", hcpcs))) == expected


@pytest.mark.parametrize(
    ("doses", "expected"),
    [
        (None, []),
        (["1.504", "0.94", "0.94"], []),
        (["1.505", "0.94", "0.94"], ["dose_rounded"]),
        (["1.6544", "1.034", "1.034"], ["dose_rounded"]),
        (["1.6545", "0.94", "0.94"], ["dose_above_limit"]),
        (["1.505", "0.94", "2"], ["dose_above_limit", "dose_rounded"]),
    ],
)
def test_doses_above_the_limit_of_1_88_square_meters(doses: list[str] | None, expected: list[str]) -> None:
    assert codes(changed(valid_case(), ("request.doses_mg", doses))) == expected


@pytest.mark.parametrize(
    ("born", "expected"),
    [("2025-12-01", ["age_below_label"]), ("2025-11-30", []), ("2026-11-30", ["age_below_label"])],
)
def test_the_first_birthday_ends_the_advisory_on_age(born: str, expected: list[str]) -> None:
    assert codes(changed(valid_case(), ("member.birth_date", born))) == expected


def test_more_than_one_cycle() -> None:
    assert codes(changed(valid_case(), ("request.cycles_requested", 2))) == ["more_than_one_cycle_requested"]


@pytest.mark.parametrize("evidence", [[], ["E1"]])
def test_an_inhibitor_without_philadelphia_is_told_from_what_was_stated(evidence: list[str]) -> None:
    steps = (
        ("answers.regimen", {"value": "with_tki", "evidence": evidence}),
        ("answers.philadelphia", {"value": "negative", "evidence": evidence}),
    )
    assert codes(changed(valid_case(), *steps)) == ["tki_without_philadelphia"]
    assert codes(changed(valid_case(), *steps, ("answers.philadelphia.value", "positive"))) == []


def test_blinatumomab_in_induction() -> None:
    steps = (
        ("answers.regimen.value", "with_mini_hyper_cvd_and_blinatumomab"),
        ("answers.induction", {"value": True, "evidence": ["E1"]}),
    )
    differs = "published_dosing_differs"
    assert codes(changed(valid_case(), *steps)) == ["blinatumomab_outside_induction_line", differs]
    assert codes(changed(valid_case(), *steps, ("answers.induction.value", False))) == [differs]


def test_missing_measurements_are_told_only_where_nothing_else_is_missing() -> None:
    bare = changed(valid_case(), ("measurements", None))
    assert codes(bare) == ["no_measurements"]
    assert codes(changed(bare, ("answers.regimen", REMOVED))) == []
    assert codes(changed(bare, ("answers.regimen", {"value": "other", "evidence": ["E1"]}))) == []


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (None, []),
        (["2026-11-30", "2026-12-07", "2026-12-14"], []),
        (["2026-11-30", "2026-12-09", "2026-12-16"], []),
        (["2026-11-30", "2026-12-06", "2026-12-12"], []),
        (["2026-11-30", "2026-12-05", "2026-12-12"], ["treatment_days_too_close"]),
        (["2026-11-30", "2026-12-09", "2026-12-14"], ["treatment_days_too_close"]),
        (["2026-11-30", "2026-12-10", "2026-12-16"], ["treatment_day_moved_too_far"]),
        (["2026-11-30", "2026-12-07", "2026-12-17"], ["treatment_day_moved_too_far"]),
        (["2026-11-30", "2026-12-07", "2026-12-20"], ["treatment_day_moved_too_far"]),
        (
            ["2026-11-30", "2026-12-07", "2026-12-21"],
            ["treatment_day_moved_too_far", "treatment_day_outside_window"],
        ),
        (
            ["2026-11-30", "2026-12-04", "2026-12-14"],
            ["treatment_day_moved_too_far", "treatment_days_too_close"],
        ),
    ],
)
def test_days_8_and_15_may_move_by_two_days_stand_six_apart_and_lie_in_the_window(
    dates: list[str] | None, expected: list[str]
) -> None:
    dated = changed(valid_case(), ("request.treatment_dates", dates))
    assert codes(dated) == expected
    assert review(parse_case(dated)).recommendation == review(parse_case(valid_case())).recommendation


@pytest.mark.parametrize(("last", "outside"), [("2026-12-27", False), ("2026-12-28", True)])
def test_more_days_for_the_first_cycle_hold_later_treatment_days(last: str, outside: bool) -> None:
    longer = changed(
        valid_case(),
        ("request.extension", "toxicity_recovery"),
        ("request.treatment_dates", ["2026-11-30", "2026-12-07", last]),
    )
    assert ("treatment_day_outside_window" in codes(longer)) is outside


@pytest.mark.parametrize(("days", "outside"), [(14, True), (15, False)])
def test_the_days_of_a_policy_are_held_to_its_window_without_any_dates_too(
    tmp_path: Path, days: int, outside: bool
) -> None:
    short = load_policy(variant_file(tmp_path, ("first_cycle_days = 21", f"first_cycle_days = {days}")))
    found = review(parse_case(valid_case(), short)).advisories
    assert [item.code for item in found] == (["treatment_day_outside_window"] if outside else [])


def test_the_doses_of_the_result_stand_on_the_planned_dates() -> None:
    dates = ["2026-11-30", "2026-12-08", "2026-12-16"]
    dated = changed(valid_case(), ("request.treatment_dates", dates))
    for case, expected in ((dated, dates), (valid_case(), ["2026-11-30", "2026-12-07", "2026-12-14"])):
        doses = result_document(review(parse_case(case)))["doses"]
        assert isinstance(doses, list)
        assert [(dose["day"], dose["date"]) for dose in doses] == list(zip((1, 8, 15), expected, strict=True))


@pytest.mark.parametrize(
    ("dates", "field"),
    [
        ([], "request.treatment_dates"),
        ("2026-11-30", "request.treatment_dates"),
        (["2026-11-30", "2026-12-07"], "request.treatment_dates"),
        (["2026-11-29", "2026-12-07", "2026-12-14"], "request.treatment_dates[0]"),
        (["2026-11-30", "2026-11-30", "2026-12-14"], "request.treatment_dates[1]"),
        (["2026-11-30", "2026-12-07", "2026-12-06"], "request.treatment_dates[2]"),
        (["2026-11-30", "7 Dec", "2026-12-14"], "request.treatment_dates[1]"),
    ],
)
def test_treatment_dates_that_cannot_be_meant_are_refused(dates: object, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_case(changed(valid_case(), ("request.treatment_dates", dates)))
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("cycle", "response", "stops"),
    [(2, "none", False), (3, "none", True), (5, "none", True), (3, "cr", False)],
)
def test_a_continuation_names_what_the_label_holds_or_stops_for(
    cycle: int, response: str, stops: bool
) -> None:
    case = changed(continuation_case(), ("request.cycle", cycle), ("answers.response.value", response))
    expected = [
        "label_blood_counts",
        "label_liver_tests",
        *(["label_stops_without_response"] if stops else []),
    ]
    assert codes(case) == expected


@pytest.mark.parametrize("regimen", ["with_mini_hyper_cvd", "with_mini_hyper_cvd_and_blinatumomab"])
def test_published_dosing_that_differs_is_told(regimen: str) -> None:
    case = changed(valid_case(), ("answers.regimen.value", regimen))
    assert codes(case) == ["published_dosing_differs"]


def test_every_advisory_names_its_source_in_the_result() -> None:
    case = changed(continuation_case(), ("request.icd10", ["C91.10"]))
    told = result_document(review(parse_case(case)))["advisories"]
    assert isinstance(told, list)
    sources = {item["code"]: item["source"] for item in told}
    assert sources["label_blood_counts"].startswith("US label rev. 3/2024")
    assert sources["icd10_not_listed"] == "The policy's list of diagnosis codes"


def test_no_advisory_ever_changes_the_recommendation() -> None:
    loud = changed(
        valid_case(),
        ("request.icd10", ["D46.A", "C91.10"]),
        ("request.hcpcs", "J9999"),
        ("member.birth_date", "2026-11-01"),
        ("answers.philadelphia", {"value": "negative", "evidence": ["E1"]}),
    )
    assert len(codes(loud)) == 4
    assert review(parse_case(loud)).recommendation == review(parse_case(valid_case())).recommendation

"""The response that laboratory values show, against the definitions in plain words."""

from copy import deepcopy
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.case_file import laboratory_of, parse_case
from app.case_json import parse_json, storable
from app.errors import InvalidInput
from app.laboratory import LAB_NUMBERS, PER_LITER, Laboratory, Mrd, MrdMethod, MrdResult, unit_offer
from app.policy import Policy
from app.policy_file import installed_policies
from app.response import MrdFinding, ResponseAssessment, assess
from app.result import result_document
from app.review import review
from tests.app.case_documents import Document, changed, continuation_case

POLICY: Policy = installed_policies()["MP-RX-FP-12-23"]
REMISSION: dict[str, Any] = {
    "marrow_blasts_percent": Decimal("4.9"),
    "peripheral_blasts": False,
    "platelets_e9_per_l": Decimal(120),
    "anc_e9_per_l": Decimal("1.5"),
    "extramedullary_disease": False,
}


def assessed(**values: Any) -> ResponseAssessment:
    found = assess(POLICY, Laboratory(**values))
    assert found is not None
    return found


def suggestion(**values: Any) -> object:
    return assessed(**(REMISSION | values)).suggestion


# ---------------------------------------------------------------- the definitions, told once more


def complete_response(values: dict[str, Any]) -> str:
    """CR, CRi or neither, where every value is known."""
    disease = (
        values["marrow_blasts_percent"] >= 5
        or values["peripheral_blasts"]
        or values["extramedullary_disease"]
    )
    if disease:
        return "none"
    recovered = values["platelets_e9_per_l"] >= 100 and values["anc_e9_per_l"] >= 1
    return "cr" if recovered else "cri"


BLASTS = [Decimal(text) for text in ("0", "4.99999999999999999999", "5", "5.1", "100")]
PLATELETS = [Decimal(text) for text in ("0", "99.9", "100", "2000")]
NEUTROPHILS = [Decimal(text) for text in ("0", "0.999", "1", "100")]
CHOICES: dict[str, list[Any]] = {
    "marrow_blasts_percent": BLASTS,
    "peripheral_blasts": [False, True],
    "platelets_e9_per_l": PLATELETS,
    "anc_e9_per_l": NEUTROPHILS,
    "extramedullary_disease": [False, True],
}


def completions(values: dict[str, Any]) -> set[str]:
    """What the values can still turn out to be."""
    open_choices = [
        [values[name]] if values[name] is not None else choices for name, choices in CHOICES.items()
    ]
    return {complete_response(dict(zip(CHOICES, whole, strict=True))) for whole in product(*open_choices)}


def test_every_combination_of_missing_low_exact_and_high_agrees_with_its_completions() -> None:
    tried = 0
    for picked in product(*([None, *choices] for choices in CHOICES.values())):
        values = dict(zip(CHOICES, picked, strict=True))
        if not any(value is not None for value in picked):
            continue
        tried += 1
        possible = completions(values)
        found = assessed(**values)
        if len(possible) == 1:
            assert found.suggestion in possible, values
            assert found.missing == ()
        else:
            assert found.suggestion is None, values
            assert found.missing
    assert tried == 6 * 3 * 5 * 5 * 3 - 1


def test_a_missing_value_that_is_named_can_change_what_is_found_and_one_that_is_not_named_cannot() -> None:
    for picked in product(*([None, *choices] for choices in CHOICES.values())):
        values = dict(zip(CHOICES, picked, strict=True))
        if not any(value is not None for value in picked):
            continue
        found = assessed(**values)
        for name, choices in CHOICES.items():
            if values[name] is None and found.suggestion is None:
                reached = {frozenset(completions(values | {name: one})) for one in choices}
                assert (len(reached) > 1) is (name in found.missing), (values, name)


numbers = st.decimals(min_value=0, max_value=100, places=4)


@given(
    numbers,
    st.booleans(),
    st.decimals(min_value=0, max_value=2000, places=3),
    numbers,
    st.booleans(),
)
def test_whatever_is_measured_the_suggestion_is_the_definition_s(
    marrow: Decimal, peripheral: bool, platelets: Decimal, neutrophils: Decimal, outside: bool
) -> None:
    values = dict(zip(CHOICES, (marrow, peripheral, platelets, neutrophils, outside), strict=True))
    assert assessed(**values).suggestion == complete_response(values)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("marrow_blasts_percent", "4.9999", "cr"),
        ("marrow_blasts_percent", "5", "none"),
        ("platelets_e9_per_l", "100", "cr"),
        ("platelets_e9_per_l", "99.99", "cri"),
        ("anc_e9_per_l", "1", "cr"),
        ("anc_e9_per_l", "1.000", "cr"),
        ("anc_e9_per_l", "0.999", "cri"),
    ],
)
def test_the_exact_bounds(name: str, value: str, expected: str) -> None:
    assert suggestion(**{name: Decimal(value)}) == expected


@pytest.mark.parametrize("sign", ["peripheral_blasts", "extramedullary_disease"])
def test_disease_that_is_there_is_no_response(sign: str) -> None:
    assert suggestion(**{sign: True}) == "none"
    assert suggestion(**{sign: None}) is None


def test_low_counts_alone_never_suggest_that_there_is_no_response() -> None:
    assert assessed(platelets_e9_per_l=Decimal(3), anc_e9_per_l=Decimal(0)).suggestion is None


def test_one_low_count_settles_which_remission_it_is() -> None:
    assert suggestion(platelets_e9_per_l=Decimal(80), anc_e9_per_l=None) == "cri"
    found = assessed(**(REMISSION | {"anc_e9_per_l": None}))
    assert (found.suggestion, found.missing) == (None, ("anc_e9_per_l",))


def test_each_threshold_stands_beside_its_value() -> None:
    found = assessed(marrow_blasts_percent=Decimal(3), platelets_e9_per_l=Decimal(80))
    told = {
        (finding.definition.answer, item.threshold.name): item.status.word
        for finding in found.definitions
        for item in finding.measured()
    }
    assert told == {
        ("cr", "marrow_blasts_percent"): "met",
        ("cr", "peripheral_blasts"): "unknown",
        ("cr", "platelets_e9_per_l"): "not_met",
        ("cr", "anc_e9_per_l"): "unknown",
        ("cr", "extramedullary_disease"): "unknown",
        ("cri", "marrow_blasts_percent"): "met",
        ("cri", "peripheral_blasts"): "unknown",
        ("cri", "extramedullary_disease"): "unknown",
        ("cri", "platelets_e9_per_l"): "met",
        ("cri", "anc_e9_per_l"): "unknown",
    }
    assert found.missing == ("peripheral_blasts", "extramedullary_disease")


def test_nothing_measured_is_no_assessment() -> None:
    assert assess(POLICY, None) is None
    assert assess(POLICY, Laboratory(cycle=2)) is None


# ---------------------------------------------------------------- residual disease


@pytest.mark.parametrize(
    ("result", "sensitivity", "expected"),
    [
        ("negative", "0.0001", MrdFinding.NEGATIVE),
        ("negative", "0.000001", MrdFinding.NEGATIVE),
        ("negative", "0.00010001", MrdFinding.TOO_INSENSITIVE),
        ("negative", "0.01", MrdFinding.TOO_INSENSITIVE),
        ("negative", None, MrdFinding.NO_SENSITIVITY),
        ("positive", "0.0001", MrdFinding.POSITIVE),
        ("positive", "0.01", MrdFinding.POSITIVE),
        (None, "0.0001", MrdFinding.NO_RESULT),
    ],
)
def test_only_a_sensitive_negative_report_shows_mrd_negativity(
    result: str | None, sensitivity: str | None, expected: MrdFinding
) -> None:
    report = Mrd(
        MrdResult(result) if result else None,
        MrdMethod.FLOW,
        Decimal(sensitivity) if sensitivity else None,
    )
    mrd = assessed(mrd=report).mrd
    assert mrd is not None
    assert mrd.finding is expected
    assert mrd.shown_negative is (expected is MrdFinding.NEGATIVE)
    offered = {MrdFinding.NEGATIVE: True, MrdFinding.POSITIVE: False}
    assert mrd.suggestion is offered.get(expected)


def test_the_bound_is_data_with_its_source() -> None:
    rule = POLICY.response.mrd if POLICY.response else None
    assert rule is not None
    assert rule.sensitivity_at_most == Decimal("0.0001")
    assert "consensus" in rule.source
    assert "names no cut-off" in rule.text["en"]


# ---------------------------------------------------------------- the case file


def with_values(**values: Any) -> Document:
    return changed(continuation_case(), ("laboratory", deepcopy(values)))


WHOLE: dict[str, Any] = {
    "marrow_blasts_percent": 3,
    "peripheral_blasts": False,
    "platelets_e9_per_l": 120,
    "anc_e9_per_l": "1.50",
    "extramedullary_disease": False,
    "taken_on": "2026-11-16",
    "cycle": 2,
    "mrd": {"result": "negative", "method": "ngs", "sensitivity": "0.000001"},
}


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
    assert assessed(**(REMISSION | {"marrow_blasts_percent": read.marrow_blasts_percent})).suggestion == "cr"


# ---------------------------------------------------------------- the result


def result(document: Document) -> dict[str, Any]:
    return dict(result_document(review(parse_case(document))))


def codes(document: Document) -> list[str]:
    """The advisories on laboratory values that a case gets."""
    told = [advisory.code for advisory in review(parse_case(document)).advisories]
    return [code for code in told if code in {"response_conflicts_with_values", "mrd_not_shown_negative"}]


def test_the_result_shows_the_suggestion_each_threshold_and_the_report() -> None:
    found = result(with_values(**(WHOLE | {"anc_e9_per_l": None})))["response_assessment"]
    assert found["suggestion"] is None
    assert found["missing"] == ["anc_e9_per_l"]
    assert found["thresholds"][0] == {
        "definition": "cr",
        "name": "marrow_blasts_percent",
        "operator": "below",
        "bound": "5",
        "unit": "%",
        "value": "3",
        "status": "met",
    }
    assert found["thresholds"][3]["status"] == "missing"
    assert found["thresholds"][-1] == {
        "definition": "cri",
        "name": "anc_e9_per_l",
        "operator": "below",
        "bound": "1",
        "unit": PER_LITER,
        "value": None,
        "status": "missing",
        "one_of": True,
    }
    assert found["mrd"] == {
        "finding": "negative",
        "shown_negative": True,
        "method": "ngs",
        "sensitivity": "0.000001",
        "sensitivity_at_most": "0.0001",
        "source": POLICY.response.mrd.source if POLICY.response and POLICY.response.mrd else None,
    }


@pytest.mark.parametrize(
    ("answered", "values", "expected"),
    [
        ("cr", {}, []),
        ("cri", {}, ["response_conflicts_with_values"]),
        ("none", {}, ["response_conflicts_with_values"]),
        ("cr", {"platelets_e9_per_l": 99}, ["response_conflicts_with_values"]),
        ("cri", {"platelets_e9_per_l": None}, []),
        ("cr", {"marrow_blasts_percent": 40, "anc_e9_per_l": None}, ["response_conflicts_with_values"]),
    ],
)
def test_an_answer_that_the_values_do_not_bear_out_is_told(
    answered: str, values: dict[str, Any], expected: list[str]
) -> None:
    document = with_values(**(WHOLE | values))
    plain = result(continuation_case())
    answered_case = changed(document, ("answers.response.value", answered))
    assert codes(answered_case) == expected
    without = changed(continuation_case(), ("answers.response.value", answered))
    assert result(answered_case)["recommendation"] == result(without)["recommendation"]
    assert plain["response_assessment"] is None


@pytest.mark.parametrize(
    ("answered", "report", "expected"),
    [
        (True, {"result": "negative", "sensitivity": "0.0001"}, []),
        (True, {"result": "negative", "sensitivity": "0.001"}, ["mrd_not_shown_negative"]),
        (True, {"result": "negative"}, ["mrd_not_shown_negative"]),
        (True, {"result": "positive", "sensitivity": "0.0001"}, ["mrd_not_shown_negative"]),
        (True, {"method": "flow"}, ["mrd_not_shown_negative"]),
        (True, None, []),
        (False, {"result": "positive"}, []),
    ],
)
def test_mrd_negativity_that_no_report_shows_is_told(
    answered: bool, report: dict[str, Any] | None, expected: list[str]
) -> None:
    document = with_values(marrow_blasts_percent=3, mrd=report)
    answers = ("answers.mrd_negative", {"value": answered, "evidence": ["E1"]})
    assert codes(changed(document, answers)) == expected


def test_unanswered_questions_conflict_with_nothing() -> None:
    document = with_values(**(WHOLE | {"mrd": {"result": "positive"}}))
    del document["answers"]["response"]
    assert codes(document) == []

"""The response that laboratory values show, against the definitions in plain words."""

from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.definition import Definition
from app.laboratory import Laboratory, Mrd, MrdMethod, MrdResult
from app.policy import Policy
from app.policy_file import installed_policies
from app.response import MrdFinding, ResponseAssessment, assess

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


# ---------------------------------------------------------------- other definitions than the shipped ones


def defined_by(definition: Definition, **values: Any) -> ResponseAssessment:
    """What values say under a policy that knows this definition alone."""
    found = assess(POLICY._replace(definitions=(definition,)), Laboratory(**values))
    assert found is not None
    return found


def test_of_thresholds_of_which_one_is_enough_none_is_missing_once_one_is_met() -> None:
    incomplete = next(item for item in POLICY.definitions if item.answer == "cri")
    low = {"platelets_e9_per_l": Decimal(99)}
    assert defined_by(incomplete, **low, peripheral_blasts=False).missing == (
        "marrow_blasts_percent",
        "extramedullary_disease",
    )
    recovered = {"platelets_e9_per_l": Decimal(100)}
    assert defined_by(incomplete, **recovered, peripheral_blasts=False).missing == (
        "marrow_blasts_percent",
        "extramedullary_disease",
        "anc_e9_per_l",
    )


def test_nothing_is_missing_once_one_definition_holds_though_another_is_open() -> None:
    remission = next(item for item in POLICY.definitions if item.answer == "cr")
    first = remission._replace(answer="early", thresholds=remission.thresholds[:1])
    found = assess(
        POLICY._replace(definitions=(first, remission)), Laboratory(marrow_blasts_percent=Decimal(3))
    )
    assert found is not None
    assert (found.suggestion, found.missing) == ("early", ())

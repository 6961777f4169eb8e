"""What laboratory values add to a result: the assessment, and advisories that never decide."""

from typing import Any

import pytest

import resources
from app.case_file import parse_case
from app.laboratory import PER_LITER
from app.policy_file import installed_policies
from app.result import result_document
from app.review import review
from tests.app.case_documents import Document, changed, continuation_case
from tests.app.laboratory_cases import WHOLE, with_values

POLICY = installed_policies()["MP-RX-FP-12-23"]


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
    ("mrd", "finding"),
    [
        ({"result": "negative", "sensitivity": "0.0001"}, "negative"),
        ({"result": "positive"}, "positive"),
        ({"method": "flow"}, "no_result"),
        ({"result": "negative"}, "no_sensitivity"),
        ({"result": "negative", "sensitivity": "0.01"}, "too_insensitive"),
    ],
)
def test_what_a_report_of_residual_disease_shows_is_said_in_the_words_of_the_help(
    mrd: dict[str, object], finding: str
) -> None:
    found = result(with_values(**(WHOLE | {"mrd": mrd})))["response_assessment"]["mrd"]
    assert found["finding"] == finding
    assert f"`{finding}`" in resources.path("help", "case-file-additions.md").read_text(encoding="utf-8")


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

"""The shipped samples: each shows what its title says, and together they cover the work."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import resources
from app.case_file import load_case
from app.case_json import parse_json, read_text
from app.result import result_document
from app.review import review
from tests.app.oracle_result import comparable, verdict

SAMPLES = sorted(resources.path("samples").glob("*.json"))

# What every continuation is told.
LABEL = "label_blood_counts label_liver_tests"

# number: recommendation, printed lines it rests on, advisories
EXPECTED: Mapping[str, tuple[str, str, str]] = {
    "01": ("approve", "A.i A.ii.A A.ii.B.1", ""),
    "02": ("approve", "A.i A.ii.A A.ii.B.2", ""),
    "03": ("approve", "A.i A.ii.A A.ii.B.3", "published_dosing_differs"),
    "04": ("approve", "A.i A.ii.A A.ii.B.3", "published_dosing_differs"),
    "05": ("approve", "A.iii A.iii.A A.iii.B", "published_dosing_differs"),
    "06": ("refer", "A.ii.A A.iii.B", "blinatumomab_outside_induction_line published_dosing_differs"),
    "07": ("refer", "A.ii.B.1 A.ii.B.2 A.ii.B.3 A.iii.B", ""),
    "08": ("refer", "A.ii.B.1 A.ii.B.2 A.ii.B.3 A.iii.A A.iii.B", ""),
    "09": ("pend", "A.i A.ii.B.1 A.ii.B.2 A.ii.B.3", ""),
    "10": ("pend", "A.i", "icd10_conflicts_with_diagnosis"),
    "11": ("approve_in_part", "A.i A.ii.A A.ii.B.1", "dose_above_limit"),
    "12": ("approve", "A.i A.ii.A A.ii.B.1", "dose_rounded"),
    "13": ("approve_in_part", "A.i A.ii.A A.ii.B.1", "more_than_one_cycle_requested"),
    "14": ("approve", "A.i A.ii.A A.ii.B.1", ""),
    "15": ("pend", "A.i A.ii.A A.ii.B.1", "icd10_in_remission_at_initial no_measurements"),
    "16": ("refer", "A.i A.iii", ""),
    "17": ("approve", "B.i B.i.A B.i.B B.iii B.iii.A", LABEL),
    "18": ("approve", "B.i B.i.A B.i.B B.ii", f"dose_rounded {LABEL}"),
    "19": ("approve", "B.i B.i.A B.i.B B.ii.A B.ii.A.1 B.ii.A.2", LABEL),
    "20": ("refer", "B.ii B.ii.A", LABEL),
    "21": ("pend", "B.ii.A B.ii.A.2", LABEL),
    "22": ("refer", "B.ii B.ii.A", LABEL),
    "23": ("approve", "B.i B.i.A B.i.B B.iii B.iii.A", LABEL),
    "24": ("approve", "B.i B.i.A B.i.B B.iii B.iii.A", LABEL),
    "25": ("refer", "B.iii.A", LABEL),
    "26": ("refer", "B.iii", LABEL),
    "27": ("refer", "B.i", LABEL),
    "28": ("pend", "B.i.A", LABEL),
    "29": ("approve", "A.i A.ii.A A.ii.B.1", "age_below_label"),
    "30": ("approve", "A.i A.ii.A A.ii.B.2", "icd10_not_listed hcpcs_not_listed tki_without_philadelphia"),
    "31": ("refer", "B.i.A", f"{LABEL} label_stops_without_response"),
    "32": ("refer", "B.ii B.ii.A", f"mrd_not_shown_negative {LABEL}"),
    "33": ("approve", "B.i B.i.A B.i.B B.iii B.iii.A", f"response_conflicts_with_values {LABEL}"),
    "34": ("approve", "A.i A.ii.A A.ii.B.1", "treatment_day_moved_too_far treatment_days_too_close"),
    "35": ("approve", "A.i A.ii.A A.ii.B.1", ""),
    "36": (
        "approve",
        "A.i A.ii.A A.ii.B.1",
        "treatment_day_moved_too_far treatment_day_outside_window",
    ),
}


def document(sample: Path) -> dict[str, Any]:
    read = parse_json(read_text(sample))
    assert isinstance(read, dict)
    return read


def result(sample: Path) -> dict[str, Any]:
    written = json.loads(json.dumps(result_document(review(load_case(sample)))))
    assert isinstance(written, dict)
    return written


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_is_judged_as_expected_and_as_the_contract_says(sample: Path) -> None:
    found = result(sample)
    codes = " ".join(item["code"] for item in found["advisories"])
    assert (found["recommendation"], " ".join(found["cited"]), codes) == EXPECTED[sample.name[:2]]
    assert comparable(found) == verdict(document(sample))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_says_what_it_shows_and_names_nobody_real(sample: Path) -> None:
    case = load_case(sample)
    assert case.title
    outcome = {"pend": "pend", "refer": "refer", "approve": "approve", "approve_in_part": "approve in part"}
    assert case.title.count(":") == 1
    assert outcome[EXPECTED[sample.name[:2]][0]] in case.title.partition(":")[2]
    invented = r"Ejemplo|Ejemplar|Muestra|Prueba|Ficticia|Inventada|Person|Member"
    assert re.search(invented, case.member.full_name)
    assert re.search("Muestra|Example", case.prescriber.name)
    assert re.fullmatch(r"(787|939)-555-01\d\d", case.prescriber.phone or "")
    assert case.prescriber.npi in {"1234567893", "1558598797"}
    words = {word.casefold() for word in re.findall(r"\w{4,}", case.member.full_name)}
    assert words.isdisjoint(sample.stem.casefold().split("-"))


def test_the_samples_are_numbered_without_gap() -> None:
    assert [sample.name[:2] for sample in SAMPLES] == sorted(EXPECTED)


# ---------------------------------------------------------------- together they cover the work


def values(*path: str) -> set[Any]:
    """Every value that stands at a path in some sample."""
    found = set()
    for sample in SAMPLES:
        place: Any = document(sample)
        for step in path:
            place = (place or {}).get(step)
        found.add(place)
    return found


def answered(question: str) -> set[Any]:
    return values("answers", question, "value")


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("request.purpose", {"initial", "continuation"}),
        ("request.priority", {"standard", "expedited"}),
        ("request.line_of_business", {"MMM MA", "MMM Multihealth"}),
        ("request.cycle", set(range(1, 8))),
        ("request.extension", {None, "response", "toxicity_recovery"}),
        ("member.language", {"en", "es"}),
        ("prescriber.npi", {"1234567893", "1558598797"}),
    ],
)
def test_every_kind_of_request_has_a_sample(path: str, wanted: set[object]) -> None:
    assert wanted <= values(*path.split("."))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        (
            "regimen",
            {
                "single_agent",
                "with_tki",
                "with_mini_hyper_cvd",
                "with_mini_hyper_cvd_and_blinatumomab",
                "other",
            },
        ),
        ("disease_status", {"relapsed", "refractory", "neither"}),
        ("philadelphia", {"negative", "positive"}),
        ("response", {"cr", "cri", "none"}),
        ("hsct_planned", {True, False}),
        ("mrd_negative", {True, False}),
        ("response_cycle", {3, 5}),
        ("veno_occlusive_disease", {True, False}),
        ("disease_progression", {True, False}),
        ("cd22_positive", {True, False}),
    ],
)
def test_every_answer_that_tells_cases_apart_has_a_sample(question: str, wanted: set[object]) -> None:
    assert wanted <= answered(question)


def test_every_recommendation_advisory_and_kind_of_evidence_has_a_sample() -> None:
    policy = load_case(SAMPLES[0]).policy
    assert {row[0] for row in EXPECTED.values()} == {"approve", "approve_in_part", "pend", "refer"}
    assert {code for row in EXPECTED.values() for code in row[2].split()} == set(policy.advisories)
    kinds = {item["kind"] for sample in SAMPLES for item in document(sample)["evidence"]}
    assert kinds == {
        "pathology_report",
        "lab_result",
        "imaging",
        "chart_note",
        "treatment_plan",
        "physician_statement",
        "other",
    }


def test_names_addresses_and_ages_that_letters_stumble_on_have_a_sample() -> None:
    members = [load_case(sample).member for sample in SAMPLES]
    starts = [load_case(sample).request.start_date for sample in SAMPLES]
    ages = {member.age_on(start) for member, start in zip(members, starts, strict=True)}
    assert any(age < 1 for age in ages)
    assert any(1 <= age < 18 for age in ages)
    assert max(len(member.family_name) for member in members) > 35
    assert all(any(sign in member.full_name for member in members) for sign in "ñáéíóú")
    assert any(line.startswith("Urb ") for member in members for line in member.address)
    assert any(member.mbi for member in members)
    assert any(load_case(sample).measurements is None for sample in SAMPLES)


def test_a_response_in_time_and_too_late_and_both_transplant_rules_have_a_sample() -> None:
    shown = {
        (case.request.cycle, case.answers["hsct_planned"].value, EXPECTED[sample.name[:2]][0])
        for sample in SAMPLES
        if "hsct_planned" in (case := load_case(sample)).answers
    }
    third_cycle = {(3, True, "approve"), (3, True, "refer"), (3, True, "pend")}
    assert third_cycle | {(4, True, "refer"), (5, False, "approve"), (6, False, "refer")} <= shown

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.case import judge, record_from
from app.case_file import parse_case
from app.casebook import Casebook
from app.desk import add_case, open_case
from app.determination import Outcome, determine
from app.errors import DictamenError
from app.fields import Document
from app.policy import Policy
from app.policy_file import load_policy
from app.replay import LeftOut, LineChange, Replayed, replay_cases
from app.result import result_document
from app.review import review
from tests.app.desk_fixtures import REVIEWER, make_casebook, sample_case, unlock
from tests.app.policy_variants import SHIPPED, superseding_file, variant_file

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
# Relapse alone no longer meets A.ii.A: sample 01 is relapsed, sample 02 refractory.
REFRACTORY_ONLY = ('one_of = ["relapsed", "refractory"]', 'one_of = ["refractory"]')


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    make_casebook(tmp_path / "home")
    with unlock(tmp_path / "home", REVIEWER) as casebook:
        yield casebook


def keep(casebook: Casebook, start: str, case_id: str, **request: object) -> None:
    case = sample_case(start)
    given = case["request"]
    assert isinstance(given, dict)
    add_case(casebook, {**case, "case_id": case_id, "request": {**given, **request}})


def no_letter(_: bytes) -> Document:
    raise AssertionError("no case here has a letter")


def replayed(casebook: Casebook, policy: Policy | None) -> dict[str, Replayed]:
    found = list(replay_cases(casebook, no_letter, policy))
    return {case.case_id: case for case in found if isinstance(case, Replayed)}


def variant(folder: Path, *changes: tuple[str, str]) -> Policy:
    return load_policy(variant_file(folder, *changes))


def test_under_the_same_policy_nothing_changes(casebook: Casebook) -> None:
    for place, start in enumerate(("01", "11", "16", "21", "25"), 1):
        keep(casebook, start, f"C-{place}")
    for policy in (load_policy(SHIPPED), None):
        cases = replayed(casebook, policy)
        assert list(cases) == ["C-1", "C-2", "C-3", "C-4", "C-5"]
        assert not any(case.changed for case in cases.values())


def test_another_rule_changes_recommendation_lines_and_units(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "01", "C-relapsed")
    keep(casebook, "02", "C-refractory")
    cases = replayed(casebook, variant(tmp_path, REFRACTORY_ONLY))
    relapsed = cases["C-relapsed"]
    assert (relapsed.then.recommendation, relapsed.now.recommendation) == ("approve", "refer")
    assert (relapsed.then.units, relapsed.now.units) == (35, None)
    assert relapsed.lines == (
        LineChange("A", "met", "not_met"),
        LineChange("A.ii", "met", "not_met"),
        LineChange("A.ii.A", "met", "not_met"),
    )
    assert not cases["C-refractory"].changed


def test_another_dose_table_changes_units_alone(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "17", "C-1")
    table = 'response = ["none"]\nmg_per_m2 = ["0.8", "0.5", "0.5"]'
    case = replayed(casebook, variant(tmp_path, (table, table.replace("0.8", "0.4"))))["C-1"]
    assert case.then.recommendation == case.now.recommendation == "approve"
    assert case.lines == ()
    assert case.units_changed
    assert case.changed


def test_other_advisories_are_told_though_nothing_else_changes(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "12", "C-rounded")
    keep(casebook, "29", "C-infant")
    words = ("The member is younger than 1 year", "The person is younger than 1 year")
    older = ("label_age_years = 1\n", "label_age_years = 0\n")
    other_words = replayed(casebook, variant(tmp_path, words))
    assert other_words["C-rounded"].advisories == ()
    (change,) = other_words["C-infant"].advisories
    assert (change.code, change.now) == ("age_below_label", str(change.then).replace(*words))
    assert other_words["C-infant"].changed
    (gone,) = replayed(casebook, variant(tmp_path, older))["C-infant"].advisories
    assert (gone.code, gone.now) == ("age_below_label", None)
    assert gone.then


def test_an_advisory_that_a_letter_did_not_tell_yet_is_a_change(casebook: Casebook) -> None:
    keep(casebook, "01", "C-1", icd10=["C91.10"])
    result = decide(casebook, "C-1", b"letter")
    (same,) = replay_cases(casebook, lambda _: result, None)
    assert isinstance(same, Replayed)
    assert not same.changed
    (case,) = replay_cases(casebook, lambda _: {**result, "advisories": []}, None)
    assert isinstance(case, Replayed)
    assert [(change.code, change.then) for change in case.advisories] == [("icd10_not_listed", None)]
    assert case.changed


def test_a_file_that_begins_after_the_case_judges_it_all_the_same(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "01", "C-1", received_at="2024-01-10T09:00:00-04:00", start_date="2024-01-15")
    later = load_policy(superseding_file(tmp_path, "2027-01-01"))
    case = replayed(casebook, later)["C-1"]
    assert (case.then.revision, case.now.revision) == ("2023-11-30", "2027-01-01")
    assert case.now.policy == later.sha256
    assert not case.changed


def test_an_answer_that_the_other_file_does_not_know_counts_no_more(
    casebook: Casebook, tmp_path: Path
) -> None:
    keep(casebook, "01", "C-1")
    text = SHIPPED.read_text(encoding="utf-8").replace('"single_agent"', '"alone"')
    source = tmp_path / "renamed.toml"
    source.write_text(text, encoding="utf-8")
    case = replayed(casebook, load_policy(source))["C-1"]
    assert case.unused == ("regimen",)
    assert (case.then.recommendation, case.now.recommendation) == ("approve", "pend")
    assert case.problems == ()


def test_an_incomplete_case_is_compared_by_its_lines_and_says_what_it_lacks(
    casebook: Casebook, tmp_path: Path
) -> None:
    keep(casebook, "01", "C-1")
    open_case(casebook, "C-1").set("prescriber.npi", "12")
    case = replayed(casebook, variant(tmp_path, REFRACTORY_ONLY))["C-1"]
    assert case.then.recommendation is case.now.recommendation is None
    assert (case.then.status, case.now.status) == ("met", "not_met")
    assert case.problems[0].startswith("prescriber.npi: ")


def test_cases_of_another_policy_stay_out(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "01", "C-1")
    assert (
        list(
            replay_cases(
                casebook, no_letter, variant(tmp_path, ('number = "MP-RX-FP-12-23"', 'number = "MP-X"'))
            )
        )
        == []
    )


def test_what_cannot_be_judged_is_left_out_with_the_reason(casebook: Casebook) -> None:
    case = sample_case("01") | {"policy": "MP-RX-FP-00-00"}
    casebook.save({"kind": "case", "format": "dictamen.record/1", "case": case}, "C-1")
    keep(casebook, "02", "C-2")
    left_out, judged = replay_cases(casebook, no_letter, None)
    assert isinstance(left_out, LeftOut)
    assert left_out.why.startswith("policy: is not installed")
    assert isinstance(judged, Replayed)


def decide(casebook: Casebook, case_id: str, letter: bytes) -> Document:
    """Sign an approval; gives the result that its letter carries."""
    desk = open_case(casebook, case_id)
    judged = review(parse_case(desk.record.case))
    decided = determine(judged, Outcome.APPROVE, REVIEWER, NOW)
    desk.keep_letter(decided, "D-20261124-SAMPLE", "es", letter)
    return result_document(judged)


def test_a_decided_case_is_compared_with_the_result_on_its_letter(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "01", "C-1")
    letter = b"%PDF of a letter"
    result = decide(casebook, "C-1", letter)
    under = load_policy(SHIPPED)
    for policy, changed in ((None, False), (under, False), (variant(tmp_path, REFRACTORY_ONLY), True)):
        (case,) = replay_cases(casebook, lambda pdf: {letter: result}[pdf], policy)
        assert isinstance(case, Replayed)
        assert (case.outcome, case.then.recommendation, case.then.units) == ("approve", "approve", 35)
        assert case.then.policy == under.sha256
        assert case.changed is changed


def test_a_letter_made_under_an_earlier_file_shows_what_changed_since(casebook: Casebook) -> None:
    keep(casebook, "01", "C-1")
    result = {**decide(casebook, "C-1", b"letter"), "recommendation": "pend", "authorization": None}
    (case,) = replay_cases(casebook, lambda _: result, None)
    assert isinstance(case, Replayed)
    assert (case.then.recommendation, case.now.recommendation) == ("pend", "approve")
    assert (case.then.units, case.now.units) == (None, 35)
    assert case.units_changed


def test_a_letter_that_cannot_be_read_leaves_its_case_out(casebook: Casebook) -> None:
    keep(casebook, "01", "C-1")
    decide(casebook, "C-1", b"letter")

    def unreadable(_: bytes) -> Document:
        raise DictamenError("the result on its letter cannot be read")

    assert list(replay_cases(casebook, unreadable, None)) == [
        LeftOut("C-1", "the result on its letter cannot be read")
    ]


def test_a_case_saved_under_an_earlier_edition_is_compared_with_what_was_found_then(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep(casebook, "01", "C-1")
    edition = variant(tmp_path, REFRACTORY_ONLY)
    monkeypatch.setattr("app.case_file.policies_of", lambda _: (edition,))
    case = replayed(casebook, None)["C-1"]
    assert (case.then.recommendation, case.now.recommendation) == ("approve", "refer")
    assert case.then.lines is None
    assert (case.lines, case.advisories) == ((), ())
    assert not case.units_changed


def test_replay_writes_nothing(casebook: Casebook, tmp_path: Path) -> None:
    keep(casebook, "01", "C-1")
    home = tmp_path / "home"
    before = {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in home.iterdir()}
    version = casebook.data_version
    replayed(casebook, variant(tmp_path, REFRACTORY_ONLY))
    assert casebook.data_version == version
    assert {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in home.iterdir()} == before
    stored = record_from(casebook.get("C-1").document).case
    assert judge(stored).policy.sha256 == load_policy(SHIPPED).sha256

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.case import CaseState, new_case, record_from
from app.casebook import Casebook, StaleSave
from app.desk import OpenCase, add_case, letter_bytes, open_case
from app.determination import Outcome, determine
from app.errors import DictamenError
from app.facts import EvidenceKind
from app.logic import MET, UNKNOWN
from app.people import Person
from app.policy_file import installed_policies
from app.signed_letters import LETTER_KIND
from tests.app.desk_fixtures import (
    PHYSICIAN,
    REVIEWER,
    WATCHER,
    at_the_desk,
    keep_sample,
    sample_case,
    unlock,
)

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.fixture
def fresh(casebook: Casebook) -> OpenCase:
    policy = installed_policies()["MP-RX-FP-12-23"]
    return OpenCase(casebook, new_case(policy, NOW, policy.lines_of_business[0]))


def test_a_new_case_is_kept_from_its_first_change_on(casebook: Casebook, fresh: OpenCase) -> None:
    assert casebook.worklist() == []
    fresh.set("member.family_name", "Núñez Rivera")
    (row,) = casebook.worklist()
    assert row.case_id == fresh.case_id
    assert row.cover["family_name"] == "Núñez Rivera"
    assert row.cover["state"] == CaseState.NEW.value


def test_what_was_typed_is_kept_and_explained_even_where_it_cannot_be_used(
    casebook: Casebook, fresh: OpenCase
) -> None:
    fresh.set("measurements.height_cm", "one seventy")
    again = open_case(casebook, fresh.case_id)
    assert again.record.case["measurements"] == {"height_cm": "one seventy"}
    assert "measurements.height_cm" in {problem.field for problem in again.judgment.problems}


def test_a_finding_is_there_before_the_request_is_complete(fresh: OpenCase) -> None:
    assert fresh.judgment.review is None
    fresh.answer("cd22_positive", value=False)
    assert fresh.judgment.finding.status is UNKNOWN
    assert fresh.judgment.openings.documents == ("cd22_positive",)
    fresh.add_evidence(EvidenceKind.PATHOLOGY_REPORT, "Flow cytometry", "2026-11-10", shows="cd22_positive")
    assert fresh.judgment.finding.status.word == "not_met"


def test_undo_and_redo_take_back_and_give_again(casebook: Casebook, fresh: OpenCase) -> None:
    fresh.answer("b_cell_all", value=True)
    fresh.answer("b_cell_all", value=False)
    assert fresh.undo()
    assert fresh.judgment.answers["b_cell_all"].value is True
    assert fresh.undo()
    assert "b_cell_all" not in fresh.judgment.answers
    assert not fresh.undo()
    assert fresh.redo()
    assert fresh.redo()
    assert not fresh.redo()
    assert open_case(casebook, fresh.case_id).judgment.answers["b_cell_all"].value is False
    fresh.undo()
    fresh.answer("b_cell_all", value=False)
    assert not fresh.redo(), "a new change ends what could be redone"


def _shown(case: OpenCase) -> tuple[str, ...]:
    return case.judgment.answers["b_cell_all"].evidence


def test_documents_are_numbered_ticked_and_removed_everywhere(fresh: OpenCase) -> None:
    fresh.answer("b_cell_all", value=True)
    assert fresh.add_evidence(EvidenceKind.LAB_RESULT, "Flow", None, shows="b_cell_all") == "E1"
    assert fresh.add_evidence(EvidenceKind.CHART_NOTE, "Note", "2026-11-11") == "E2"
    fresh.tick("b_cell_all", "E2", shown=True)
    assert _shown(fresh) == ("E1", "E2")
    fresh.answer("b_cell_all", value=False)
    assert _shown(fresh) == ("E1", "E2"), "a changed answer keeps its documents"
    fresh.remove_evidence("E1")
    assert _shown(fresh) == ("E2",)
    assert fresh.add_evidence(EvidenceKind.OTHER, "Another", None) == "E1", (
        "a number that is free is used again"
    )
    fresh.tick("b_cell_all", "E2", shown=False)
    assert _shown(fresh) == ()
    with pytest.raises(DictamenError, match="Answer the question first"):
        fresh.tick("cd22_positive", "E2", shown=True)


def test_a_change_that_changes_nothing_is_not_saved(casebook: Casebook, fresh: OpenCase) -> None:
    fresh.set("member.family_name", "Rivera")
    fresh.set("member.family_name", "Rivera")
    assert len(casebook.history(fresh.case_id)) == 1


def test_two_people_at_one_case_lose_nothing(home: Path) -> None:
    case_id = keep_sample(home, "01")
    with at_the_desk(home, REVIEWER, case_id) as first, at_the_desk(home, PHYSICIAN, case_id) as second:
        first.set("member.given_name", "Ana")
        with pytest.raises(StaleSave):
            second.set("member.given_name", "Eva")
        second.reload()
        assert second.record.case["member"]["given_name"] == "Ana"  # type: ignore[index]
        second.set("member.given_name", "Eva")
    with at_the_desk(home, REVIEWER, case_id) as case:
        assert case.record.case["member"]["given_name"] == "Eva"  # type: ignore[index]


def test_quality_assurance_reads_and_changes_nothing(home: Path) -> None:
    case_id = keep_sample(home, "01")
    with at_the_desk(home, WATCHER, case_id) as case:
        assert case.judgment.finding.status is MET
        with pytest.raises(DictamenError, match="Quality assurance reads"):
            case.set("member.given_name", "Eva")


def test_a_referral_is_taken_over_by_the_first_physician_given_back_and_returned(home: Path) -> None:
    case_id = keep_sample(home, "16")
    with at_the_desk(home, REVIEWER, case_id) as case:
        with pytest.raises(DictamenError, match="note"):
            case.refer("  ")
        case.refer("CD22 is negative on E1.")
        assert case.state is CaseState.WITH_PHYSICIAN
        with pytest.raises(DictamenError, match="Only a physician"):
            case.take_over()
    with at_the_desk(home, PHYSICIAN, case_id) as case:
        case.take_over()
        assert case.record.referral is not None
        assert case.record.referral.taken_by == PHYSICIAN.name
        with pytest.raises(DictamenError, match="already"):
            case.take_over()
    with at_the_desk(home, REVIEWER, case_id) as case:
        assert case.why_read_only == f"{PHYSICIAN.name} has taken this case over."
        with pytest.raises(DictamenError, match="Only the physician"):
            case.give_back()
    with at_the_desk(home, PHYSICIAN, case_id) as case:
        case.give_back()
        assert case.why_read_only is None
        case.take_over()
        case.send_back("Was E1 taken before treatment?")
    with at_the_desk(home, REVIEWER, case_id) as case:
        assert case.record.question == "Was E1 taken before treatment?"
        assert case.why_read_only is None
        assert case.state is CaseState.READY


def _sign(case: OpenCase, outcome: Outcome, person: Person, reason: str | None = None) -> bytes:
    assert case.judgment.review is not None
    determination = determine(case.judgment.review, outcome, person, NOW, reason)
    pdf = b"%PDF-1.7 stands for a signed letter"
    case.keep_letter(determination, "D-1", "es", pdf)
    return pdf


def test_a_signed_decision_is_kept_whole_and_ends_the_changes(home: Path) -> None:
    case_id = keep_sample(home, "01")
    with at_the_desk(home, REVIEWER, case_id) as case:
        pdf = _sign(case, Outcome.APPROVE, REVIEWER)
        assert case.state is CaseState.DECIDED
        assert case.record.decision is not None
        assert case.letter(case.record.decision) == pdf
        changes: list[Callable[[], object]] = [
            lambda: case.answer("b_cell_all", value=False),
            lambda: case.refer("x"),
            lambda: case.remove_evidence("E1"),
        ]
        for change in changes:
            with pytest.raises(DictamenError, match="decided"):
                change()
    with unlock(home, REVIEWER) as casebook:
        (letter,) = casebook.worklist(LETTER_KIND)
        assert letter_bytes(casebook, letter.case_id) == pdf
        document = sample_case("01") | {"case_id": case_id}
        with pytest.raises(DictamenError, match="never overwritten"):
            add_case(casebook, document)


def test_a_letter_that_comes_too_late_is_not_kept_without_its_case(home: Path) -> None:
    case_id = keep_sample(home, "01")
    with at_the_desk(home, REVIEWER, case_id) as case:
        with at_the_desk(home, PHYSICIAN, case_id) as other:
            other.set("title", "Changed meanwhile")
        with pytest.raises(StaleSave):
            _sign(case, Outcome.APPROVE, REVIEWER)
        assert case.record.letters == ()
    with unlock(home, REVIEWER) as casebook:
        assert casebook.worklist(LETTER_KIND) == []
        assert record_from(casebook.get(case_id).document).decision is None


def test_opening_a_case_is_recorded_and_does_not_change_it(home: Path) -> None:
    case_id = keep_sample(home, "01")
    with at_the_desk(home, WATCHER, case_id) as case:
        assert case.why_read_only is not None
    with unlock(home, REVIEWER) as casebook:
        assert [(event.actor, event.action) for event in casebook.events.about(case_id)] == [
            (WATCHER.name, "opened the case")
        ]
        assert len(casebook.history(case_id)) == 1


def test_a_request_for_documents_leaves_the_case_open(home: Path) -> None:
    case_id = keep_sample(home, "09")
    with at_the_desk(home, REVIEWER, case_id) as case:
        _sign(case, Outcome.PEND, REVIEWER)
        assert case.record.decision is None
        assert case.why_read_only is None
        assert case.state is CaseState.NEEDS_DOCUMENTS
        assert len(case.record.letters) == 1


def test_a_record_survives_its_document(home: Path) -> None:
    case_id = keep_sample(home, "16")
    with at_the_desk(home, REVIEWER, case_id) as case:
        case.refer("Note")
    with at_the_desk(home, PHYSICIAN, case_id) as case:
        case.take_over()
        _sign(case, Outcome.DENY, PHYSICIAN, "CD22 is negative.")
        assert record_from(case.record.to_document()) == case.record


def test_what_is_no_record_is_refused_in_words() -> None:
    with pytest.raises(DictamenError, match=r"dictamen\.record/1"):
        record_from({"format": "something else", "case": {}})

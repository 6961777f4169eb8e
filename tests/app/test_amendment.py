"""Making an approved first cycle longer, and starting the next one: new cases beside the decided one."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.amendment import extensions_for, open_amendment, why_not_signed
from app.attachments import Attachment, FileType, Spot
from app.case_file import parse_case, problems_of
from app.casebook import Casebook
from app.desk import OpenCase
from app.determination import Outcome, determine, why_not
from app.errors import DictamenError, InvalidInput
from app.next_cycle import next_cycle_of, open_next_cycle
from app.policy import Purpose
from app.result import result_document
from app.review import Recommendation, Review, review
from tests.app.case_documents import REMOVED, Document, changed, valid_case
from tests.app.course_cases import START, course_so_far, decided, first_cycle, later_cycle, waiting
from tests.app.desk_fixtures import PHYSICIAN, REVIEWER, make_casebook, unlock

ASKED_AT = datetime.fromisoformat("2026-12-15T08:30:00-04:00")
AMENDS = {"case_id": "C-1", "letter_number": "D-1", "last_day": "2026-12-20"}


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    make_casebook(tmp_path / "book")
    with unlock(tmp_path / "book", PHYSICIAN) as book:
        yield book


def amendment_file(**amends: object) -> Document:
    """A case file that makes cycle 1 longer."""
    document = changed(valid_case(), ("request.extension", "response"))
    return {**document, "amends": {**AMENDS, **amends}}


def reviewed(case: OpenCase) -> Review:
    assert case.judgment.review is not None
    return case.judgment.review


# ---------------------------------------------------------------- the case file


def test_a_case_file_that_amends_is_judged_as_a_longer_first_cycle() -> None:
    case = parse_case(amendment_file())
    assert case.amends is not None
    assert (case.amends.case_id, case.amends.letter_number) == ("C-1", "D-1")
    result = result_document(review(case))
    assert result["amends"] == AMENDS
    assert result["recommendation"] == "approve"
    assert result["authorization"] == {
        "first_day": "2026-11-30",
        "last_day": "2026-12-27",
        "days": 28,
        "cycles": 1,
        "units": 35,
    }


def test_any_other_result_amends_nothing() -> None:
    assert result_document(review(parse_case(valid_case())))["amends"] is None


@pytest.mark.parametrize(
    ("steps", "field"),
    [
        ([("request.extension", None)], "amends"),
        ([("request.cycles_requested", 2)], "request.cycles_requested"),
        ([("amends.case_id", REMOVED)], "amends.case_id"),
        ([("amends.case_id", "x" * 65)], "amends.case_id"),
        ([("amends.case_id", "C-555")], "amends.case_id"),
        ([("amends.letter_number", "")], "amends.letter_number"),
        ([("amends.last_day", "2026-12-27")], "amends.last_day"),
        ([("amends.last_day", "20 December")], "amends.last_day"),
        ([("request.start_date", "2026-12-01")], "amends.last_day"),
        ([("amends.letter", "D-1")], "amends.letter"),
        ([("amends", "D-1")], "amends"),
        ([("course", {"other_payer_cycles": -1})], "course.other_payer_cycles"),
        ([("course", {"other_payer_cycles": "two"})], "course.other_payer_cycles"),
        ([("course", {"cycles": 1})], "course.cycles"),
        ([("course", 2)], "course"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_field(steps: list[tuple[str, object]], field: str) -> None:
    document = changed(amendment_file(), *steps)
    with pytest.raises(InvalidInput) as caught:
        parse_case(document)
    assert caught.value.field == field


def test_a_start_that_cannot_be_read_is_no_complaint_about_the_last_day() -> None:
    document = changed(amendment_file(), ("request.start_date", "soon"))
    fields = {problem.field for problem in problems_of(document)}
    assert "request.start_date" in fields
    assert "amends.last_day" not in fields


def test_a_later_cycle_amends_nothing() -> None:
    document = {**later_cycle(3, START), "amends": AMENDS}
    with pytest.raises(InvalidInput, match=r"request\.extension"):
        parse_case(document)


def test_an_amendment_is_never_approved_in_part() -> None:
    judged = review(parse_case(changed(amendment_file(), ("request.doses_mg.0", "2.0"))))
    assert judged.recommendation is Recommendation.APPROVE_IN_PART
    refusal = why_not(judged, Outcome.APPROVE_IN_PART, PHYSICIAN)
    assert refusal is not None
    assert "takes away nothing" in refusal
    assert why_not(judged, Outcome.APPROVE, REVIEWER) is not None
    approved = determine(judged, Outcome.APPROVE, PHYSICIAN, ASKED_AT, "Doses stay as approved.")
    assert [str(dose) for dose in approved.doses_mg] == ["2.0", "0.94", "0.94"]


# ---------------------------------------------------------------- opening it


def test_an_amendment_is_a_case_of_its_own_with_everything_as_approved(casebook: Casebook) -> None:
    first = decided(casebook, {**first_cycle(), "course": {"other_payer_cycles": 0}}, "D-1")
    amendment = open_amendment(casebook, first, "toxicity_recovery", ASKED_AT)
    case, before = reviewed(amendment).case, reviewed(first).case
    assert amendment.case_id not in {"", first.case_id}
    assert case.amends is not None
    assert (case.amends.case_id, case.amends.letter_number) == (first.case_id, "D-1")
    assert (case.request.extension, case.request.received_at) == ("toxicity_recovery", ASKED_AT)
    assert (case.answers, case.evidence, case.member) == (before.answers, before.evidence, before.member)
    assert case.request.doses_mg == before.request.doses_mg
    assert case.other_payer_cycles == 0
    assert reviewed(amendment).recommendation is Recommendation.APPROVE
    assert (reviewed(amendment).period.days, reviewed(first).period.days) == (28, 21)
    assert why_not_signed(casebook, amendment) is None


def test_an_amendment_has_the_files_of_the_case_that_it_amends(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    kept = casebook.attachments.keep(io.BytesIO(b"fax"))
    fax = Attachment("A1", kept.sha256, kept.size, FileType.PDF, "fax.pdf", REVIEWER.name, ASKED_AT)
    gone = replace(fax, id="A2", removed_by=REVIEWER.name, removed_at=ASKED_AT)
    first.record = replace(first.record, attachments=(fax, gone), spots={"E1": Spot("A1", 2)})
    amendment = open_amendment(casebook, first, "response", ASKED_AT)
    assert (amendment.record.attachments, amendment.record.spots) == ((fax,), {"E1": Spot("A1", 2)})
    with amendment.files.open("A1") as reader:
        assert reader.read(9) == b"fax"


def test_after_a_partial_approval_the_authorized_doses_are_kept(casebook: Casebook) -> None:
    too_much = first_cycle(("request.doses_mg.0", "2.0"), ("request.cycles_requested", 3))
    first = decided(casebook, too_much, "D-1", Outcome.APPROVE_IN_PART)
    judged = reviewed(open_amendment(casebook, first, "response", ASKED_AT))
    assert [str(dose) for dose in judged.case.request.doses_mg or ()] == ["1.504", "0.94", "0.94"]
    assert judged.recommendation is Recommendation.APPROVE


def test_unstated_doses_stay_unstated(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(("request.doses_mg", None)), "D-1")
    judged = reviewed(open_amendment(casebook, first, "response", ASKED_AT))
    assert judged.case.request.doses_mg is None


def test_an_amended_cycle_counts_once_and_longer(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    amendment = open_amendment(casebook, first, "response", ASKED_AT)
    decision = determine(reviewed(amendment), Outcome.APPROVE, PHYSICIAN, ASKED_AT)
    amendment.keep_letter(decision, "D-2", "es", b"%PDF sample")
    case = waiting(casebook, later_cycle(2, START + timedelta(days=28)))
    (cycle,) = course_so_far(casebook, case).cycles
    assert (cycle.number, cycle.letter, cycle.is_amended) == (1, "D-2", True)
    assert cycle.last_day == START + timedelta(days=27)


@pytest.mark.parametrize(
    ("document", "outcome"),
    [
        (first_cycle(), Outcome.DENY),
        (first_cycle(("request.extension", "response")), Outcome.APPROVE),
        (later_cycle(2, START), Outcome.APPROVE),
    ],
    ids=["denied", "long already", "a later cycle"],
)
def test_only_an_approved_short_first_cycle_can_be_made_longer(
    casebook: Casebook, document: Document, outcome: Outcome
) -> None:
    case = decided(casebook, document, "D-1", outcome)
    assert extensions_for(case.record, case.judgment) == ()
    with pytest.raises(DictamenError, match="approved first cycle"):
        open_amendment(casebook, case, "response", ASKED_AT)


def test_an_open_case_and_an_unknown_reason_open_nothing(casebook: Casebook) -> None:
    case = waiting(casebook, first_cycle())
    with pytest.raises(DictamenError):
        open_amendment(casebook, case, "response", ASKED_AT)
    approved = decided(casebook, first_cycle(), "D-1")
    assert [extension.value for extension in extensions_for(approved.record, approved.judgment)] == [
        "response",
        "toxicity_recovery",
    ]
    with pytest.raises(DictamenError):
        open_amendment(casebook, approved, "holiday", ASKED_AT)
    assert casebook.matching("amends", approved.case_id) == []


def test_an_approval_is_amended_once(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    amendment = open_amendment(casebook, first, "response", ASKED_AT)
    with pytest.raises(DictamenError, match=f"open already: case {amendment.case_id}"):
        open_amendment(casebook, first, "response", ASKED_AT)
    rival = waiting(casebook, {**amendment.record.case})
    decision = determine(reviewed(amendment), Outcome.APPROVE, PHYSICIAN, ASKED_AT)
    amendment.keep_letter(decision, "D-2", "es", b"%PDF sample")
    with pytest.raises(DictamenError, match="made longer already"):
        open_amendment(casebook, first, "response", ASKED_AT)
    assert "made longer already" in str(why_not_signed(casebook, rival))


def test_a_denied_amendment_can_be_asked_for_again(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    amendment = open_amendment(casebook, first, "response", ASKED_AT)
    decision = determine(reviewed(amendment), Outcome.DENY, PHYSICIAN, ASKED_AT, "No remission was shown.")
    amendment.keep_letter(decision, "D-2", "es", b"%PDF sample")
    assert open_amendment(casebook, first, "response", ASKED_AT).case_id != amendment.case_id


# ---------------------------------------------------------------- before signing


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("amends.case_id", "NOT-HERE", "does not hold the case"),
        ("amends.letter_number", "D-9", "D-1, to 2026-12-20"),
        ("member.member_id", "M00077777", "another member"),
        ("request.doses_mg", ["1.40", "0.94", "0.94"], "takes nothing away"),
        ("measurements", {"height_cm": 150, "weight_kg": 40}, None),
    ],
)
def test_what_an_amendment_says_is_checked_against_the_approval(
    casebook: Casebook, path: str, value: object, says: str | None
) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    amendment = open_amendment(casebook, first, "response", ASKED_AT)
    amendment.set(path, value)
    refusal = why_not_signed(casebook, amendment)
    assert (refusal is None) if says is None else (refusal is not None and says in refusal)


def test_a_case_that_was_not_approved_cannot_be_amended_by_a_file(casebook: Casebook) -> None:
    first = waiting(casebook, first_cycle())
    named = {**AMENDS, "case_id": first.case_id}
    case = waiting(casebook, {**first_cycle(("request.extension", "response")), "amends": named})
    assert "not an approved first cycle" in str(why_not_signed(casebook, case))


def test_any_other_case_may_be_signed(casebook: Casebook) -> None:
    assert why_not_signed(casebook, waiting(casebook, first_cycle())) is None


# ---------------------------------------------------------------- the next cycle


def test_the_next_cycle_begins_with_who_and_what_and_nothing_else(casebook: Casebook) -> None:
    first = decided(casebook, {**first_cycle(), "course": {"other_payer_cycles": 0}}, "D-1")
    begun = open_next_cycle(casebook, first, datetime.fromisoformat("2026-12-17T09:00:00-04:00"))
    document = begun.record.case
    request = document["request"]
    assert isinstance(request, dict)
    assert (request["purpose"], request["cycle"]) == (Purpose.CONTINUATION, 2)
    assert "start_date" not in request
    assert "doses_mg" not in request
    assert document["member"] == first.record.case["member"]
    assert document["course"] == {"other_payer_cycles": 0}
    assert (document["answers"], document["evidence"]) == ({}, [])
    assert "request.start_date" in {problem.field for problem in begun.judgment.problems}


@pytest.mark.parametrize(("received", "is_kept"), [("2026-12-18", True), ("2026-12-19", False)])
def test_height_and_weight_are_carried_for_thirty_days(
    casebook: Casebook, received: str, is_kept: bool
) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    begun = open_next_cycle(casebook, first, datetime.fromisoformat(f"{received}T09:00:00-04:00"))
    assert ("measurements" in begun.record.case) is is_kept


def test_undated_measurements_are_asked_for_again(casebook: Casebook) -> None:
    undated = first_cycle(("measurements.measured_on", REMOVED))
    begun = open_next_cycle(casebook, decided(casebook, undated, "D-1"), ASKED_AT)
    assert "measurements" not in begun.record.case


def test_the_next_cycle_is_started_once_and_only_after_an_approval(casebook: Casebook) -> None:
    denied = decided(casebook, first_cycle(), "D-0", Outcome.DENY)
    assert next_cycle_of(denied.record, denied.judgment) is None
    with pytest.raises(DictamenError):
        open_next_cycle(casebook, denied, ASKED_AT)
    first = decided(casebook, first_cycle(), "D-1")
    begun = open_next_cycle(casebook, first, ASKED_AT)
    with pytest.raises(DictamenError, match=begun.case_id):
        open_next_cycle(casebook, first, ASKED_AT)


def test_after_a_denied_cycle_it_can_be_asked_for_again(casebook: Casebook) -> None:
    first = decided(casebook, first_cycle(), "D-1")
    decided(casebook, later_cycle(2, START + timedelta(days=21)), "D-2", Outcome.DENY)
    assert open_next_cycle(casebook, first, ASKED_AT).judgment.request.cycle == 2

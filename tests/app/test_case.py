import json
from datetime import datetime

import pytest

import resources
from app.case import CaseRecord, CaseState, cover_of, judge, state_of
from app.case_file import parse_case
from app.case_json import parse_json, storable
from app.policy import Purpose
from app.result import result_document
from app.review import review
from app.route import CardStatus, Mark, Page, card_status, mark_of, next_open, pages, questions_on, steps
from tests.app.desk_fixtures import sample_case

SAMPLES = sorted(resources.path("samples").glob("*.json"))


@pytest.mark.parametrize("source", SAMPLES, ids=lambda source: source.stem)
def test_a_complete_case_is_judged_on_the_desk_as_on_the_command_line(source: object) -> None:
    text = source.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    by_command = result_document(review(parse_case(parse_json(text))))
    kept = storable(parse_json(text))  # type: ignore[arg-type]
    judgment = judge(json.loads(json.dumps(kept)))
    assert judgment.review is not None
    assert result_document(judgment.review) == by_command


def test_the_clock_runs_as_soon_as_receipt_priority_and_line_are_known() -> None:
    case = sample_case("01")
    del case["member"]
    judgment = judge(case)
    assert judgment.review is None
    assert judgment.due is not None
    case["request"]["priority"] = "someday"  # type: ignore[index]
    assert judge(case).due is None


@pytest.mark.parametrize(
    ("start", "state"),
    [
        ("01", CaseState.READY),
        ("09", CaseState.NEEDS_DOCUMENTS),
        ("15", CaseState.IN_REVIEW),
        ("16", CaseState.READY),
    ],
)
def test_the_state_follows_from_what_is_known(start: str, state: CaseState) -> None:
    record = CaseRecord(sample_case(start))
    assert state_of(record, judge(record.case)) is state


def test_the_worklists_columns_come_from_the_case() -> None:
    cover = cover_of(CaseRecord(sample_case("09")).to_document())
    member = sample_case("09")["member"]
    assert isinstance(member, dict)
    assert (cover["kind"], cover["family_name"]) == ("case", member["family_name"])
    assert cover["missing_documents"]
    assert datetime.fromisoformat(str(cover["due_utc"])) == datetime.fromisoformat(str(cover["due"]))


@pytest.mark.parametrize(
    "document",
    [
        {"kind": "case"},
        {"kind": "case", "format": "dictamen.record/1", "case": {}},
        {"kind": "case", "format": "dictamen.record/1", "case": {"policy": "MP-RX-FP-12-23"}},
        {"kind": "case", "format": "dictamen.record/1", "case": {"policy": "MP-RX-FP-12-23", "member": 7}},
        {"kind": "case", "format": "dictamen.record/1", "case": {"policy": "MP-RX-FP-12-23", "answers": [1]}},
    ],
)
def test_no_document_keeps_the_columns_from_being_written(document: dict[str, object]) -> None:
    assert cover_of(document)["kind"] == "case"


def test_another_kind_of_document_has_no_columns_of_a_case() -> None:
    assert cover_of({"kind": "letter", "pdf": "x"}) == {"kind": "letter"}


def test_a_first_cycle_has_no_response_page() -> None:
    policy = judge(sample_case("01")).policy
    assert Page.RESPONSE not in pages(policy, Purpose.INITIAL)
    assert pages(policy, Purpose.CONTINUATION) == tuple(Page)


@pytest.mark.parametrize(
    ("start", "marks"),
    [
        ("01", {Page.REQUEST: Mark.MET, Page.CRITERIA: Mark.MET, Page.DOSE: Mark.MET}),
        ("09", {Page.CRITERIA: Mark.OPEN}),
        ("11", {Page.CRITERIA: Mark.MET, Page.DOSE: Mark.NOT_MET}),
        ("15", {Page.CRITERIA: Mark.MET, Page.DOSE: Mark.OPEN}),
        ("16", {Page.CRITERIA: Mark.NOT_MET, Page.DOSE: Mark.NOT_NEEDED}),
        ("26", {Page.CRITERIA: Mark.MET, Page.DOSE: Mark.NOT_NEEDED}),
    ],
)
def test_each_page_carries_the_mark_of_what_is_left_to_do(start: str, marks: dict[Page, Mark]) -> None:
    record = CaseRecord(sample_case(start))
    judgment = judge(record.case)
    shown = {step.page: step.mark for step in steps(record, judgment)}
    assert {page: shown[page] for page in marks} == marks


def test_the_next_page_is_the_first_with_something_left_to_do() -> None:
    for start, page in (
        ("01", Page.DECISION),
        ("09", Page.CRITERIA),
        ("15", Page.DOSE),
        ("16", Page.DECISION),
    ):
        record = CaseRecord(sample_case(start))
        assert next_open(record, judge(record.case)) is page


def test_a_request_with_an_unusable_field_is_open() -> None:
    case = sample_case("01")
    case["prescriber"] = {"name": "No number"}
    record = CaseRecord(case)
    assert mark_of(Page.REQUEST, record, judge(case)) is Mark.OPEN


def test_the_question_for_the_inhibitor_is_shown_only_with_an_inhibitor() -> None:
    alone = {q.id for q in questions_on(Page.CRITERIA, judge(sample_case("01")))}
    together = {q.id for q in questions_on(Page.CRITERIA, judge(sample_case("02")))}
    assert together - alone == {"tki"}


def test_a_card_says_how_its_answer_stands_beside_the_whole() -> None:
    negative = judge(sample_case("16"))
    questions = negative.policy.questions
    assert card_status(questions["cd22_positive"], negative) is CardStatus.NOT_MET
    assert card_status(questions["b_cell_all"], negative) is CardStatus.MET
    relapsed = sample_case("01")
    relapsed["answers"]["induction"] = {"value": False, "evidence": ["E1"]}  # type: ignore[index]
    assert card_status(questions["induction"], judge(relapsed)) is CardStatus.NOT_NEEDED
    del relapsed["answers"]["cd22_positive"]  # type: ignore[attr-defined]
    relapsed["answers"]["b_cell_all"]["evidence"] = []  # type: ignore[index]
    judgment = judge(relapsed)
    assert card_status(questions["cd22_positive"], judgment) is CardStatus.OPEN
    assert card_status(questions["b_cell_all"], judgment) is CardStatus.NO_DOCUMENT


def test_a_condition_is_neither_met_nor_missed() -> None:
    judgment = judge(sample_case("23"))
    assert judgment.answers["hsct_planned"].value is False
    assert card_status(judgment.policy.questions["hsct_planned"], judgment) is CardStatus.MET

"""Reading case files: every malformed input gets one clear line that names the field."""

from decimal import Decimal
from pathlib import Path

import pytest

import resources
from app.case_data import CaseFile
from app.case_file import answers_of, load_case, parse_case, problems_of
from app.errors import InvalidInput
from app.policy_file import installed_policies
from tests.app.case_documents import REMOVED, changed, continuation_case, valid_case

MALFORMED: list[tuple[str, str, object, str]] = [
    # sentence, path that is changed, its value, the field that the complaint names
    ("the format of another version", "format", "dictamen.case/2", "format"),
    ("no format", "format", REMOVED, "format"),
    ("a policy that is not installed", "policy", "MP-RX-FP-99-99", "policy"),
    ("a policy that is not a text", "policy", ["MP-RX-FP-12-23"], "policy"),
    ("no policy", "policy", REMOVED, "policy"),
    ("a field that the contract does not name", "remarks", "urgent", "remarks"),
    ("a field whose name cannot be shown", "\u202e", 1, "(unreadable name)"),
    ("a misspelt field of the request", "request.recieved_at", "x", "request.recieved_at"),
    ("a misspelt field of the member", "member.surname", "Ejemplo", "member.surname"),
    ("a misspelt field of the prescriber", "prescriber.fax", "787-555-0100", "prescriber.fax"),
    ("a misspelt field of the measurements", "measurements.height_in", 66, "measurements.height_in"),
    ("a misspelt field of a document", "evidence.0.date", "2026-11-10", "evidence[0].date"),
    ("a misspelt field of an answer", "answers.regimen.note", "x", "answers.regimen.note"),
    ("a case id that is a number", "case_id", 7, "case_id"),
    ("an empty case id", "case_id", "", "case_id"),
    ("a case id of 65 characters", "case_id", "x" * 65, "case_id"),
    ("a case id with a space before it", "case_id", " C-1", "case_id"),
    ("a case id with a space after it", "case_id", "C-1 ", "case_id"),
    ("a case id with a sign that cannot be seen", "case_id", "C\u200b1", "case_id"),
    ("a title of two lines", "title", "one\ntwo", "title"),
    ("a title that is too long", "title", "x" * 201, "title"),
    ("an empty title", "title", "", "title"),
    ("no request", "request", REMOVED, "request"),
    ("a list for the request", "request", [], "request"),
    ("a text for the request", "request", "initial", "request"),
    ("a purpose that does not exist", "request.purpose", "renewal", "request.purpose"),
    ("no purpose", "request.purpose", REMOVED, "request.purpose"),
    ("a purpose that does not fit the cycle", "request.cycle", 2, "request.cycle"),
    ("true for a cycle", "request.cycle", True, "request.cycle"),
    ("1.0 for a cycle", "request.cycle", Decimal("1.0"), "request.cycle"),
    ("a text for a cycle", "request.cycle", "1", "request.cycle"),
    ("a continuation of cycle 1", "request.purpose", "continuation", "request.cycle"),
    ("a priority that does not exist", "request.priority", "urgent", "request.priority"),
    ("a priority in capitals", "request.priority", "STANDARD", "request.priority"),
    ("no time of receipt", "request.received_at", REMOVED, "request.received_at"),
    ("a time without offset", "request.received_at", "2026-11-20T14:05:00", "request.received_at"),
    ("a date for a time", "request.received_at", "2026-11-20", "request.received_at"),
    ("a time that no clock shows", "request.received_at", "2026-11-20T25:05:00Z", "request.received_at"),
    ("an offset of two days", "request.received_at", "2026-11-20T14:05:00+48:00", "request.received_at"),
    ("a time before the policy", "request.received_at", "2023-11-29T23:59:59-04:00", "request.received_at"),
    ("a number for a time", "request.received_at", 1763661900, "request.received_at"),
    ("a line of business of others", "request.line_of_business", "MMM", "request.line_of_business"),
    ("no line of business", "request.line_of_business", REMOVED, "request.line_of_business"),
    ("no first treatment day", "request.start_date", REMOVED, "request.start_date"),
    ("a day that no calendar shows", "request.start_date", "2026-02-29", "request.start_date"),
    ("a date in another order", "request.start_date", "11/30/2026", "request.start_date"),
    (
        "a day in full-width digits",
        "request.start_date",
        "202\uff16-11-30",
        "request.start_date",
    ),
    ("a day far away", "request.start_date", "9999-12-31", "request.start_date"),
    ("no cycle asked for", "request.cycles_requested", 0, "request.cycles_requested"),
    ("half a cycle", "request.cycles_requested", Decimal("0.5"), "request.cycles_requested"),
    ("true for a number of cycles", "request.cycles_requested", True, "request.cycles_requested"),
    ("an extension that does not exist", "request.extension", "holiday", "request.extension"),
    ("false for an extension", "request.extension", False, "request.extension"),
    ("a number for a procedure code", "request.hcpcs", 9229, "request.hcpcs"),
    ("a text for the diagnosis codes", "request.icd10", "C91.02", "request.icd10"),
    ("an empty diagnosis code", "request.icd10", ["C91.02", ""], "request.icd10[1]"),
    ("one dose for three days", "request.doses_mg", ["1.5"], "request.doses_mg"),
    ("four doses for three days", "request.doses_mg", ["1"] * 4, "request.doses_mg"),
    ("a single number for three days", "request.doses_mg", "1.5", "request.doses_mg"),
    ("a dose of zero", "request.doses_mg.1", "0.00", "request.doses_mg[1]"),
    ("a negative dose", "request.doses_mg.2", Decimal("-0.5"), "request.doses_mg[2]"),
    ("a dose with its unit", "request.doses_mg.0", "1.5 mg", "request.doses_mg[0]"),
    ("a dose with a comma", "request.doses_mg.0", "1,5", "request.doses_mg[0]"),
    ("a dose in powers of ten", "request.doses_mg.0", "1e1", "request.doses_mg[0]"),
    ("a dose that is not a number", "request.doses_mg.0", float("nan"), "request.doses_mg[0]"),
    ("NaN in quotes for a dose", "request.doses_mg.0", "NaN", "request.doses_mg[0]"),
    ("an infinite dose", "request.doses_mg.0", Decimal("Infinity"), "request.doses_mg[0]"),
    ("a dose in micrograms", "request.doses_mg.0", 1500, "request.doses_mg[0]"),
    ("a dose smaller than any scale shows", "request.doses_mg.0", Decimal("1e-400"), "request.doses_mg[0]"),
    ("true for a dose", "request.doses_mg.0", True, "request.doses_mg[0]"),
    ("null for one of the doses", "request.doses_mg.0", None, "request.doses_mg[0]"),
    ("no member", "member", REMOVED, "member"),
    ("no member id", "member.member_id", REMOVED, "member.member_id"),
    ("spaces for a name", "member.given_name", "   ", "member.given_name"),
    ("a control character in a name", "member.family_name", "Ejemplo\x07", "member.family_name"),
    ("a lone surrogate in a name", "member.family_name", "Ejemplo\ud800", "member.family_name"),
    ("a birth date after the start date", "member.birth_date", "2026-12-01", "member.birth_date"),
    ("no birth date", "member.birth_date", REMOVED, "member.birth_date"),
    ("a language without letters", "member.language", "fr", "member.language"),
    ("an address in one text", "member.address", "Calle 22", "member.address"),
    ("an address of six lines", "member.address", ["x"] * 6, "member.address"),
    ("an MBI of the wrong form", "member.mbi", "1EG4-TE5-MK7O", "member.mbi"),
    ("an MBI of ten characters", "member.mbi", "1EG4TE5MK7", "member.mbi"),
    ("a number for an MBI", "member.mbi", 12345678901, "member.mbi"),
    ("no prescriber", "prescriber", REMOVED, "prescriber"),
    ("an NPI whose check digit is wrong", "prescriber.npi", "1234567890", "prescriber.npi"),
    ("an NPI that starts with 3", "prescriber.npi", "3234567891", "prescriber.npi"),
    ("an NPI without quotes", "prescriber.npi", 1234567893, "prescriber.npi"),
    ("no NPI", "prescriber.npi", REMOVED, "prescriber.npi"),
    ("no name of the prescriber", "prescriber.name", None, "prescriber.name"),
    ("a list for the measurements", "measurements", [170, 75], "measurements"),
    ("a height in meters", "measurements.height_cm", Decimal("1.70"), "measurements.height_cm"),
    ("a height above any", "measurements.height_cm", Decimal("250.1"), "measurements.height_cm"),
    ("a height in quotes", "measurements.height_cm", "170", "measurements.height_cm"),
    ("a weight below any", "measurements.weight_kg", Decimal("1.99"), "measurements.weight_kg"),
    ("a weight above any", "measurements.weight_kg", 351, "measurements.weight_kg"),
    ("a huge weight", "measurements.weight_kg", 10**400, "measurements.weight_kg"),
    ("no weight beside a height", "measurements.weight_kg", REMOVED, "measurements.weight_kg"),
    ("a measuring day without meaning", "measurements.measured_on", "today", "measurements.measured_on"),
    ("an object for the evidence", "evidence", {"id": "E1"}, "evidence"),
    ("a text for a document", "evidence.1", "E2", "evidence[1]"),
    ("a document without id", "evidence.0.id", REMOVED, "evidence[0].id"),
    ("two documents of one id", "evidence.1.id", "E1", "evidence[1].id"),
    ("a kind of document that does not exist", "evidence.0.kind", "selfie", "evidence[0].kind"),
    ("a document without title", "evidence.0.title", REMOVED, "evidence[0].title"),
    ("a document's date without meaning", "evidence.0.dated", "2026-13-01", "evidence[0].dated"),
    ("a list for the answers", "answers", [], "answers"),
    ("a question that does not exist", "answers.cd20", {"value": True}, "answers.cd20"),
    ("a bare value for an answer", "answers.regimen", "single_agent", "answers.regimen"),
    ("an answer without value", "answers.regimen.value", REMOVED, "answers.regimen.value"),
    ("true in quotes for an answer", "answers.b_cell_all.value", "true", "answers.b_cell_all.value"),
    ("1 for yes", "answers.b_cell_all.value", 1, "answers.b_cell_all.value"),
    ("a choice that does not exist", "answers.regimen.value", "with_luck", "answers.regimen.value"),
    ("a choice in capitals", "answers.regimen.value", "Other", "answers.regimen.value"),
    ("true for a choice", "answers.regimen.value", True, "answers.regimen.value"),
    ("one evidence id without a list", "answers.regimen.evidence", "E2", "answers.regimen.evidence"),
    ("evidence that the list lacks", "answers.regimen.evidence", ["E9"], "answers.regimen.evidence"),
    ("evidence that is a number", "answers.regimen.evidence", [1], "answers.regimen.evidence"),
]
MALFORMED_CONTINUATIONS: list[tuple[str, str, object, str]] = [
    ("a continuation without cycle", "request.cycle", REMOVED, "request.cycle"),
    ("a continuation of cycle null", "request.cycle", None, "request.cycle"),
    ("a negative cycle", "request.cycle", -3, "request.cycle"),
    ("an initial request for cycle 3", "request.purpose", "initial", "request.cycle"),
    ("an extension on a later cycle", "request.extension", "response", "request.extension"),
    (
        "cycle 0 of response",
        "answers.response_cycle",
        {"value": 0},
        "answers.response_cycle.value",
    ),
    (
        "true for a cycle of response",
        "answers.response_cycle",
        {"value": True},
        "answers.response_cycle.value",
    ),
    (
        "3.0 for a cycle of response",
        "answers.response_cycle",
        {"value": Decimal("3.0")},
        "answers.response_cycle.value",
    ),
]


def refusal(document: object) -> InvalidInput:
    with pytest.raises(InvalidInput) as caught:
        parse_case(document)
    return caught.value


def assert_one_clear_line(error: InvalidInput, field: str) -> None:
    assert error.field == field
    assert str(error).isprintable()
    assert len(error.problem) > 10
    assert not error.problem.endswith(".")
    assert "Traceback" not in error.problem


@pytest.mark.parametrize(
    ("path", "value", "field"), [row[1:] for row in MALFORMED], ids=[row[0] for row in MALFORMED]
)
def test_refused(path: str, value: object, field: str) -> None:
    assert_one_clear_line(refusal(changed(valid_case(), (path, value))), field)


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [row[1:] for row in MALFORMED_CONTINUATIONS],
    ids=[row[0] for row in MALFORMED_CONTINUATIONS],
)
def test_refused_of_a_continuation(path: str, value: object, field: str) -> None:
    assert_one_clear_line(refusal(changed(continuation_case(), (path, value))), field)


@pytest.mark.parametrize("document", [[], None, "case", 3, True])
def test_a_document_that_is_no_object_is_refused(document: object) -> None:
    assert_one_clear_line(refusal(document), "")


# ---------------------------------------------------------------- what is read


def test_the_valid_document_is_read_exactly() -> None:
    case = parse_case(valid_case())
    assert isinstance(case, CaseFile)
    assert case.request.doses_mg == (Decimal("1.50"), Decimal("0.94"), Decimal("0.94"))
    assert list(map(str, case.request.doses_mg)) == ["1.50", "0.94", "0.94"]
    assert case.request.received_at.isoformat() == "2026-11-20T14:05:00-04:00"
    assert case.member.full_name == "María del Carmen Ejemplo Núñez"
    assert case.member.mbi == "1EG4TE5MK73"
    assert case.answers["regimen"].evidence == ("E2",)


def test_a_dose_in_the_full_digits_of_a_float_is_read_exactly() -> None:
    for written in (Decimal("1.5039999999999998"), "1.5039999999999998"):
        case = parse_case(changed(valid_case(), ("request.doses_mg.0", written)))
        assert case.request.doses_mg is not None
        assert case.request.doses_mg[0] == Decimal("1.5039999999999998")


def test_what_the_contract_lets_out_has_its_default() -> None:
    document = changed(
        valid_case(),
        *((f"request.{key}", REMOVED) for key in ("cycle", "cycles_requested", "extension", "hcpcs")),
        ("request.icd10", REMOVED),
        ("request.doses_mg", REMOVED),
        *((key, REMOVED) for key in ("case_id", "title", "measurements", "evidence", "answers")),
        ("member.mbi", REMOVED),
        ("member.language", REMOVED),
        ("prescriber.phone", REMOVED),
    )
    case = parse_case(document)
    assert case.member.language == "es"
    assert (case.request.cycle, case.request.cycles_requested, case.request.extension) == (1, 1, None)
    assert (case.request.hcpcs, case.request.icd10, case.request.doses_mg) == (None, (), None)
    assert (case.case_id, case.title, case.measurements, case.evidence, case.answers) == (
        None,
        None,
        None,
        (),
        {},
    )


def test_null_means_what_a_field_left_out_means() -> None:
    optional = ("language", "address", "mbi")
    without = changed(valid_case(), *((f"member.{key}", REMOVED) for key in optional))
    assert parse_case(changed(without, *((f"member.{key}", None) for key in optional))) == parse_case(without)


@pytest.mark.parametrize("case_id", ["x" * 64, "Caso Ñ 7", "n\u0303" * 64])
def test_a_case_id_that_the_casebook_keeps_is_read_as_it_is_written(case_id: str) -> None:
    assert parse_case(changed(valid_case(), ("case_id", case_id))).case_id == case_id


@pytest.mark.parametrize(
    "written", ["2026-11-20T14:05:00Z", "2026-11-20t14:05:00.25z", "2026-11-20 14:05:00+05:45"]
)
def test_every_form_of_a_time_that_the_standard_allows_is_read(written: str) -> None:
    case = parse_case(changed(valid_case(), ("request.received_at", written)))
    assert case.request.received_at.tzinfo is not None


@pytest.mark.parametrize("day", ["2024-02-29", "2026-11-30", "2026-12-31"])
def test_a_member_may_be_born_on_the_first_treatment_day(day: str) -> None:
    document = changed(valid_case(), ("request.start_date", day), ("member.birth_date", day))
    assert parse_case(document).member.birth_date.isoformat() == day


# ---------------------------------------------------------------- all complaints at once


def test_a_form_is_told_every_problem_at_once_in_the_words_of_the_strict_reader() -> None:
    steps = [("prescriber.npi", "1"), ("member.language", "fr"), ("measurements.height_cm", 3)]
    told = problems_of(changed(valid_case(), *steps))
    alone = [refusal(changed(valid_case(), step)) for step in steps]
    assert sorted(map(str, told)) == sorted(map(str, alone))
    assert problems_of(valid_case()) == []


def test_an_empty_form_names_what_is_required() -> None:
    told = problems_of({"format": "dictamen.case/1", "policy": "MP-RX-FP-12-23"})
    required = {"request", "member", "prescriber", "request.purpose", "member.birth_date", "prescriber.npi"}
    assert required <= {problem.field for problem in told}


def test_the_answers_of_an_unfinished_document_leave_out_what_cannot_be_used() -> None:
    policy = installed_policies()["MP-RX-FP-12-23"]
    document = changed(
        valid_case(), ("member", None), ("answers.regimen.value", "with_luck"), ("answers.cd20", {})
    )
    assert set(answers_of(document, policy)) == {"b_cell_all", "cd22_positive", "disease_status"}


def test_a_file_is_named_in_the_complaint(tmp_path: Path) -> None:
    source = tmp_path / "case.json"
    source.write_text("{}", encoding="utf-8")
    with pytest.raises(InvalidInput) as caught:
        load_case(source)
    assert str(caught.value).startswith(f"{source}: format: must be ")
    with pytest.raises(InvalidInput, match="cannot be read"):
        load_case(tmp_path / "absent.json")


def test_a_shipped_sample_is_read_from_its_file() -> None:
    (source,) = resources.path("samples").glob("01-*.json")
    assert load_case(source).policy.number == "MP-RX-FP-12-23"

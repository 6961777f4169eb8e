"""The request page: what is typed is kept, saved on leaving, and explained where it cannot be used."""

from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from app.case import new_case
from app.policy_file import installed_policies
from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, focus_name, part, press, shown, type_into, words
from ui.kit.notices import ErrorSummary
from ui.review.case_view import CaseView
from ui.review.slots import list_at, value_at

RECEIVED = datetime.fromisoformat("2026-11-24T09:11:00-04:00")
CTRL = Qt.KeyboardModifier.ControlModifier


def begin(driven: Driven) -> CaseView:
    record = new_case(installed_policies()["MP-RX-FP-12-23"], RECEIVED, "MMM MA")
    return driven.begin(record, Page.REQUEST)


def kept(view: CaseView, path: str) -> object:
    return value_at(view.desk.record.case, path)


def text(view: CaseView, name: str) -> str:
    return part(view, name, QLineEdit).text()


def errors(view: CaseView) -> list[str]:
    """Every error that is shown at a field, from top to bottom."""
    labels = view.stack.page().findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "error" and label.isVisible()]


def enter(view: CaseView, name: str, typed: str) -> None:
    """Type into a field and leave it."""
    type_into(view, name, typed)
    press(Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("name", "typed", "path", "stored", "seen"),
    [
        ("request/start_date", "2026-11-30", "request.start_date", "2026-11-30", "30-Nov-2026"),
        ("request/start_date", "30-Nov-2026", "request.start_date", "2026-11-30", "30-Nov-2026"),
        ("member/family_name", "Núñez Rivera", "member.family_name", "Núñez Rivera", "Núñez Rivera"),
        ("measurements/height_cm", "170", "measurements.height_cm", 170, "170"),
        ("measurements/weight_kg", "74.6", "measurements.weight_kg", 74.6, "74.6"),
        ("request/icd10", "c91.00, C91.02", "request.icd10", ["C91.00", "C91.02"], "C91.00, C91.02"),
        ("request/doses_mg/1", "0.940", "request.doses_mg", ["", "0.940", ""], "0.94"),
        ("member/address/0", "PO Box 555", "member.address", ["PO Box 555"], "PO Box 555"),
        ("request/received_at/1", "1405", "request.received_at", "2026-11-24T14:05:00-04:00", "14:05"),
        (
            "request/received_at/0",
            "23 nov 2026",
            "request.received_at",
            "2026-11-23T09:11:00-04:00",
            "23-Nov-2026",
        ),
    ],
)
def test_a_value_is_saved_on_leaving_its_field(
    driven: Driven, name: str, typed: str, path: str, stored: object, seen: str
) -> None:
    view = begin(driven)
    enter(view, name, typed)
    assert kept(view, path) == stored
    assert type(kept(view, path)) is type(stored)
    assert text(view, name) == seen
    saved = driven.session.casebook.get(view.desk.case.case_id).document
    assert value_at(saved, f"case.{path}") == stored


@pytest.mark.parametrize(
    ("name", "typed", "path", "stored", "said"),
    [
        ("request/start_date", "soon", "request.start_date", "soon", "This is not a date."),
        ("measurements/weight_kg", "heavy", "measurements.weight_kg", "heavy", "This is not a number."),
        (
            "measurements/weight_kg",
            "7500",
            "measurements.weight_kg",
            7500,
            "Enter the weight in kg, 2 to 350.",
        ),
        ("prescriber/npi", "1234567890", "prescriber.npi", "1234567890", "This is no NPI"),
        ("member/mbi", "ABC", "member.mbi", "ABC", "This is no Medicare number"),
        ("request/cycles_requested", "0", "request.cycles_requested", 0, "Enter how many cycles"),
        ("request/received_at/1", "25:10", "request.received_at", "2026-11-24 25:10", "This is not a time."),
        ("request/doses_mg/0", "0", "request.doses_mg", ["0", "", ""], "Enter an amount in mg"),
        ("member/family_name", "Жук", "member.family_name", "Жук", "Letters cannot print this sign: Ж"),
    ],
)
def test_what_cannot_be_used_is_kept_as_typed_and_explained_at_its_field(
    driven: Driven, name: str, typed: str, path: str, stored: object, said: str
) -> None:
    view = begin(driven)
    type_into(view, name, typed)
    assert errors(view) == []
    press(Qt.Key.Key_Tab)
    assert kept(view, path) == stored
    assert text(view, name).replace(",", "") == typed
    assert any(error.startswith(said) for error in errors(view)), errors(view)
    again = driven.reopen(view.desk.case.case_id, Page.REQUEST)
    assert text(again, name).replace(",", "") == typed
    assert any(error.startswith(said) for error in errors(again))


def test_fields_that_were_never_visited_show_no_error(driven: Driven) -> None:
    view = begin(driven)
    assert errors(view) == []
    enter(view, "member/given_name", "José")
    assert errors(view) == []


def test_the_primary_button_lists_what_is_missing_and_each_line_leads_to_its_field(driven: Driven) -> None:
    view = begin(driven)
    enter(view, "request/start_date", "soon")
    click(view, "footer/primary")
    summary = part(view, "request/problems", ErrorSummary)
    assert summary.hasFocus()
    assert view.stack.page().page is Page.REQUEST
    assert "First treatment day: this is not a date." in summary.accessibleName()
    assert "Enter the given names." in summary.accessibleName()
    assert "Enter the given names." in errors(view)
    click(view, "request/problems/2")
    assert focus_name() == "member/given_name"


def test_a_complete_request_goes_on_to_the_criteria(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    press(Qt.Key.Key_Return, CTRL)
    assert view.stack.page().page is Page.CRITERIA


def test_the_primary_key_saves_what_is_still_being_typed(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    type_into(view, "member/given_name", "José Luis")
    press(Qt.Key.Key_Return, CTRL)
    assert kept(view, "member.given_name") == "José Luis"


def test_leaving_the_case_saves_what_is_still_being_typed(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    type_into(view, "member/given_name", "José Luis")
    with driven.qtbot.waitSignal(view.closed):
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert kept(view, "member.given_name") == "José Luis"


def test_the_purpose_sets_the_cycle_or_asks_for_it_in_one_step_that_can_be_taken_back(driven: Driven) -> None:
    view = driven.open(sample(14), Page.REQUEST)
    assert kept(view, "request.extension") is not None
    click(view, "request/purpose/choice/continuation")
    assert kept(view, "request.cycle") is None
    assert kept(view, "request.extension") is None
    assert shown(view, "request/cycle")
    assert not shown(view, "request/extension")
    assert shown(view, "steps/response")
    assert errors(view) == []
    click(view, "footer/primary")
    assert errors(view) == ["Enter the number of the cycle."]
    enter(view, "request/cycle", "1")
    assert errors(view) == ["A continuation is for cycle 2 or a later one: enter its number."]
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert kept(view, "request.purpose") == "initial"
    assert kept(view, "request.cycle") == 1
    assert kept(view, "request.extension") == value_at(sample(14), "request.extension")


def test_undo_takes_back_the_typing_first_and_then_the_case(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    enter(view, "member/given_name", "José Luis")
    field = part(view, "member/family_name", QLineEdit)
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, "x")
    press(Qt.Key.Key_Z, CTRL)
    assert field.text() == "Muestra Ortiz"
    assert kept(view, "member.given_name") == "José Luis"
    press(Qt.Key.Key_Z, CTRL)
    assert kept(view, "member.given_name") == "José Ramón"


def test_the_policy_s_codes_are_ticked_or_typed(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    assert part(view, "request/icd10/C91.02", QCheckBox).isChecked()
    click(view, "request/icd10/C91.00")
    assert kept(view, "request.icd10") == ["C91.02", "C91.00"]
    assert text(view, "request/icd10") == "C91.02, C91.00"
    click(view, "request/icd10/C91.02")
    enter(view, "request/icd10", "")
    assert kept(view, "request.icd10") is None
    assert not part(view, "request/icd10/C91.00", QCheckBox).isChecked()


def test_the_length_of_cycle_1_is_chosen_with_its_reason(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    combo = part(view, "request/extension", QComboBox)
    assert combo.currentText() == "21 days"
    combo.setFocus()
    press(Qt.Key.Key_Down)
    assert kept(view, "request.extension") == "response"
    assert combo.currentText() == "28 days: CR or CRi was reached"
    press(Qt.Key.Key_Up)
    assert kept(view, "request.extension") is None


def test_measurements_may_be_absent_but_not_half_there(driven: Driven) -> None:
    view = driven.open(sample(15), Page.REQUEST)
    assert kept(view, "measurements") is None
    enter(view, "measurements/height_cm", "170")
    assert [problem.field for problem in view.desk.judgment.problems] == ["measurements.weight_kg"]
    enter(view, "measurements/height_cm", "")
    assert kept(view, "measurements") is None
    assert view.desk.judgment.problems == ()


def test_documents_are_named_and_removed_with_their_ticks(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    type_into(view, "documents/new/title", "Second marrow report")
    part(view, "documents/new/kind", QComboBox).setFocus()
    press(Qt.Key.Key_Down)
    click(view, "documents/new/add")
    added = {"id": "E4", "kind": "pathology_report", "title": "Second marrow report"}
    assert list_at(view.desk.record.case, "evidence")[-1] == added
    click(view, "documents/E1/remove")
    assert view.desk.judgment.answers["cd22_positive"].evidence == ()
    assert words(view, "finding/headline") == "Open: 2 documents"
    assert not shown(view, "documents/E1/remove")


def test_a_missing_first_day_is_not_blamed_on_the_birth_date(driven: Driven) -> None:
    document: dict[str, Any] = sample(1)
    del document["request"]["start_date"]
    record = begin(driven).desk.record
    view = driven.begin(type(record)(document), Page.REQUEST)
    click(view, "footer/primary")
    assert errors(view) == ["Enter the first treatment day."]


def test_a_birth_date_after_the_first_day_is_said_in_plain_words(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    enter(view, "member/birth_date", "2026-12-24")
    assert errors(view) == ["The birth date is after the first treatment day."]


def test_tab_alone_reaches_every_control_in_reading_order(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    part(view, "steps/worklist").setFocus()
    seen: list[str] = []
    for _ in range(200):
        seen.append(focus_name())
        press(Qt.Key.Key_Tab)
        if focus_name() == seen[0]:
            break
    expected = [
        "steps/worklist",
        "steps/criteria",
        "request/purpose/choice/initial",
        "request/start_date",
        "member/given_name",
        "member/family_name",
        "member/address/3",
        "prescriber/npi",
        "measurements/weight_kg",
        "documents/E1/remove",
        "documents/new/title",
        "documents/new/dated",
        "documents/new/add",
        "footer/back",
        "footer/primary",
        "finding/tree",
    ]
    places = [seen.index(name) for name in expected]
    assert places == sorted(places)
    lines = [field.objectName() for field in view.findChildren(QLineEdit) if field.isVisible()]
    assert set(lines) <= set(seen)
    buttons = view.findChildren(QPushButton)
    assert {button.objectName() for button in buttons if button.isVisible()} <= set(seen)


def test_the_names_of_fields_are_said_to_screen_readers(driven: Driven) -> None:
    view = begin(driven)
    field = part(view, "request/start_date", QLineEdit)
    assert field.accessibleName() == "First treatment day"
    enter(view, "request/start_date", "soon")
    assert field.accessibleDescription().startswith("This is not a date.")
    assert QApplication.focusWidget() is not field

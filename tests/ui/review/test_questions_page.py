"""The pages that ask: answers, documents, cards that come and go, all by mouse and by keyboard."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLabel, QRadioButton, QWidget

from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, focus_name, line, part, press, shown, type_into, words
from ui.kit.status import Status
from ui.kit.text import Text
from ui.review.case_view import CaseView
from ui.review.slots import list_at, value_at

CTRL = Qt.KeyboardModifier.ControlModifier


def unanswered() -> dict[str, Any]:
    return {**sample(1), "answers": {}}


def undocumented() -> dict[str, Any]:
    document: dict[str, Any] = sample(1)
    answers = {**document["answers"], "disease_status": {"value": "relapsed", "evidence": []}}
    return {**document, "answers": answers}


def answer(view: CaseView, question: str) -> Any:
    given = view.desk.judgment.answers.get(question)
    return None if given is None else given.value


def shown_by(view: CaseView, question: str) -> list[str]:
    return list(view.desk.judgment.answers[question].evidence)


def cards(view: CaseView) -> list[str]:
    """The questions whose cards are to be seen, from top to bottom."""
    names = [name for name in view.desk.policy.questions if shown(view, name)]
    return sorted(names, key=lambda name: part(view, name).y())


def test_a_click_answers_saves_and_changes_chip_tree_and_headline(driven: Driven) -> None:
    view = driven.open(unanswered(), Page.CRITERIA)
    assert words(view, "finding/headline") == "Open: 6 questions"
    click(view, "b_cell_all/choice/true")
    assert answer(view, "b_cell_all") is True
    assert words(view, "b_cell_all/status") == "Needs a document"
    assert words(view, "finding/headline") == "Open: 5 questions, 1 document"
    assert line(view, "A.i").note.startswith("B-cell acute lymphoblastic leukemia: yes, document missing")
    kept = driven.session.casebook.get(view.desk.case.case_id).document
    assert value_at(kept, "case.answers.b_cell_all") == {"value": True, "evidence": []}


def test_digits_and_arrows_answer_by_keyboard(driven: Driven) -> None:
    view = driven.open(unanswered(), Page.CRITERIA)
    assert focus_name() == "b_cell_all/choice/true"
    press(Qt.Key.Key_2)
    assert answer(view, "b_cell_all") is False
    press(Qt.Key.Key_Left)
    assert answer(view, "b_cell_all") is True
    press(Qt.Key.Key_Down, CTRL)
    assert focus_name() == "cd22_positive/choice/true"
    press(Qt.Key.Key_Space)
    assert answer(view, "cd22_positive") is True
    press(Qt.Key.Key_Up, CTRL)
    assert focus_name() == "b_cell_all/choice/true"


def test_a_ticked_document_makes_the_answer_count(driven: Driven) -> None:
    view = driven.open(undocumented(), Page.CRITERIA)
    assert words(view, "disease_status/no_document/text").startswith("No document shows this yet.")
    assert line(view, "A.ii.A").note == "Answered: relapsed. Document missing"
    click(view, "disease_status/no_document/add")
    assert focus_name() == "disease_status/evidence/E1"
    click(view, "disease_status/evidence/E2")
    assert shown_by(view, "disease_status") == ["E2"]
    assert words(view, "disease_status/status") == "Met"
    assert line(view, "A.ii.A").status is Status.MET
    assert words(view, "finding/headline") == "All criteria met"
    click(view, "disease_status/done")
    assert focus_name() == "disease_status/choice/relapsed"
    assert part(view, "disease_status/shown/E2", QAbstractButton).isVisible()
    assert not shown(view, "disease_status/no_document")


def test_an_open_picker_is_in_sight_to_its_end(driven: Driven) -> None:
    view = driven.open(undocumented(), Page.CRITERIA)
    click(view, "disease_status/no_document/add")
    done: QWidget = part(view, "disease_status/done")
    assert done.visibleRegion().boundingRect() == done.rect()


def test_the_picker_opens_by_key_and_adds_a_document_that_shows_the_answer(driven: Driven) -> None:
    view = driven.open(undocumented(), Page.CRITERIA)
    view.show_target("disease_status")
    press(Qt.Key.Key_E, CTRL)
    type_into(view, "disease_status/new/title", "Marrow report from another clinic")
    click(view, "disease_status/new/add")
    assert shown_by(view, "disease_status") == []
    part(view, "disease_status/new/kind", QComboBox).setFocus()
    press(Qt.Key.Key_Down)
    type_into(view, "disease_status/new/dated", "2026-11-12")
    press(Qt.Key.Key_Return)
    assert shown_by(view, "disease_status") == ["E4"]
    assert part(view, "disease_status/evidence/E4", QCheckBox).isChecked()
    assert part(view, "disease_status/evidence/E4").accessibleDescription() == "12-Nov-2026, pathology report"
    press(Qt.Key.Key_Escape)
    assert not shown(view, "disease_status/picker")
    assert shown(view, "disease_status/shown/E4")


def test_a_document_that_cannot_be_named_is_explained_at_its_fields(driven: Driven) -> None:
    view = driven.open(undocumented(), Page.CRITERIA)
    click(view, "disease_status/no_document/add")
    type_into(view, "disease_status/new/dated", "soon")
    click(view, "disease_status/new/add")
    labels: list[QLabel] = part(view, "disease_status/new").findChildren(QLabel)
    said = [label.text() for label in labels if label.isVisible()]
    assert "Enter the title of the document." in said
    assert "Choose what kind of document it is." in said
    assert "This is not a date. Type it as 10-Nov-2026." in said
    assert focus_name() == "disease_status/new/title"
    assert len(list_at(view.desk.record.case, "evidence")) == 3


def test_escape_keeps_the_case_open_while_something_is_being_typed(driven: Driven) -> None:
    view = driven.open(undocumented(), Page.CRITERIA)
    click(view, "disease_status/no_document/add")
    type_into(view, "disease_status/new/title", "Half a ti")
    press(Qt.Key.Key_Escape)
    assert shown(view, "disease_status/picker")


def test_a_card_comes_and_goes_with_the_answer_that_asks_it_and_the_focus_stays(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    assert "tki" not in cards(view)
    click(view, "regimen/choice/with_tki")
    assert cards(view) == [name for name in view.desk.policy.questions if name in cards(view)]
    assert cards(view).index("tki") == cards(view).index("regimen") + 1
    assert focus_name() == "regimen/choice/with_tki"
    click(view, "regimen/choice/single_agent")
    assert "tki" not in cards(view)


def test_cards_that_go_above_leave_the_focus_where_it_was_in_sight(driven: Driven) -> None:
    document: dict[str, Any] = sample(1)
    document["answers"] = {**document["answers"], "regimen": {"value": "with_tki", "evidence": ["E3"]}}
    view = driven.open(document, Page.CRITERIA)
    view.show_target("induction")
    row = part(view, "induction/choice/true", QRadioButton)
    before = row.mapTo(view, row.rect().topLeft()).y()
    view.desk.answer("regimen", "single_agent")
    Driven.settle()
    assert "tki" not in cards(view)
    assert row.hasFocus()
    assert row.mapTo(view, row.rect().topLeft()).y() == before


def test_clearing_an_answer_takes_it_away_and_its_documents_with_it(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    click(view, "disease_status/clear")
    assert answer(view, "disease_status") is None
    assert words(view, "disease_status/status") == "Not answered"
    assert not shown(view, "disease_status/clear")
    assert not shown(view, "disease_status/add")
    assert focus_name().startswith("disease_status/choice/")


def test_undo_and_redo_take_an_answer_back_and_forth(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    click(view, "disease_status/choice/neither")
    assert words(view, "finding/headline") == "Not met: a physician reviewer decides"
    press(Qt.Key.Key_Z, CTRL)
    assert answer(view, "disease_status") == "relapsed"
    assert part(view, "disease_status/choice/relapsed", QRadioButton).isChecked()
    press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert answer(view, "disease_status") == "neither"


def test_questions_that_cannot_matter_say_so_instead_of_looking_open(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    assert words(view, "induction/status") == "Not needed"
    assert words(view, "criteria/lead").endswith("4 of 4 answered.")
    assert line(view, "A.iii").dim


def test_the_lead_counts_what_matters_and_what_lacks_its_document(driven: Driven) -> None:
    view = driven.open(undocumented(), Page.CRITERIA)
    assert words(view, "criteria/title") == "Criteria for initial approval"
    expected = "Section A of MP-RX-FP-12-23, as approved 09-May-2024. 4 of 4 answered, 1 document missing."
    assert words(view, "criteria/lead") == expected


def test_f8_goes_round_the_open_questions_over_all_pages(driven: Driven) -> None:
    document: dict[str, Any] = sample(25)
    answers = {**document["answers"], "response": {"value": "cr"}, "response_cycle": {"value": 2}}
    del answers["disease_progression"]
    document["answers"] = answers
    view = driven.open(document, Page.CRITERIA)
    waiting = {*view.desk.judgment.openings.questions, *view.desk.judgment.openings.documents}
    assert waiting == {"disease_progression", "response"}
    part(view, "hsct_planned/choice/false").setFocus()
    press(Qt.Key.Key_F8)
    assert focus_name() == "disease_progression/choice/true"
    press(Qt.Key.Key_F8)
    assert view.stack.page().page is Page.RESPONSE
    assert focus_name() == "response/choice/cr"
    press(Qt.Key.Key_F8)
    assert view.stack.page().page is Page.CRITERIA


def test_the_response_page_shows_the_terms_and_numbers_the_cycles(driven: Driven) -> None:
    view = driven.open(sample(25), Page.RESPONSE)
    assert words(view, "response/title") == "Response before cycle 6"
    definition = part(view, "definitions/cri", QLabel)
    assert "10<sup>9</sup>/L" in definition.text()
    assert definition.textFormat() is Qt.TextFormat.RichText
    assert not isinstance(definition, Text), "the kit's texts paint markup as it stands"
    assert part(view, "response_cycle/choice/5", QRadioButton).isChecked()
    part(view, "response_cycle/choice/5").setFocus()
    press(Qt.Key.Key_2)
    assert answer(view, "response_cycle") == 2
    assert words(view, "finding/headline") == "All criteria met"


def test_a_first_response_in_a_cycle_beyond_the_usual_ones_is_shown(driven: Driven) -> None:
    document: dict[str, Any] = sample(25)
    document["answers"] = {**document["answers"], "response_cycle": {"value": 12, "evidence": []}}
    view = driven.open(document, Page.RESPONSE)
    assert part(view, "response_cycle/choice/12", QRadioButton).isChecked()


def test_the_criteria_page_goes_on_to_the_page_that_the_purpose_needs(driven: Driven) -> None:
    view = driven.open(sample(25), Page.CRITERIA)
    assert part(view, "footer/primary", QAbstractButton).text() == "Continue to response"
    click(view, "footer/primary")
    assert view.stack.page().page is Page.RESPONSE
    assert part(view, "footer/primary", QAbstractButton).text() == "Continue to dose"


@pytest.mark.parametrize("page", [Page.CRITERIA, Page.RESPONSE])
def test_every_choice_and_card_has_a_name_for_screen_readers(driven: Driven, page: Page) -> None:
    view = driven.open(sample(25), page)
    controls = [
        control
        for control in view.stack.page().findChildren(QWidget)
        if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert controls
    for control in controls:
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.objectName(), control
        assert control.accessibleName() or text, control.objectName()


def test_policy_texts_are_in_the_language_of_the_screen(driven: Driven) -> None:
    driven.session.language = "es"
    view = driven.open(sample(1), Page.CRITERIA)
    assert words(view, "criteria/title") == "Criterios para la aprobación inicial"
    assert part(view, "disease_status/choice/relapsed", QRadioButton).text() == "En recaída"
    assert line(view, "A.iii").label.startswith("Tratamiento inicial")

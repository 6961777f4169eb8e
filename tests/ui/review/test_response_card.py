"""The laboratory card: values typed, saved and compared; answers and conversions are taken by a person."""

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from app.definition import Threshold
from app.laboratory import PER_LITER
from app.logic import MET
from app.response import ThresholdFinding
from app.route import Mark, Page, mark_of
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, focus_name, part, press, shown, type_into, words
from ui.kit.value_scale import ValueScale
from ui.review.case_view import CaseView
from ui.review.dose_gap import dose_gap
from ui.review.response_row import SharedThreshold, scale_of
from ui.review.slots import value_at

VALUES: dict[str, Any] = {
    "marrow_blasts_percent": "3",
    "peripheral_blasts": False,
    "platelets_e9_per_l": "120",
    "anc_e9_per_l": "1.5",
    "extramedullary_disease": False,
}


def continuation(**values: Any) -> dict[str, Any]:
    """Cycle 3 before a transplant; without values the file holds no laboratory at all."""
    document: dict[str, Any] = sample(21)
    return document | ({"laboratory": values} if values else {})


def kept(view: CaseView, path: str) -> object:
    """What the casebook holds now."""
    document = view.desk.session.casebook.get(view.desk.case.case_id).document
    return value_at(document, f"case.{path}")


def answer(view: CaseView, question: str) -> object:
    given = view.desk.judgment.answers.get(question)
    return None if given is None else given.value


def choose(view: CaseView, name: str, word: str) -> None:
    """Choose an option of a list by its first letter, as a person at the keyboard does."""
    part(view, name, QComboBox).setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(part(view, name, QComboBox).findText(word)):
        press(Qt.Key.Key_Down)
    assert part(view, name, QComboBox).currentText() == word


def advisories(view: CaseView) -> list[str]:
    """Those on laboratory values."""
    review = view.desk.judgment.review
    told = [] if review is None else [advisory.code for advisory in review.advisories]
    return [code for code in told if code in {"response_conflicts_with_values", "mrd_not_shown_negative"}]


def test_values_typed_by_keyboard_are_saved_compared_and_only_then_used(driven: Driven) -> None:
    view = driven.open(continuation(), Page.RESPONSE)
    assert not shown(view, "laboratory/suggestion")
    assert not shown(view, "laboratory/platelets_e9_per_l/row")
    type_into(view, "laboratory/taken_on", "16-Nov-2026")
    press(Qt.Key.Key_Tab)
    type_into(view, "laboratory/cycle", "2")
    press(Qt.Key.Key_Tab)
    assert focus_name() == "laboratory/marrow_blasts_percent"
    type_into(view, "laboratory/marrow_blasts_percent", "4.9")
    press(Qt.Key.Key_Tab)
    assert focus_name() == "laboratory/platelets_e9_per_l"
    assert words(view, "laboratory/suggestion/text").startswith("Not known yet. Missing: leukemic blasts")
    type_into(view, "laboratory/platelets_e9_per_l", "80")
    press(Qt.Key.Key_Tab)
    type_into(view, "laboratory/anc_e9_per_l", "1")
    press(Qt.Key.Key_Tab)
    choose(view, "laboratory/peripheral_blasts", "None")
    choose(view, "laboratory/extramedullary_disease", "None")
    assert kept(view, "laboratory") == {
        "taken_on": "2026-11-16",
        "cycle": 2,
        "marrow_blasts_percent": "4.9",
        "platelets_e9_per_l": "80",
        "anc_e9_per_l": "1",
        "peripheral_blasts": False,
        "extramedullary_disease": False,
    }
    assert (
        words(view, "laboratory/suggestion/text") == "These values show: CRi, incomplete recovery of counts."
    )
    assert answer(view, "response") == "cr", "nothing answers by itself"
    assert advisories(view) == ["response_conflicts_with_values"]
    part(view, "laboratory/suggestion/use").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert answer(view, "response") == "cri"
    assert kept(view, "answers.response.value") == "cri"
    assert focus_name() == "response/choice/cri"
    assert not shown(view, "laboratory/suggestion/use")
    assert words(view, "laboratory/suggestion/text").endswith("The question is answered so.")
    assert advisories(view) == []


def test_each_threshold_stands_beside_its_value(driven: Driven) -> None:
    view = driven.open(continuation(**(VALUES | {"platelets_e9_per_l": "80"})), Page.RESPONSE)
    said = {
        label.objectName(): label.text()
        for label in view.findChildren(QLabel)
        if label.objectName().startswith("laboratory/") and label.objectName().endswith("/text")
    }
    assert said["laboratory/marrow_blasts_percent/CR-CRi/text"] == "CR and CRi: below 5\u00a0%, met"
    assert said["laboratory/peripheral_blasts/CR-CRi/text"] == "CR and CRi: none, met"
    unit = f"\u00a0{PER_LITER}"
    assert said["laboratory/platelets_e9_per_l/CR/text"] == f"CR: at least 100{unit}, not met"
    assert said["laboratory/platelets_e9_per_l/CRi/text"] == f"CRi: below 100{unit}, met"
    assert said["laboratory/anc_e9_per_l/CRi/text"] == f"CRi: below 1{unit}, not needed"
    assert words(view, "laboratory/platelets_e9_per_l/value") == f"80{unit}"
    picture = part(view, "laboratory/platelets_e9_per_l/scale", ValueScale)
    told = picture.accessibleDescription()
    assert told == f"80{unit}. CR: at least 100{unit}, not met. CRi: below 100{unit}, met"
    assert not shown(view, "laboratory/peripheral_blasts/scale")


def test_a_missing_value_is_said_to_be_missing(driven: Driven) -> None:
    view = driven.open(continuation(marrow_blasts_percent="3"), Page.RESPONSE)
    assert words(view, "laboratory/anc_e9_per_l/value") == "Missing"
    assert words(view, "laboratory/anc_e9_per_l/CR/text").endswith("missing")
    assert not shown(view, "laboratory/suggestion/use")


@pytest.mark.parametrize(
    ("name", "typed", "offered", "use"),
    [
        ("platelets_e9_per_l", "120,000", "120,000 per microliter is 120", "120"),
        ("anc_e9_per_l", "1500", "1,500 per microliter is 1.5", "1.5"),
    ],
)
def test_a_count_per_microliter_is_offered_converted_and_never_taken_silently(
    driven: Driven, name: str, typed: str, offered: str, use: str
) -> None:
    view = driven.open(continuation(**(VALUES | {name: None})), Page.RESPONSE)
    assert not shown(view, f"laboratory/{name}/offer")
    type_into(view, f"laboratory/{name}", typed)
    press(Qt.Key.Key_Tab)
    assert kept(view, f"laboratory.{name}") == typed.replace(",", "")
    assert words(view, f"laboratory/{name}/offer/text") == f"{offered}\u00a0{PER_LITER}."
    assert words(view, "laboratory/suggestion/text").startswith("Not known yet. Missing: ")
    desk = view.desk
    assert [problem.field for problem in desk.judgment.problems] == [f"laboratory.{name}"]
    assert mark_of(Page.RESPONSE, desk.record, desk.judgment) is Mark.OPEN
    part(view, f"laboratory/{name}/convert").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Space)
    assert kept(view, f"laboratory.{name}") == use
    assert not shown(view, f"laboratory/{name}/offer")
    assert focus_name() == f"laboratory/{name}"
    assert part(view, f"laboratory/{name}", QLineEdit).text() == use
    assert desk.judgment.problems == ()
    assert words(view, "laboratory/suggestion/text").startswith("These values show: CR, complete")
    desk.undo()
    assert kept(view, f"laboratory.{name}") == typed.replace(",", "")
    assert shown(view, f"laboratory/{name}/offer")


def test_an_unusually_high_count_counts_and_is_asked_about(driven: Driven) -> None:
    view = driven.open(continuation(**(VALUES | {"anc_e9_per_l": "50"})), Page.RESPONSE)
    unit = f"\u00a0{PER_LITER}"
    said = f"50{unit} is unusually high. If the report gives it per microliter, it is 0.05{unit}."
    assert words(view, "laboratory/anc_e9_per_l/offer/text") == said
    assert words(view, "laboratory/suggestion/text").startswith("These values show: CR, complete")
    click(view, "laboratory/anc_e9_per_l/convert")
    assert kept(view, "laboratory.anc_e9_per_l") == "0.05"
    assert words(view, "laboratory/suggestion/text").startswith("These values show: CRi")
    assert not shown(view, "laboratory/anc_e9_per_l/offer")


def test_a_wrong_value_keeps_the_page_from_going_on_and_is_named(driven: Driven) -> None:
    view = driven.open(continuation(), Page.RESPONSE)
    type_into(view, "laboratory/marrow_blasts_percent", "140")
    press(Qt.Key.Key_Tab)
    view.go_on()
    assert view.stack.page().page is Page.RESPONSE
    complaint = "Enter the blasts in percent of the cells, 0 to 100."
    links = [widget.accessibleName() for widget in view.findChildren(QWidget)]
    assert complaint in links
    type_into(view, "laboratory/marrow_blasts_percent", "14")
    press(Qt.Key.Key_Tab)
    view.go_on()
    assert view.stack.page().page is Page.DOSE


def test_a_negative_report_without_enough_sensitivity_offers_no_answer(driven: Driven) -> None:
    view = driven.open(continuation(), Page.RESPONSE)
    assert not shown(view, "laboratory/mrd/finding")
    choose(view, "laboratory/mrd/result", "Negative")
    choose(view, "laboratory/mrd/method", "Flow cytometry")
    assert words(view, "laboratory/mrd/finding/text").startswith("Not shown negative: the sensitivity")
    type_into(view, "laboratory/mrd/sensitivity", "0.001")
    press(Qt.Key.Key_Tab)
    said = words(view, "laboratory/mrd/finding/text")
    assert said == (
        "Not shown negative: a method that finds 1 cell in 1,000 cannot show it; 1 cell in 10,000 is needed."
    )
    assert not shown(view, "laboratory/mrd/finding/use")
    type_into(view, "laboratory/mrd/sensitivity", "0.0001")
    press(Qt.Key.Key_Tab)
    assert answer(view, "mrd_negative") is False
    click(view, "laboratory/mrd/finding/use")
    assert answer(view, "mrd_negative") is True
    assert kept(view, "laboratory.mrd") == {"result": "negative", "method": "flow", "sensitivity": "0.0001"}


def test_emptied_fields_leave_nothing_behind(driven: Driven) -> None:
    view = driven.open(continuation(platelets_e9_per_l="80"), Page.RESPONSE)
    type_into(view, "laboratory/platelets_e9_per_l", "")
    press(Qt.Key.Key_Tab)
    assert kept(view, "laboratory") is None
    assert not shown(view, "laboratory/suggestion")
    assert not shown(view, "laboratory/platelets_e9_per_l/row")


def test_a_case_that_may_not_be_changed_shows_the_values_without_offers(driven: Driven) -> None:
    view = driven.open(continuation(**(VALUES | {"platelets_e9_per_l": "80"})), Page.RESPONSE)
    view.stack.page().set_read_only(True)
    assert words(view, "laboratory/suggestion/text").startswith("These values show: CRi")
    offered = [shown(view, "laboratory/suggestion/use")]
    assert not part(view, "laboratory/platelets_e9_per_l", QLineEdit).isEnabled()
    view.stack.page().set_read_only(False)
    offered.append(shown(view, "laboratory/suggestion/use"))
    assert offered == [False, True]


def finding(operator: str, bound: str, value: str | None) -> ThresholdFinding:
    threshold = Threshold("platelets_e9_per_l", operator, Decimal(bound), PER_LITER)
    return ThresholdFinding(threshold, None if value is None else Decimal(value), MET)


@pytest.mark.parametrize(
    ("operators", "value", "place"),
    [
        (("at_least", "below"), "99.9", 0),
        (("at_least", "below"), "100", 1),
        (("above", "at_most"), "100", 0),
        (("above", "at_most"), "100.1", 1),
        (("at_least", "below"), None, None),
    ],
)
def test_the_scale_puts_the_bound_where_its_threshold_does(
    operators: tuple[str, str], value: str | None, place: int | None
) -> None:
    high, low = operators
    shared = [
        SharedThreshold(("CR",), finding(high, "100", value)),
        SharedThreshold(("CRi",), finding(low, "100", value)),
    ]
    facts = scale_of(shared)
    assert facts.zones == ("CRi", "CR")
    assert facts.place == place
    assert facts.share(Decimal(100)) == 0.5
    assert 0.9 < facts.share(Decimal(2000)) < 1


def test_a_dose_that_waits_for_a_laboratory_value_leads_to_it(driven: Driven) -> None:
    view = driven.open(continuation(**VALUES), Page.DOSE)
    view.desk.set("laboratory.anc_e9_per_l", "1500")
    gap = dose_gap(view.desk.judgment, "en")
    assert gap is not None
    assert gap.page is Page.RESPONSE
    view.desk.set("measurements.weight_kg", 7500)
    both = dose_gap(view.desk.judgment, "en")
    assert both is not None
    assert both.page is Page.REQUEST


def test_a_first_cycle_says_of_a_wrong_value_that_another_page_corrects_it(driven: Driven) -> None:
    view = driven.open(continuation(**VALUES), Page.RESPONSE)
    desk = view.desk
    desk.set("laboratory.anc_e9_per_l", "1500")
    desk.set("request", {**desk.record.case["request"], "purpose": "initial", "cycle": 1})  # type: ignore[dict-item]  # an object
    view.show_page(Page.REQUEST)
    assert mark_of(Page.REQUEST, desk.record, desk.judgment) is Mark.OPEN
    view.go_on()
    assert view.stack.page().page is Page.REQUEST
    assert "A laboratory value cannot be used; this request has no page for such values." in [
        widget.accessibleName() for widget in view.findChildren(QWidget)
    ]

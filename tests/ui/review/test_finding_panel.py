"""The finding's panel: what would change it and why, followed through answers, keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, focus_name, part, press, shown
from ui import theme
from ui.kit.finding_tree import FindingTree
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import Text
from ui.review.case_view import CaseView
from ui.review.draft import Choice
from ui.review.finding_notes import ChangeRow


def changes(view: CaseView) -> list[str]:
    rows: list[ChangeRow] = part(view, "finding/changes").findChildren(ChangeRow)
    return [row.accessibleName() for row in rows if row.isVisible()]


def said(view: QWidget, name: str) -> list[str]:
    labels: list[QLabel] = part(view, name).findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_what_would_change_follows_every_answer(driven: Driven) -> None:
    view = driven.open(sample(28), Page.CRITERIA)
    assert changes(view)[0] == "A physician's note that there is no progression would meet B.i.A."
    view.desk.answer("disease_progression", value=False)
    driven.settle()
    assert changes(view) == [
        "A physician's note that there is no progression would meet B.i.A.",
        "With documented disease progression, B.i.A would not be met.",
    ]
    view.desk.tick("disease_progression", "E1", shown=True)
    driven.settle()
    assert len(changes(view)) == 3
    assert all("would meet" not in change for change in changes(view))


def test_enter_on_a_change_goes_to_its_card(driven: Driven) -> None:
    view = driven.open(sample(21), Page.REQUEST)
    part(view, "finding/changes/1").setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Return)
    assert view.stack.page().page is Page.RESPONSE
    assert focus_name().startswith("mrd_negative/")


def test_a_click_on_a_change_goes_to_its_card_and_a_limit_to_the_request(driven: Driven) -> None:
    view = driven.open(sample(27), Page.REQUEST)
    click(view, "finding/changes/1")
    assert focus_name().startswith("veno_occlusive_disease/")
    limited = driven.open(sample(26), Page.CRITERIA)
    click(limited, "finding/changes/1")
    assert focus_name() == "request/cycle"


def test_a_change_keeps_the_focus_while_the_finding_changes(driven: Driven) -> None:
    view = driven.open(sample(28), Page.CRITERIA)
    part(view, "finding/changes/1").setFocus(Qt.FocusReason.TabFocusReason)
    view.desk.answer("disease_progression", value=True)
    driven.settle()
    assert focus_name() == "finding/changes/1"


def test_the_current_line_says_why_it_stands_so(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    view.finding.mark_question("disease_status")
    driven.settle()
    assert said(view, "finding/why") == [
        "Why A.ii.A is met",
        "A.ii.A",
        "Relapse or refractory disease: relapsed",
        "E2 Hematology clinic note, 17-Nov-2026",
    ]
    view.desk.answer("disease_status", "neither")
    driven.settle()
    assert said(view, "finding/why")[0] == "Why A.ii.A is not met"
    view.finding.mark_question("")
    assert not shown(view, "finding/why")


def test_a_change_wraps_in_full_and_is_as_high_as_its_words(driven: Driven) -> None:
    view = driven.open(sample(9), Page.CRITERIA)
    row = part(view, "finding/changes/1", ChangeRow)
    assert row.height() == row.heightForWidth(row.width())
    assert row.heightForWidth(150) > row.heightForWidth(300)


@pytest.mark.parametrize("number", [9, 16, 20])
def test_the_finding_is_used_by_keys_alone_from_its_tree_to_its_last_note(
    driven: Driven, number: int
) -> None:
    view = driven.open(sample(number), Page.CRITERIA)
    tree = part(view, "finding/tree", FindingTree)
    tree.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Home)
    before = said(view, "finding/why")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert said(view, "finding/why") != before, "the reasons follow the line"
    reached: list[str] = []
    while focus_name().startswith(("finding/", "notice/", "advisory/")) and focus_name() not in reached:
        reached.append(focus_name())
        press(Qt.Key.Key_Tab)
    told = [row for row in view.findChildren(ChangeRow) if row.isVisible()]
    assert {row.objectName() for row in told} <= set(reached)
    assert [name for name in reached if name.endswith("/seen")]


@pytest.mark.parametrize("number", [9, 20])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("scale", [1.25, 2.0])
def test_nothing_in_the_finding_is_cut_in_any_size_and_language(
    driven: Driven, number: int, language: str, scale: float
) -> None:
    driven.session.language = language
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    view = driven.open(sample(number), Page.CRITERIA)
    theme.apply(app, theme.Theme.DARK, scale)
    try:
        driven.settle()
        if not view.finding.isVisible():
            view.toggle_finding()
            driven.settle()
        assert view.finding.isVisible()
        for row in (row for row in view.findChildren(ChangeRow) if row.isVisible()):
            assert row.height() >= row.heightForWidth(row.width())
        panel = part(view, "finding/scroll", ScrollPage)
        inside = panel.widget()
        assert inside is not None
        assert inside.width() <= panel.viewport().width(), "the panel never scrolls sideways"
        for label in inside.findChildren(Text):
            if label.isVisible() and label.hasHeightForWidth():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
    finally:
        theme.apply(app, theme.Theme.LIGHT, 1.0)


def test_the_button_under_a_missing_document_leads_to_the_request_for_it(driven: Driven) -> None:
    view = driven.open(sample(9), Page.CRITERIA)
    assert shown(view, "finding/ask")
    click(view, "finding/ask")
    assert view.stack.page().page is Page.DECISION
    assert view.desk.draft.choice is Choice.PEND


def test_nothing_is_to_be_asked_for_where_no_document_is_missing(driven: Driven) -> None:
    view = driven.open(sample(1), Page.CRITERIA)
    assert not shown(view, "finding/ask")

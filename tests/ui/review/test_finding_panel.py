"""The finding's panel: what would change it and why, followed through answers, keys and clicks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, focus_name, part, press, shown
from ui.review.case_view import CaseView
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

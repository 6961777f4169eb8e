"""The notes beside the finding: source, toggle, who has seen them."""

from PySide6.QtWidgets import QAbstractButton, QLabel

from app.desk import open_case
from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, click, part, shown
from ui.review.case_view import CaseView

TOGGLE = "advisory/label_liver_tests/seen"


def said(view: CaseView) -> list[str]:
    labels: list[QLabel] = part(view, "finding/advisories").findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def test_each_note_names_its_source(driven: Driven) -> None:
    view = driven.open(sample(17), Page.CRITERIA)
    for code in ("label_blood_counts", "label_liver_tests"):
        advisory = view.desk.policy.advisories[code]
        assert advisory.text["en"] in said(view)
        assert f"Source: {advisory.source}" in said(view)


def test_seen_is_kept_and_shown_with_who_and_when(driven: Driven) -> None:
    view = driven.open(sample(17), Page.CRITERIA)
    before = view.desk.judgment.finding
    assert not any(text.startswith("Seen by") for text in said(view))
    click(view, TOGGLE)
    assert sum(text.startswith("Seen by Ana Prueba") for text in said(view)) == 1
    assert part(view, TOGGLE, QAbstractButton).text() == "Mark as not seen"
    assert part(view, TOGGLE, QAbstractButton).hasFocus(), "the toggle stays where the hand is"
    kept = open_case(driven.session.casebook, view.desk.case.case_id).record.acknowledged
    assert [item.code for item in kept] == ["label_liver_tests"]
    assert view.desk.judgment.finding == before
    click(view, TOGGLE)
    assert not any(text.startswith("Seen by") for text in said(view))
    assert part(view, TOGGLE, QAbstractButton).text() == "Mark as seen"


def test_a_note_goes_when_it_no_longer_applies(driven: Driven) -> None:
    view = driven.open(sample(30), Page.CRITERIA)
    assert shown(view, "advisory/hcpcs_not_listed/seen")
    view.desk.set("request.hcpcs", "J9229")
    driven.settle()
    assert not shown(view, "advisory/hcpcs_not_listed/seen")
    assert shown(view, "advisory/icd10_not_listed/seen")

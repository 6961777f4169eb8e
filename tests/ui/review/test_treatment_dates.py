"""The treatment dates on the request page: kept together, explained, compared with the label."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.route import Page
from tests.ui.review.closing_cases import sample
from tests.ui.review.driven import Driven, part, press, shown, type_into
from ui.review.case_view import CaseView
from ui.review.slots import value_at


def enter(view: CaseView, *typed: str) -> None:
    for place, day in enumerate(typed):
        type_into(view, f"request/treatment_dates/{place}", day)
        press(Qt.Key.Key_Tab)


def codes(view: CaseView) -> list[str]:
    full = view.desk.judgment.review
    return [] if full is None else [advisory.code for advisory in full.advisories]


def test_dates_beyond_the_label_s_room_are_told_and_decide_nothing(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    before = view.desk.judgment.review
    enter(view, "30-Nov-2026", "4-Dec-2026", "14-Dec-2026")
    kept = value_at(view.desk.record.case, "request.treatment_dates")
    assert kept == ["2026-11-30", "2026-12-04", "2026-12-14"]
    assert codes(view) == ["treatment_day_moved_too_far", "treatment_days_too_close"]
    assert shown(view, "advisory/treatment_days_too_close/seen")
    after = view.desk.judgment.review
    assert before is not None
    assert after is not None
    assert after.recommendation is before.recommendation


def test_some_dates_alone_ask_for_the_others(driven: Driven) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    enter(view, "30-Nov-2026")
    assert [problem.field for problem in view.desk.judgment.problems] == [
        "request.treatment_dates[1]",
        "request.treatment_dates[2]",
    ]
    enter(view, "")
    assert view.desk.judgment.problems == ()
    assert value_at(view.desk.record.case, "request.treatment_dates") is None


@pytest.mark.parametrize(
    ("typed", "place", "said"),
    [
        (
            ("1-Dec-2026", "7-Dec-2026", "14-Dec-2026"),
            0,
            "Day 1 is the first treatment day: enter the same date.",
        ),
        (
            ("30-Nov-2026", "7-Dec-2026", "6-Dec-2026"),
            2,
            "This is not later than the date before it.",
        ),
        (("30-Nov-2026", "soon", "14-Dec-2026"), 1, "This is not a date."),
    ],
)
def test_a_date_that_cannot_be_meant_is_explained_at_its_field(
    driven: Driven, typed: tuple[str, ...], place: int, said: str
) -> None:
    view = driven.open(sample(1), Page.REQUEST)
    enter(view, *typed)
    field = part(view, f"request/treatment_dates/{place}", QLineEdit)
    assert said in field.accessibleDescription()

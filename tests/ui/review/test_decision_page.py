"""The decision page: what is recommended, who may decide what, handing over, and signing."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.route import Page
from tests.ui.review.closing_cases import PHYSICIAN, sample
from tests.ui.review.deciding import choose, decision, refusal, write
from tests.ui.review.driven import Driven, click, part, shown, words
from ui.review.draft import Choice


@pytest.mark.parametrize(
    ("number", "title", "reason"),
    [
        (1, "Recommendation: approve cycle 1", "A.i, A.ii.A, A.ii.B.1"),
        (11, "Recommendation: approve in part, cycle 1", "a dose above the limit"),
        (13, "Recommendation: approve in part, cycle 1", "where one approval covers 1"),
        (9, "Recommendation: ask for what is missing", "1 question is open and 1 document is missing"),
        (15, "Recommendation: ask for what is missing", "height and weight are missing"),
        (22, "Recommendation: refer to a physician reviewer", "Not met: B.ii, B.ii.A"),
    ],
)
def test_recommendation_says_what_and_why(driven: Driven, number: int, title: str, reason: str) -> None:
    view = driven.open(sample(number), Page.DECISION)

    assert words(view, "decision/recommendation/title") == title
    assert reason in words(view, "decision/recommendation/text")


def test_incomplete_case_has_no_recommendation_and_nothing_to_sign(driven: Driven) -> None:
    view = driven.open(sample(1), Page.DECISION)
    assert view.desk.set("prescriber.npi", None)

    assert words(view, "decision/recommendation/title") == "No recommendation yet"
    assert refusal(view, "approve") == refusal(view, "pend") == "The case is not complete yet"
    assert refusal(view, "refer") == ""


@pytest.mark.parametrize(
    ("number", "refused"),
    [
        (1, {"approve_in_part": "Only a physician reviewer", "deny": "Only a physician reviewer"}),
        (11, dict.fromkeys(("approve", "approve_in_part", "deny"), "Only a physician reviewer")),
        (22, dict.fromkeys(("approve", "approve_in_part", "deny"), "Only a physician reviewer")),
        (
            9,
            {
                "approve": "Criteria are still open",
                "approve_in_part": "Only a physician reviewer",
                "deny": "Only a physician reviewer",
            },
        ),
    ],
)
def test_reviewer_sees_every_choice_and_why_some_are_not_theirs(
    driven: Driven, number: int, refused: dict[str, str]
) -> None:
    view = driven.open(sample(number), Page.DECISION)

    for choice in ("approve", "approve_in_part", "deny", "pend", "refer"):
        assert refusal(view, choice) == refused.get(choice, "")


@pytest.mark.parametrize(
    ("number", "refused"),
    [
        (1, {"approve_in_part": "Nothing asked for is above the limit"}),
        (11, {}),
        (9, dict.fromkeys(("approve", "approve_in_part"), "Criteria are still open")),
        (15, dict.fromkeys(("approve", "approve_in_part"), "Height and weight are missing")),
    ],
)
def test_physician_decides_what_the_case_allows(driven: Driven, number: int, refused: dict[str, str]) -> None:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(number), Page.DECISION)

    for choice in ("approve", "approve_in_part", "deny", "pend"):
        assert refusal(view, choice) == refused.get(choice, "")
    assert refusal(view, "return") == "Nobody referred this case"


def test_primary_button_is_named_after_the_choice(driven: Driven) -> None:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(11), Page.DECISION)
    names = {"": "Sign decision"}
    names |= {"approve": "Sign approval", "approve_in_part": "Sign partial approval"}
    names |= {"deny": "Sign denial", "pend": "Sign request for documents"}

    for choice, name in names.items():
        if choice:
            choose(view, choice)
        assert view.footer.primary.words() == name


def test_nothing_chosen_is_said_in_the_error_summary(driven: Driven) -> None:
    view = driven.open(sample(1), Page.DECISION)

    view.footer.primary.click()

    assert "Choose what to do with this case." in part(view, "decision/problems", QWidget).accessibleName()
    assert not shown(view, "decision/sign")


def test_departing_from_the_recommendation_needs_a_reason(driven: Driven) -> None:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(22), Page.DECISION)
    choose(view, "deny")

    view.footer.primary.click()
    assert "Give your reason." in part(view, "decision/problems", QWidget).accessibleName()
    assert not shown(view, "decision/sign")

    write(view, "decision/reason", "Two cycles are recommended before a transplant.")
    view.footer.primary.click()
    assert shown(view, "decision/sign")


def test_following_the_recommendation_asks_for_no_reason(driven: Driven) -> None:
    view = driven.open(sample(1), Page.DECISION)

    choose(view, "approve")

    assert not shown(view, "decision/reason")


def test_reason_that_is_too_long_is_refused_with_figures(driven: Driven) -> None:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(22), Page.DECISION)
    choose(view, "deny")
    part(view, "decision/reason", QPlainTextEdit).setPlainText("a" * 1003)

    view.footer.primary.click()

    assert "this is 3 too long" in part(view, "decision/problems", QWidget).accessibleName()


def test_choice_that_the_case_no_longer_allows_is_dropped(driven: Driven) -> None:
    view = driven.open(sample(1), Page.DECISION)
    choose(view, "approve")

    assert view.desk.answer("disease_status", None)

    assert view.desk.draft.choice is None
    assert refusal(view, "approve") == "Criteria are still open"


def test_change_links_lead_to_the_answer_and_to_the_request(driven: Driven) -> None:
    view = driven.open(sample(23), Page.DECISION)

    with driven.qtbot.waitSignal(view.desk.question_asked) as asked:
        click(view, "decision/check/response/change")
    assert asked.args == ["response"]

    view.show_page(Page.DECISION)
    with driven.qtbot.waitSignal(view.desk.page_asked) as asked:
        click(view, "decision/check/doses/change")
    assert asked.args == ["request"]


def test_lines_not_met_stand_with_what_was_asked_for(driven: Driven) -> None:
    view = driven.open(sample(25), Page.DECISION)

    assert shown(view, "decision/check/B.iii.A/change")
    assert shown(view, "decision/check/asked_for/change")
    assert not shown(view, "decision/check/doses/change")


@pytest.mark.parametrize(("wish", "choice"), [("refer", Choice.REFER), ("pend", Choice.PEND), ("x", None)])
def test_decision_can_be_prepared_by_key(driven: Driven, wish: str, choice: Choice | None) -> None:
    view = driven.open(sample(22), Page.DECISION)

    decision(view).prepare(wish)

    assert view.desk.draft.choice is choice

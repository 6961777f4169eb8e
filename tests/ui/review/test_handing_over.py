"""Handing a case over: referred with a note, taken over, given back, returned with a question."""

from PySide6.QtWidgets import QWidget

from app.route import Page
from tests.ui.review.closing_cases import REVIEWER, sample
from tests.ui.review.deciding import choose, referred, refusal, write
from tests.ui.review.driven import Driven, click, part, words


def test_referral_needs_a_note(driven: Driven) -> None:
    view = driven.open(sample(22), Page.DECISION)
    choose(view, "refer")

    view.footer.primary.click()

    assert "Write the note." in part(view, "decision/problems", QWidget).accessibleName()
    assert view.desk.record.referral is None


def test_physician_takes_a_referred_case_over_before_deciding(driven: Driven) -> None:
    view = driven.reopen(referred(driven), Page.DECISION)

    assert words(view, "decision/referral/title") == f"Referred by {REVIEWER.name}"
    assert "“Cycle 4 asked for, transplant planned.”" in words(view, "decision/referral/text")
    assert refusal(view, "deny") == "Take the case over first"
    assert view.footer.primary.words() == "Take over"

    view.footer.primary.click()

    assert refusal(view, "deny") == refusal(view, "return") == ""
    assert "You took it over" in words(view, "decision/referral/text")


def test_physician_gives_a_case_back(driven: Driven) -> None:
    view = driven.reopen(referred(driven), Page.DECISION)
    view.footer.primary.click()

    click(view, "decision/give_back")

    assert view.footer.primary.words() == "Take over"
    referral = view.desk.record.referral
    assert referral is not None
    assert referral.taken_by is None


def test_physician_returns_a_case_with_a_question(driven: Driven) -> None:
    view = driven.reopen(referred(driven), Page.DECISION)
    view.footer.primary.click()
    choose(view, "return")
    write(view, "decision/question", "Was the transplant cancelled?")
    view.footer.primary.click()
    case_id = view.desk.case.case_id
    view.close()

    driven.sign_in(REVIEWER)
    back = driven.reopen(case_id, Page.DECISION)

    assert words(back, "decision/referral/title") == "A physician reviewer returned this case with a question"
    assert words(back, "decision/referral/text") == "“Was the transplant cancelled?”"
    assert refusal(back, "refer") == ""

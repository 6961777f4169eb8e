"""The decision page: what is recommended, who may decide what, handing over, and signing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.desk import letter_bytes, open_case
from app.route import Page
from reports.check import check
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, REVIEWER, sample, trusted
from tests.ui.review.driven import Driven, click, part, shown, words
from ui.kit.choices import ChoiceRow
from ui.review.case_view import CaseView
from ui.review.decision_page import DecisionPage
from ui.review.draft import Choice


def decision(view: CaseView) -> DecisionPage:
    page = view.stack.page()
    assert isinstance(page, DecisionPage)
    return page


def refusal(view: CaseView, choice: str) -> str:
    """Why a choice may not be used; empty when it may."""
    row = part(view, f"decision/choice/{choice}", ChoiceRow)
    return "" if row.isEnabled() else row.accessibleDescription()


def choose(view: CaseView, choice: str) -> None:
    click(view, f"decision/choice/{choice}")


def write(view: CaseView, name: str, text: str) -> None:
    area = part(view, name, QPlainTextEdit)
    area.setFocus()
    QTest.keyClicks(area, text)


def type_passphrase(view: CaseView, passphrase: str) -> None:
    line = part(view, "decision/passphrase", QLineEdit)
    line.setFocus()
    line.clear()
    QTest.keyClicks(line, passphrase)


def sign(driven: Driven, view: CaseView, passphrase: str = PASSPHRASE) -> None:
    """From the choice to the end of signing, by the filled button."""
    view.footer.primary.click()
    type_passphrase(view, passphrase)
    page = decision(view)
    view.footer.primary.click()
    assert page.busy
    driven.qtbot.waitUntil(lambda: not page.busy, timeout=20_000)


# ---------------------------------------------------------------- recommendation


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


# ---------------------------------------------------------------- who may decide what


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


# ---------------------------------------------------------------- what it rests on


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


# ---------------------------------------------------------------- handing over


def referred(driven: Driven) -> str:
    """A case that the reviewer referred; the physician is signed in."""
    view = driven.open(sample(22), Page.DECISION)
    choose(view, "refer")
    write(view, "decision/note", "Cycle 4 asked for, transplant planned.")
    assert view.footer.primary.words() == "Refer to a physician reviewer"
    view.footer.primary.click()
    case_id = view.desk.case.case_id
    assert view.footer.primary.words() == "Back to worklist"
    assert refusal(view, "pend") == "The case is with a physician reviewer"
    view.close()
    driven.sign_in(PHYSICIAN)
    return case_id


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


# ---------------------------------------------------------------- signing


def test_signing_shows_everything_first_and_can_be_left(driven: Driven) -> None:
    view = driven.open(sample(23), Page.DECISION)
    choose(view, "approve")
    view.footer.primary.click()

    assert words(view, "decision/title") == "Sign approval"
    assert "cannot be undone" in words(view, "decision/cannot_undo/text")
    assert part(view, "decision/passphrase", QLineEdit).hasFocus()

    view.footer.back.click()

    assert words(view, "decision/title") == "Decision"
    assert view.desk.draft.choice is Choice.APPROVE
    assert view.desk.record.letters == ()


def test_wrong_passphrase_says_so_and_keeps_everything(driven: Driven) -> None:
    driven.sign_in(PHYSICIAN)
    view = driven.open(sample(22), Page.DECISION)
    choose(view, "deny")
    write(view, "decision/reason", "Two cycles are recommended.")

    sign(driven, view, "not my passphrase")

    line = part(view, "decision/passphrase", QLineEdit)
    assert "This is not your passphrase. Nothing was signed; try again." in line.accessibleDescription()
    assert view.desk.record.letters == ()
    view.footer.back.click()
    assert part(view, "decision/reason", QPlainTextEdit).toPlainText() == "Two cycles are recommended."


def test_enter_in_the_passphrase_signs_and_the_letter_verifies(driven: Driven) -> None:
    view = driven.open(sample(1), Page.DECISION)
    choose(view, "approve")
    view.footer.primary.click()
    type_passphrase(view, PASSPHRASE)
    page = decision(view)

    QTest.keyClick(part(view, "decision/passphrase", QLineEdit), Qt.Key.Key_Return)

    assert page.busy
    assert view.footer.primary.words() == "Signing"
    assert not part(view, "decision/passphrase", QLineEdit).isEnabled()
    driven.qtbot.waitUntil(lambda: view.stack.page().page is Page.LETTER, timeout=20_000)
    (note,) = view.desk.record.letters
    assert (note.outcome, note.by) == ("approve", REVIEWER.name)
    assert check(view.desk.letter(note), trusted(driven.session)).good


def test_referred_case_is_denied_by_the_physician_and_the_letter_verifies(driven: Driven) -> None:
    view = driven.reopen(referred(driven), Page.DECISION)
    view.footer.primary.click()
    choose(view, "deny")
    write(view, "decision/reason", "Two cycles are recommended before a transplant.")

    sign(driven, view)

    kept = open_case(driven.session.casebook, view.desk.case.case_id)
    (note,) = kept.record.letters
    verdict = check(letter_bytes(driven.session.casebook, note.letter_id), trusted(driven.session))
    assert verdict.good
    assert verdict.record is not None
    assert (verdict.record.outcome, verdict.record.person.name) == ("deny", PHYSICIAN.name)
    assert verdict.record.reason == "Two cycles are recommended before a transplant."


def test_request_for_documents_leaves_the_case_open(driven: Driven) -> None:
    view = driven.open(sample(9), Page.DECISION)
    choose(view, "pend")

    sign(driven, view)

    assert view.desk.record.decision is None
    assert [note.outcome for note in view.desk.record.letters] == ["pend"]
    assert view.desk.case.why_read_only is None


def test_decided_case_shows_its_decision_and_offers_no_other(driven: Driven) -> None:
    view = driven.open(sample(23), Page.DECISION)
    choose(view, "approve")
    sign(driven, view)

    view.show_page(Page.DECISION)

    assert words(view, "decision/decided/title") == "Decided: approval"
    assert not shown(view, "decision/choice_card")
    assert view.footer.primary.words() == "Show letter"


def test_letter_is_not_kept_when_the_case_changed_while_it_was_signed(driven: Driven) -> None:
    view = driven.open(sample(23), Page.DECISION)
    choose(view, "approve")
    view.footer.primary.click()
    type_passphrase(view, PASSPHRASE)
    page = decision(view)
    failures: list[str] = []
    view.desk.failed.connect(failures.append)
    view.footer.primary.click()

    assert view.desk.set("member.address", ["PO Box 555"])
    driven.qtbot.waitUntil(lambda: not page.busy, timeout=20_000)

    assert view.desk.record.letters == ()
    assert any("was not kept" in failure for failure in failures)


def test_language_and_size_of_the_letter_are_the_members_unless_changed(driven: Driven) -> None:
    view = driven.open(sample(1), Page.DECISION)
    choose(view, "approve")
    wish = decision(view)._choice.wish()
    assert wish is not None
    assert (wish.language, wish.large_print) == ("es", False)

    click(view, "decision/large_print")

    wish = decision(view)._choice.wish()
    assert wish is not None
    assert wish.large_print


@pytest.mark.parametrize(("wish", "choice"), [("refer", Choice.REFER), ("pend", Choice.PEND), ("x", None)])
def test_decision_can_be_prepared_by_key(driven: Driven, wish: str, choice: Choice | None) -> None:
    view = driven.open(sample(22), Page.DECISION)

    decision(view).prepare(wish)

    assert view.desk.draft.choice is choice

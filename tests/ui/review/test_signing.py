"""Signing a decision: everything is shown first, the letter verifies, nothing is lost where it fails."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.desk import letter_bytes, open_case
from app.route import Page
from reports.check import check
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, REVIEWER, sample, trusted
from tests.ui.review.deciding import choose, decision, referred, sign, type_passphrase, write
from tests.ui.review.driven import Driven, click, part, shown, words
from ui.review.draft import Choice


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

"""Correcting a signed letter from its page."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.correction import written
from app.determination import Outcome
from reports.check import check
from tests.ui.review.closing_cases import PASSPHRASE, trusted
from tests.ui.review.driven import Driven, click, part, shown, type_into, words
from tests.ui.review.test_letter_page import _work_ends, letter, signed, wait_checked

__all__ = ["_work_ends"]


def test_a_wrong_address_is_put_right_in_a_letter_that_names_the_one_it_replaces(driven: Driven) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    before = view.desk.record.letters[-1]
    click(view, "letter/correct")
    area = part(view, "letter/correct/member.address", QPlainTextEdit)
    area.setPlainText("Urb Las Lomas\n1755 Calle 23 SO\nSan Juan PR 00921")
    type_into(view, "letter/correct/passphrase", PASSPHRASE)
    click(view, "letter/correct/sign")
    driven.qtbot.waitUntil(lambda: view.desk.record.letters[-1].number != before.number, timeout=30_000)
    driven.settle()

    after = view.desk.record.letters[-1]
    assert (after.replaces, after.outcome, len(after.copies)) == (before.number, before.outcome, 2)
    assert written(view.desk.record.case)["member.address"].splitlines()[1] == "1755 Calle 23 SO"
    assert view.desk.record.decision is not None
    assert letter(view).title() == f"Letter {after.number}"
    assert wait_checked(driven, view).startswith("All ")
    assert check(view.desk.letter(after), trusted(view.desk.session)).good


def test_without_a_change_nothing_is_signed(driven: Driven) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    click(view, "letter/correct")
    type_into(view, "letter/correct/passphrase", PASSPHRASE)
    click(view, "letter/correct/sign")
    assert words(view, "letter/correct_failure/text") == "Nothing is changed yet."
    assert len(view.desk.record.letters) == 1


def test_it_can_be_left_as_it_is_and_the_passphrase_is_forgotten(driven: Driven) -> None:
    view = signed(driven, 1, Outcome.APPROVE)
    click(view, "letter/correct")
    type_into(view, "letter/correct/passphrase", PASSPHRASE)
    click(view, "letter/correct/leave")
    assert shown(view, "letter/correct")
    assert not shown(view, "letter/correct/passphrase")
    click(view, "letter/correct")
    assert part(view, "letter/correct/passphrase", QLineEdit).text() == ""

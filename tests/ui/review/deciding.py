"""What tests of the decision page do: choose, write, sign, refer."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.route import Page
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, sample
from tests.ui.review.driven import Driven, click, part
from ui.kit.choices import ChoiceRow
from ui.review.case_view import CaseView
from ui.review.decision_page import DecisionPage


def decision(view: CaseView) -> DecisionPage:
    """The page, in sight."""
    page = view.stack.page()
    assert isinstance(page, DecisionPage)
    return page


def refusal(view: CaseView, choice: str) -> str:
    """Why a choice may not be used; empty when it may."""
    row = part(view, f"decision/choice/{choice}", ChoiceRow)
    return "" if row.isEnabled() else row.accessibleDescription()


def choose(view: CaseView, choice: str) -> None:
    """Choose by a click."""
    click(view, f"decision/choice/{choice}")


def write(view: CaseView, name: str, text: str) -> None:
    """Type into a field of several lines."""
    area = part(view, name, QPlainTextEdit)
    area.setFocus()
    QTest.keyClicks(area, text)


def type_passphrase(view: CaseView, passphrase: str) -> None:
    """Type it in the place of what is there."""
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

"""Grab the pages that end a review into PNG files: both themes, two text sizes, reviewer and physician.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_decision FOLDER
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from app.desk import add_case, open_case
from app.determination import Outcome
from app.route import Page
from tests.ui.review.closing_cases import PASSPHRASE, PHYSICIAN, REVIEWER, new_home, sample, sign_in
from ui import theme
from ui.kit.chips import Chip
from ui.review.case_view import CaseView
from ui.review.draft import Choice, LetterWish
from ui.review.pdf_view import PdfView
from ui.session import Session

LOOKS = (
    (theme.Theme.LIGHT, 1.0),
    (theme.Theme.DARK, 1.0),
    (theme.Theme.LIGHT, 1.25),
    (theme.Theme.DARK, 1.25),
)

SETTLE_SECONDS = 10


class Grabber:
    """Opens a case on a page and grabs it in every look."""

    def __init__(self, folder: Path, app: QApplication, home: Path) -> None:
        self._folder, self._app, self._home = folder, app, home

    def grab(self, name: str, view: CaseView) -> None:
        """Grab the view as it stands."""
        view.resize(1280, 800)
        view.show()
        for chosen, scale in LOOKS:
            theme.apply(self._app, chosen, scale)
            self._settle(view)
            view.grab().save(str(self._folder / f"{name}-{chosen}-{round(scale * 100)}.png"))
        view.close()
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        theme.apply(self._app, theme.Theme.LIGHT, 1.0)

    def _settle(self, view: CaseView) -> None:
        """Let layouts settle and work end."""
        until = time.monotonic() + SETTLE_SECONDS
        pictures = view.findChildren(PdfView)
        while time.monotonic() < until:
            self._app.processEvents()
            verdict = view.findChild(Chip, "letter/verdict")
            checking = verdict is not None and verdict.isVisible() and "passed" not in verdict.text()
            if not checking and all(picture.is_drawn() for picture in pictures if picture.isVisible()):
                break
        for _ in range(5):
            self._app.processEvents()

    def view(self, session: Session, number: int, page: Page) -> CaseView:
        """A sample case, opened on a page."""
        document = sample(number)
        saved = add_case(session.casebook, document)
        return CaseView(session, open_case(session.casebook, saved.case_id), page)


def doses(grabber: Grabber, session: Session) -> None:
    """The dose page: with a plan, above the limit, without measurements."""
    for number in (23, 11, 15):
        grabber.grab(f"dose-{number}", grabber.view(session, number, Page.DOSE))


def decisions(grabber: Grabber, session: Session) -> None:
    """The decision as a reviewer sees it."""
    for number, choice in (
        (1, Choice.APPROVE),
        (19, Choice.APPROVE),
        (9, Choice.PEND),
        (22, Choice.REFER),
        (11, None),
    ):
        view = grabber.view(session, number, Page.DECISION)
        view.desk.draft.choice = choice
        view.stack.refresh()
        grabber.grab(f"decision-{number}", view)
    view = grabber.view(session, 24, Page.DECISION)
    view.desk.draft.choice = Choice.APPROVE
    view.stack.refresh()
    view.go_on()
    grabber.grab("sign-24", view)


def letters(grabber: Grabber, session: Session) -> None:
    """The letter: a preview, and a signed approval."""
    view = grabber.view(session, 2, Page.LETTER)
    grabber.grab("letter-preview", view)
    view = grabber.view(session, 3, Page.LETTER)
    sign(view, Outcome.APPROVE, None)
    grabber.grab("letter-signed", view)
    view = grabber.view(session, 17, Page.DECISION)
    sign(view, Outcome.APPROVE, None)
    grabber.grab("decided", view)
    grabber.grab("letter-none", grabber.view(session, 16, Page.LETTER))


def sign(view: CaseView, outcome: Outcome, reason: str | None) -> None:
    """Sign the letter of a view's case."""
    wish = LetterWish(outcome, reason, "es", large_print=False)
    view.desk.keep(view.desk.signing_job(wish, PASSPHRASE)(), "es")


def physician(grabber: Grabber, home: Path) -> None:
    """A referred case on the physician's desk."""
    first = sign_in(home, REVIEWER)
    saved = add_case(first.casebook, sample(22))
    case = open_case(first.casebook, saved.case_id)
    case.refer("Cycle 4 asked for with a transplant planned. The prescriber has not been called yet.")
    first.casebook.close()
    session = sign_in(home, PHYSICIAN)
    view = CaseView(session, open_case(session.casebook, saved.case_id), Page.DECISION)
    grabber.grab("physician-waiting", view)
    view = CaseView(session, open_case(session.casebook, saved.case_id), Page.DECISION)
    view.desk.take_over()
    view.desk.draft.choice = Choice.DENY
    view.stack.refresh()
    grabber.grab("physician-deny", view)
    view = CaseView(session, open_case(session.casebook, saved.case_id), Page.LETTER)
    sign(
        view,
        Outcome.DENY,
        "A transplant is planned, and four cycles are more than the policy recommends before one.",
    )
    grabber.grab("letter-denial", view)
    session.casebook.close()


def main() -> None:
    """Grab all pages, or those named after the folder."""
    folder, wanted = Path(sys.argv[1]), sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.Theme.LIGHT, 1.0)
    parts: dict[str, Callable[[Grabber, Session], None]] = {
        "doses": doses,
        "decisions": decisions,
        "letters": letters,
    }
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        new_home(home)
        grabber, session = Grabber(folder, app, home), sign_in(home)
        for name, part in parts.items():
            if not wanted or name in wanted:
                part(grabber, session)
        session.casebook.close()
        if not wanted or "physician" in wanted:
            physician(grabber, home)


if __name__ == "__main__":
    main()

"""Every screen of the app by its name, and the way to it on one casebook that holds cases in every state."""

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.case import cover_of, new_case
from app.casebook import Casebook
from app.desk import OpenCase, add_case, open_case
from app.people import Person
from app.policy_file import installed_policies
from app.route import Page
from tests.tools.grab_exchange import fork
from tests.tools.grab_history import fill as fill_history
from tests.tools.grab_screens import NOW, PASSPHRASE, PHYSICIAN, REVIEWER, Screens
from tests.tools.grab_verify import beside_a_casebook, checked, from_the_way_in, write_samples
from tests.ui.review.closing_cases import CHEAP, sample
from ui import language, messages
from ui.kit.notices import NoticeBar
from ui.review.case_view import CaseView
from ui.review.draft import Choice
from ui.review.pdf_view import PdfView
from ui.review.post_card import PostCard
from ui.session import Session
from ui.settings.store import SettingsStore
from ui.start.first_page import FirstPage
from ui.start.job import Job
from ui.start.unlock_page import UnlockPage
from ui.window import Window

W = TypeVar("W", bound=QWidget)
_WAIT_SECONDS = 10


class Stage:
    """The casebook and the windows on it."""

    def __init__(self, app: QApplication, place: Path) -> None:
        self._app, self.place = app, place
        self._screens = Screens(app, place, place)
        self._screens.fill()
        self.home = place / "home"
        self.past = fill_history(self._screens)
        self.fork, _ = fork(self.home, place / "other", place)
        (place / "new").mkdir()
        Casebook.create(place / "new", REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP).close()

    def speak(self, chosen: str) -> None:
        """Have the windows that are opened from now on speak a language."""
        (self.place / "settings.json").write_text(f'{{"language": "{chosen}"}}')
        language.speak(chosen)

    def outside(self, home: Path | None = None) -> Window:
        """A window before anybody has signed in."""
        window = Window(home or self.home, SettingsStore(self.place / "settings.json"))
        window.show()
        return window

    def inside(self, person: Person = REVIEWER, home: Path | None = None) -> Window:
        """A window in which somebody has signed in."""
        window = self.outside(home)
        book = Casebook.unlock(home or self.home, person.name, PASSPHRASE, cover_of=cover_of)
        window.enter(book)
        messages.clear()
        return window

    def at(self, place: str) -> Window:
        """A window at one of the places between cases."""
        window = self.inside()
        assert window.places is not None
        window.places.show_place(place)
        return window

    def case(
        self, number: int, page: Page, *, person: Person = REVIEWER, document: dict[str, object] | None = None
    ) -> Window:
        """A window on a page of a new case from a sample."""
        window = self.inside(person)
        assert window.session is not None
        saved = add_case(window.session.casebook, document or sample(number))
        case = open_case(window.session.casebook, saved.case_id)
        window.show_case(case, page)
        return window

    def settle(self, window: Window) -> None:
        """Wait until work in the background has ended and everything is laid out and painted."""
        until = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < until:
            self._app.processEvents()
            jobs = any(job.isRunning() for job in window.findChildren(Job))
            pictures = (view for view in window.findChildren(PdfView) if view.isVisible())
            if not jobs and all(view.is_drawn() for view in pictures):
                break
            time.sleep(0.005)
        for _ in range(4):
            self._app.processEvents()

    def close(self, window: Window) -> None:
        """Close a window and leave nothing of it."""
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def part(window: Window, kind: type[W], name: str) -> W:
    """A part of the window by its object name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def view(window: Window) -> CaseView:
    """The view of the open case."""
    assert window.case is not None
    return window.case.view


def first(stage: Stage) -> Window:
    """The first start of all."""
    return stage.outside(stage.place / "empty")


def first_problems(stage: Stage) -> Window:
    """The same, with what is missing."""
    window = first(stage)
    assert isinstance(window.entry, FirstPage)
    window.entry.person.passphrase.line.setText("four words")
    window.entry.submit()
    return window


def unlock(stage: Stage) -> Window:
    """The way in."""
    return stage.outside()


def unlock_wrong(stage: Stage) -> Window:
    """The same, after a wrong passphrase."""
    window = unlock(stage)
    assert isinstance(window.entry, UnlockPage)
    window.entry.who.set_value(REVIEWER.name)
    window.entry.passphrase.set_value("not the passphrase")
    window.entry.submit()
    window.entry.wait()
    return window


def recovery(stage: Stage) -> Window:
    """The way in with the recovery key."""
    window = stage.outside()
    assert window.entry is not None
    window.entry.recovery_asked.emit()
    return window


def restore(stage: Stage) -> Window:
    """Choosing a backup to restore."""
    window = stage.outside()
    assert window.entry is not None
    window.restore()
    return window


def worklist(stage: Stage) -> Window:
    """The worklist in the morning."""
    return stage.inside()


def worklist_nothing_found(stage: Stage) -> Window:
    """A search in vain."""
    window = stage.inside()
    assert window.places is not None
    window.places.worklist.search.setText("nobody")
    return window


def worklist_empty(stage: Stage) -> Window:
    """A new casebook."""
    return stage.inside(home=stage.place / "new")


def worklist_error(stage: Stage) -> Window:
    """A file that could not be used."""
    window = stage.inside()
    messages.error("bad.json: request.cycle: must be 1 for an initial request")
    return window


def audit(stage: Stage) -> Window:
    """The audit trail, with entries."""
    window = stage.at("audit")
    part(window, QAbstractButton, "audit/show").click()
    return window


def people(stage: Stage) -> Window:
    """People and keys, with each form open."""
    window = stage.at("people")
    for button in window.findChildren(QAbstractButton):
        if button.objectName().startswith("people/") and button.objectName().endswith("/open"):
            button.click()
    return window


def request(stage: Stage) -> Window:
    """A request that is complete."""
    return stage.case(25, Page.REQUEST)


def request_new(stage: Stage) -> Window:
    """A new request, with what is missing and what was typed wrong."""
    window = stage.inside()
    assert window.session is not None
    record = new_case(installed_policies()["MP-RX-FP-12-23"], NOW, "MMM MA")
    window.show_case(OpenCase(window.session.casebook, record), Page.REQUEST)
    view(window).desk.set("request.start_date", "soon")
    view(window).desk.set("measurements.weight_kg", 7500)
    view(window).go_on()
    return window


def criteria(stage: Stage) -> Window:
    """Criteria, one document missing."""
    document = sample(1)
    answers = document["answers"]
    assert isinstance(answers, dict)
    answers["disease_status"] = {"value": "relapsed", "evidence": []}
    return stage.case(1, Page.CRITERIA, document=document)


def criteria_picker(stage: Stage) -> Window:
    """The same, with the picker of documents open."""
    window = criteria(stage)
    view(window).show_target("disease_status")
    view(window).commands.add_document()
    return window


def criteria_not_met(stage: Stage) -> Window:
    """Criteria that are not met."""
    return stage.case(16, Page.CRITERIA)


def criteria_many_open(stage: Stage) -> Window:
    """Criteria of which many are open."""
    return stage.case(9, Page.CRITERIA)


def response(stage: Stage) -> Window:
    """The response that is measured."""
    return stage.case(25, Page.RESPONSE)


def dose(stage: Stage) -> Window:
    """Dose and schedule."""
    return stage.case(23, Page.DOSE)


def dose_too_high(stage: Stage) -> Window:
    """A dose above the limit."""
    return stage.case(11, Page.DOSE)


def dose_unknown(stage: Stage) -> Window:
    """No measurements."""
    return stage.case(15, Page.DOSE)


def _decision(stage: Stage, number: int, choice: Choice | None) -> Window:
    window = stage.case(number, Page.DECISION)
    view(window).desk.draft.choice = choice
    view(window).stack.refresh()
    return window


def decision_approve(stage: Stage) -> Window:
    """A decision to approve."""
    return _decision(stage, 1, Choice.APPROVE)


def decision_pend(stage: Stage) -> Window:
    """Asking for documents."""
    return _decision(stage, 9, Choice.PEND)


def decision_refer(stage: Stage) -> Window:
    """Handing a case to a physician."""
    return _decision(stage, 22, Choice.REFER)


def decision_deny(stage: Stage) -> Window:
    """A physician who took a case over and denies it."""
    first_window = stage.case(22, Page.DECISION)
    view(first_window).desk.refer("Cycle 4 asked for with a transplant planned.")
    case_id = view(first_window).desk.case.case_id
    stage.close(first_window)
    window = stage.inside(PHYSICIAN)
    assert window.session is not None
    window.show_case(open_case(window.session.casebook, case_id), Page.DECISION)
    view(window).desk.take_over()
    view(window).desk.draft.choice = Choice.DENY
    view(window).stack.refresh()
    return window


def sign(stage: Stage) -> Window:
    """The page that signs."""
    window = _decision(stage, 24, Choice.APPROVE)
    view(window).go_on()
    return window


def letter_preview(stage: Stage) -> Window:
    """A letter before it is signed."""
    return stage.case(2, Page.LETTER)


def letter_none(stage: Stage) -> Window:
    """No letter yet."""
    return stage.case(16, Page.LETTER)


def decided_case(stage: Stage) -> Window:
    """A decided case and its letter."""
    window = stage.inside()
    assert window.session is not None
    window.show_case(open_case(window.session.casebook, stage.past), Page.LETTER)
    return window


def history(stage: Stage) -> Window:
    """Everything that was done about a case."""
    window = stage.inside()
    window.show_history(stage.past)
    return window


def verify_door(stage: Stage) -> Window:
    """Verifying a letter before any casebook is open, the signer not known."""
    window = stage.outside()
    letter, _, _ = write_samples(stage.place)
    checked(from_the_way_in(window), letter)
    return window


def verify_refused(stage: Stage) -> Window:
    """An altered letter, beside a casebook."""
    window = stage.inside()
    _, altered, certificate = write_samples(stage.place)
    page = beside_a_casebook(window)
    page.trust(certificate)
    checked(page, altered)
    return window


def letters_of_day(stage: Stage) -> Window:
    """The letters of a day, being saved."""
    window = stage.inside()
    assert window.places is not None
    window.places.show_place("letters")
    part(window, QWidget, "letters/stop").show()
    part(window, QWidget, "letters/progress").show()
    part(window, NoticeBar, "letters/done").show_text("214 letters and a list: letters-2026-11-24")
    return window


def letter_late(stage: Stage) -> Window:
    """A letter whose day is over, to be dated anew."""
    window = stage.inside()
    assert window.session is not None
    window.show_case(open_case(window.session.casebook, stage.past), Page.LETTER)
    with patch.object(Session, "now", lambda _session: NOW + timedelta(days=400)):
        part(window, PostCard, "letter/post").refresh()
    return window


def settle_fork(stage: Stage) -> Window:
    """Two versions of a case, side by side."""
    window = stage.inside()
    window.show_fork(stage.fork)
    return window


SCREENS: Mapping[str, Callable[[Stage], Window]] = {
    **{
        way.__name__: way
        for way in (
            *(first, first_problems, unlock, unlock_wrong, recovery, restore),
            *(worklist, worklist_nothing_found, worklist_empty, worklist_error, audit, people),
            *(request, request_new, criteria, criteria_picker, criteria_not_met, criteria_many_open),
            *(response, dose, dose_too_high, dose_unknown),
            *(decision_approve, decision_pend, decision_refer, decision_deny, sign),
            *(letter_preview, letter_none, decided_case, history, settle_fork),
            *(verify_door, verify_refused, letters_of_day, letter_late),
        )
    },
    **{place: partial(Stage.at, place=place) for place in ("decided", "settings", "retention", "exchange")},
}
"""The way to each screen by the screen's name."""

"""The casebook of the walk and the windows on it."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.case import cover_of
from app.casebook import Casebook
from app.desk import add_case, open_case
from app.people import Person
from app.plan import INSTALLED_PLANS
from app.policy_file import INSTALLATION
from app.route import Page
from tests.ui.review.closing_cases import CHEAP, sample
from tests.ui.walk import past
from tests.ui.walk.frozen import Chance
from tests.ui.walk.past import PASSPHRASE, REVIEWER
from ui import language, messages
from ui.review.case_view import CaseView
from ui.review.pdf_view import PdfView
from ui.settings.store import SettingsStore
from ui.start.job import running
from ui.window import Window

W = TypeVar("W", bound=QWidget)
_WAIT_SECONDS = 20
_STILL = 4
"""Rounds of events in which nothing moves: heights that follow from widths may need one more round each."""


class Stage:
    """Opens windows on a casebook that is the same for every screen, whatever the screen before did to it.

    Attributes:
        place: a folder for whatever else a screen needs; it has ``letter.pdf``,
            ``altered.pdf`` and ``signer.pem``.
        home: the folder of the casebook.
        past: the number of a case with a long history and a letter.
        fork: the number of a case with two versions.
        sight: what has to be in sight; a page is scrolled to it whenever it settles.
    """

    def __init__(self, app: QApplication, place: Path, chance: Chance) -> None:
        self._app, self.place, self._chance = app, place, chance
        self._kept, self.home = place / "kept", place / "home"
        self.sight: QWidget | None = None
        past.fill(self._kept)
        self.past = past.long_history(self._kept)
        self.fork = past.fork(self._kept, place / "other", place)
        past.write_letters(place)
        (place / "new").mkdir()
        Casebook.create(place / "new", REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP).close()

    def begin(self, seed: str, chosen: str) -> None:
        """Put everything back as it was; windows that are opened from now on speak the chosen language."""
        self._chance.begin(seed)
        self.sight = None
        shutil.rmtree(self.home, ignore_errors=True)
        shutil.copytree(self._kept, self.home)
        INSTALLATION.set_added(())
        INSTALLED_PLANS.set_added({})
        (self.place / "settings.json").write_text(f'{{"language": "{chosen}"}}', encoding="utf-8")
        language.speak(chosen)

    def outside(self, home: Path | None = None) -> Window:
        """A window before anybody has signed in."""
        window = Window(home or self.home, SettingsStore(self.place / "settings.json"))
        window.show()
        return window

    def inside(self, person: Person = REVIEWER, home: Path | None = None) -> Window:
        """A window in which somebody has signed in."""
        window = self.outside(home)
        window.enter(past.unlock(home or self.home, person))
        messages.clear()
        return window

    def at(self, place: str, person: Person = REVIEWER) -> Window:
        """A window at one of the places between cases."""
        window = self.inside(person)
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
        window.show_case(open_case(window.session.casebook, saved.case_id), page)
        return window

    def old_case(self, case_id: str, page: Page, person: Person = REVIEWER) -> Window:
        """A window on a page of a case that is there."""
        window = self.inside(person)
        assert window.session is not None
        window.show_case(open_case(window.session.casebook, case_id), page)
        return window

    def settle(self, window: Window) -> None:
        """Wait until work in the background has ended and everything is laid out and painted."""
        until = time.monotonic() + _WAIT_SECONDS
        while time.monotonic() < until:
            self._app.processEvents()
            jobs = running()
            pictures = (view for view in window.findChildren(PdfView) if not view.visibleRegion().isEmpty())
            if not jobs and all(view.is_drawn() or not view.page_count() for view in pictures):
                break
            time.sleep(0.005)
        before, still = _places(window), 0
        while time.monotonic() < until and still < _STILL:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._app.processEvents()
            _scroll_to(self.sight)
            now = _places(window)
            before, still = now, still + 1 if now == before else 0

    def close(self, window: Window) -> None:
        """Close a window and leave nothing of it."""
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _places(window: Window) -> list[QRect]:
    """Where everything lies."""
    return [widget.geometry() for widget in window.findChildren(QWidget)]


def _scroll_to(sight: QWidget | None) -> None:
    area = sight.parentWidget() if sight is not None else None
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None and sight is not None:
        area.ensureWidgetVisible(sight, 0, 0)


@contextmanager
def closing(stage: Stage, window: Window) -> Iterator[Window]:
    """The window, closed whatever happens."""
    try:
        yield window
    finally:
        stage.close(window)


def part(window: Window, kind: type[W], name: str) -> W:
    """A part of the window by its object name."""
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def view(window: Window) -> CaseView:
    """The view of the open case."""
    assert window.case is not None
    return window.case.view

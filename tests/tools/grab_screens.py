"""Grab every screen between two cases into PNG files: both themes, several text sizes and window sizes.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_screens FOLDER [SCREEN…]
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QApplication

import resources
from app.case import cover_of
from app.case_file import load_case
from app.case_json import parse_json
from app.casebook import Casebook, Cost
from app.desk import add_case, open_case
from app.determination import Outcome, determine
from app.people import Person, Role
from app.review import review
from ui import messages, theme
from ui.session import Session
from ui.settings.store import SettingsStore
from ui.start.first_page import FirstPage
from ui.start.unlock_page import UnlockPage
from ui.window import Window

NOW = datetime.fromisoformat("2026-11-24T09:12:00-04:00")
PASSPHRASE = "four plain test words"
REVIEWER = Person("Ana Ruiz Ejemplo, RN", Role.REVIEWER, "RN-00001")
PHYSICIAN = Person("Inés Peña Ejemplo, MD", Role.PHYSICIAN, "MD-00002")
WIDE, NARROW = QSize(1280, 800), QSize(1000, 640)
LIGHT, DARK = theme.Theme.LIGHT, theme.Theme.DARK
LOOKS = (
    (LIGHT, 1.0, WIDE),
    (DARK, 1.0, WIDE),
    (LIGHT, 1.25, WIDE),
    (DARK, 1.25, WIDE),
    (LIGHT, 1.0, NARROW),
    (DARK, 2.0, NARROW),
)
# Sample, priority, hours since receipt; the third case is overdue.
CASES = (
    ("01", "standard", 50.0),
    ("02", "expedited", 22.8),
    ("16", "expedited", 24.63),
    ("09", "standard", 62.3),
    ("05", "standard", 21.1),
    ("15", "standard", 30.0),
    ("23", "expedited", 0.2),
    ("25", "standard", 41.0),
)
REFERRED, DECIDED = ("16", "25"), ("04", "06", "31")


class Screens:
    """One window on a casebook of samples, grabbed in every look."""

    def __init__(self, app: QApplication, folder: Path, place: Path) -> None:
        self._app, self._folder, self._place = app, folder, place
        self.home = place / "home"

    def fill(self) -> None:
        """A casebook with cases in every state."""
        self.home.mkdir(parents=True)
        cost = Cost(memory_kib=8, iterations=1, lanes=1)
        with Casebook.create(self.home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=cost) as book:
            book.add_person(PHYSICIAN, PASSPHRASE)
            for number, priority, hours in CASES:
                keep(book, number, priority, NOW - timedelta(hours=hours))
        for number in DECIDED:
            self._decide(number)

    def _decide(self, number: str) -> None:
        judged = review(load_case(_sample(number)))
        adverse = judged.recommendation == "refer"
        outcome, person = (Outcome.DENY, PHYSICIAN) if adverse else (Outcome.APPROVE, REVIEWER)
        reason = "The criteria of the policy are not met." if adverse else None
        decided = determine(judged, outcome, person, NOW, reason)
        with Casebook.unlock(self.home, person.name, PASSPHRASE, cover_of=cover_of) as book:
            case = open_case(book, add_case(book, document(number)).case_id)
            case.keep_letter(decided, f"L-{number}", "es", b"a letter")

    def window(self, home: Path | None = None) -> Window:
        """A window; on this casebook unless another folder is named."""
        made = Window(home or self.home, SettingsStore(self._place / "settings.json"))
        made.show()
        return made

    def inside(self) -> Window:
        """A window whose casebook the reviewer has opened."""
        made = self.window()
        made.enter(Casebook.unlock(self.home, REVIEWER.name, PASSPHRASE, cover_of=cover_of))
        messages.clear()
        return made

    def settle(self) -> None:
        """Let what was started on the screen happen."""
        for _ in range(5):
            self._app.processEvents()

    def grab(self, name: str, window: Window) -> None:
        """Grab the window in every look, and close it."""
        for chosen, scale, size in LOOKS:
            theme.apply(self._app, chosen, scale)
            window.resize(size)
            for _ in range(5):
                self._app.processEvents()
            look = f"{chosen}-{round(scale * 100)}-{size.width()}"
            window.grab().save(str(self._folder / f"{name}-{look}.png"))
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def keep(book: Casebook, number: str, priority: str, received: datetime) -> None:
    """Add a sample as a case that was received then; some are referred at once."""
    changed = document(number)
    request = changed["request"]
    assert isinstance(request, dict)
    changed["request"] = request | {"priority": priority, "received_at": received.isoformat("T", "seconds")}
    saved = add_case(book, changed)
    if number in REFERRED:
        open_case(book, saved.case_id).refer("The criteria are not met; the prescriber has been called.")


def document(number: str) -> dict[str, object]:
    """The case file of a sample."""
    content = parse_json(_sample(number).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def _sample(number: str) -> Path:
    return next(iter(resources.path("samples").glob(f"{number}-*.json")))


def first_start(screens: Screens, place: Path) -> None:
    """Creating the casebook: empty, and with what is missing."""
    screens.grab("first", screens.window(place / "empty"))
    window = screens.window(place / "empty")
    assert isinstance(window.entry, FirstPage)
    window.entry.person.passphrase.line.setText("four words")
    window.entry.submit()
    screens.grab("first-problems", window)


def unlock(screens: Screens, _place: Path) -> None:
    """The way in: empty, and after a wrong passphrase."""
    screens.grab("unlock", screens.window())
    window = screens.window()
    assert isinstance(window.entry, UnlockPage)
    window.entry.who.set_value(REVIEWER.name)
    window.entry.passphrase.set_value("not the passphrase")
    window.entry.submit()
    window.entry.wait()
    QCoreApplication.processEvents()
    screens.grab("unlock-wrong", window)


def worklist(screens: Screens, _place: Path) -> None:
    """The worklist: filled, searched in vain, filtered to nothing, with an error."""
    window = screens.inside()
    screens.grab("worklist", window)
    window = screens.inside()
    assert window.places is not None
    window.places.worklist.search.setText("nobody")
    screens.grab("worklist-nothing-found", window)
    window = screens.inside()
    messages.error("bad.json: request.cycle: must be 1 for an initial request")
    screens.grab("worklist-error", window)


def empty(screens: Screens, place: Path) -> None:
    """The worklist of a new casebook."""
    home = place / "new"
    with Casebook.create(home, REVIEWER, PASSPHRASE, cost=Cost(8, 1, 1)):
        pass
    window = screens.window(home)
    window.enter(Casebook.unlock(home, REVIEWER.name, PASSPHRASE, cover_of=cover_of))
    screens.grab("empty", window)


def other_places(screens: Screens, _place: Path) -> None:
    """Decided cases, people, settings."""
    for name in ("decided", "people", "settings"):
        window = screens.inside()
        assert window.places is not None
        window.places.show_place(name)
        screens.grab(name, window)


SCREENS: tuple[Callable[[Screens, Path], None], ...] = (first_start, unlock, worklist, empty, other_places)


@contextmanager
def studio(folder: Path) -> Iterator[tuple[Screens, Path]]:
    """Screens on a new casebook of samples, and the place that holds it; the pictures go to ``folder``.

    All screens show one moment and one time zone, so that pictures can be compared.
    """
    folder.mkdir(parents=True, exist_ok=True)
    app = theme.application()
    os.environ["TZ"] = "America/Puerto_Rico"
    time.tzset()
    theme.apply(app, LIGHT, 1.0)
    with tempfile.TemporaryDirectory() as place, patch.object(Session, "now", lambda _session: NOW):
        screens = Screens(app, folder, Path(place))
        with patch("app.casebook.book.utc_now", lambda: NOW.astimezone(UTC)):
            screens.fill()
        yield screens, Path(place)


def main(folder: Path, names: list[str]) -> None:
    """Grab the named screens, or all of them."""
    with studio(folder) as (screens, place):
        for screen in SCREENS:
            if not names or screen.__name__ in names:
                screen(screens, place)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

"""Grab the people page with each of its forms, the waiting unlock page and the recovery page, in every look.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_people FOLDER
"""

import sys
from pathlib import Path

from app.casebook import Casebook
from app.people import Person, Role
from tests.tools.grab_screens import PASSPHRASE, REVIEWER, Screens, studio
from ui.people.people_page import PeoplePage
from ui.start.recovery_page import RecoveryPage
from ui.start.unlock_page import UnlockPage
from ui.window import Window

LEAVING = Person("Luz Vega Ejemplo, RPh", Role.REVIEWER, "RPH-00003")


def page_of(window: Window) -> PeoplePage:
    """The people page of a window, in sight."""
    assert window.places is not None
    window.places.show_place("people")
    return window.findChildren(PeoplePage)[0]


def people(screens: Screens) -> None:
    """The page as it opens, a form that is filled in, a new key under way, a recovery key that is shown."""
    window = screens.inside()
    page_of(window)
    screens.grab("people", window)
    window = screens.inside()
    page = page_of(window)
    page.passphrase.open()
    page.passphrase.new.line.setText("correct horse")
    screens.grab("people-passphrase", window)
    window = screens.inside()
    page = page_of(window)
    page.let_in.open()
    page.let_in.person.passphrase.line.setText("password1")
    page.let_in.submit()
    screens.grab("people-problems", window)
    window = screens.inside()
    page = page_of(window)
    page.retire.open()
    page.ensureWidgetVisible(page.retire, 0, 400)
    screens.grab("people-retire", window)
    window = screens.inside()
    page = page_of(window)
    page.recovery.open()
    page.recovery.submit()
    page.recovery.wait()
    screens.settle()
    page.new_key.bar.setVisible(True)
    page.new_key.bar.setValue(40)
    page.ensureWidgetVisible(page.new_key, 0, 40)
    screens.grab("people-keys", window)


def entry(screens: Screens) -> None:
    """Waiting after failed attempts, and the recovery page."""
    window = screens.window()
    assert isinstance(window.entry, UnlockPage)
    window.entry.who.set_value(REVIEWER.name)
    for _ in range(4):
        window.entry.passphrase.set_value("not the passphrase")
        window.entry.submit()
        window.entry.wait()
        screens.settle()
    screens.grab("unlock-waits", window)
    window = screens.window()
    unlock = window.entry
    assert isinstance(unlock, UnlockPage)
    unlock.recovery_asked.emit()
    recovery = window.entry
    assert isinstance(recovery, RecoveryPage)
    recovery.key.line.setText("625Z-SJXQ-XDG5-KMBD-VSQ3-6BMK-9M4R-BDBH")
    recovery.passphrase.line.setText("seven blue lamps")
    screens.grab("recover", window)


def main(folder: Path) -> None:
    """Grab all of them."""
    with studio(folder) as (screens, _):
        with Casebook.unlock(screens.home, REVIEWER.name, PASSPHRASE) as book:
            book.add_person(LEAVING, PASSPHRASE)
            book.staff.retire(LEAVING.name)
        people(screens)
        entry(screens)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""A process that types into a case, or into a form, and is killed. Arguments: folder, case, page, field.

For a form between cases the case is empty, and the page is the place; a fifth argument names the button that
opens the form. What is typed comes on standard input; once it has been kept, the process says so and waits.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from app.casebook import Document
from app.desk import open_case
from app.route import Page
from tests.ui.shell import PASSPHRASE, REVIEWER
from ui import theme
from ui.review.draft import Choice
from ui.settings.store import SettingsStore
from ui.start.way_in import unlock
from ui.window import Window


def main() -> None:
    """Type, wait until it is kept, say so, and go on until killed."""
    home, case_id, page, name, *opener = sys.argv[1:]
    app = theme.application()
    theme.apply(app, theme.Theme.LIGHT, 1.0)
    window = Window(Path(home), SettingsStore(Path(home).parent / "killed.json"))
    window.show()
    casebook = unlock(Path(home), REVIEWER.name, PASSPHRASE)
    window.enter(casebook)
    show(window, case_id, page)
    for button in opener:
        window.findChildren(QAbstractButton, button)[0].click()
    lines, areas = window.findChildren(QLineEdit, name), window.findChildren(QPlainTextEdit, name)
    field = (lines or areas)[0]
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    field.selectAll()
    QTest.keyClicks(field, sys.stdin.readline().rstrip("\n"))
    store = casebook.unfinished
    until = time.monotonic() + 20
    while time.monotonic() < until and not ({"typed", "places"} & _filled(store.kept())):
        app.processEvents()
        time.sleep(0.01)
    print("kept", flush=True)  # to the test that waits for it
    while True:
        app.processEvents()
        time.sleep(0.01)


def show(window: Window, case_id: str, page: str) -> None:
    """Go to a page of a case, or to a place."""
    if not case_id:
        assert window.places is not None
        window.places.show_place(page)
        return
    assert window.session is not None
    window.show_case(open_case(window.session.casebook, case_id), Page(page))
    assert window.case is not None
    if page == Page.DECISION:
        window.case.view.desk.draft.choice = Choice.REFER
        window.case.view.stack.refresh()


def _filled(kept: Document | None) -> set[str]:
    return {name for name, value in (kept or {}).items() if value}


if __name__ == "__main__":
    main()

"""Grab the history of a case and the audit page into PNG files: both themes, two text sizes, wide and narrow.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_history FOLDER
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent

from app.casebook import EventKind
from app.casebook.holds import HoldReason
from app.desk import add_case, open_case
from reports.issue import issue
from tests.tools.grab_screens import NOW, PASSPHRASE, Screens, document, studio
from ui.history.audit_page import AuditPage
from ui.history.history_view import HistoryView
from ui.window import Window


def fill(screens: Screens) -> str:
    """A case with a long history and a letter; gives its number."""
    window = screens.inside()
    assert window.session is not None
    book = window.session.casebook
    case = open_case(book, add_case(book, document("01")).case_id)
    case.set("measurements.weight_kg", 75.5)
    case.set("measurements.weight_kg", 75)
    case.answer("b_cell_all", value=False)
    case.undo()
    case.set("member.given_name", "María del Carmen de los Ángeles")
    case.remove_evidence("E1")
    case.undo()
    issued = issue(
        {**case.record.case, "case_id": case.case_id},
        None,
        book.identity(PASSPHRASE),
        at=NOW,
        witness=case.witness,
    )
    note = case.keep_letter(issued.determination, issued.letter_number, "es", issued.pdf)
    book.record(EventKind.LETTER_SAVED, case_id=case.case_id, letter=note.number)
    book.record(EventKind.LETTER_PRINTED, case_id=case.case_id, letter=note.number)
    window.close()
    return case.case_id


def settle(window: Window) -> None:
    """Wait for what works in the background."""
    until = time.monotonic() + 3
    while time.monotonic() < until:
        QCoreApplication.processEvents()
        time.sleep(0.01)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.update()


def main(folder: Path) -> None:
    """Grab both pages."""
    with studio(folder) as (screens, _):
        case_id = fill(screens)
        window = screens.inside()
        window.show_history(case_id)
        settle(window)
        screens.grab("history", window)
        for held in (False, True):
            window = screens.inside()
            window.show_history(case_id)
            (view,) = window.findChildren(HistoryView)
            if held:
                view.hold.reason.set_value(HoldReason.LITIGATION.value)
                view.hold.put.click()
            settle(window)
            view._side.ensureWidgetVisible(view.hold, 0, 20)
            screens.grab("history-held" if held else "history-hold", window)
        window = screens.inside()
        assert window.opening is not None
        window.opening.open_case(case_id)
        screens.grab("case-held", window)
        window = screens.inside()
        assert window.places is not None
        window.places.show_place("audit")
        page = window.places._pages["audit"]
        assert isinstance(page, AuditPage)
        page.show_entries()
        settle(window)
        screens.grab("audit", window)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

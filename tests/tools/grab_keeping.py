"""Grab the backup card, the restore page and the retention page: both themes, several text sizes.

Usage: QT_QPA_PLATFORM=offscreen python -m tests.tools.grab_keeping FOLDER
"""

import sys
import time
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea

from app.case import cover_of
from app.casebook import Casebook
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_manifest import Reason
from app.casebook.holds import HoldReason
from app.desk import open_case
from app.retention import retention_of
from tests.tools.grab_screens import NOW, PASSPHRASE, PHYSICIAN, REVIEWER, Screens, keep, studio
from ui.keeping.backup_card import BackupCard
from ui.keeping.restore_page import RestorePage
from ui.keeping.retention_page import RetentionPage
from ui.window import Window

LATER = NOW + timedelta(days=11 * 366)


def _unlock(home: Path, at: datetime, person: str = REVIEWER.name) -> Casebook:
    return Casebook.unlock(home, person, PASSPHRASE, cover_of=cover_of, clock=lambda: at.astimezone(UTC))


def settings(screens: Screens, disk: Path) -> None:
    """The settings, scrolled to the backup card: no folder, and with backups."""
    for name in ("backup-none", "backup"):
        window = screens.inside()
        assert window.places is not None
        window.places.show_place("settings")
        card = window.findChild(BackupCard)
        assert card is not None
        _wait(lambda found=card: found._listing is None)
        page = window.findChild(QScrollArea, "settings")
        assert page is not None
        page.ensureWidgetVisible(card, 0, 0)
        QCoreApplication.processEvents()
        page.verticalScrollBar().setValue(card.y() + 60)
        screens.grab(name, window)
        with _unlock(screens.home, NOW) as book:
            book.backups.choose_folder(disk)
            scan = book.attachments.keep(BytesIO(b"a scan"))
            for days in (3, 2, 1, 0):
                book._clock = lambda days=days: NOW.astimezone(UTC) - timedelta(days=days)  # type: ignore[misc]
                book.backups.make(disk, Reason.DAILY)
            for place in (book.attachments.folder, AttachmentFolder(disk)):
                place.remove(scan.name)  # lost here and there, so that it is told
            book.backups.make(disk, Reason.BY_HAND)


def restore(screens: Screens, disk: Path) -> None:
    """The restore page: chosen, and with what would be lost."""
    with _unlock(screens.home, NOW) as book:
        for row in book.worklist()[:2]:
            if row.cover["state"] != "decided":
                open_case(book, row.case_id).set("request.cycles_requested", 2)
        keep(book, "03", "standard", NOW - timedelta(hours=2))
    for look in (False, True):
        window = screens.window()
        window.restore(disk)
        page = window.entry
        assert isinstance(page, RestorePage)
        page.who.set_value(REVIEWER.name)
        if look:
            page.passphrase.set_value(PASSPHRASE)
            page.submit()
            _wait(lambda found=page: not found.busy)
        screens.grab("restore-loss" if look else "restore", window)


def retention(screens: Screens, _disk: Path) -> None:
    """The retention page: nothing, cases past it with a proposal and a hold, and after a purge."""

    def inside(at: datetime, person: str = REVIEWER.name) -> Window:
        window = screens.window()
        window.enter(_unlock(screens.home, at, person))
        assert window.places is not None
        window.places.show_place("retention")
        page = window.places._pages["retention"]
        assert isinstance(page, RetentionPage)
        _wait(lambda: page._job is None)
        return window

    screens.grab("retention-none", inside(NOW))
    with _unlock(screens.home, LATER) as book:
        kept = retention_of(book)
        ids = [case.row.case_id for case in kept.past()]
        kept.holds.hold(ids[0], HoldReason.LITIGATION)
        number = kept.propose(ids[1:3]).number
    screens.grab("retention", inside(LATER, PHYSICIAN.name))
    with _unlock(screens.home, LATER, PHYSICIAN.name) as book:
        retention_of(book).confirm(number)
        retention_of(book).propose(ids[3:4])
    screens.grab("retention-own-proposal", inside(LATER, PHYSICIAN.name))


def _wait(until: object) -> None:
    deadline = time.monotonic() + 20
    while not until() and time.monotonic() < deadline:  # type: ignore[operator]
        QCoreApplication.processEvents()
        time.sleep(0.01)


def main(folder: Path) -> None:
    """Grab everything into a folder."""
    with studio(folder) as (screens, place):
        disk = place / "disk"
        disk.mkdir()
        for grab in (settings, restore, retention):
            grab(screens, disk)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

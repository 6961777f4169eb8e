"""The screens before anybody has signed in."""

from app.casebook.difference import Difference, FileChanges
from tests.ui.walk.past import REVIEWER
from tests.ui.walk.stage import Stage, part
from ui.keeping.restore_page import RestorePage
from ui.start.first_page import FirstPage
from ui.start.recovery_page import RecoveryPage
from ui.start.unlock_page import UnlockPage
from ui.verify.verify_page import VerifyPage
from ui.window import Window


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
    assert isinstance(window.entry, UnlockPage)
    window.entry.recovery_asked.emit()
    (page,) = window.findChildren(RecoveryPage)
    page.key.line.setText("625Z-SJXQ-XDG5-KMBD-VSQ3-6BMK-9M4R-BDBH")
    page.passphrase.line.setText("seven blue lamps")
    return window


def restore(stage: Stage) -> Window:
    """Choosing a backup to restore."""
    window = stage.outside()
    assert window.entry is not None
    window.entrance.restore()
    return window


def restore_shown(stage: Stage) -> Window:
    """What a restore changes, to be agreed to."""
    window = restore(stage)
    assert isinstance(window.entry, RestorePage)
    files = FileChanges(
        back=("syn-weight-01-2025-01-01.toml", "clinic-plan.toml", "notice-es.pdf"),
        aside=("syn-fixed-02-2026-01-01.toml",),
        dropped=("syn-area-03-2026-06-01.toml",),
        lost=("notice-en.pdf",),
    )
    shown = Difference(replaces=True, lost_letters=1, back_people=("Quinn Sample",), files=files)
    window.entry._succeed(shown)
    return window


def lost(stage: Stage) -> Window:
    """The casebook's file is gone, and its attached files are there."""
    home = stage.place / "lost"
    (home / "attachments" / "0a").mkdir(parents=True, exist_ok=True)
    (home / "attachments" / "0a" / f"0a{'0' * 30}").touch()
    return stage.outside(home)


def verify_door(stage: Stage) -> Window:
    """Verifying a letter before any casebook is open, nothing chosen yet."""
    window = stage.outside()
    assert isinstance(window.entry, UnlockPage)
    window.entry.verify_asked.emit()
    return window


def verify_unknown(stage: Stage) -> Window:
    """The same with a letter whose signer is not known."""
    window = verify_door(stage)
    page = part(window, VerifyPage, "verify")
    page.check(stage.place / "letter.pdf")
    page.wait()
    return window


SCREENS = (
    first,
    first_problems,
    unlock,
    unlock_wrong,
    recovery,
    restore,
    restore_shown,
    lost,
    verify_door,
    verify_unknown,
)
"""The ways to these screens."""

"""The screens between two cases."""

import shutil
from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.casebook.backup_manifest import Reason
from app.casebook.holds import HoldReason
from app.people import Person
from app.retention import retention_of
from tests.policies.every_policy import SYNTHETIC
from tests.ui.walk import past
from tests.ui.walk.past import LATER, PHYSICIAN, QUALITY, REVIEWER
from tests.ui.walk.stage import Stage, part
from ui import messages
from ui.kit.notices import NoticeBar
from ui.policies.policies_page import PoliciesPage
from ui.post.words import tr
from ui.verify.verify_page import VerifyPage
from ui.window import Window

_A_FOLDER = "/home/ana/Dictamen"


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


def people(stage: Stage, person: Person = REVIEWER) -> Window:
    """People and keys, with each form open."""
    window = stage.at("people", person)
    for button in window.findChildren(QAbstractButton):
        if button.objectName().startswith("people/") and button.objectName().endswith("/open"):
            button.click()
    return window


def settings(stage: Stage) -> Window:
    """The settings."""
    window = stage.at("settings")
    part(window, QLabel, "settings/home").setText(_A_FOLDER)  # not the folder of this run
    return window


def settings_backups(stage: Stage) -> Window:
    """The settings with backups on another disk, scrolled to them."""
    disk = stage.place / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir()
    with past.unlock(stage.home) as book:
        book.backups.choose_folder(disk)
        for reason in (Reason.DAILY, Reason.BY_HAND):
            book.backups.make(disk, reason)
    window = settings(stage)
    stage.settle(window)
    part(window, QLabel, "backup/folder").setText(_A_FOLDER)
    part(window, QLabel, "backup/last").setText(f"24-Nov-2026 09:12, {_A_FOLDER}")
    stage.sight = part(window, QWidget, "backup")  # last: how far it lies depends on what is written there
    return window


def retention_past(stage: Stage) -> Window:
    """Cases past their retention: one on hold, two that somebody proposed for a purge."""
    with past.unlock(stage.home, at=LATER) as book:
        kept = retention_of(book)
        ids = [case.row.case_id for case in kept.past()]
        kept.holds.hold(ids[0], HoldReason.LITIGATION)
        kept.propose(ids[1:3])
    window = stage.outside()
    window.enter(past.unlock(stage.home, PHYSICIAN, LATER))
    messages.clear()
    assert window.places is not None
    window.places.show_place("retention")
    return window


def letters_of_day(stage: Stage) -> Window:
    """The letters of a day, being saved."""
    window = stage.at("letters")
    part(window, QWidget, "letters/stop").show()
    part(window, QWidget, "letters/progress").show()
    part(window, NoticeBar, "letters/done").show_text(
        tr("{0} letters and a list: {1}").format(214, "letters-2026-11-24")
    )
    return window


def verify_genuine(stage: Stage) -> Window:
    """A genuine letter, beside a casebook."""
    return _verify(stage, "letter.pdf")


def verify_refused(stage: Stage) -> Window:
    """An altered letter, beside a casebook."""
    return _verify(stage, "altered.pdf")


def verify_no_letter(stage: Stage) -> Window:
    """A file that is no letter."""
    return _verify(stage, "signer.pem")


def _verify(stage: Stage, name: str) -> Window:
    window = stage.at("verify")
    page = part(window, VerifyPage, "verify")
    page.trust(stage.place / "signer.pem")
    page.check(stage.place / name)
    page.wait()
    return window


def policies_report(stage: Stage) -> Window:
    """The report on a policy file that a physician may add."""
    return _checked(stage, "syn-weight-01.toml")


def policies_refused(stage: Stage) -> Window:
    """A file that is no policy."""
    (stage.place / "no-policy.toml").write_text("number = 7\n", encoding="utf-8")
    return _checked(stage, "")


def _checked(stage: Stage, name: str) -> Window:
    window = stage.at("policies", PHYSICIAN)
    page = part(window, PoliciesPage, "policies")
    page.add.check(SYNTHETIC / name if name else stage.place / "no-policy.toml")
    page.wait()
    stage.settle(window)
    stage.sight = page.add
    return window


def palette(stage: Stage) -> Window:
    """The palette over the worklist."""
    window = stage.inside()
    window.overlays.toggle_palette()
    return window


def keys(stage: Stage) -> Window:
    """The table of keys."""
    window = stage.inside()
    window.overlays.toggle_keys()
    return window


_PLACES = ("decided", "policies", "retention", "exchange", "verify", "letters")
SCREENS: Mapping[str, Callable[[Stage], Window]] = {
    **{
        way.__name__: way
        for way in (
            *(worklist, worklist_nothing_found, worklist_empty, worklist_error, audit, people),
            *(
                settings,
                settings_backups,
                retention_past,
                letters_of_day,
                verify_genuine,
                verify_refused,
                verify_no_letter,
            ),
            *(policies_report, policies_refused, palette, keys),
        )
    },
    **{place: partial(Stage.at, place=place) for place in _PLACES},
    "worklist_physician": partial(Stage.inside, person=PHYSICIAN),
    "worklist_quality": partial(Stage.inside, person=QUALITY),
    "people_quality": partial(people, person=QUALITY),
}
"""The ways to these screens."""

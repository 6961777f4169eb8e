"""Every way in and out of the casebook, and what bears on it, stands in its trail."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt

import ui
from app.casebook import EventKind, TrailEntry
from tests.ui.shell import PHYSICIAN, REVIEWER, Shell


def trail(shell: Shell) -> list[TrailEntry]:
    with shell.other() as casebook:
        return [line for line in casebook.trail() if line.kind == "events"]


def told(shell: Shell, *actions: str) -> list[tuple[str, str, dict[str, object]]]:
    return [(line.actor, line.action, dict(line.detail)) for line in trail(shell) if line.action in actions]


def test_unlocking_and_each_way_of_locking_are_recorded(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_L)
    opened.unlock(PHYSICIAN)
    opened.window._idle.expired.emit()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    opened.unlock(REVIEWER)
    opened.close()
    assert told(opened, EventKind.UNLOCKED, EventKind.LOCKED) == [
        (REVIEWER.name, "unlocked", {"through": "app"}),
        (REVIEWER.name, "locked", {"how": "by hand"}),
        (PHYSICIAN.name, "unlocked", {"through": "app"}),
        (PHYSICIAN.name, "locked", {"how": "idle"}),
        (REVIEWER.name, "unlocked", {"through": "app"}),
        (REVIEWER.name, "locked", {"how": "closed the window"}),
    ]


def test_every_door_of_the_product_records_who_came_through_it() -> None:
    doors = [
        source
        for source in Path(ui.__file__).parent.rglob("*.py")
        if "Casebook.unlock(" in source.read_text(encoding="utf-8")
    ]
    assert len(doors) >= 2
    for door in doors:
        text = door.read_text(encoding="utf-8")
        assert "visit.begin(" in text, f"{door.name} unlocks the casebook and does not record it"


def test_opening_a_case_is_recorded_once_a_sitting(opened: Shell) -> None:
    case_id = opened.add("01")
    for _ in range(2):
        opened.window.opening.open_case(case_id)  # type: ignore[union-attr]  # it is unlocked
    assert told(opened, EventKind.CASE_OPENED) == [(REVIEWER.name, "opened the case", {"case_id": case_id})]


def test_the_time_until_the_lock_is_recorded_and_the_look_is_not(opened: Shell) -> None:
    opened.places.show_place("settings")
    opened.window._store.change(text_percent=110)
    opened.window._store.change(lock_minutes=0)
    assert told(opened, EventKind.SETTING_CHANGED) == [
        (REVIEWER.name, "setting changed", {"setting": "lock_minutes", "before": 10, "after": 0})
    ]
    opened.window._store.change(text_percent=100)


def test_a_casebook_that_cannot_be_written_locks_all_the_same(opened: Shell) -> None:
    opened.window.session.casebook._file.write("PRAGMA query_only = ON")  # type: ignore[union-attr]  # as above
    opened.ctrl(Qt.Key.Key_L)
    assert opened.window.session is None
    assert told(opened, EventKind.LOCKED) == []

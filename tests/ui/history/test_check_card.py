"""The check of the casebook from the settings."""

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.casebook import EventKind
from app.casebook.file import FILE_NAME
from tests.ui.shell import REVIEWER, Shell
from ui.history.check_card import CheckCard


def card(shell: Shell) -> CheckCard:
    shell.places.show_place("settings")
    return shell.window.findChildren(CheckCard)[0]


def checked(shell: Shell) -> str:
    found = card(shell)
    shell.click("settings/check/run")
    shell.qtbot.waitUntil(lambda: found._job is None, timeout=20_000)
    return found.said.text()


def test_a_whole_casebook_is_said_and_recorded(opened: Shell) -> None:
    opened.add("01")
    assert checked(opened).startswith("The casebook is whole: ")
    with opened.other() as casebook:
        assert [line.action for line in casebook.trail()][-1] == EventKind.CASEBOOK_CHECKED


def test_a_finding_is_explained_with_its_case_and_what_to_do(opened: Shell) -> None:
    case_id = opened.add("01")
    with opened.other() as casebook:
        seq = casebook.history(case_id)[0].seq
    with closing(sqlite3.connect(opened.home / FILE_NAME)) as raw, raw:
        raw.execute("DROP TRIGGER revision_is_final")
        raw.execute("UPDATE revision SET body = zeroblob(200) WHERE seq = ?", (seq,))
    assert "finding" in checked(opened)
    first = opened.find(QWidget, "settings/check/finding/0")
    told = [label.text() for label in first.findChildren(QLabel) if label.text()]
    assert told[0].startswith(f"Revision {seq} of the casebook")
    assert any(case_id in text for text in told)
    assert any("Restore the newest backup" in text for text in told)
    opened.errors()


@pytest.mark.parametrize("lock", [False, True])
def test_a_check_is_stopped_by_its_button_and_by_locking(opened: Shell, lock: bool) -> None:
    with opened.other(REVIEWER) as casebook, casebook._file.transaction():
        for number in range(1500):
            casebook.events.append("counted", {"number": number})
    found = card(opened)
    found.check()
    if lock:
        opened.ctrl(Qt.Key.Key_L)
        assert opened.window.session is None
        return
    found.stop()
    opened.qtbot.waitUntil(lambda: found._job is None, timeout=20_000)
    assert found.said.text().startswith("Stopped.")

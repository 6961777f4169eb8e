"""Backups in the app: each day of use by itself, by hand, and restored with the loss in sight."""

import shutil
import threading
import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from app import added_files
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import Reason
from app.casebook.copying import Stage
from app.casebook.file import FILE_NAME
from app.desk import open_case
from app.people import Person
from app.policy_file import installed_policies
from tests.policies.every_policy import SYNTHETIC
from tests.ui.shell import PASSPHRASE, PHYSICIAN, REVIEWER, Shell
from ui.keeping import backup_work
from ui.keeping.backup_card import BackupCard
from ui.keeping.restore_page import RestorePage
from ui.start.first_page import FirstPage
from ui.start.lost_page import LostPage


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that a person chooses whenever one is asked for."""
    folder = tmp_path / "disk"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    return folder


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_work, "_AFTER_MS", 0)


def card(shell: Shell) -> BackupCard:
    shell.places.show_place("settings")
    return shell.find(BackupCard, "backup")


def settle(shell: Shell) -> None:
    """Wait for the backup and the list that are under way."""
    shell.qtbot.waitUntil(lambda: not shell.places.backup.is_busy)
    found = shell.find(BackupCard, "backup")
    shell.qtbot.waitUntil(lambda: found._listing is None)


def fill_in(shell: Shell, person: Person = REVIEWER) -> None:
    """Choose the folder of the backups, and say who restores."""
    shell.click("restore/browse")
    shell.type_in("restore/name", person.name)
    shell.type_in("restore/passphrase", PASSPHRASE)


def names(disk: Path) -> list[str]:
    return [backup.name for backup in BackupFolder(disk).backups() if not backup.flaw]


def test_backing_up_by_hand_asks_for_a_folder_and_lists_the_backup(opened: Shell, disk: Path) -> None:
    shown = card(opened)
    settle(opened)
    assert "broken or stolen disk" in shown.warning.text()
    opened.click("backup/now")
    settle(opened)
    (name,) = names(disk)
    assert any(name in text for _, text in opened.said)
    assert str(disk) in shown.last.text()


def test_a_chosen_folder_gets_a_backup_at_the_first_unlocking_of_a_day(opened: Shell, disk: Path) -> None:
    card(opened)
    opened.click("backup/choose")
    settle(opened)
    assert "still to be made" in opened.find(BackupCard, "backup").next.text()
    assert names(disk) == []
    for _ in range(2):  # the second unlocking of the day makes none
        opened.window.lock()
        opened.unlock()
        opened.qtbot.wait(30)
        opened.qtbot.waitUntil(lambda: not opened.places.backup.is_busy)
    (backup,) = BackupFolder(disk).backups()
    assert backup.manifest is not None
    assert backup.manifest.reason is Reason.DAILY
    shown = card(opened)
    settle(opened)
    assert shown.table.model().rowCount() == 1
    assert "daily" in shown.table.model().index(0, 0).data()


def test_a_folder_that_cannot_be_reached_is_said_at_unlocking(opened: Shell, disk: Path) -> None:
    with opened.other() as casebook:
        casebook.backups.choose_folder(disk)
    disk.rmdir()
    opened.window.lock()
    opened.unlock()
    opened.qtbot.waitUntil(lambda: any("attach the disk" in text for _, text in opened.said))
    (error,) = opened.errors()
    assert error.startswith("The daily backup was not made.")
    assert opened.places.worklist.isVisible()


def test_locking_stops_a_backup_and_leaves_nothing_half_made(
    opened: Shell, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = opened.places.backup
    go_on = work._go_on
    begun = threading.Event()

    def until_stopped(stage: Stage, done: int, total: int) -> bool:
        begun.set()
        while go_on(stage, done, total):
            time.sleep(0.01)
        return False

    monkeypatch.setattr(work, "_go_on", until_stopped)
    work.start(disk)
    assert begun.wait(5)
    opened.window.lock()
    assert names(disk) == []
    assert [path.name for path in disk.iterdir() if path.is_dir()] == []


def test_only_who_administers_chooses_the_folder(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.unlock(PHYSICIAN)
    shown = card(shell)
    settle(shell)
    assert not shown.choose.isEnabled()
    assert "administers" in shown.choose.accessibleDescription()
    assert shown.now.isEnabled()


def restore_page(shell: Shell) -> RestorePage:
    assert isinstance(shell.window.entry, RestorePage)
    return shell.window.entry


def test_a_restore_shows_the_loss_before_it_replaces(opened: Shell, disk: Path) -> None:
    kept = opened.add("01", received=timedelta(hours=1))
    with opened.other() as casebook:
        casebook.backups.choose_folder(disk)
        casebook.backups.make(disk, Reason.BY_HAND)
        open_case(casebook, kept).set("request.cycles_requested", 2)
    lost = opened.add("02", received=timedelta(hours=1))
    card(opened)
    settle(opened)
    opened.click("backup/restore")
    page = restore_page(opened)
    assert page.who.value() == REVIEWER.name
    assert len(page.offered) == 1
    assert page.loss.isHidden()
    opened.type_in("restore/passphrase", PASSPHRASE)
    opened.key(Qt.Key.Key_Return)
    opened.qtbot.waitUntil(lambda: not page.busy)
    assert page.primary.words() == "Replace the casebook"
    model = page.table.model()
    rows = {model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())}
    assert rows.keys() == {kept, lost}
    assert (rows[kept].startswith("goes back to revision 1"), rows[lost].startswith("is lost")) == (
        True,
        True,
    )
    assert "2 cases would lose" in page.loss.text()
    with opened.qtbot.waitSignal(opened.window.entered):
        opened.click("restore/primary")
    assert opened.shown_rows() == [kept]
    assert len(list(opened.home.glob("casebook-before-restore-*.db"))) == 1


def test_going_back_from_the_loss_asks_to_look_again(opened: Shell, disk: Path) -> None:
    with opened.other() as casebook:
        casebook.backups.make(disk, Reason.BY_HAND)
    opened.window.entrance.restore(disk)
    page = restore_page(opened)
    opened.type_in("restore/passphrase", PASSPHRASE)
    opened.click("restore/primary")
    opened.qtbot.waitUntil(lambda: not page.busy)
    assert (page.loss.isVisible(), page.passphrase.isVisible()) == (True, False)
    opened.click("restore/back")
    assert (page.loss.isVisible(), page.passphrase.isVisible()) == (False, True)
    opened.type_in("restore/passphrase", "another one")
    assert page.primary.words() == "Look at the backup"
    opened.click("restore/primary")
    opened.qtbot.waitUntil(lambda: not page.busy)
    assert "do not open the casebook" in page.bar.text()
    opened.click("restore/back")
    assert opened.entry.isVisible()


def lose_an_attachment(shell: Shell, disk: Path, *, before: bool) -> None:
    """A backup of a casebook whose one attachment is lost before the backup, or from the backup's folder."""
    with shell.other() as casebook:
        casebook.backups.choose_folder(disk)
        casebook.attachments.keep(BytesIO(b"a scan"))
        if before:
            shutil.rmtree(shell.home / "attachments")
        casebook.backups.make(disk, Reason.BY_HAND)
    if not before:
        shutil.rmtree(disk / "attachments")


def test_a_lost_attachment_is_told_and_all_else_is_backed_up(opened: Shell, disk: Path) -> None:
    lose_an_attachment(opened, disk, before=True)
    shown = card(opened)
    opened.click("backup/now")
    settle(opened)
    assert any("one attachment was lost or damaged before" in text for text in opened.errors())
    state = shown.table.model().index(0, 1).data()
    assert state.startswith("checked when it was made; one attachment was lost")


def test_an_empty_folder_is_shown_what_a_backup_lacks(shell: Shell, disk: Path) -> None:
    shell.create_casebook()
    lose_an_attachment(shell, disk, before=False)
    shutil.rmtree(shell.home)
    shell.open()
    shell.click("first/restore")
    page = restore_page(shell)
    fill_in(shell)
    shell.click("restore/primary")
    shell.qtbot.waitUntil(lambda: not page.busy)
    assert page.loss.text() == (
        "There is no casebook here; nothing is replaced. One attachment is neither in the backup nor here; "
        "its case comes without it."
    )
    assert (page.primary.words(), page.kept.isHidden()) == ("Restore the backup", True)
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.click("restore/primary")


def test_an_empty_folder_takes_a_backup_at_the_first_start(shell: Shell, disk: Path) -> None:
    shell.create_casebook()
    case_id = shell.add("01", received=timedelta(hours=1))
    with shell.other() as casebook:
        casebook.backups.make(disk, Reason.BY_HAND)
    shutil.rmtree(shell.home)
    shell.open()
    assert isinstance(shell.window.entry, FirstPage)
    shell.click("first/restore")
    page = restore_page(shell)
    fill_in(shell)
    assert len(page.offered) == 1
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.click("restore/primary")
    assert shell.shown_rows() == [case_id]


def test_a_casebook_that_is_gone_is_said_and_restored_from_its_page(shell: Shell, disk: Path) -> None:
    shell.create_casebook()
    case_id = shell.add("01", received=timedelta(hours=1))
    with shell.other() as casebook:
        casebook.attachments.keep(BytesIO(b"a scan"))
        casebook.backups.make(disk, Reason.BY_HAND)
    (shell.home / FILE_NAME).write_bytes(b"")
    shell.open()
    assert isinstance(shell.window.entry, LostPage)
    shell.key(Qt.Key.Key_Space)  # its one button has the focus
    restore_page(shell)
    fill_in(shell)
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.click("restore/primary")
    assert shell.shown_rows() == [case_id]


@pytest.mark.usefixtures("nothing_added")
def test_an_empty_folder_is_shown_which_added_files_come_back(shell: Shell, disk: Path) -> None:
    shell.create_casebook()
    with shell.other(PHYSICIAN) as casebook:
        added_files.add(casebook, added_files.examine(SYNTHETIC / "syn-weight-01.toml", lambda _text: None))
        casebook.backups.make(disk, Reason.BY_HAND)
    shutil.rmtree(shell.home)
    shell.open()
    shell.click("first/restore")
    page = restore_page(shell)
    fill_in(shell, PHYSICIAN)
    shell.click("restore/primary")
    shell.qtbot.waitUntil(lambda: not page.busy)
    assert page.loss.text() == "There is no casebook here; nothing is replaced."
    assert list(page.files._facts.rows) == [("syn-weight-01-2025-01-01.toml", "comes back")]
    assert not shell.home.joinpath("policies").exists()
    with shell.qtbot.waitSignal(shell.window.entered):
        shell.click("restore/primary")
    assert "SYN-WEIGHT-01" in installed_policies()


def test_a_folder_without_backups_says_so(shell: Shell, disk: Path) -> None:
    shell.create_casebook()
    shell.open()
    shell.click("unlock/restore")
    shell.click("restore/browse")
    page = restore_page(shell)
    assert "no backup in this folder" in page.place.error()
    shell.click("restore/primary")
    assert shell.find(QLineEdit, "restore/folder").text() == str(disk)


def test_a_folder_with_a_name_too_long_for_the_disk_is_told_at_its_field(shell: Shell) -> None:
    shell.create_casebook()
    shell.open()
    shell.click("unlock/restore")
    shell.type_in("restore/folder", "x" * 300)
    shell.key(Qt.Key.Key_Tab)
    assert "cannot be read" in restore_page(shell).place.error()

"""Backups: whole or not there, checked before they count, kept for the last days of use, private."""

import json
import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from app.casebook import Busy, Casebook, NotAllowed, backup_folder, copying
from app.casebook.backup_folder import KEEP, BackupFolder, find_backup
from app.casebook.backup_manifest import MANIFEST, Backup, Reason
from app.casebook.copying import Stage, Stopped
from app.casebook.file import FILE_NAME
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.conftest import ANA, CHEAP, INES, PASSPHRASES, QUINN, cover

Unlock = Callable[[Person], Casebook]
NOON = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(home: Path, unlock: Unlock) -> Path:
    with unlock(ANA) as book:
        for number in range(3):
            book.save({"member": f"Member {number}", "text": os.urandom(3000).hex()}, f"C-{number}")
    return home


def make(home: Path, disk: Path, at: datetime = NOON, reason: Reason = Reason.BY_HAND) -> Backup:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=lambda: at) as book:
        return book.backups.make(disk, reason)


def test_a_backup_opens_with_the_same_passphrases_as_a_casebook_of_its_own(filled: Path, disk: Path) -> None:
    made = make(filled, disk)
    shutil.rmtree(filled)
    copy = disk.parent / "elsewhere"
    shutil.copytree(made.path, copy)
    for person in (ANA, INES, QUINN):
        with Casebook.unlock(copy, person.name, PASSPHRASES[person], cover_of=cover) as book:
            assert {row.case_id for row in book.worklist()} == {"C-0", "C-1", "C-2"}
            assert book.verify() == []


def test_the_manifest_is_the_witness_and_names_nobody(filled: Path, disk: Path) -> None:
    made = make(filled, disk)
    assert made.manifest is not None
    text = (made.path / MANIFEST).read_text(encoding="utf-8")
    assert json.loads(text)["seq"] == made.manifest.seq == 6
    assert made.name == "dictamen-backup-20261124-160000Z"
    planted = ["Member", "C-0", *(word for person in PASSPHRASES for word in person.name.split())]
    names = " ".join(path.name for path in disk.rglob("*"))
    assert [word for word in planted if word in text + names] == []


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_backup_is_private(filled: Path, disk: Path) -> None:
    made = make(filled, disk)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in made.path.iterdir()} == {0o600}


def test_attachments_are_copied_once_and_compared(filled: Path, disk: Path, unlock: Unlock) -> None:
    with unlock(ANA) as book:
        first = book.attachments.keep(BytesIO(b"first scan"))
        made = [book.backups.make(disk, Reason.BY_HAND)]
        kept = book.attachments.keep(BytesIO(b"second scan"))
        stored = book.attachments.folder.file(first.name)
        there = disk / stored.relative_to(filled)
        before = there.stat().st_mtime_ns
        made.append(book.backups.make(disk, Reason.BY_HAND))
    assert [each.manifest and each.manifest.attachments for each in made] == [
        (first.name,),
        tuple(sorted([first.name, kept.name])),
    ]
    assert there.stat().st_mtime_ns == before
    assert there.read_bytes() == stored.read_bytes()
    there.write_bytes(b"cut")
    make(filled, disk, NOON + timedelta(days=1))
    assert there.read_bytes() == stored.read_bytes()


def test_a_backup_while_others_save_is_one_moment_of_the_casebook(
    filled: Path, disk: Path, unlock: Unlock
) -> None:
    done = threading.Event()

    def save() -> None:
        with unlock(INES) as book:
            number = 0
            while not done.is_set():
                number += 1
                book.save({"member": "busy"}, f"B-{number}")

    writer = threading.Thread(target=save)
    writer.start()
    try:
        made = make(filled, disk)
    finally:
        done.set()
        writer.join()
    with Casebook.unlock(made.path, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.verify() == []


@pytest.mark.usefixtures("filled")
def test_a_casebook_that_is_never_left_alone_is_copied_in_one_step(
    disk: Path, monkeypatch: pytest.MonkeyPatch, unlock: Unlock
) -> None:
    """A save by somebody else after every page: SQLite begins again each time."""
    monkeypatch.setattr(copying, "_PAGES", 1)
    other = unlock(INES)

    def disturb(stage: Stage, done: int, _total: int) -> bool:
        if stage is Stage.COPY and done == 3:
            other.save({"member": "busy"})
        return True

    with unlock(ANA) as book:
        made = book.backups.make(disk, Reason.BY_HAND, disturb)
    assert made.manifest is not None
    assert made.manifest.seq >= 6 + 4


@pytest.mark.parametrize("stage", list(Stage))
def test_a_stopped_backup_leaves_nothing(filled: Path, disk: Path, unlock: Unlock, stage: Stage) -> None:
    with unlock(ANA) as book:
        book.attachments.keep(BytesIO(b"scan"))
        with pytest.raises(Stopped):
            book.backups.make(disk, Reason.BY_HAND, lambda now, _done, _total: now is not stage)
        assert book.backups.listed(disk) == []
    assert {path.name for path in disk.iterdir()} <= {backup_folder._LOCK, "attachments"}
    assert len(make(filled, disk).name) > 0


def test_a_damaged_casebook_gives_no_backup_and_removes_none(filled: Path, disk: Path) -> None:
    good = make(filled, disk)
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
        raw.execute("DROP TRIGGER revision_is_final")
        raw.execute("UPDATE revision SET body = x'00' WHERE seq = 5")
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        with pytest.raises(DictamenError, match=r"does not count: revision 5 .* was changed"):
            book.backups.make(disk, Reason.DAILY)
        assert [each.name for each in book.backups.listed(disk)] == [good.name]
        plan = book.backups.plan
        assert plan.failed_at is not None
        assert plan.last is not None
        assert plan.last.name == good.name


def test_what_a_killed_backup_left_is_swept(filled: Path, disk: Path) -> None:
    left = disk / f"{backup_folder._WORK}dead"
    left.mkdir()
    (left / FILE_NAME).write_bytes(b"half")
    make(filled, disk)
    assert not left.exists()


def test_two_backups_into_one_folder_take_turns(filled: Path, disk: Path) -> None:
    with BackupFolder(disk).locked(), pytest.raises(Busy, match="another backup is being made"):
        make(filled, disk)


def test_the_last_days_of_use_and_the_last_by_hand_are_kept(filled: Path, disk: Path) -> None:
    by_hand = make(filled, disk, NOON)
    daily = [make(filled, disk, NOON + timedelta(days=day), Reason.DAILY) for day in range(1, KEEP + 3)]
    names = {path.name for path in disk.iterdir() if path.is_dir()}
    assert names == {by_hand.name, *(each.name for each in daily[2:])}


def test_a_damaged_backup_is_not_counted_among_those_kept(filled: Path, disk: Path) -> None:
    made = [make(filled, disk, NOON + timedelta(days=day), Reason.DAILY) for day in range(KEEP)]
    (made[5].path / FILE_NAME).write_bytes(b"cut")
    (made[6].path / MANIFEST).write_text("{}")
    new = [make(filled, disk, NOON + timedelta(days=day), Reason.DAILY) for day in range(KEEP, KEEP + 2)]
    assert all(each.path.exists() for each in [*made, *new])
    make(filled, disk, NOON + timedelta(days=KEEP + 2), Reason.DAILY)
    assert [each.path.exists() for each in made] == [False] + [True] * (KEEP - 1)


def test_attachments_go_with_the_last_backup_that_needs_them(
    filled: Path, disk: Path, unlock: Unlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_folder, "KEEP", 1)
    with unlock(ANA) as book:
        content = book.attachments.keep(BytesIO(b"scan"))
        book.backups.make(disk, Reason.BY_HAND)
        book.attachments.folder.remove(content.name)  # as a purge does
        stored = disk / "attachments" / content.name[:2] / content.name
        assert stored.exists()
    make(filled, disk, datetime.now(UTC) + timedelta(days=1))
    assert not stored.exists()


def test_another_casebooks_backups_are_left_alone(filled: Path, disk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    Casebook.create(other, ANA, PASSPHRASES[ANA], cost=CHEAP).close()
    theirs = make(other, disk)
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        mine = book.backups.make(disk, Reason.BY_HAND)
        assert [each.name for each in book.backups.listed(disk)] == [mine.name]
    assert {each.name for each in BackupFolder(disk).backups()} == {mine.name, theirs.name}


def test_a_folder_that_is_missing_is_said_and_not_made(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(DictamenError, match="attach the disk"):
        make(filled, tmp_path / "not attached")
    assert not (tmp_path / "not attached").exists()


def test_the_casebooks_own_folder_is_refused(filled: Path) -> None:
    (filled / "backups").mkdir()
    for folder in (filled, filled / "backups"):
        with pytest.raises(DictamenError, match="casebook's own folder"):
            make(filled, folder)


def test_too_little_room_is_said_before_anything_is_written(
    filled: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(disk)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=1))
    with pytest.raises(DictamenError, match="MB are needed and 1 MB are free"):
        make(filled, disk)
    assert list(disk.iterdir()) == []


@pytest.mark.usefixtures("filled")
def test_the_places_that_speak_against_a_backup_are_said(disk: Path, unlock: Unlock) -> None:
    synced = disk / "Dropbox"
    synced.mkdir()
    found = unlock(ANA).backups.warnings(synced)
    assert ["own disk" in found[0], "synced folder" in found[1]] == [True, True]


def test_a_day_of_use_has_one_daily_backup(filled: Path, disk: Path) -> None:
    def due(at: datetime) -> bool:
        with Casebook.unlock(filled, QUINN.name, PASSPHRASES[QUINN], clock=lambda: at) as book:
            is_due = book.backups.is_due
            made = book.backups.make_due()
            assert (made is not None) == is_due
            return is_due

    assert not due(NOON)
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        book.backups.choose_folder(disk)
    assert [due(NOON), due(NOON + timedelta(hours=1)), due(NOON + timedelta(days=1))] == [True, False, True]
    assert due(NOON - timedelta(days=40))  # the clock was set back: rather one backup more
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        book.backups.choose_folder(None)
        assert not book.backups.is_due


def test_only_who_administers_chooses_where_backups_go(filled: Path, disk: Path, unlock: Unlock) -> None:
    with pytest.raises(NotAllowed):
        unlock(INES).backups.choose_folder(disk)
    assert filled.exists()


def test_a_backup_is_found_by_its_name_or_as_the_latest_good_one(filled: Path, disk: Path) -> None:
    old, new = make(filled, disk), make(filled, disk, NOON + timedelta(days=1))
    assert find_backup(disk, old.name).name == old.name
    assert find_backup(disk, "latest").name == new.name
    new.database.unlink()
    assert find_backup(disk, "latest").name == old.name
    assert find_backup(disk, new.name).flaw == "its casebook.db is missing"
    with pytest.raises(DictamenError, match="BACKUP: is not in"):
        find_backup(disk, "nothing")

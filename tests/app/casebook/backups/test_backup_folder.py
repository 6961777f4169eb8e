"""The folder of backups: one for each day of use, the last ones kept, nothing else touched."""

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.casebook import Busy, Casebook, NotAllowed, backup, backup_folder
from app.casebook.backup_folder import KEEP, BackupFolder, find_backup
from app.casebook.backup_manifest import MANIFEST, Reason
from app.casebook.backup_plan import Plan, local_day
from app.casebook.file import FILE_NAME
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.backups.conftest import NOON, make
from tests.app.casebook.conftest import ANA, CHEAP, INES, PASSPHRASES, QUINN

Unlock = Callable[[Person], Casebook]


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


def test_the_newest_is_kept_whatever_the_clock_says(filled: Path, disk: Path) -> None:
    """Fourteen backups under a clock that was ahead, then one under a right clock: it stays."""
    ahead = [make(filled, disk, NOON + timedelta(days=day), Reason.DAILY) for day in range(400, 400 + KEEP)]
    newest = make(filled, disk, NOON, Reason.DAILY)
    assert newest.path.exists()
    assert [each.path.exists() for each in ahead] == [False] + [True] * (KEEP - 1)


def test_a_damaged_backup_is_not_counted_among_those_kept(filled: Path, disk: Path) -> None:
    made = [make(filled, disk, NOON + timedelta(days=day), Reason.DAILY) for day in range(KEEP)]
    (made[5].path / FILE_NAME).write_bytes(b"cut")
    (made[6].path / MANIFEST).write_text("{}")
    new = [make(filled, disk, NOON + timedelta(days=day), Reason.DAILY) for day in range(KEEP, KEEP + 2)]
    assert all(each.path.exists() for each in [*made, *new])
    make(filled, disk, NOON + timedelta(days=KEEP + 2), Reason.DAILY)
    assert [each.path.exists() for each in made] == [False] + [True] * (KEEP - 1)


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


def test_a_backup_by_hand_leaves_the_days_own_to_be_made(filled: Path, disk: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA], clock=lambda: NOON) as book:
        book.backups.choose_folder(disk)
        book.backups.make(disk, Reason.BY_HAND)
        assert book.backups.make_due() is not None
        book.backups.make(stick, Reason.BY_HAND)
        assert book.backups.make_due() is None
        last = book.backups.plan.last
        assert last is not None
        assert last.folder == stick


def test_the_empty_place_of_a_disk_that_is_not_attached_gets_no_backup(
    filled: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_same_disk", lambda _home, _folder: False)
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        book.backups.choose_folder(disk)
        monkeypatch.setattr(backup, "_same_disk", lambda _home, _folder: True)
        with pytest.raises(DictamenError, match="attach the disk, or choose the folder again"):
            book.backups.make_due()
        assert list(disk.iterdir()) == []
        assert book.backups.plan.failed_at is not None
        book.backups.choose_folder(disk)
        assert book.backups.make_due() is not None


def test_a_plan_of_an_earlier_version_is_read(disk: Path) -> None:
    last = {"at": NOON.isoformat(), "folder": str(disk), "name": "b"}
    plan = Plan.from_document({"folder": str(disk), "last": last, "failed_at": None})
    assert (plan.last_daily, plan.is_apart) == (plan.last, False)
    assert not plan.due(local_day(NOON))
    assert Plan.from_document(plan.to_document()) == plan


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

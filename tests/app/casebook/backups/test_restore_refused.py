"""What is not restored: altered backups, wrong passphrases, what is no backup."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.casebook import Casebook, NotLetIn
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import MANIFEST, Backup, Reason
from app.casebook.file import FILE_NAME
from app.casebook.looking import check_backup
from app.casebook.restore import chosen
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.backups.conftest import candidate, clock, restore
from tests.app.casebook.conftest import ANA, CHEAP, PASSPHRASES

Unlock = Callable[[Person], Casebook]


def test_a_wrong_passphrase_opens_no_backup(home: Path, backup: Backup) -> None:
    with pytest.raises(NotLetIn), candidate(home, backup, ANA, "wrong"):
        pass
    assert list(home.glob(".dictamen-restore-*")) == []


def test_a_passphrase_of_the_time_of_the_backup_counts(home: Path, backup: Backup) -> None:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        book.staff.change_passphrase(PASSPHRASES[ANA], "quite another long passphrase 77")
    with candidate(home, backup) as found:
        assert (found.difference.known, found.difference.lost_revisions) == (
            False,
            lost_by_links(home, backup),
        )
        found.put_in_place(clock)
    Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]).close()


def lost_by_links(home: Path, backup: Backup) -> int:
    links = []
    for path in (home / FILE_NAME, backup.database):
        with closing(sqlite3.connect(path)) as raw:
            links.append({link for (link,) in raw.execute("SELECT link FROM revision")})
    return len(links[0] - links[1])


@pytest.mark.parametrize("damage", ["flip", "cut", "manifest", "older"])
def test_a_backup_that_was_changed_is_not_restored(
    home: Path, disk: Path, backup: Backup, damage: str, unlock: Unlock
) -> None:
    before = (home / FILE_NAME).read_bytes()
    data = bytearray(backup.database.read_bytes())
    if damage == "flip":
        data[len(data) // 2] ^= 1
    elif damage == "cut":
        del data[-4096:]
    elif damage == "manifest":
        (backup.path / "backup.json").write_text("{}")
    else:  # somebody who knows how made the manifest of a newer backup fit an older file
        with unlock(ANA) as book:
            newer = book.backups.make(disk, Reason.BY_HAND)
        assert backup.manifest is not None
        assert newer.manifest is not None
        forged = replace(newer.manifest, sha256=backup.manifest.sha256, size=backup.manifest.size)
        (backup.path / "backup.json").write_text(forged.to_json())
        before = (home / FILE_NAME).read_bytes()
    backup.database.write_bytes(data)
    with pytest.raises(DictamenError, match=r"restored|changed"), candidate(home, chosen(backup.path)):
        pass
    assert (home / FILE_NAME).read_bytes() == before


def test_a_backup_is_checked_where_it_lies(backup: Backup, disk: Path) -> None:
    def check() -> list[str]:
        return check_backup(chosen(backup.path), ANA.name, PASSPHRASES[ANA], clock)

    before = backup.database.read_bytes()
    assert check() == []
    assert backup.database.read_bytes() == before
    assert {path.name for path in backup.path.iterdir()} == {FILE_NAME, "backup.json"}
    with closing(sqlite3.connect(backup.database)) as raw, raw:
        raw.execute("UPDATE casebook SET site = zeroblob(8)")
    assert ["changed after it was made" in check()[0], "name for this seat" in check()[1]] == [True, True]
    assert disk.exists()


def test_what_is_no_backup_is_said(home: Path, tmp_path: Path) -> None:
    with pytest.raises(DictamenError, match="is no backup"):
        chosen(tmp_path / "nothing")
    assert chosen(home / FILE_NAME).manifest is None
    Casebook.create(tmp_path / "b", ANA, PASSPHRASES[ANA], cost=CHEAP).close()
    assert chosen(tmp_path / "b").flaw == "its backup.json is missing or cannot be read"


def test_every_bit_that_flips_in_the_manifest_is_noticed(backup: Backup) -> None:
    path = backup.path / MANIFEST
    whole = path.read_bytes()
    assert chosen(backup.path).flaw == ""
    for place, byte in enumerate(whole):
        for bit in range(8):
            path.write_bytes(whole[:place] + bytes([byte ^ 1 << bit]) + whole[place + 1 :])
            assert chosen(backup.path).flaw, f"byte {place}, bit {bit}"


def test_a_backup_of_another_version_says_so(backup: Backup) -> None:
    path = backup.path / MANIFEST
    path.write_text(path.read_text(encoding="utf-8").replace("dictamen.backup/1", "dictamen.backup/9"))
    assert chosen(backup.path).flaw == "another version of Dictamen made it; install the newest version"


@pytest.mark.parametrize("text", ["", "[]", '{"format": 1}', '{"format": "other/1"}', "[" * 100_000])
def test_a_file_whose_manifest_is_lost_is_restored_when_it_is_named(
    home: Path, backup: Backup, text: str
) -> None:
    (backup.path / MANIFEST).write_text(text, encoding="utf-8")
    assert chosen(backup.path).flaw == "its backup.json is missing or cannot be read"
    restore(home, chosen(backup.database))
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.get("C-0").rev == 1
        assert book.verify() == []


@pytest.mark.parametrize("name", ["x" * 300, "no/such/" + "y" * 300])
def test_a_path_that_no_disk_can_hold_is_one_plain_line(tmp_path: Path, name: str) -> None:
    for ask in (chosen, lambda path: BackupFolder(path).backups(), lambda path: BackupFolder(path).require()):
        with pytest.raises(DictamenError, match=r"cannot be read|there is no such folder|is no backup"):
            ask(tmp_path / name)

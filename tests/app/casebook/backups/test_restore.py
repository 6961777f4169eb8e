"""Restoring: what would be lost is shown, the state of the backup comes back, the former casebook stays."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from app.casebook import Casebook, NotAllowed
from app.casebook.backup_manifest import Backup
from app.casebook.file import FILE_NAME
from app.casebook.looking import open_casebook
from app.casebook.restore import chosen
from app.casebook.retention_rules import Rules
from app.people import Person
from tests.app.casebook.backups.conftest import candidate, clock, restore
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN, cover

Unlock = Callable[[Person], Casebook]


def test_what_would_be_lost_is_told_by_number_time_and_person(home: Path, backup: Backup) -> None:
    with candidate(home, backup) as found:
        difference = found.difference
    assert [(each.case_id, each.revisions, each.newest.rev) for each in difference.lost] == [
        ("C-3", 1, 1),
        ("C-0", 1, 2),
    ]
    assert [each.instead and each.instead.rev for each in difference.lost] == [None, 1]
    assert (difference.lost_letters, difference.lost_people, difference.back) == (1, ("Eva Sample",), ())
    assert (difference.replaces, difference.known, difference.loses_nothing) == (True, True, False)
    assert {path.name for path in home.iterdir()} - {FILE_NAME} <= {".dictamen-restore.lock", "attachments"}


def test_a_restore_brings_back_the_state_of_the_backup_and_keeps_the_former_casebook(
    home: Path, backup: Backup
) -> None:
    kept = restore(home, backup)
    assert kept is not None
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], cover_of=cover) as book:
        assert {row.case_id for row in book.worklist()} == {"C-0", "C-1", "C-2"}
        assert book.get("C-0").document == {"member": "Member 0"}
        assert book.verify() == []
        assert book.verify((backup.manifest.seq, backup.manifest.link) if backup.manifest else None) == []
        assert book.save({"member": "on it goes"}, "C-0", rev=1).rev == 2
    if os.name == "posix":
        assert {stat.S_IMODE(path.stat().st_mode) for path in (home / FILE_NAME, kept)} == {0o600}
    assert {path.name for path in home.iterdir()} - {"attachments"} == {
        FILE_NAME,
        kept.name,
        ".dictamen-restore.lock",
    }
    # and back again, from the casebook that was kept
    with candidate(home, chosen(kept)) as found:
        assert {each.case_id for each in found.difference.back} == {"C-0", "C-3"}
        assert [each.case_id for each in found.difference.lost] == ["C-0"]
        found.put_in_place(clock)
    with Casebook.unlock(home, "Eva Sample", "eva's passphrase") as book:
        assert book.get("C-3").document == {"member": "Member 3"}
        assert book.verify() == []


def test_a_restore_is_told_in_the_trail_under_a_new_name_of_the_seat(home: Path, backup: Backup) -> None:
    def site() -> bytes:
        with closing(sqlite3.connect(home / FILE_NAME)) as raw:
            return bytes(raw.execute("SELECT site FROM casebook").fetchone()[0])

    before = site()
    restore(home, backup)
    assert site() != before
    opened = open_casebook(home / FILE_NAME, ANA.name, PASSPHRASES[ANA], clock)
    with closing(opened.file):
        newest = opened.ledger.at(opened.newest)
        assert newest is not None
        entry = opened.ledger.uncovered(newest)
    assert (entry.actor, entry.action) == (ANA.name, "casebook restored")


def test_an_empty_home_on_another_machine_takes_a_backup_from_anybody_it_knows(
    backup: Backup, tmp_path: Path
) -> None:
    there = tmp_path / "other" / "machine"
    with candidate(there, backup, QUINN) as found:
        assert found.difference.loses_nothing
        assert found.put_in_place(clock) is None
    with Casebook.unlock(there, INES.name, PASSPHRASES[INES]) as book:
        assert book.get("C-1").document == {"member": "Member 1"}
        assert book.verify() == []


def test_only_who_administers_replaces_a_casebook(home: Path, backup: Backup) -> None:
    before = (home / FILE_NAME).read_bytes()
    with candidate(home, backup, INES) as found:
        with pytest.raises(NotAllowed, match="administers"):
            found.put_in_place(clock)
        assert found.difference.known
    assert (home / FILE_NAME).read_bytes() == before


def test_a_purged_case_that_would_come_back_is_told(home: Path, backup: Backup) -> None:
    later = clock() + timedelta(days=4000)
    rules = Rules(lambda _row: 10, lambda _document: [])
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=lambda: later) as book:
        number = book.retention(rules).propose(["C-1"]).number
    with Casebook.unlock(home, INES.name, PASSPHRASES[INES], clock=lambda: later) as book:
        book.retention(rules).confirm(number)
    with candidate(home, backup) as found:
        assert [each.case_id for each in found.difference.back] == ["C-1"]


def test_a_backup_from_before_a_new_key_is_listed_compared_and_restored(home: Path, backup: Backup) -> None:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        book.rekey.run()
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert [each.name for each in book.backups.listed(backup.path.parent)] == [backup.name]
    with candidate(home, backup) as found:
        assert {each.case_id for each in found.difference.lost} == {"C-0", "C-3"}
        assert found.difference.back == ()
        found.put_in_place(clock)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.verify() == []
        assert len(book.worklist()) == 3

"""Restoring: what would be lost is shown, the former casebook stays, a kill leaves one or the other."""

import errno
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from app.casebook import Busy, Casebook, NotAllowed, NotLetIn, patience, replacing
from app.casebook.backup_manifest import Backup, Reason
from app.casebook.copying import Stage, Stopped
from app.casebook.file import FILE_NAME
from app.casebook.looking import check_backup, open_casebook
from app.casebook.problems import Replaced
from app.casebook.restore import Candidate, chosen, open_backup
from app.casebook.retention_rules import Rules
from app.errors import DictamenError
from app.people import Person, Role
from tests.app.casebook.conftest import ANA, CHEAP, INES, PASSPHRASES, QUINN, cover

Unlock = Callable[[Person], Casebook]


def clock() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def backup(home: Path, disk: Path, unlock: Unlock) -> Backup:
    """A backup of C-0 to C-2; later C-0 was saved again, C-3 was entered, and Eva was let in."""
    with unlock(ANA) as book:
        for number in range(3):
            book.save({"member": f"Member {number}"}, f"C-{number}")
        made = book.backups.make(disk, Reason.BY_HAND)
        book.save({"member": "Member 0 again"}, "C-0", rev=1)
        book.save({"member": "Member 3"}, "C-3")
        book.save({"kind": "letter", "pdf": "x"}, "L-1")
        book.add_person(Person("Eva Sample", Role.REVIEWER, "RN-1"), "eva's passphrase")
    assert home.exists()
    return made


@contextmanager
def candidate(home: Path, backup: Backup, person: Person = ANA, word: str = "") -> Iterator[Candidate]:
    with open_backup(backup, home, person.name, word or PASSPHRASES[person], clock) as found:
        yield found


def restore(home: Path, backup: Backup, person: Person = ANA) -> Path | None:
    with candidate(home, backup, person) as found:
        return found.put_in_place(clock)


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
        text = (newer.path / "backup.json").read_text()
        assert newer.manifest is not None
        forged = text.replace(newer.manifest.sha256, backup.manifest.sha256)
        (backup.path / "backup.json").write_text(
            forged.replace(f'"size": {newer.manifest.size}', f'"size": {backup.manifest.size}')
        )
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


def test_attachments_come_back_and_missing_ones_are_said(home: Path, disk: Path, unlock: Unlock) -> None:
    with unlock(ANA) as book:
        content = book.attachments.keep(BytesIO(b"a scan"))
        made = book.backups.make(disk, Reason.BY_HAND)
    shutil.rmtree(home)
    restore(home, made)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.attachments.open(content.sha256).read(6) == b"a scan"
        assert list(book.attachments.check()) == []
    stored = disk / "attachments" / content.name[:2] / content.name
    stored.write_bytes(stored.read_bytes()[:-1] + b"\0")
    found = check_backup(chosen(made.path), ANA.name, PASSPHRASES[ANA], clock)
    assert len(found) == 1
    assert content.name in found[0]
    stored.unlink()
    with (
        pytest.raises(DictamenError, match="1 of its attachments are missing"),
        candidate(home, chosen(made.path)),
    ):
        pass


def test_a_damaged_casebook_is_replaced_and_kept_and_no_journal_of_it_stays(
    home: Path, backup: Backup
) -> None:
    (home / FILE_NAME).write_bytes(b"no casebook at all" * 300)
    for suffix in ("-journal", "-wal"):
        (home / f"{FILE_NAME}{suffix}").write_bytes(b"something of it")
    with candidate(home, backup) as found:
        assert (found.difference.known, found.difference.lost_revisions) == (False, None)
        kept = found.put_in_place(clock)
    assert kept is not None
    assert kept.read_bytes().startswith(b"no casebook")
    assert list(home.glob(f"{FILE_NAME}-*")) == []
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.verify() == []


@pytest.mark.parametrize("is_kept", [True, False])
def test_what_lies_beside_a_casebook_never_stays_beside_another(home: Path, *, is_kept: bool) -> None:
    current, kept = home / FILE_NAME, home / "kept.db"
    for suffix in ("-journal", "-wal", "-shm"):
        (home / f"{FILE_NAME}{suffix}").write_bytes(b"of the former casebook")
    replacing._take_away_journals(current, kept if is_kept else None)
    assert list(home.glob(f"{FILE_NAME}-*")) == []
    assert len(list(home.glob("kept.db-*"))) == (3 if is_kept else 0)


def test_who_has_the_former_casebook_open_is_told_to_sign_in_again(
    home: Path, backup: Backup, unlock: Unlock
) -> None:
    other = unlock(INES)
    assert len(other.worklist()) == 4
    restore(home, backup)
    for step in (other.worklist, lambda: other.save({"v": 1}), other.verify):
        with pytest.raises(Replaced, match="sign in again"):
            step()
    assert len(unlock(INES).worklist()) == 3


def test_a_restore_waits_for_a_save_and_says_when_it_waited_too_long(
    home: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "BUSY_SECONDS", 0.05)
    with (
        candidate(home, backup) as found,
        closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Busy, match="uses the casebook"):
            found.put_in_place(clock)
        other.execute("ROLLBACK")
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.get("C-3").rev == 1
        assert book.verify() == []


def test_a_disk_without_second_names_keeps_a_copy(
    home: Path, backup: Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "not here")

    monkeypatch.setattr(os, "link", refuse)
    kept = restore(home, backup)
    assert kept is not None
    opened = open_casebook(kept, ANA.name, PASSPHRASES[ANA], clock)
    with closing(opened.file):
        assert opened.ledger.head("C-3") is not None
        assert opened.verify(None, lambda *_: True) == []


def test_a_purged_case_that_would_come_back_is_told(home: Path, backup: Backup) -> None:
    later = clock() + timedelta(days=4000)
    rules = Rules(lambda _row: 10, lambda _document: [])
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=lambda: later) as book:
        number = book.retention(rules).propose(["C-1"]).number
    with Casebook.unlock(home, INES.name, PASSPHRASES[INES], clock=lambda: later) as book:
        book.retention(rules).confirm(number)
    with candidate(home, backup) as found:
        assert [each.case_id for each in found.difference.back] == ["C-1"]


@pytest.mark.parametrize("stage", [Stage.COPY, Stage.CHECK])
def test_a_stopped_restore_changes_nothing(home: Path, backup: Backup, stage: Stage) -> None:
    before = (home / FILE_NAME).read_bytes()

    def go_on(now: Stage, _done: int, _total: int) -> bool:
        return now is not stage

    with (
        pytest.raises(Stopped),
        open_backup(backup, home, ANA.name, PASSPHRASES[ANA], clock, progress=go_on),
    ):
        pass
    assert (home / FILE_NAME).read_bytes() == before
    assert list(home.glob(".dictamen-restore-*")) == []


KILLED = """
import datetime, os, pathlib, sys
from app.casebook import replacing
from app.casebook.restore import chosen, open_backup
home, backup, name, passphrase, moment = sys.argv[1:]
count = 0
def step(event, arguments):
    global count
    if event in ("os.link", "os.rename", "os.mkdir", "os.remove", "shutil.rmtree", "open"):
        count += 1
        if count == int(moment):
            os._exit(9)
clock = lambda: datetime.datetime.now(datetime.UTC)
with open_backup(chosen(pathlib.Path(backup)), pathlib.Path(home), name, passphrase, clock) as found:
    sys.addaudithook(step)
    found.put_in_place(clock)
"""


def test_a_restore_killed_at_any_step_leaves_one_casebook_or_the_other(home: Path, backup: Backup) -> None:
    whole = home.with_name("whole")
    shutil.copytree(home, whole)
    seen = []
    for moment in range(1, 200):
        shutil.rmtree(home)
        shutil.copytree(whole, home)
        command = [sys.executable, "-c", KILLED, str(home), str(backup.path), ANA.name, PASSPHRASES[ANA]]
        code = subprocess.run([*command, str(moment)], check=False).returncode
        with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
            assert book.verify() == []
            seen.append(len(book.worklist()))
        again = restore(home, backup)  # sweeps what was left
        assert again is not None
        assert list(home.glob(".dictamen-restore-*")) == []
        if code == 0:
            break
    assert (seen[0], seen[-1], set(seen)) == (4, 3, {3, 4})


def test_two_restores_take_turns(home: Path, backup: Backup) -> None:
    with (
        candidate(home, backup),
        pytest.raises(Busy, match="another restore"),
        candidate(home, backup),
    ):
        pass


def test_what_is_no_backup_is_said(home: Path, tmp_path: Path) -> None:
    with pytest.raises(DictamenError, match="is no backup"):
        chosen(tmp_path / "nothing")
    assert chosen(home / FILE_NAME).manifest is None
    Casebook.create(tmp_path / "b", ANA, PASSPHRASES[ANA], cost=CHEAP).close()
    assert chosen(tmp_path / "b").flaw == "its backup.json is missing or cannot be read"


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

"""Putting a backup in place: one casebook or the other is there at every moment, and others are told."""

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import Busy, Casebook, patience, replacing
from app.casebook.backup_manifest import Backup
from app.casebook.copying import Stage, Stopped
from app.casebook.file import FILE_NAME
from app.casebook.looking import open_casebook
from app.casebook.problems import Replaced
from app.casebook.restore import open_backup
from app.people import Person
from tests.app.casebook.backups.conftest import candidate, clock, restore
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES

Unlock = Callable[[Person], Casebook]


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

"""Backups: whole or not there, checked before they count, private."""

import json
import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from app.casebook import Casebook, backup_folder, copying
from app.casebook.backup_manifest import MANIFEST, Reason
from app.casebook.copying import Stage, Stopped
from app.casebook.file import FILE_NAME
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.backups.conftest import make
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN, cover

Unlock = Callable[[Person], Casebook]


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

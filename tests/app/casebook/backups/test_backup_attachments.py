"""Attachments in backups: brought once, opened before they count, told where they are lost, brought back."""

import os
import shutil
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from app.casebook import Casebook, attachment_copying, backup_folder
from app.casebook.attachment_check import Content
from app.casebook.attachment_copying import CHECKED_FOR
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_folder import find_backup
from app.casebook.backup_manifest import MANIFEST, Manifest, Reason
from app.casebook.looking import check_backup
from app.casebook.restore import chosen
from app.casebook.retention_rules import Rules
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.backups.conftest import NOON, candidate, clock, make, restore
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES

Unlock = Callable[[Person], Casebook]


def attach(book: Casebook, paper: bytes, case_id: str = "A-1") -> Content:
    content = book.attachments.keep(BytesIO(paper))
    book.save({"attachments": [{"sha256": content.sha256}]}, case_id)
    return content


def spoil(folder: Path, content: Content) -> Path:
    """Another byte in the middle of a sealed file, as a failing disk makes it; its length stays."""
    path = AttachmentFolder(folder).file(content.name)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return path


def manifest_of(home: Path, disk: Path) -> Manifest:
    manifest = make(home, disk).manifest
    assert manifest is not None
    return manifest


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


def test_attachments_go_with_the_last_backup_that_needs_them(
    filled: Path, disk: Path, unlock: Unlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup_folder, "KEEP", 1)
    with unlock(ANA) as book:
        content = attach(book, b"scan")
        book.backups.make(disk, Reason.BY_HAND)
    later = datetime.now(UTC) + timedelta(days=4000)
    rules = Rules(lambda _row: 10, lambda _document: [])
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA], clock=lambda: later) as book:
        number = book.retention(rules).propose(["A-1"]).number
    with Casebook.unlock(filled, INES.name, PASSPHRASES[INES], clock=lambda: later) as book:
        book.retention(rules).confirm(number)
    stored = AttachmentFolder(disk).file(content.name)
    assert stored.exists()
    make(filled, disk, later)
    assert not stored.exists()


def test_attachments_come_back_and_are_checked_with_it(home: Path, disk: Path, unlock: Unlock) -> None:
    with unlock(ANA) as book:
        content = book.attachments.keep(BytesIO(b"a scan"))
        made = book.backups.make(disk, Reason.BY_HAND)
    shutil.rmtree(home)
    restore(home, made)
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.attachments.open(content.sha256).read(6) == b"a scan"
        assert list(book.attachments.check()) == []
    stored = AttachmentFolder(disk).file(content.name)
    stored.write_bytes(stored.read_bytes()[:-1] + b"\0")
    found = check_backup(chosen(made.path), ANA.name, PASSPHRASES[ANA], clock)
    assert len(found) == 1
    assert content.name in found[0]


def test_a_file_that_rotted_beside_the_backups_is_found_and_brought_anew(
    filled: Path, disk: Path, unlock: Unlock
) -> None:
    content = attach(unlock(ANA), b"scan")
    make(filled, disk)
    stored = spoil(disk, content)
    long_ago = time.time() - CHECKED_FOR.total_seconds() - 60
    os.utime(stored, (long_ago, long_ago))
    assert manifest_of(filled, disk).lacking == 0
    assert stored.read_bytes() == AttachmentFolder(filled).file(content.name).read_bytes()


def test_a_file_that_is_whole_is_opened_once_in_a_while(filled: Path, disk: Path, unlock: Unlock) -> None:
    content = attach(unlock(ANA), b"scan")
    make(filled, disk)
    stored = AttachmentFolder(disk).file(content.name)
    # long ago; or tomorrow, by a clock that was wrong
    for age in (
        CHECKED_FOR.total_seconds() + 60,
        -86_400,
    ):
        moment = time.time() - age
        os.utime(stored, (moment, moment))
        make(filled, disk)
        assert abs(stored.stat().st_mtime - time.time()) < 3600


@pytest.mark.parametrize("is_missing", [True, False])
def test_what_the_casebook_has_lost_is_told_and_the_rest_is_backed_up(
    filled: Path, disk: Path, unlock: Unlock, *, is_missing: bool
) -> None:
    book = unlock(ANA)
    lost, kept = attach(book, b"lost"), attach(book, b"kept", "A-2")
    path = spoil(filled, lost)
    if is_missing:
        path.unlink()
    manifest = manifest_of(filled, disk)
    assert (manifest.lacking, manifest.attachments) == (1, (kept.name,))
    assert find_backup(disk, "latest").manifest == manifest
    told = [entry for entry in book.trail() if entry.action == "backup made"]
    assert told[-1].detail["attachments_lacking"] == 1


def test_an_earlier_backup_keeps_what_was_lost_since(filled: Path, disk: Path, unlock: Unlock) -> None:
    content = attach(unlock(ANA), b"scan")
    make(filled, disk)
    spoil(filled, content)
    manifest = manifest_of(filled, disk)
    assert (manifest.lacking, manifest.attachments) == (0, (content.name,))
    restore(filled, find_backup(disk, "latest"))
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.attachments.open(content.sha256).read() == b"scan"
        assert book.verify() == []


def test_a_disk_that_gives_back_other_bytes_is_said(
    filled: Path, disk: Path, unlock: Unlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = attach(unlock(ANA), b"scan")
    monkeypatch.setattr(attachment_copying, "forget_cached", lambda _path: spoil(disk, content))
    with pytest.raises(DictamenError, match="gave back other bytes"):
        make(filled, disk)
    assert AttachmentFolder(disk).names() == set()


def test_room_for_the_attachments_is_asked_for_before_any_is_brought(
    filled: Path, disk: Path, unlock: Unlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(unlock(ANA), bytes(3_000_000))
    usage = shutil.disk_usage(disk)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage._replace(free=2_000_000))
    with pytest.raises(DictamenError, match="4 MB are needed and 2 MB are free"):
        make(filled, disk)
    assert [path.name for path in disk.iterdir() if path.is_dir()] == []


def test_cases_come_back_without_the_attachments_that_are_gone_everywhere(
    filled: Path, disk: Path, unlock: Unlock
) -> None:
    with unlock(ANA) as book:
        gone, kept = attach(book, b"gone"), attach(book, b"kept", "A-2")
        made = book.backups.make(disk, Reason.BY_HAND)
    shutil.rmtree(filled)
    AttachmentFolder(disk).remove(gone.name)
    found = chosen(made.path)
    assert (found.flaw, found.missing, found.seems_whole) == ("", 1, False)
    with candidate(filled, found) as seen:
        assert seen.difference.lacking_attachments == 1
        seen.put_in_place(clock)
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.attachments.open(kept.sha256).read() == b"kept"
        assert len(book.worklist()) == 5
        (trouble,) = book.verify()
        assert f"attachment {gone.name}: its file is missing" in str(trouble)


def test_a_file_out_of_a_backup_finds_its_attachments(filled: Path, disk: Path, unlock: Unlock) -> None:
    with unlock(ANA) as book:
        content = attach(book, b"scan")
        made = book.backups.make(disk, Reason.BY_HAND)
    shutil.rmtree(filled)
    (made.path / MANIFEST).unlink()
    restore(filled, chosen(made.database))
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.attachments.open(content.sha256).read() == b"scan"

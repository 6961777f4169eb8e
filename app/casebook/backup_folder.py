"""The folder that backups lie in: one folder for each backup, and the sealed attachments that they share.

::

    dictamen-backup-20261124-131210Z/    one backup: casebook.db, and backup.json, which says what it must be
    attachments/                         each sealed file once, for all backups
    .dictamen-…                          work under way, or left by work that was cut off: swept next time

Names and ``backup.json`` hold times, sizes, hashes and keyed marks: nothing personal. A folder has its final
name only when everything in it was checked.
"""

import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_manifest import MANIFEST, Backup, Manifest, Reason, read_backup
from app.casebook.problems import Busy, is_busy, why_not
from app.errors import DictamenError, InvalidInput, reason_of
from app.files import flush_folder, write_file

KEEP = 14
"""Backups of each reason that are kept: daily ones of the last 14 days of use, and the last 14 by hand."""

_PREFIX, _WORK, _LOCK = "dictamen-backup-", ".dictamen-work-", ".dictamen-lock"
_PRIVATE = 0o700


class BackupFolder:
    """A folder with backups."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def require(self) -> None:
        """Refuse a folder that is missing: a disk that is not attached must not become a folder of this one.

        Raises:
            DictamenError: it is missing, no folder, or may not be written.
        """
        try:
            there = self.path.is_dir()
        except OSError as error:  # a name that is too long, or a folder above it that may not be entered
            raise DictamenError(f"{self.path}: cannot be read ({reason_of(error)})") from None
        if not there:
            raise DictamenError(
                f"{self.path}: there is no such folder; attach the disk, or choose another folder"
            )
        if not os.access(self.path, os.W_OK):
            raise DictamenError(f"{self.path}: nothing can be written there; choose another folder")

    def backups(self) -> list[Backup]:
        """Every backup in the folder, the newest first.

        Raises:
            DictamenError: the folder cannot be read.
        """
        try:
            named = [path for path in self.path.iterdir() if path.name.startswith(_PREFIX)]
            return sorted((read_backup(path) for path in named if path.is_dir()), key=_age, reverse=True)
        except OSError as error:
            raise DictamenError(f"{self.path}: cannot be read ({reason_of(error)})") from None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other processes from working in this folder; what a killed one left is swept away first.

        Raises:
            Busy: another process is at work here.
            DictamenError: the folder cannot be used.
        """
        with lock(
            self.path / _LOCK, "another backup is being made in this folder; try again when it is done"
        ):
            self._sweep()
            yield

    @contextmanager
    def draft(self) -> Iterator[Path]:
        """A folder for a backup in the making; gone on leaving where it was not finished."""
        path = self.path / f"{_WORK}{secrets.token_hex(8)}"
        try:
            path.mkdir(mode=_PRIVATE)
        except OSError as error:
            raise DictamenError(f"{self.path}: nothing can be written there ({reason_of(error)})") from None
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)

    def finish(self, draft: Path, manifest: Manifest) -> Backup:
        """Give a checked draft its name; from here on it counts."""
        write_file(draft / MANIFEST, manifest.to_json().encode(), private=True)
        stem = f"{_PREFIX}{manifest.made_at:%Y%m%d-%H%M%SZ}"
        try:
            flush_folder(draft)
            taken = {path.name for path in self.path.iterdir()}
            numbered = (f"{stem}-{number}" for number in range(2, 1000))
            final = self.path / next(each for each in (stem, *numbered) if each not in taken)
            draft.rename(final)
            flush_folder(self.path)
        except OSError as error:
            raise DictamenError(f"{self.path}: the backup cannot be written ({reason_of(error)})") from None
        return Backup(final, manifest)

    def prune(self, newest: Manifest) -> list[Backup]:
        """Remove the oldest backups of a casebook beyond ``KEEP`` of each reason; gives those removed.

        What seems damaged is neither counted nor removed: it does not stand in for a good one, and may still
        be of use. Called after a backup succeeded, it always leaves that one.
        """
        gone = [
            backup
            for reason in Reason
            for backup in [each for each in self._good(newest) if _reason(each) is reason][KEEP:]
        ]
        for backup in gone:
            # under another name at once: a kill in the middle leaves no half backup
            doomed = self.path / f"{_WORK}{secrets.token_hex(8)}"
            with suppress(OSError):
                backup.path.rename(doomed)
                shutil.rmtree(doomed, ignore_errors=True)
        if gone:
            self._prune_attachments()
        return gone

    def _good(self, newest: Manifest) -> list[Backup]:
        """The whole backups of the newest one's casebook, the newest first.

        What is dated after the newest was made before it, under a clock that went wrong: it comes last.
        """
        found = [
            (backup.manifest.made_at <= newest.made_at, *_age(backup), backup)
            for backup in self.backups()
            if backup.seems_whole and backup.manifest and backup.manifest.casebook == newest.casebook
        ]
        return [backup for *_, backup in sorted(found, key=lambda each: each[:-1], reverse=True)]

    def _prune_attachments(self) -> None:
        """Remove the sealed files that no backup needs; none where one does not say what it needs."""
        manifests = [backup.manifest for backup in self.backups()]
        if any(manifest is None for manifest in manifests):
            return
        needed = {name for manifest in manifests if manifest for name in manifest.attachments}
        shared = AttachmentFolder(self.path)
        for name in shared.names() - needed:
            shared.remove(name)

    def _sweep(self) -> None:
        for path in self.path.glob(f"{_WORK}*"):
            shutil.rmtree(path, ignore_errors=True)


def find_backup(folder: Path, name: str) -> Backup:
    """The backup of that name in a folder; ``latest`` is the newest that seems whole, else the newest usable.

    Raises:
        InvalidInput: there is none.
    """
    backups = BackupFolder(folder).backups()
    if name == "latest":
        usable = [each for each in backups if not each.flaw]
        found = next((each for each in usable if each.seems_whole), next(iter(usable), None))
    else:
        found = next((each for each in backups if each.name == name), None)
    if found is None:
        raise InvalidInput("BACKUP", f"is not in {folder}; 'dictamen backup list' shows what is there")
    return found


@contextmanager
def lock(path: Path, sentence: str) -> Iterator[None]:
    """Hold a lock that the system lets go when the process ends, however it ends.

    Raises:
        Busy: another process holds it; ``sentence`` says so.
        DictamenError: the lock's file cannot be made.
    """
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite3.connect(path, timeout=1, isolation_level=None, check_same_thread=False)
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        if is_busy(error):
            raise Busy(sentence) from None
        raise DictamenError(f"{path.parent}: nothing can be written there: {why_not(error)}") from None
    with closing(connection):
        yield


def _age(backup: Backup) -> tuple[datetime, str]:
    made_at = backup.manifest.made_at if backup.manifest else datetime.min.replace(tzinfo=UTC)
    return made_at, backup.name


def _reason(backup: Backup) -> Reason | None:
    return backup.manifest.reason if backup.manifest else None

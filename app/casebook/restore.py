"""Restoring a backup: looked at in a copy, compared with the casebook, put in its place in one step.

Everything happens in a copy beside the casebook: it is opened with a passphrase of its own time, verified
against its witness, given a new name for this seat and a revision that tells of the restore. Then one rename
puts it in the place of the casebook, which stays beside it under another name (``replacing``). A kill before
the rename leaves the casebook as it was, one after it leaves the restored one. Added policy and plan files
come back after it; what a kill keeps from coming back comes at the next unlocking.
"""

import dataclasses
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from pathlib import Path, PurePosixPath

from app.casebook import folder, shelf_files
from app.casebook.attachment_check import Content, why_not_whole
from app.casebook.attachment_copying import bring
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_folder import lock
from app.casebook.backup_manifest import MANIFEST, Backup, read_backup
from app.casebook.contents import Contents
from app.casebook.copying import (
    Progress,
    Stage,
    copy_file,
    go_on,
    require_room,
)
from app.casebook.difference import Difference, FileChanges, compare
from app.casebook.events import Events
from app.casebook.file import FILE_NAME
from app.casebook.ledger import Clock, Ledger
from app.casebook.looking import Opened, open_casebook
from app.casebook.problems import NotAllowed
from app.casebook.replacing import WORK, replace, sweep
from app.errors import DictamenError, InvalidInput, reason_of

RESTORED = "casebook restored"

_LOCK = ".dictamen-restore.lock"
_SITE_BYTES = 8


def chosen(path: Path) -> Backup:
    """The backup that a path names: its folder, the database in it, or a casebook file without a manifest.

    Raises:
        InvalidInput: there is none.
        DictamenError: what lies there cannot be looked at.
    """
    try:
        return _chosen(path)
    except OSError as error:  # a name that is too long, or a folder that may not be entered
        raise DictamenError(f"{path}: cannot be read ({reason_of(error)})") from None


def _chosen(path: Path) -> Backup:
    if (path / MANIFEST).is_file() or (path / FILE_NAME).is_file():
        return read_backup(path)
    if path.name == FILE_NAME and (path.parent / MANIFEST).is_file():
        found = read_backup(path.parent)
        if found.manifest is not None:
            return found
    if path.is_file():
        return Backup(path, None)
    raise InvalidInput("BACKUP", f"{path}: is no backup; name its folder, or a casebook's file")


class Candidate:
    """A backup in a copy beside the casebook, opened by one person; ``open_backup`` makes it.

    Attributes:
        backup: where it comes from.
        opened: its contents.
        difference: what putting it in the place of the casebook changes.
    """

    def __init__(
        self, backup: Backup, home: Path, copy: Path, opened: Opened, difference: Difference
    ) -> None:
        self.backup = backup
        self._home = home
        self._copy = copy
        self.opened = opened
        self.difference = difference

    def require_may_restore(self) -> None:
        """Refuse those who may not replace a casebook.

        Raises:
            NotAllowed: there is a casebook here, and the person does not administer the backup's.
        """
        if self.difference.replaces and not self.opened.person.administers:
            raise NotAllowed("only a person who administers the casebook replaces it; ask one of them")

    def put_in_place(self, clock: Clock, progress: Progress = go_on) -> Path | None:
        """Make the backup the casebook of this folder; gives the path at which the former one is kept.

        Every connection of this process to the former casebook must be closed.

        Raises:
            NotAllowed: as ``require_may_restore``.
            Stopped: ``progress`` said so, before anything was replaced.
            Busy: another process is saving.
            DictamenError: it could not be done; the casebook is as it was.
        """
        self.require_may_restore()
        stamp = clock().astimezone(UTC)
        lacking = self._fetch_attachments(progress)
        self._tell_of_restore(clock, lacking)
        places = shelf_files.all_places(self.opened.ledger)
        files, _ = shelf_files.sealed(Contents(self.opened.ledger), places)
        self.opened.file.close()
        kept = replace(self._home, self._copy, stamp)
        # What cannot be put back is told at each unlocking.
        shelf_files.put_back(self._home, files, AttachmentFolder(self._home), aside=stamp)
        return kept

    def _fetch_attachments(self, progress: Progress) -> int:
        """Bring the attachments that this folder lacks or has damaged; gives how many cannot be brought."""
        there, here = _attachment_folders(self.backup, self._home)
        return len(bring(Contents(self.opened.ledger).all(), there, here, progress, timedelta()))

    def _tell_of_restore(self, clock: Clock, lacking: int) -> None:
        file, sealer, name = self.opened.file, self.opened.sealer, self.opened.person.name
        difference = self.difference
        with file.transaction():
            # A seat that goes on from an older state must not be taken for the one that went on before.
            file.write("UPDATE casebook SET site = ?", (os.urandom(_SITE_BYTES),))
            ledger = Ledger(file, sealer, clock)
            Events(file, ledger, name, clock).append(
                RESTORED,
                {
                    "backup": self.backup.name,
                    "from_seq": self.opened.newest,
                    "lost_revisions": difference.lost_revisions,
                    "replaced": difference.replaces,
                    "attachments_lacking": lacking,
                    "files_back": len(difference.files.back) or None,
                    "files_aside": len(difference.files.aside) or None,
                },
            )


@contextmanager
def open_backup(  # noqa: PLR0913  # what, where, who, and what it is compared with
    backup: Backup,
    home: Path,
    name: str,
    passphrase: str,
    clock: Clock,
    present: Opened | None = None,
    progress: Progress = go_on,
) -> Iterator[Candidate]:
    """A backup, copied beside the casebook, opened, verified and compared; the copy is gone on leaving.

    Args:
        backup: ``chosen``, or from a folder's list.
        home: the casebook's folder; made where it is missing.
        name: of a person whom the backup knows.
        passphrase: theirs at the time of the backup.
        clock: gives the time of the restore.
        present: the casebook of this folder, where it is open already; else it is opened with the same name
            and passphrase, if they open it.
        progress: is told how far it is, and may stop it.

    Raises:
        NotLetIn: name and passphrase do not open the backup.
        Stopped: ``progress`` said so.
        DictamenError: the backup is not what its manifest says, does not stand the check, or cannot be read.
    """
    if backup.flaw:
        raise DictamenError(f"{backup.path}: cannot be restored: {backup.flaw}")
    folder.prepare(home)
    with lock(home / _LOCK, "another restore is under way here; wait for it, then try again"):
        sweep(home)
        place = home / f"{WORK}{secrets.token_hex(8)}"
        try:
            place.mkdir(mode=0o700)
        except OSError as error:
            raise DictamenError(f"{home}: the folder cannot be used ({reason_of(error)})") from None
        try:
            yield from _candidate(
                backup, home, place / FILE_NAME, (name, passphrase), clock, present, progress
            )
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _candidate(  # noqa: PLR0913  # as open_backup
    backup: Backup,
    home: Path,
    copy: Path,
    way_in: tuple[str, str],
    clock: Clock,
    present: Opened | None,
    progress: Progress,
) -> Iterator[Candidate]:
    source = backup.database if backup.manifest or backup.path.is_dir() else backup.path
    require_room(home, source.stat().st_size)
    digest = copy_file(source, copy, progress, Stage.COPY)
    if backup.manifest is not None and digest != backup.manifest.sha256:
        raise DictamenError(f"{backup.path}: was changed after it was made; restore another backup")
    opened = open_casebook(copy, *way_in, clock)
    try:
        manifest = backup.manifest
        troubles = opened.verify((manifest.seq, manifest.link) if manifest else None, progress)
        if troubles:
            raise DictamenError(f"{backup.path}: cannot be restored: {troubles[0]}; restore another backup")
        own = None
        replaces = folder.holds_casebook(home)
        if present is None and replaces:
            own = present = _present(home, way_in, clock)
        try:
            difference = compare(home / FILE_NAME, present, opened) if replaces else Difference()
            files = _file_changes(backup, home, present, opened)
        finally:
            if own is not None:
                own.file.close()
        lacking = _count_lacking(backup, home, opened)
        found = dataclasses.replace(difference, lacking_attachments=lacking, files=files)
        yield Candidate(backup, home, copy, opened, found)
    finally:
        opened.file.close()


def _present(home: Path, way_in: tuple[str, str], clock: Clock) -> Opened | None:
    """The casebook of this folder, if the same person opens it and it can be read."""
    try:
        return open_casebook(home / FILE_NAME, *way_in, clock)
    except DictamenError:
        return None


def _attachment_folders(backup: Backup, home: Path) -> tuple[AttachmentFolder, AttachmentFolder]:
    """With the backup, and here; the same one where the backup is a file beside the casebook."""
    there = AttachmentFolder(backup.path.parent)
    if backup.path.is_file() and not there.path.is_dir():  # a file in a backup's own folder
        there = AttachmentFolder(backup.path.parent.parent)
    return there, AttachmentFolder(home)


def _count_lacking(backup: Backup, home: Path, opened: Opened) -> int:
    """How many attachments lie neither with the backup nor here, by their length."""
    folders = _attachment_folders(backup, home)
    return sum(_is_lacking(content, folders, whole=False) for content in Contents(opened.ledger).all())


def _is_lacking(content: Content, folders: Iterable[AttachmentFolder], *, whole: bool) -> bool:
    return all(why_not_whole(each, content, whole=whole) for each in folders)


def _file_changes(backup: Backup, home: Path, present: Opened | None, opened: Opened) -> FileChanges:
    """What happens to the added policy and plan files."""
    places = shelf_files.all_places(opened.ledger)
    missing, other = shelf_files.standing(home, places)
    files, unknown = shelf_files.sealed(Contents(opened.ledger), places)
    folders = _attachment_folders(backup, home)
    lost = {*unknown, *(place for place, content in files if _is_lacking(content, folders, whole=True))}
    here = shelf_files.all_places(present.ledger) if present is not None else {}
    return FileChanges(
        back=_names(place for place in missing if place not in lost),
        aside=_names(place for place in other if place not in lost),
        dropped=_names(place for place in here if place not in places),
        lost=_names(place for place in (*missing, *other) if place in lost),
    )


def _names(places: Iterable[str]) -> tuple[str, ...]:
    return tuple(PurePosixPath(place).name for place in places)

"""Backups of an open casebook: made in one step, checked before they count, once for each day of use.

A backup holds the casebook's file as it was at one moment. It opens with the passphrases of that moment, on
any computer. Its manifest is the witness against which it is verified: a backup that was cut short, or has an
older file in it, does not pass.
"""

import hmac
import os
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from app.casebook.attachment_check import Content
from app.casebook.attachment_copying import bring
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import Backup, Manifest, Reason
from app.casebook.backup_plan import LastBackup, Plan, local_day
from app.casebook.contents import Contents
from app.casebook.copying import (
    Progress,
    Stage,
    copy_casebook,
    go_on,
    require_room,
    sha256_of,
    tell,
)
from app.casebook.events import Events
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.ledger import OWN, Clock, Entry, Ledger
from app.casebook.problems import Busy, Damaged, NotAllowed, NotSaved
from app.casebook.records import BACKUPS
from app.casebook.register import Register
from app.casebook.sealing import Sealer
from app.casebook.verify import Witness, verify
from app.errors import DictamenError
from app.home import why_synced
from app.people import Person

MADE, FAILED, CHOSEN = "backup made", "backup failed", "backup folder chosen"


class Backups:
    """The backups of one open casebook, for the person who unlocked it."""

    def __init__(  # noqa: PLR0913  # the parts of one open casebook
        self,
        file: CasebookFile,
        ledger: Ledger,
        sealer: Sealer,
        events: Events,
        person: Person,
        clock: Clock,
    ) -> None:
        self._file = file
        self._ledger = ledger
        self._sealer = sealer
        self._events = events
        self._person = person
        self._clock = clock

    @property
    def plan(self) -> Plan:
        """Where backups go and how the last ones went."""
        head = self._ledger.head(BACKUPS, OWN)
        return Plan.from_document(head.document) if head else Plan()

    @property
    def is_due(self) -> bool:
        """Whether this day of use still lacks its backup."""
        return self.plan.due(local_day(self._clock()))

    def choose_folder(self, folder: Path | None) -> None:
        """Say where daily backups go; None ends them.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
            DictamenError: the folder is missing, may not be written, or is the casebook's own.
        """
        if not self._person.administers:
            raise NotAllowed("only a person who administers the casebook may do this; ask one of them")
        if folder is not None:
            folder = self._checked(folder).path
        is_apart = folder is not None and not _same_disk(self._file.path.parent, folder)
        with self._file.transaction():
            plan = replace(self.plan, folder=folder, is_apart=is_apart, failed_at=None)
            self._keep(plan, CHOSEN, chosen=folder is not None)

    def warnings(self, folder: Path) -> list[str]:
        """What speaks against a folder for backups, each in a sentence; empty when nothing does."""
        found = []
        home = self._file.path.parent
        if _same_disk(home, folder):
            found.append(
                "This folder is on the casebook's own disk: if that breaks or is stolen, both are gone. "
                "Choose a folder on another disk."
            )
        if reason := why_synced(folder):
            found.append(
                f"Backups here leave this computer: {reason}. They are sealed, and yet the clinic may not "
                "want it."
            )
        return found

    def make(self, folder: Path, reason: Reason, progress: Progress = go_on) -> Backup:
        """Make a backup; it is whole, checked and durable when this returns.

        Args:
            folder: must be there.
            reason: backups of each reason are counted and pruned by themselves.
            progress: is told how far it is, and may stop it.

        Raises:
            Stopped: ``progress`` said so; nothing is left behind.
            Busy: another process is at work in this folder.
            DictamenError: it could not be made, or did not stand the check; no backup was removed for it.
        """
        try:
            made, manifest = self._make(self._checked(folder), reason, progress)
        except DictamenError as error:
            self._note_failure(error)
            raise
        last = LastBackup(manifest.made_at, made.path.parent, made.name)
        detail = {"backup": made.name, "seq": manifest.seq, "attachments_lacking": manifest.lacking}
        try:
            with self._file.transaction():
                plan = replace(self.plan, last=last, failed_at=None)
                if reason is Reason.DAILY:
                    plan = replace(plan, last_daily=last)
                self._keep(plan, MADE, **detail)
        except (NotSaved, Busy):  # a casebook that cannot be written any more needs its backup most
            self._events.unrecorded += 1
        return made

    def make_due(self, progress: Progress = go_on) -> Backup | None:
        """Make the backup of this day of use where it is due; errors as in ``make``."""
        plan = self.plan
        if plan.folder is None or not plan.due(local_day(self._clock())):
            return None
        if plan.is_apart and _same_disk(self._file.path.parent, plan.folder):
            error = DictamenError(
                f"{plan.folder}: this folder was on another disk when it was chosen, and is now on the "
                "casebook's own; attach the disk, or choose the folder again"
            )
            self._note_failure(error)
            raise error
        return self.make(plan.folder, Reason.DAILY, progress)

    def listed(self, folder: Path) -> list[Backup]:
        """The backups of this casebook in a folder, the newest first; unreadable ones too."""
        mine = casebook_id(self._file)
        return [
            backup
            for backup in BackupFolder(folder).backups()
            if backup.manifest is None or backup.manifest.casebook == mine
        ]

    # ------------------------------------------------------------ parts

    def _make(self, folder: BackupFolder, reason: Reason, progress: Progress) -> tuple[Backup, Manifest]:
        require_room(folder.path, self._file.path.stat().st_size)
        with folder.locked(), folder.draft() as draft:
            copy = draft / FILE_NAME
            witness = _newest(self._ledger)
            copy_casebook(self._file, copy, progress)
            digest = sha256_of(copy)
            newest, contents = self._verified(copy, witness, progress)
            here, there = AttachmentFolder(self._file.path.parent), AttachmentFolder(folder.path)
            lacking = bring(contents, here, there, progress)
            manifest = Manifest(
                casebook=casebook_id(self._file),
                made_at=self._clock().astimezone(UTC).replace(microsecond=0),
                reason=reason,
                seq=newest[0],
                link=newest[1],
                size=copy.stat().st_size,
                sha256=digest,
                attachments=tuple(sorted(each.name for each in contents if each not in lacking)),
                lacking=len(lacking),
            )
            made = folder.finish(draft, manifest)
            folder.prune(manifest)
        return made, manifest

    def _verified(self, copy: Path, witness: Witness, progress: Progress) -> tuple[Witness, list[Content]]:
        """The witness of a copy that stands the whole check, and the attachments that it knows.

        Raises:
            DictamenError: it does not.
        """
        total = self._ledger.newest_seq()
        tell(progress, Stage.CHECK, 0, total)
        file = CasebookFile.open(copy)
        try:
            ledger = Ledger(file, self._sealer, self._clock)
            troubles = verify(
                file,
                ledger,
                Register(ledger),
                self._sealer,
                witness,
                lambda seq: tell(progress, Stage.CHECK, seq, total),
            )
            if troubles:
                raise DictamenError(
                    f"the backup does not count: {troubles[0]}. Run 'dictamen cases verify'; the backups "
                    "made before are kept"
                )
            return _newest(ledger), Contents(ledger).all()
        finally:
            file.close()

    def _checked(self, folder: Path) -> BackupFolder:
        found = BackupFolder(folder.absolute())
        found.require()
        home = self._file.path.parent.resolve()
        if found.path.resolve().is_relative_to(home):
            raise DictamenError(f"{folder}: lies in the casebook's own folder; choose one on another disk")
        return found

    def _note_failure(self, error: DictamenError) -> None:
        """Keep that a backup failed; its sentence may name a folder, and is not kept."""
        try:
            with self._file.transaction():
                failed = replace(self.plan, failed_at=self._clock().astimezone(UTC))
                self._keep(failed, FAILED, error=type(error).__name__)
        except DictamenError:
            return  # the person is told of the failure itself

    def _keep(self, plan: Plan, action: str, **detail: Any) -> None:
        """Keep the plan and tell the trail; inside a transaction."""
        columns = {"kind": BACKUPS}
        self._ledger.append(
            Entry(
                BACKUPS, plan.to_document(), {**columns}, self._person.name, action, expected=None, space=OWN
            )
        )
        self._events.append(action, detail)


def casebook_id(file: CasebookFile) -> str:
    """Tells this casebook's backups from another's; stays the same through new keys and restores."""
    (site,) = file.query("SELECT site FROM revision ORDER BY seq LIMIT 1")[0]
    return hmac.digest(bytes(site), b"dictamen backup", "sha256").hex()[:32]


def _newest(ledger: Ledger) -> Witness:
    newest = ledger.at(ledger.newest_seq())
    if newest is None:  # not even the one that lets the first person in
        raise Damaged("the casebook holds no revision any more; restore it from a backup")
    return newest.seq, newest.link.hex()


def _same_disk(home: Path, folder: Path) -> bool:
    try:
        return os.stat(home).st_dev == os.stat(folder).st_dev  # noqa: PTH116  # one call for both
    except OSError:
        return False

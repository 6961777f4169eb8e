"""Backups of an open casebook: made in one step, checked before they count, once for each day of use.

A backup holds the casebook's file as it was at one moment. It opens with the passphrases of that moment, on
any computer. Its manifest is the witness against which it is verified: a backup that was cut short, or has an
older file in it, does not pass.
"""

import hmac
import os
from datetime import UTC
from pathlib import Path
from typing import Any

from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import Backup, Manifest, Reason
from app.casebook.backup_plan import LastBackup, Plan, local_day
from app.casebook.copying import (
    Progress,
    Stage,
    copy_attachments,
    copy_casebook,
    go_on,
    require_room,
    sha256_of,
    tell,
)
from app.casebook.events import Events
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.ledger import OWN, Clock, Entry, Ledger
from app.casebook.problems import Busy, NotAllowed, NotSaved
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
        with self._file.transaction():
            plan = self.plan
            self._keep(Plan(folder, plan.last, None), CHOSEN, chosen=folder is not None)

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
            made = self._make(self._checked(folder), reason, progress)
        except DictamenError as error:
            self._note_failure(error)
            raise
        assert made.manifest is not None  # noqa: S101  # it was just written
        try:
            with self._file.transaction():
                last = LastBackup(made.manifest.made_at, made.path.parent, made.name)
                self._keep(Plan(self.plan.folder, last), MADE, backup=made.name, seq=made.manifest.seq)
        except (NotSaved, Busy):  # a casebook that cannot be written any more needs its backup most
            self._events.unrecorded += 1
        return made

    def make_due(self, progress: Progress = go_on) -> Backup | None:
        """Make the backup of this day of use where it is due; errors as in ``make``."""
        plan = self.plan
        if plan.folder is None or not plan.due(local_day(self._clock())):
            return None
        return self.make(plan.folder, Reason.DAILY, progress)

    def listed(self, folder: Path) -> list[Backup]:
        """The backups of this casebook in a folder, the newest first; unreadable ones too."""
        mine = self._casebook_id()
        return [
            backup
            for backup in BackupFolder(folder).backups()
            if backup.manifest is None or backup.manifest.casebook == mine
        ]

    # ------------------------------------------------------------ parts

    def _make(self, folder: BackupFolder, reason: Reason, progress: Progress) -> Backup:
        require_room(folder.path, self._file.path.stat().st_size)
        with folder.locked(), folder.draft() as draft:
            witness = self._newest()
            copy_casebook(self._file, draft / FILE_NAME, progress)
            digest = sha256_of(draft / FILE_NAME)
            newest = self._verified(draft / FILE_NAME, witness, progress)
            attachments = AttachmentFolder(self._file.path.parent)
            names = sorted(attachments.names())
            copy_attachments(attachments, AttachmentFolder(folder.path), names, progress)
            manifest = Manifest(
                casebook=self._casebook_id(),
                made_at=self._clock().astimezone(UTC).replace(microsecond=0),
                reason=reason,
                seq=newest[0],
                link=newest[1],
                size=(draft / FILE_NAME).stat().st_size,
                sha256=digest,
                attachments=tuple(names),
            )
            made = folder.finish(draft, manifest)
            folder.prune(manifest)
        return made

    def _verified(self, copy: Path, witness: Witness | None, progress: Progress) -> Witness:
        """The witness of a copy that stands the whole check.

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
            newest = ledger.at(ledger.newest_seq())
        finally:
            file.close()
        assert newest is not None  # noqa: S101  # a casebook has its first person's revision
        return newest.seq, newest.link.hex()

    def _newest(self) -> Witness | None:
        newest = self._ledger.at(self._ledger.newest_seq())
        return (newest.seq, newest.link.hex()) if newest else None

    def _casebook_id(self) -> str:
        return casebook_id(self._file)

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
                plan = self.plan
                failed = Plan(plan.folder, plan.last, self._clock().astimezone(UTC))
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


def _same_disk(home: Path, folder: Path) -> bool:
    try:
        return os.stat(home).st_dev == os.stat(folder).st_dev  # noqa: PTH116  # one call for both
    except OSError:
        return False

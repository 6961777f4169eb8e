"""Looking at a casebook file without working in it, such as a backup: nothing is written to it."""

from dataclasses import dataclass
from pathlib import Path

from app.casebook.attachment_check import why_not_whole
from app.casebook.attachment_folder import AttachmentFolder
from app.casebook.backup_manifest import Backup
from app.casebook.contents import Contents
from app.casebook.copying import Progress, Stage, go_on, sha256_of, tell
from app.casebook.file import CasebookFile
from app.casebook.ledger import Clock, Ledger
from app.casebook.problems import Damaged
from app.casebook.records import Trouble
from app.casebook.register import Register
from app.casebook.sealing import Sealer
from app.casebook.staff import open_way_in
from app.casebook.verify import Witness, verify
from app.people import Person


@dataclass(frozen=True)
class Opened:
    """A casebook file that one person has opened to look at."""

    file: CasebookFile
    sealer: Sealer
    ledger: Ledger
    register: Register
    person: Person

    @property
    def newest(self) -> int:
        """The place of its newest revision."""
        return self.ledger.newest_seq()

    def verify(self, witness: Witness | None, progress: Progress) -> list[Trouble]:
        """Everything that is wrong with it; empty when it is whole.

        Raises:
            Stopped: ``progress`` said so.
        """
        total = self.newest
        tell(progress, Stage.CHECK, 0, total)
        return verify(
            self.file,
            self.ledger,
            self.register,
            self.sealer,
            witness,
            lambda seq: tell(progress, Stage.CHECK, seq, total),
        )


def open_casebook(path: Path, name: str, passphrase: str, clock: Clock) -> Opened:
    """A casebook file, opened to be looked at: nothing is written, not even that somebody was here.

    Raises:
        NotLetIn: name and passphrase do not open it.
        DictamenError: it is damaged, something else, or of another version.
    """
    file = CasebookFile.open(path)
    try:
        slot = open_way_in(file, name, passphrase)
        sealer = Sealer(slot.data_key)
        ledger = Ledger(file, sealer, clock)
        register = Register(ledger)
        return Opened(file, sealer, ledger, register, register.holder_of(slot.slot).person)
    except BaseException:
        file.close()
        raise


def check_backup(
    backup: Backup, name: str, passphrase: str, clock: Clock, progress: Progress = go_on
) -> list[str]:
    """What is wrong with a backup, each in a sentence; empty when it is whole.

    Args:
        backup: where it lies.
        name: of a person whom it knows.
        passphrase: theirs at the time of the backup.
        clock: any.
        progress: is told how far it is, and may stop it.

    Raises:
        NotLetIn: name and passphrase do not open it.
        Stopped: ``progress`` said so.
        DictamenError: it cannot be read at all.
    """
    manifest = backup.manifest
    if manifest is None or not backup.database.is_file():
        return [f"{backup.name}: {backup.flaw}"]
    found = [f"{backup.name}: {backup.flaw}"] if backup.flaw else []
    if sha256_of(backup.database) != manifest.sha256:
        found.append(f"{backup.name}: its file was changed after it was made")
    opened = open_casebook(backup.database, name, passphrase, clock)
    try:
        found += [str(trouble) for trouble in opened.verify((manifest.seq, manifest.link), progress)]
        return found + _attachment_troubles(backup, opened, progress)
    finally:
        opened.file.close()


def _attachment_troubles(backup: Backup, opened: Opened, progress: Progress) -> list[str]:
    shared = AttachmentFolder(backup.path.parent)
    try:
        contents = Contents(opened.ledger).all()
    except Damaged:
        return []  # the chain's check has told of it
    found = []
    for number, content in enumerate(contents):
        tell(progress, Stage.ATTACHMENTS, number, len(contents))
        if sentence := why_not_whole(shared, content, whole=True):
            found.append(f"attachment {content.name}: {sentence}")
    return found

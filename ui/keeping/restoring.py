"""Looking at a backup and putting it in the place of the casebook, for a worker's thread."""

from pathlib import Path

from app.casebook import Casebook
from app.casebook.backup_manifest import Backup
from app.casebook.book import utc_now
from app.casebook.difference import Difference, FileChanges
from app.casebook.restore import open_backup
from app.errors import DictamenError
from ui.keeping.words import tr
from ui.start import way_in


def look(home: Path, backup: Backup, name: str, passphrase: str) -> Difference:
    """What restoring would change; the backup is opened and verified for it.

    Raises:
        DictamenError: it does not open, or does not stand the check.
    """
    with open_backup(backup, home, name, passphrase, utc_now) as candidate:
        candidate.require_may_restore()
        return candidate.difference


def restore(
    home: Path, backup: Backup, name: str, passphrase: str, shown: Difference | None
) -> Casebook | Difference:
    """The backup, in the place of the casebook, and unlocked; or what is to be shown before anything is done.

    Args:
        home: the casebook's folder.
        backup: to be restored.
        name: of a person whom the backup knows.
        passphrase: theirs at the time of the backup.
        shown: what the person has agreed to; None where there seems to be nothing to show.

    Raises:
        DictamenError: more would be lost than was shown, or it could not be done; nothing was replaced.
    """
    with open_backup(backup, home, name, passphrase, utc_now) as candidate:
        found = candidate.difference
        if shown is None and not found.replaces and any(found.files):
            return found
        if found.replaces and (shown is None or _agreed(found) != _agreed(shown)):
            raise DictamenError(
                tr("Somebody saved meanwhile; nothing was restored. Look at the backup again.")
            )
        candidate.put_in_place(utc_now)
    return way_in.unlock(home, name, passphrase)


def _agreed(difference: Difference) -> tuple[set[tuple[str, int]], FileChanges]:
    return {(change.case_id, change.newest.rev) for change in difference.lost}, difference.files

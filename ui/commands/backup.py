"""``dictamen backup``: making, listing, checking and restoring backups of the casebook."""

import argparse
import sys
from pathlib import Path

from app.casebook import Casebook
from app.casebook.backup_folder import BackupFolder, find_backup
from app.casebook.backup_manifest import Backup, Reason
from app.casebook.book import utc_now
from app.casebook.difference import CaseChange, Difference, FileChanges
from app.casebook.looking import check_backup
from app.casebook.restore import chosen, open_backup
from app.errors import DictamenError, InvalidInput
from app.identity import read_passphrase_file
from ui.commands.output import local_time, say, say_json
from ui.commands.people import home_of, unlock


def make(options: argparse.Namespace) -> int:
    """Make a backup now, or this day's own where it is still to be made.

    Raises:
        DictamenError: there is no folder for it, or it could not be made and checked.
    """
    if options.daily:
        return _make_daily(options)
    with unlock(options) as casebook:
        folder = options.to or _folder_of(casebook, "--to")
        made = casebook.backups.make(folder, Reason.BY_HAND)
        _warn(casebook.backups.warnings(folder))
    say(f"made {made.path}")
    _warn(_gaps(made))
    return 0


def _make_daily(options: argparse.Namespace) -> int:
    if options.to is not None:
        raise InvalidInput(
            "--to", "is for backups by hand; 'dictamen backup schedule' chooses the daily folder"
        )
    with unlock(options) as casebook:
        _folder_of(casebook, "--daily")
        made = casebook.backups.make_due()
    if made is None:
        say("this day's backup is made already")
    else:
        say(f"made {made.path}")
        _warn(_gaps(made))
    return 0


def schedule(options: argparse.Namespace) -> int:
    """Say where the backup of each day of use goes, or end daily backups.

    Raises:
        DictamenError: the folder cannot be used, or the person does not administer the casebook.
    """
    with unlock(options) as casebook:
        casebook.backups.choose_folder(options.to)
        if options.to is not None:
            _warn(casebook.backups.warnings(options.to))
    say(
        f"each day on which the app is used is backed up to {options.to}"
        if options.to
        else "there are no daily backups any more"
    )
    return 0


def listing(options: argparse.Namespace) -> int:
    """The backups in a folder, the newest first.

    Returns:
        1 when any of them cannot be used, else 0.

    Raises:
        DictamenError: the folder is not known or cannot be read.
    """
    if options.source is not None:
        backups = BackupFolder(options.source).backups()
    else:
        with unlock(_with_user(options)) as casebook:
            backups = casebook.backups.listed(_folder_of(casebook, "--from"))
    if options.json:
        say_json([_json(backup) for backup in backups])
    else:
        for backup in backups:
            say(_line(backup))
        if not backups:
            say("there are no backups")
    return 0 if all(backup.seems_whole for backup in backups) else 1


def verify(options: argparse.Namespace) -> int:
    """Check a backup wholly, where it lies.

    Returns:
        1 when anything is wrong, else 0.

    Raises:
        DictamenError: there is no such backup, or the passphrase does not open it.
    """
    backup = _chosen(options)
    troubles = check_backup(backup, options.user, read_passphrase_file(options.passphrase_file), utc_now)
    for trouble in troubles:
        say(trouble)
    say(f"{backup.name} is whole" if not troubles else f"{len(troubles)} findings")
    return 1 if troubles else 0


def restore(options: argparse.Namespace) -> int:
    """Put a backup in the place of the casebook, after saying what would be lost.

    Raises:
        DictamenError: without --yes where there is a casebook; or the backup cannot be restored.
    """
    backup = _chosen(options)
    home, passphrase = home_of(options), read_passphrase_file(options.passphrase_file)
    with open_backup(backup, home, options.user, passphrase, utc_now) as candidate:
        candidate.require_may_restore()
        for line in _told(candidate.difference):
            say(line)
        if candidate.difference.replaces and not options.yes:
            raise DictamenError("nothing was restored; add --yes to replace the casebook by the backup")
        kept = candidate.put_in_place(utc_now)
    say(f"restored {backup.name} to {home}")
    if kept is not None:
        say(f"the former casebook is kept, sealed, as {kept}")
    return 0


# ---------------------------------------------------------------- parts


def _with_user(options: argparse.Namespace) -> argparse.Namespace:
    if options.user is None or options.passphrase_file is None:
        raise InvalidInput("--from", "or --user and --passphrase-file are required: name the folder to list")
    return options


def _folder_of(casebook: Casebook, option: str) -> Path:
    folder = casebook.backups.plan.folder
    if folder is None:
        raise InvalidInput(
            option, "needs a folder, and none is chosen; 'dictamen backup schedule' chooses one"
        )
    return folder


def _chosen(options: argparse.Namespace) -> Backup:
    path = Path(options.backup)
    if options.source is None:
        return chosen(path)
    return find_backup(options.source, options.backup)


def _json(backup: Backup) -> dict[str, object]:
    manifest = backup.manifest
    told: dict[str, object] = {"name": backup.name, "path": str(backup.path), "flaw": backup.flaw or None}
    if manifest is not None:
        told |= {
            "made_at": manifest.made_at.isoformat(),
            "reason": manifest.reason.value,
            "seq": manifest.seq,
            "link": manifest.link,
            "bytes": manifest.size,
            "attachments": len(manifest.attachments),
            "attachments_missing": backup.missing,
            "attachments_lacking": manifest.lacking,
        }
    return told


def _line(backup: Backup) -> str:
    manifest = backup.manifest
    if manifest is None or backup.flaw:
        return f"{backup.name}  cannot be used: {backup.flaw}"
    made = local_time(manifest.made_at)
    told = f"{backup.name}  made {made}, {manifest.reason}, {manifest.seq} revisions"
    return "; ".join([told, *_gaps(backup)])


def _gaps(backup: Backup) -> list[str]:
    """What is not in a backup that can be used, each in a sentence."""
    found = []
    if backup.missing:
        found.append(f"attachments of it that are gone from the folder: {backup.missing}")
    if backup.manifest is not None and backup.manifest.lacking:
        found.append(
            f"attachments that were missing or damaged when it was made: {backup.manifest.lacking}; "
            "'dictamen cases verify' says which"
        )
    return found


def _told(difference: Difference) -> list[str]:
    lacking = _counted("would be missing", difference.lacking_attachments, "attachments, not in the backup")
    return [*_told_of_cases(difference), *lacking, *_told_of_files(difference.files)]


def _told_of_files(files: FileChanges) -> list[str]:
    """The policy and plan files that were added."""
    return [
        *(f"would come back: the file {name}" for name in files.back),
        *(
            f"would be kept under another name: the file {name}, another one in the backup"
            for name in files.aside
        ),
        *(f"would no longer count: the file {name}, not in the backup" for name in files.dropped),
        *(f"would be missing: the file {name}, not whole in the backup; add it again" for name in files.lost),
    ]


def _told_of_cases(difference: Difference) -> list[str]:
    if not difference.replaces:
        return ["there is no casebook here; nothing is replaced"]
    if not difference.known:
        count = difference.lost_revisions
        amount = "what would be lost cannot be told" if count is None else f"{count} revisions would be lost"
        return [f"the casebook here does not open with this name and passphrase, or is damaged: {amount}"]
    if difference.loses_nothing and not difference.back and not difference.back_people:
        return ["the backup holds everything that the casebook holds"]
    return [
        *(f"would be lost: {_change(change, 'the backup')}" for change in difference.lost),
        *_counted("would be lost", difference.lost_letters, "signed letters"),
        *_counted(
            "would be lost", difference.lost_revisions or 0, "revisions of all kinds, with the trail's"
        ),
        *(f"would come back: {_change(change, 'the casebook')}" for change in difference.back),
        *_counted("would come back", difference.back_letters, "signed letters"),
        *(f"would no longer be let in: {name}" for name in difference.lost_people),
        *(f"would be let in again: {name}" for name in difference.back_people),
    ]


def _change(change: CaseChange, elsewhere: str) -> str:
    at = local_time(change.newest.at)
    state = change.newest.cover.get("state")
    told = f"case {change.case_id}, revisions: {change.revisions}, newest {at} by {change.newest.actor}"
    instead = change.instead
    ending = f"; {elsewhere} has revision {instead.rev}" if instead else f"; not in {elsewhere}"
    return f"{told}{f', {state}' if state else ''}{ending}"


def _counted(words: str, count: int, what: str) -> list[str]:
    return [f"{words}: {count} {what}"] if count else []


def _warn(warnings: list[str]) -> None:
    for warning in warnings:
        sys.stderr.write(f"dictamen: {warning}\n")

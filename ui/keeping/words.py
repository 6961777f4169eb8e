"""Words that the pages about keeping the casebook share."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.casebook.backup_manifest import Backup, Reason
from app.casebook.copying import Stage
from ui.kit.dates import show_date, show_time


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("keeping", text)


def moment(at: datetime) -> str:
    """A moment in this computer's time, ``24-Nov-2026 12:10``."""
    local = at.astimezone()
    return f"{show_date(local.date())} {show_time(local)}"


def counted(number: int, one: str, many: str) -> str:
    """The words for one, or those for any other number with the number in them."""
    return one if number == 1 else many.format(number)


def reason_word(reason: Reason) -> str:
    """Why a backup was made."""
    return {Reason.DAILY: tr("daily"), Reason.BY_HAND: tr("by hand")}[reason]


def backup_words(backup: Backup) -> str:
    """A backup as a person chooses it."""
    if backup.manifest is None:
        return backup.name
    return f"{moment(backup.manifest.made_at)}, {reason_word(backup.manifest.reason)}"


def state_words(backup: Backup) -> str:
    """Whether a backup can be used, and what is not in it."""
    if backup.flaw or backup.manifest is None:
        return backup.flaw
    return "; ".join([tr("checked when it was made"), *gaps(backup)])


def gaps(backup: Backup) -> list[str]:
    """What is not in a backup that can be used, each in a phrase."""
    found = []
    if backup.missing:
        found.append(
            counted(
                backup.missing,
                tr("one attachment is gone from the folder since"),
                tr("{0} attachments are gone from the folder since"),
            )
        )
    if backup.manifest is not None and backup.manifest.lacking:
        found.append(
            counted(
                backup.manifest.lacking,
                tr("one attachment was lost or damaged before, and is not in it"),
                tr("{0} attachments were lost or damaged before, and are not in it"),
            )
        )
    return found


def stage_words(stage: Stage, done: int, total: int) -> str:
    """How far the work is."""
    words = {
        Stage.COPY: tr("Copying the casebook"),
        Stage.CHECK: tr("Checking the copy"),
        Stage.ATTACHMENTS: tr("Copying the attachments"),
    }[stage]
    return f"{words}, {100 * done // total} %" if total else words

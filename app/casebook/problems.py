"""What can go wrong with a casebook, each in one sentence for the person before it."""

import sqlite3
from datetime import datetime
from typing import NoReturn

from app.errors import DictamenError, InvalidInput


class NoCasebook(DictamenError):
    """The folder holds no casebook."""


class NotLetIn(DictamenError):
    """Name and passphrase open no slot. Which of the two is wrong is not said, because it is not known."""

    SENTENCE = (
        "this name and passphrase do not open the casebook; check both (capital letters count in the "
        "passphrase), or ask an administrator to let you in"
    )

    def __init__(self, sentence: str = SENTENCE) -> None:
        super().__init__(sentence)


class TooSoon(DictamenError):
    """After failed attempts, the next one has to wait.

    Attributes:
        seconds: how long yet.
    """

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        super().__init__(
            f"after several failed attempts the casebook cannot be unlocked for another {seconds} seconds; "
            "wait, then try again"
        )


class NotAllowed(DictamenError):
    """The person who unlocked the casebook may not do this."""


class NoSuchCase(DictamenError):
    """The casebook holds nothing under that case id or revision."""


class Purged(NoSuchCase):
    """The case was there; its retention ended and two people removed its content."""

    def __init__(self) -> None:
        super().__init__(
            "this case was purged after its retention had ended; 'dictamen retention list' tells by whom"
        )


def refuse_purged() -> NoReturn:
    """Refuse to save under the number of a purged case.

    Raises:
        InvalidInput: always.
    """
    raise InvalidInput("case_id", "belonged to a case that was purged; choose another")


class Replaced(DictamenError):
    """The casebook's file is another one now: a backup was restored while it was open."""

    ends_sitting = True

    def __init__(self) -> None:
        super().__init__(
            "the casebook was replaced by another one, such as a backup; lock it and sign in again"
        )


class StaleSave(DictamenError):
    """The case was saved by somebody else since it was read; nothing was written.

    Attributes:
        rev: the newest revision, which the saved one would have hidden.
        actor: who saved it.
        at: when, in UTC.
    """

    def __init__(self, rev: int, actor: str, at: datetime) -> None:
        self.rev, self.actor, self.at = rev, actor, at
        super().__init__(
            f"this case was saved by {actor} on {at:%Y-%m-%d at %H:%M:%S} UTC (revision {rev}); nothing was "
            "overwritten. Open it again, and repeat your change if it still applies"
        )


class Forked(DictamenError):
    """Two sites changed the case, and it has several versions; nothing is saved until a person settles it."""

    def __init__(self, case_id: str, versions: int) -> None:
        self.case_id, self.versions = case_id, versions
        super().__init__(
            f"case {case_id} has {versions} versions, as two sites changed it; settle which stands first, "
            "in the app or with 'dictamen cases settle'; nothing was saved"
        )


class KeyChanged(DictamenError):
    """Since this seat unlocked the casebook, its data key or the person's way in was replaced.

    Attributes:
        new_key: the data key was replaced; else the person's passphrase, name, role or rights, or they left.
    """

    ends_sitting = True

    def __init__(self, *, new_key: bool) -> None:
        self.new_key = new_key
        cause = "the casebook got a new key" if new_key else "your way into the casebook was changed"
        super().__init__(f"{cause} since you signed in; sign in again")


class Damaged(DictamenError):
    """The file, or a revision in it, is not as it was written."""


class Busy(DictamenError):
    """Another window or program held the file for too long."""


class NotSaved(DictamenError):
    """A write failed; the casebook stays readable, and refuses further writes until it is reopened."""


class CutOff(NotSaved):
    """The file is shorter than it was: it is read as far as it goes, and never written."""

    def __init__(self) -> None:
        super().__init__(
            "the casebook's file was cut off: what is left of it can be read, and nothing is saved into it; "
            "restore it from a backup"
        )


_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_REASONS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "its folder or file may only be read",
    sqlite3.SQLITE_PERM: "its folder or file may not be used by this account",
    sqlite3.SQLITE_CANTOPEN: "its file, or the journal beside it, cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
}


DatabaseProblem = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged file makes the database raise; the second where its message quotes damaged text."""


def primary_code(error: Exception) -> int:
    """SQLite's primary result code; 0 where Python raised the error by itself."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_busy(error: Exception) -> bool:
    """Whether another connection holds the file."""
    return primary_code(error) in _BUSY


def why_not(error: Exception) -> str:
    """Why the database could not read or write, in plain words."""
    code = primary_code(error)
    return "the file is damaged" if code in _DAMAGED else _REASONS.get(code, "the database refused it")


def while_reading(error: Exception) -> DictamenError:
    """The sentence for an error of SQLite while the casebook was opened or read."""
    code = primary_code(error)
    if is_busy(error):
        return Busy("another window or program is writing to the casebook; try again in a moment")
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_ROLLBACK:
        return DictamenError(
            "the casebook cannot be read here: a save was cut off, and what it left is put right only where "
            "the folder may be written; copy the whole folder to such a place, and open it there"
        )
    if code in _REASONS:
        return DictamenError(f"the casebook cannot be read: {_REASONS[code]}; check the disk, then try again")
    return Damaged(
        "the casebook file is damaged or is not a casebook; leave it as it is, and restore it from a backup"
    )


def while_writing(error: Exception) -> DictamenError:
    """The sentence for an error of SQLite during a save; all but Busy end writing until reopened."""
    if is_busy(error):
        return Busy("nothing was saved: another window or program is writing to the casebook; save again")
    return NotSaved(
        f"the casebook was not saved: {why_not(error)}. It can be read, not changed, until it is opened "
        "again; what was saved before is kept"
    )

"""Copying files so that they are on the disk and are what was read: the casebook's file."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from app.casebook.file import CasebookFile
from app.casebook.problems import DatabaseProblem, primary_code, while_reading
from app.casebook.whole_file import note_header
from app.errors import DictamenError, reason_of

_PAGES, _RESTARTS = 512, 4
_BLOCK = 1 << 20


class Stage(StrEnum):
    """What a backup or a restore is at."""

    COPY = "copying the casebook"
    CHECK = "checking the copy"
    ATTACHMENTS = "copying the attachments"


Progress = Callable[[Stage, int, int], bool]
"""Told the stage, how much of it is done and how much there is; says whether to go on."""


class Stopped(Exception):
    """A person stopped the work. No DictamenError, so that no check takes it for a finding."""


def go_on(_stage: Stage, _done: int, _total: int) -> bool:
    """The progress of work that nobody watches."""
    return True


def tell(progress: Progress, stage: Stage, done: int, total: int) -> None:
    """Tell how far the work is.

    Raises:
        Stopped: a person stops it.
    """
    if not progress(stage, done, total):
        raise Stopped


def copy_casebook(source: CasebookFile, target: Path, progress: Progress) -> None:
    """Copy an open casebook into a new file, mode 0600, as it is at one moment, while others go on saving.

    SQLite begins again whenever somebody else saves meanwhile; after a few times all is copied in one step,
    and a save waits for that long.

    Raises:
        Stopped: a person stops it.
        DictamenError: it cannot be read or written.
    """
    restarts, left = 0, -1

    def watch(_status: int, remaining: int, total: int) -> None:
        nonlocal restarts, left
        restarts += 0 <= left < remaining
        left = remaining
        if restarts > _RESTARTS:
            raise _StarvedError
        tell(progress, Stage.COPY, total - remaining, total)

    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(target, isolation_level=None)) as copy:
            copy.execute("PRAGMA journal_mode = OFF").fetchall()  # half a copy is thrown away
            copy.execute("PRAGMA synchronous = OFF").fetchall()  # flushed once, below
            copy.execute("PRAGMA secure_delete = ON").fetchall()  # as the casebook itself is written
            try:
                source.connection().backup(copy, pages=_PAGES, progress=watch, sleep=0.05)
            except _StarvedError:
                source.connection().backup(copy)
            note_header(copy)
        flush(target)
    except OSError as error:
        raise DictamenError(f"{_place_of(target)}: cannot be written ({reason_of(error)})") from None
    except DatabaseProblem as error:
        if primary_code(error) == sqlite3.SQLITE_FULL:  # the copy's disk: reading takes no room
            raise DictamenError(
                f"{_place_of(target)}: the disk is full; make room, or choose another folder"
            ) from None
        raise while_reading(error) from None


def copy_file(source: Path, target: Path, progress: Progress, stage: Stage) -> str:
    """Copy a file into a new one, mode 0600, durably; gives the SHA-256 of what was read.

    Raises:
        Stopped: a person stops it.
        DictamenError: it cannot be read or written.
    """
    digest = sha256()
    try:
        total, done = source.stat().st_size, 0
        descriptor = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        with source.open("rb") as reading, os.fdopen(descriptor, "wb") as writing:
            while block := reading.read(_BLOCK):
                writing.write(block)
                digest.update(block)
                done += len(block)
                tell(progress, stage, done, total)
        flush(target)
    except OSError as error:
        raise DictamenError(
            f"{source}: cannot be copied to {_place_of(target)} ({reason_of(error)})"
        ) from None
    return digest.hexdigest()


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file, read from the disk itself where the system can be told to.

    Raises:
        DictamenError: it cannot be read.
    """
    digest = sha256()
    forget_cached(path)
    try:
        with path.open("rb") as reading:
            while block := reading.read(_BLOCK):
                digest.update(block)
    except OSError as error:
        raise DictamenError(f"{path}: cannot be read ({reason_of(error)})") from None
    return digest.hexdigest()


def forget_cached(path: Path) -> None:
    """Have what was just written be read from the disk itself, where the system can be told to (Linux)."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError), path.open("rb") as file:
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def flush(path: Path) -> None:
    """Make a file's content durable."""
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def require_room(folder: Path, needed: int) -> None:
    """Refuse to begin what cannot be finished.

    Raises:
        DictamenError: the disk has too little room.
    """
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise DictamenError(
            f"{folder}: {_megabytes(needed)} MB are needed and {_megabytes(free)} MB are free; make room, or "
            "choose another folder"
        )


class _StarvedError(Exception):
    """Others save so often that the copy never ends."""


def _place_of(target: Path) -> Path:
    """The folder that a person knows: a copy lies in a hidden one of it until it counts."""
    return target.parent.parent


def _megabytes(size: int) -> int:
    return -(-size // 1_000_000)

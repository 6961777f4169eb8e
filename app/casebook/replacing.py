"""Putting another file in the place of the casebook's, in one step, and keeping the former one beside it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from app.casebook.copying import flush
from app.casebook.file import FILE_NAME
from app.casebook.folder import holds_casebook
from app.casebook.patience import patiently
from app.casebook.problems import Busy, DatabaseProblem, is_busy
from app.errors import DictamenError, reason_of
from app.files import flush_folder

KEPT = "casebook-before-restore-"
"""How the files begin that hold the casebooks before a restore."""

WORK = ".dictamen-restore-"
"""How the folders begin in which a restore works."""

_BESIDE = ("-journal", "-wal", "-shm")


def replace(home: Path, copy: Path, stamp: datetime) -> Path | None:
    """Make a file the casebook of this folder; gives the path at which the former one is kept, if any.

    Other processes that have the former one open notice it at their next step (``Replaced``).

    Args:
        home: the folder.
        copy: a whole casebook, on the same disk.
        stamp: for the name of the former one.

    Raises:
        Busy: another process is saving.
        DictamenError: it could not be done; the casebook is as it was.
    """
    current = home / FILE_NAME
    kept = _free_name(home, stamp) if holds_casebook(home) else None
    try:
        flush(copy)
        with _held(current) as held, ExitStack() as until_replaced:
            if kept is not None:
                _keep(current, kept, until_replaced)
                flush_folder(home)  # the former casebook has its second name before it loses its first
            if os.name == "nt" and held is not None:
                held.close()  # Windows replaces no file that is open
                until_replaced.close()
            _take_away_journals(current, kept)
            copy.replace(current)
            flush_folder(home)
    except PermissionError:
        raise DictamenError(
            f"{current}: another window has the casebook open, or its folder is write-protected; close the "
            "other windows, then restore again"
        ) from None
    except OSError as error:
        raise DictamenError(f"{home}: the backup could not be put in place ({reason_of(error)})") from None
    return kept


def sweep(home: Path) -> None:
    """Remove what restores that were cut off left: copies, and second names of the casebook itself."""
    for path in home.glob(f"{WORK}*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
    current = home / FILE_NAME
    for path in home.glob(f"{KEPT}*.db"):
        with suppress(OSError):
            if path.samefile(current):
                path.unlink()


def _free_name(home: Path, stamp: datetime) -> Path:
    stem = f"{KEPT}{stamp:%Y%m%d-%H%M%SZ}"
    names = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(path for name in names if not (path := home / f"{name}.db").exists())


@contextmanager
def _held(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Keep other processes from reading and writing; None where a damaged or missing file allows no lock.

    The journal of a save that was cut off is played back first: none is left for another file.
    """
    if not path.is_file() or not path.stat().st_size:
        yield None
        return
    address = f"{path.absolute().as_uri()}?mode=rw"
    connection = sqlite3.connect(address, uri=True, timeout=0, isolation_level=None, check_same_thread=False)
    with closing(connection):
        is_held = True
        try:
            patiently(lambda: connection.execute("BEGIN EXCLUSIVE"))
        except DatabaseProblem as error:
            if is_busy(error):
                raise Busy("another window or program uses the casebook; try again in a moment") from None
            is_held = False
        yield connection if is_held else None


def _keep(current: Path, kept: Path, until_replaced: ExitStack) -> None:
    """Give the casebook a second name; where the disk knows no such thing, copy it."""
    try:
        os.link(current, kept)
    except OSError:
        draft = kept.with_name(f"{WORK}kept")
        draft.unlink(missing_ok=True)
        descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
        # Open until the end: on POSIX, closing a file drops the locks that this process has on it.
        reading = until_replaced.enter_context(current.open("rb"))
        with os.fdopen(descriptor, "wb") as writing:
            shutil.copyfileobj(reading, writing)
        flush(draft)
        draft.replace(kept)


def _take_away_journals(current: Path, kept: Path | None) -> None:
    """What lies beside a damaged casebook stays with it: played into the restored one, it would harm it."""
    for suffix in _BESIDE:
        beside = current.with_name(f"{current.name}{suffix}")
        if not beside.exists():
            continue
        if kept is None:
            beside.unlink()
        else:
            beside.replace(kept.with_name(f"{kept.name}{suffix}"))

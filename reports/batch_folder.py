"""A folder of files that comes to be in one step: whole under its name, or not at all.

Its files are written under a name of no meaning. They are flushed to the disk only when all are written:
until then the system keeps most of them in memory, and whoever stops the work need not wait for the disk.
"""

import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.files import flush_folder

_PREFIX = ".dictamen-"
_SUFFIX = ".letters"
_ABANDONED = 3600
"""Seconds without a new file after which a draft belongs to a work that was killed."""

_WAITED_FOR = 0.3
"""Seconds for which whoever stops the work waits until its files are gone; the disk may take longer."""


class FolderDraft:
    """The folder under its name of no meaning.

    Attributes:
        place: where it lies.
    """

    def __init__(self, place: Path) -> None:
        self.place = place

    def write(self, name: str, data: bytes) -> None:
        """Write one file, readable for the user alone where the system knows such a thing.

        Raises:
            OSError: there is one of this name, or the disk refuses it.
        """
        mode = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(self.place / name, mode, 0o600), "wb") as file:
            file.write(data)

    def flush(self, tell: Callable[[], None]) -> None:
        """Make every file durable; ``tell`` is called before each, and what it raises ends the work.

        Raises:
            OSError: the disk refuses one.
        """
        for path in sorted(self.place.iterdir()):
            tell()
            descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        flush_folder(self.place)

    def put_in_place(self, folder: Path) -> None:
        """Give it its name, in one step.

        Raises:
            OSError: there is something of that name, or the disk refuses it.
        """
        os.rename(self.place, folder)  # noqa: PTH104 - Path.rename says the same, and replaces an empty folder too
        flush_folder(folder.parent)


@contextmanager
def folder_draft(parent: Path) -> Iterator[FolderDraft]:
    """A draft in a folder; what is left of it in the end is taken away, and so are drafts of killed works.

    Raises:
        OSError: it cannot be made.
    """
    _clear_abandoned(parent)
    draft = FolderDraft(parent / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    draft.place.mkdir(mode=0o700)
    try:
        yield draft
    finally:
        _clear(draft.place)


def _clear(place: Path) -> None:
    """Take a draft away; on a slow disk that goes on after the return, and the process ends after it."""
    if not place.exists():
        return
    clearing = threading.Thread(target=shutil.rmtree, args=(place,), kwargs={"ignore_errors": True})
    clearing.start()
    clearing.join(_WAITED_FOR)


def _clear_abandoned(parent: Path) -> None:
    for place in parent.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):  # another one takes it away, or it is somebody else's
            if time.time() - place.stat().st_mtime > _ABANDONED:
                shutil.rmtree(place, ignore_errors=True)

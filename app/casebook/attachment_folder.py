"""The folder of sealed attachments beside the casebook: names, durable writing, what does not belong there.

Nothing here needs a key, and nothing here is readable without one: a backup copies the files as they are.
"""

import os
import re
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.errors import DictamenError, reason_of
from app.files import flush_folder

FOLDER_NAME = "attachments"
NAME_DIGITS = 32
_NAME = re.compile(rf"[0-9a-f]{{{NAME_DIGITS}}}")
_DRAFT = "partial-"
_PRIVATE_FOLDER, _PRIVATE_FILE = 0o700, 0o600
_YOUNG_SECONDS = 3600
"""The largest file is sealed in seconds."""

Progress = Callable[[int], bool]
"""Is told how many bytes are done; says whether to go on."""


class Stopped(DictamenError):
    """The person stopped the work; nothing was kept."""


def go_on(_done: int) -> bool:
    """The progress of work that nobody watches."""
    return True


class AttachmentFolder:
    """The sealed files under a casebook's folder, by their names of 32 hexadecimal digits."""

    def __init__(self, home: Path) -> None:
        self.path = home / FOLDER_NAME

    def file(self, name: str) -> Path:
        """Where the sealed file of that name lies, or would."""
        return self.path / name[:2] / name

    def has(self, name: str) -> bool:
        """Whether there is a file of that name."""
        return self.file(name).is_file()

    def names(self) -> set[str]:
        """The names of all sealed files that are there."""
        return {path.name for path in self._inside() if self._is_sealed_file(path)}

    def strangers(self) -> list[Path]:
        """What lies in the folder and is no sealed file: drafts that were cut off, and foreign files."""
        return sorted(path for path in self._inside() if not self._is_sealed_file(path))

    def sweep_drafts(self) -> int:
        """Remove drafts of writes that were cut off; gives their number. Young ones may be in the writing."""
        drafts = [path for path in self.strangers() if is_draft(path) and not self.is_being_written(path)]
        for path in drafts:
            _unlink(path)
        return len(drafts)

    def is_being_written(self, path: Path) -> bool:
        """Whether this may be a draft that somebody is writing at this moment."""
        try:
            return is_draft(path) and path.stat().st_mtime > time.time() - _YOUNG_SECONDS
        except OSError:
            return True  # it has just been placed, or given up

    def remove(self, name: str) -> None:
        """Remove a sealed file; one that is not there is removed already.

        Raises:
            DictamenError: it cannot be removed.
        """
        _unlink(self.file(name))

    @contextmanager
    def draft(self, undone: str = "the attachment was not kept") -> Iterator["Draft"]:
        """A new file that nobody sees until it is placed; gone on leaving where it was not.

        Args:
            undone: said where it fails.

        Raises:
            DictamenError: the disk is full, or the folder cannot be written.
        """
        made: Draft | None = None
        try:
            _make_folder(self.path)
            made = Draft(self.path / f"{_DRAFT}{secrets.token_hex(8)}")
            yield made
        except OSError as error:
            raise DictamenError(f"{undone}: {reason_of(error)}; nothing was changed") from None
        finally:
            if made is not None:
                made.discard()

    def _inside(self) -> Iterable[Path]:
        return (path for path in self.path.rglob("*") if not path.is_dir()) if self.path.is_dir() else ()

    def _is_sealed_file(self, path: Path) -> bool:
        return _NAME.fullmatch(path.name) is not None and path == self.file(path.name) and path.is_file()


class Draft:
    """A file being written. Finish it, then place it under its name.

    Attributes:
        file: to write to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        self.file: BinaryIO = os.fdopen(os.open(path, flags, _PRIVATE_FILE), "w+b")

    def finish(self) -> None:
        """Make the content durable."""
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()

    def place(self, path: Path) -> None:
        """Give the finished file its name, durably."""
        _make_folder(path.parent)
        self._path.replace(path)
        flush_folder(path.parent)

    def discard(self) -> None:
        """Remove what was not placed."""
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def is_draft(path: Path) -> bool:
    """Whether this is a draft, left behind by a write that was cut off."""
    return path.name.startswith(_DRAFT)


def _unlink(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise DictamenError(f"{path}: cannot be removed ({reason_of(error)})") from None


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        flush_folder(folder.parent)

"""Writing a file whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.errors import DictamenError, reason_of

_PRIVATE = 0o600
_SHARED = 0o666  # less what the user's umask takes away
_KNOWS_NO_SUCH_THING = {errno.EINVAL, errno.ENOTSUP, errno.EBADF}


def write_file(path: Path, data: bytes, *, private: bool = False, replace: bool = True) -> None:
    """Write a file so that it is there whole, or as it was before; errors and the rest as ``write_parts``."""
    write_parts(path, (data,), private=private, replace=replace)


def write_parts(path: Path, parts: Iterable[bytes], *, private: bool = False, replace: bool = True) -> None:
    """Write a file of any size, part by part, so that it is there whole, or as it was before.

    Args:
        path: where; its folder must be there.
        parts: the content; what its making raises leaves no file behind.
        private: readable for the user alone, where the system knows such a thing.
        replace: whether a file of that name may be replaced.

    Raises:
        DictamenError: naming the file: it is there already, is no ordinary file, or cannot be written.
    """
    # neutral, in the same folder: renaming across disks would not be one step
    draft = path.parent / f".dictamen-{secrets.token_hex(8)}"
    try:
        _refuse_device(path)
        _write_durably(draft, parts, _PRIVATE if private else _SHARED)
        if replace:
            draft.replace(path)
        else:
            os.link(draft, path)
        flush_folder(path.parent)
    except FileExistsError:
        raise DictamenError(f"{path}: there is a file of this name already; choose another") from None
    except OSError as error:
        raise DictamenError(f"{path}: cannot be written ({reason_of(error)})") from None
    finally:
        with suppress(OSError):  # not there any more, or never: where a folder was named that is a file
            draft.unlink()


def flush_folder(folder: Path) -> None:
    """Make a folder's list of names durable (POSIX), where its file system can do so: some shares cannot.

    Raises:
        OSError: it is gone, or its disk fails.
    """
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _KNOWS_NO_SUCH_THING:
            raise
    finally:
        os.close(descriptor)


def write_letter(path: Path, pdf: bytes) -> None:
    """Write a letter over whatever file has its name; it tells of a member's health, so it is private.

    Raises:
        DictamenError: as ``write_file`` does.
    """
    write_file(path, pdf, private=True)


def _refuse_device(path: Path) -> None:
    # renaming a file over a device would take the device away from every program
    if path.exists() and not path.is_file() and not path.is_dir():
        raise DictamenError(f"{path}: is a device or a pipe; choose the name of a file")


def _write_durably(path: Path, parts: Iterable[bytes], mode: int) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(descriptor, "wb") as file:
        for part in parts:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())


def read_file(path: Path) -> bytes:
    """A file's bytes.

    Raises:
        DictamenError: naming the file and why it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise DictamenError(f"{path}: cannot be read ({reason_of(error)})") from None

"""Writing a finished file: whole or not at all."""

import os
import tempfile
from pathlib import Path

from app.errors import DictamenError


def write_whole(target: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all, and replaces an older one only when complete.

    Raises:
        DictamenError: the folder or the file cannot be written.
    """
    try:
        _write(target, data)
    except OSError as error:
        raise DictamenError(f"{target}: cannot be written ({error.strerror})") from None


def _write(target: Path, data: bytes) -> None:
    # the temporary name says nothing of the letter
    handle, name = tempfile.mkstemp(prefix=".dictamen-", suffix=".part", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise

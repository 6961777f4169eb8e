"""The folder that a casebook lies in: made private, and looked at for places that lose files."""

import os
import stat
from pathlib import Path

from app.casebook.file import FILE_NAME
from app.errors import DictamenError

_PRIVATE = 0o700

_MOUNTS = Path("/proc/mounts")

_NETWORK_FILESYSTEMS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "fuse.sshfs", "davfs"})
_SYNCED = (
    "dropbox",
    "onedrive",
    "google drive",
    "googledrive",
    "icloud",
    "nextcloud",
    "owncloud",
    "syncthing",
)


def prepare(home: Path) -> None:
    """Make the folder, readable by its owner alone; one that holds other things is left as it is.

    Raises:
        DictamenError: it cannot be made.
    """
    try:
        home.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        if not any(home.iterdir()):
            home.chmod(_PRIVATE)
        _make_durable(home.parent)
    except OSError as error:
        raise DictamenError(f"{home}: the folder cannot be used ({error.strerror})") from None


def warnings(home: Path) -> list[str]:
    """What speaks against keeping a casebook in this folder, each in a sentence; empty when nothing does."""
    found = []
    if not os.access(home, os.W_OK) or not os.access(home / FILE_NAME, os.W_OK):
        found.append("The casebook may only be read here: its folder or file is write-protected.")
    if os.name == "posix" and stat.S_IMODE(home.stat().st_mode) & 0o077:
        found.append("Other accounts of this computer may look into the casebook's folder; close it to them.")
    if _filesystem(home) in _NETWORK_FILESYSTEMS or str(home).startswith("\\\\"):
        found.append(
            "The casebook lies on a network share, where saves can be lost; move it to a local disk."
        )
    if any(word in part.casefold() for part in home.absolute().parts for word in _SYNCED):
        found.append(
            "The casebook lies in a synced folder, where saves can be lost; move it to a local folder."
        )
    return found


def _filesystem(home: Path) -> str:
    """The file system's name where the system tells (Linux), else empty."""
    if not _MOUNTS.exists():
        return ""
    place = home.resolve()
    longest, kind = -1, ""
    for line in _MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, name, *_ = line.split(" ")
        mounted = Path(point.replace("\\040", " "))
        if place.is_relative_to(mounted) and len(mounted.parts) >= longest:
            longest, kind = len(mounted.parts), name
    return kind


def _make_durable(folder: Path) -> None:
    """Flush a folder's list of names, so that a new folder in it outlives a power cut (POSIX)."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

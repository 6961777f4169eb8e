"""Where the casebook lies on this computer, and whether that place suits it."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

_NETWORK_FILE_SYSTEMS = (
    "9p",
    "afpfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.onedriver",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "fuse.vmhgfs-fuse",
    "gfs2",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "smb3",
    "smbfs",
    "vboxsf",
    "webdav",
)
_SYNCED_FOLDERS = (
    "box sync",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "onedrive",
    "owncloud",
    "syncthing",
)
_REMAINS = ("attachments/*/*", "unfinished-*.sealed", "casebook-before-restore-*.db", "backup.json")
_MOUNTED = re.compile(r".* on (?P<place>/.*) \((?P<kind>[^,()]+)[^()]*\)")
_PATIENCE = 5
"""Seconds; the command answers at once unless a server hangs."""

_REMOTE_DRIVE = 4  # DRIVE_REMOTE, the answer of Windows' GetDriveType


def casebook_home() -> Path:
    """The folder of the casebook: DICTAMEN_HOME, or else the platform's folder for a user's data.

    A variable that is empty or blank names none: as a path it would be the current folder.
    """
    named = os.environ.get("DICTAMEN_HOME", "")
    return Path(named).expanduser() if named.strip() else data_folder()


def data_folder() -> Path:
    """The platform's folder for a user's data of this program."""
    known = _by_xdg("XDG_DATA_HOME", ".local/share")
    if known is not None:
        return known
    import platformdirs  # noqa: PLC0415  # the usual start does not wait for it

    return platformdirs.user_data_path("dictamen", appauthor=False)


def settings_folder() -> Path:
    """The platform's folder for a user's settings of this program."""
    known = _by_xdg("XDG_CONFIG_HOME", ".config")
    if known is not None:
        return known
    import platformdirs  # noqa: PLC0415  # as above

    return platformdirs.user_config_path("dictamen", appauthor=False)


def _by_xdg(variable: str, usual: str) -> Path | None:
    """What platformdirs finds on Linux by the XDG Base Directory Specification; None where it has to look.

    Importing platformdirs would cost 5 ms of every start.
    """
    base, home = os.environ.get(variable, ""), os.environ.get("HOME", "")
    if sys.platform != "linux" or not home.startswith("/"):
        return None
    return Path(base if base.startswith("/") else f"{home}/{usual}") / "dictamen"


def holds_remains(home: Path) -> bool:
    """Whether files lie in a folder that only a casebook leaves there, or a backup of one.

    Where the casebook's own file is empty or gone beside them, it was lost, and not merely never set up.
    """
    return any(next(home.glob(pattern), None) is not None for pattern in _REMAINS)


def nearest_folder(path: Path) -> Path:
    """The path itself, or the closest folder above it that exists already."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())


def why_not_local(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    """Why the path is no place on a local disk, as a phrase; None when it is, as far as this system tells.

    Args:
        path: a folder; it need not exist yet.
        mounts: the kernel's table of mounted file systems (Linux).
    """
    return why_synced(path) or ("it lies on a network share" if _is_remote(path.absolute(), mounts) else None)


def why_synced(path: Path) -> str | None:
    """The phrase for a folder that a service copies elsewhere; None for any other, as far as names tell."""
    folded = str(path.absolute()).casefold()
    found = next((name for name in _SYNCED_FOLDERS if name in folded), None)
    return f"it lies in a synced folder ({found})" if found else None


def _is_remote(path: Path, mounts: Path) -> bool:
    if str(path).startswith("\\\\"):  # a share named outright, as Windows writes it
        return True
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only Windows asks this way

        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _REMOTE_DRIVE)
    table = _told_by_mount() if sys.platform == "darwin" else _in_kernels_table(mounts)
    return file_system(nearest_folder(path).resolve(), table) in _NETWORK_FILE_SYSTEMS


def file_system(folder: Path, mounted: Iterable[tuple[Path, str]]) -> str:
    """The type of the file system that holds a folder; empty where the table does not say.

    Args:
        folder: without symbolic links.
        mounted: each place with its type; of two at one place the later one covers the earlier.
    """
    kind, depth = "", -1
    for point, candidate in mounted:
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = candidate, len(point.parts)
    return kind


def _in_kernels_table(mounts: Path) -> Iterator[tuple[Path, str]]:
    """What Linux says; nothing where there is no such table."""
    if not mounts.exists():
        return
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        place, kind = line.split(" ")[1:3]
        yield Path(place.replace(r"\040", " ")), kind


def _told_by_mount() -> Iterator[tuple[Path, str]]:
    """What macOS says; nothing where its command cannot be asked."""
    import subprocess  # noqa: PLC0415  # only macOS asks this way

    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, check=True, timeout=_PATIENCE)
    except (OSError, subprocess.SubprocessError):
        return
    yield from mounted_on_a_mac(os.fsdecode(told.stdout))


def mounted_on_a_mac(told: str) -> Iterator[tuple[Path, str]]:
    """The places and types in lines as ``//ana@server/share on /Volumes/share (smbfs, nodev)``."""
    for line in told.splitlines():
        if found := _MOUNTED.fullmatch(line):
            yield Path(found["place"]), found["kind"]

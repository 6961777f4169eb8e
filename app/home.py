"""Where the casebook lies on this computer, and whether that place suits it."""

import os
import sys
from pathlib import Path

_NETWORK_FILE_SYSTEMS = (
    "9p",
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
_REMOTE_DRIVE = 4  # DRIVE_REMOTE, the answer of Windows' GetDriveType


def casebook_home() -> Path:
    """The folder of the casebook: DICTAMEN_HOME, or else the platform's folder for a user's data.

    A variable that is empty or blank names none: as a path it would be the current folder.
    """
    named = os.environ.get("DICTAMEN_HOME", "")
    return Path(named).expanduser() if named.strip() else data_folder()


def data_folder() -> Path:
    """The platform's folder for a user's data of this program."""
    if sys.platform == "linux":
        return _base_folder("XDG_DATA_HOME", "~/.local/share")
    import platformdirs  # noqa: PLC0415  # where one folder is the usual one, nobody waits for it

    return platformdirs.user_data_path("dictamen", appauthor=False)


def settings_folder() -> Path:
    """The platform's folder for a user's settings of this program."""
    if sys.platform == "linux":
        return _base_folder("XDG_CONFIG_HOME", "~/.config")
    import platformdirs  # noqa: PLC0415  # as above

    return platformdirs.user_config_path("dictamen", appauthor=False)


def _base_folder(variable: str, usual: str) -> Path:
    """As platformdirs finds it, by the XDG Base Directory Specification; importing that costs 5 ms a start."""
    return Path(os.environ.get(variable, "").strip() or usual).expanduser() / "dictamen"


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
    return _file_system(nearest_folder(path).resolve(), mounts) in _NETWORK_FILE_SYSTEMS


def _file_system(folder: Path, mounts: Path) -> str:
    """The type of the file system that holds the folder; empty where the system keeps no such table."""
    if not mounts.exists():
        return ""
    kind, depth = "", -1
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        place, candidate = line.split(" ")[1:3]
        point = Path(place.replace(r"\040", " "))
        # Of two mounts on one point the later one covers the earlier.
        if folder.is_relative_to(point) and len(point.parts) >= depth:
            kind, depth = candidate, len(point.parts)
    return kind

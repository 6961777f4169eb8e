"""The shared libraries that Qt loads from a Linux system, and which of them a machine lacks.

Qt brings its own libraries along on Windows and macOS. On Linux its wheels leave these to the system, and a
missing one ends in a loader error. This module needs the standard library alone: the set-up asks it before
anything is installed.
"""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library: the name the loader asks for, and the Debian and Ubuntu package that holds it."""

    soname: str
    package: str


QT = (
    Library("libEGL.so.1", "libegl1"),
    Library("libGL.so.1", "libgl1"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    # Ubuntu 24.04 renamed it libglib2.0-0t64; apt-get takes the old name there too.
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgthread-2.0.so.0", "libglib2.0-0"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
)
"""What every Qt program needs, with or without a screen."""

X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1"),
    Library("libxcb.so.1", "libxcb1"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-randr.so.0", "libxcb-randr0"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""What Qt needs beside ``QT`` for a window on an X11 screen."""

WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0"),
)
"""What Qt needs beside ``QT`` for a window on a Wayland screen."""


def missing(libraries: Iterable[Library]) -> list[Library]:
    """Those of the libraries that the loader does not find; none on a system other than Linux."""
    return [library for library in libraries if sys.platform == "linux" and not _loads(library.soname)]


def packages_of(libraries: Iterable[Library]) -> list[str]:
    """The packages that hold the libraries, each named once, in order."""
    return list(dict.fromkeys(library.package for library in libraries))


def install_command(packages: Iterable[str]) -> str:
    """The command line that installs Debian or Ubuntu packages, as the present user has to type it."""
    prefix = "" if _is_root() or not shutil.which("sudo") else "sudo "
    return f"{prefix}apt-get install -y {' '.join(packages)}"


def _loads(soname: str) -> bool:
    # The loader's own answer, for every place it searches; a failure is an exception, never an abort.
    import ctypes  # noqa: PLC0415  # a start that lacks nothing does not ask

    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0

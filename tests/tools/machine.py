"""What the set-up asks of the machine: a whole Python, and the packages of a Debian or Ubuntu system."""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

OLDEST_PYTHON = (3, 11)
NEEDED_MODULES = ("ctypes", "sqlite3", "ssl", "venv", "zlib")
TEST_PROGRAMS = {
    "pdfsig": "poppler-utils",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "mutool": "mupdf-tools",
    "git": "git",
}
SCREEN_READER = {
    "usr/bin/Xvfb": "xvfb",
    "usr/bin/xauth": "xauth",
    "usr/bin/dbus-run-session": "dbus-x11",
    "usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
    "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
}
"""What the test with a screen reader stands on, by a file of each; without it that test is skipped."""
APT_GET = ("apt-get", "-qq", "-y", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120")
APT_LISTS = Path("/var/lib/apt/lists")


class Failure(Exception):
    """A step that ends the run, in words for the person at the keyboard, with the exit status to give."""

    def __init__(self, said: str, status: int = 1) -> None:
        super().__init__(said)
        self.status = status


def say(line: str) -> None:
    """Tell one step, at once."""
    print(line, flush=True)


def refuse_unfit_python() -> None:
    """Stop with the reason when this Python is too old, or was built without a module that is needed."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        raise Failure(f"Dictamen needs Python 3.11 or newer; this is {version} ({sys.executable})", 2)
    lacking = [name for name in NEEDED_MODULES if not _imports(name)]
    if lacking:
        raise Failure(
            f"this Python was built without {', '.join(lacking)}; use the system's own Python, or build it "
            "again with the development files of libffi, sqlite3, openssl and zlib installed",
            2,
        )
    say(f"Python {version} ({sys.executable})")


def _imports(module: str) -> bool:
    importlib.invalidate_caches()  # it may have been installed a moment ago
    try:
        importlib.import_module(module)
    except ImportError:
        return False
    return True


def install_system_packages(*, for_venv: bool, for_tests: bool) -> None:
    """Install what the system lacks, where it lets us; else say the command that does.

    Args:
        for_venv: a virtual environment has to be made.
        for_tests: the programs that the tests call are wanted too.
    """
    needed, useful = _system_packages(for_venv=for_venv, for_tests=for_tests)
    wanted = [*needed, *useful]
    if not wanted:
        say("system packages: all there")
        return
    say(f"system packages: installing {' '.join(wanted)}")
    why_not = _apt_get_install(wanted)
    if why_not and needed:
        raise Failure(f"{why_not}. Do this, then start again:\n{_remedy(wanted)}", 2)
    if why_not:
        say(f"system packages: {why_not}. Before a window can open, do this:\n{_remedy(wanted)}")
        return
    absent, _ = _system_packages(for_venv=for_venv, for_tests=for_tests)
    if absent:
        raise Failure(f"{' '.join(absent)}: installed, and yet what they hold is not found", 2)


def _remedy(packages: Sequence[str]) -> str:
    if shutil.which("apt-get"):
        from ui.system_libraries import install_command  # noqa: PLC0415 - as in _system_packages

        return install_command(packages)
    return f"install what Debian calls {' '.join(packages)}"


def _system_packages(*, for_venv: bool, for_tests: bool) -> tuple[list[str], list[str]]:
    """The packages that the system lacks: those needed now, and those that only a window needs."""
    if sys.platform != "linux":
        return [], []
    from ui.system_libraries import QT, WAYLAND, X11, missing, packages_of  # noqa: PLC0415 - written for Python 3.11

    needed = packages_of(missing(QT))
    if for_venv and not _imports("ensurepip"):
        needed.append("python{}.{}-venv".format(*sys.version_info))
    if for_tests:
        needed += sorted({package for name, package in TEST_PROGRAMS.items() if not shutil.which(name)})
    # Nobody is asked for a password only for a window that this machine could not show.
    windowed = bool(needed) or for_tests or "DISPLAY" in os.environ
    useful = packages_of(missing(X11 + WAYLAND)) if windowed else []
    if for_tests:
        useful += [package for file, package in SCREEN_READER.items() if not any(Path("/").glob(file))]
    return needed, useful


def _apt_get_install(packages: Sequence[str]) -> str:
    """Install the packages; why they could not be, or nothing when they are there."""
    if not shutil.which("apt-get"):
        return "this system has no apt-get"
    rights = _root_rights()
    if rights is None:
        return "installing system packages needs root, and there is no sudo or it wants a password"
    fresh = not any(APT_LISTS.glob("*_Packages*"))
    if fresh and not _apt_get(rights, "update"):
        return "apt-get update failed"
    # Lists that are out of date name files that the mirror no longer holds: one update, one more try.
    if _apt_get(rights, "install", *packages):
        return ""
    if not fresh and _apt_get(rights, "update") and _apt_get(rights, "install", *packages):
        return ""
    return "apt-get could not install them"


def _root_rights() -> list[str] | None:
    """What to put before a command so that root runs it; None when that cannot be had."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if sys.stdin is not None and sys.stdin.isatty():
        return ["sudo"]
    silent = subprocess.run(["sudo", "-n", "true"], stderr=subprocess.DEVNULL, check=False).returncode == 0
    return ["sudo", "-n"] if silent else None


def _apt_get(rights: Sequence[str], action: str, *packages: str) -> bool:
    command = [*rights, "env", "DEBIAN_FRONTEND=noninteractive", *APT_GET, action, *packages]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0

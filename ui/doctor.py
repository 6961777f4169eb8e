"""What this machine lacks for Dictamen, and the command that installs it (``dictamen doctor``)."""

import argparse
import os
import platform
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import resources
from ui.screen import why_no_screen
from ui.system_libraries import QT, install_command, missing, packages_of

_OLDEST_PYTHON = (3, 11)
_TRUETYPE = b"\x00\x01\x00\x00"


@dataclass(frozen=True)
class Check:
    """One thing looked at.

    Attributes:
        subject: what was looked at, with what was found where that helps.
        lack: what is wrong with it; empty when nothing is.
        remedy: the command line or the step that mends it.
        needed: whether the command line cannot do its work without it.
    """

    subject: str
    lack: str = ""
    remedy: str = ""
    needed: bool = True

    def lines(self) -> Iterator[str]:
        """The check as a person reads it."""
        if not self.lack:
            yield f"ok       {self.subject}"
            return
        yield f"{'lacking' if self.needed else 'note':<8} {self.subject}: {self.lack}"
        if self.remedy:
            yield f"         {self.remedy}"


def command(_options: argparse.Namespace) -> int:
    """``dictamen doctor``, which takes no words; gives the exit code of ``run``."""
    return run()


def run() -> int:
    """Look at everything, print plain lines on standard output.

    Returns:
        0 when nothing is lacking that the command line needs (a missing screen is told, no more), else 1.
    """
    basis = list(_look(_BASIS))
    # Without the packages the rest cannot be looked at; it would only blame the wrong thing.
    checks = basis if _lacking(basis) else [*basis, *_look(_REST)]
    for check in checks:
        print("\n".join(check.lines()))  # noqa: T201 - the command's answer
    lacking = _lacking(checks)
    verdict = (
        f"lacking: {lacking}; mend it and run `dictamen doctor` again"
        if lacking
        else "nothing needed is lacking"
    )
    print(verdict)  # noqa: T201 - as above
    return 1 if lacking else 0


def _look(looks: Iterable[Callable[[], Iterator[Check]]]) -> Iterator[Check]:
    for look in looks:
        yield from look()


def _lacking(checks: Iterable[Check]) -> int:
    return sum(bool(check.lack) and check.needed for check in checks)


def _python() -> Iterator[Check]:
    subject = f"Python {platform.python_version()}"
    if sys.version_info >= _OLDEST_PYTHON:
        yield Check(subject)
    else:
        yield Check(subject, "3.11 or newer is needed", "install Python 3.11, then run the set-up again")


def _packages() -> Iterator[Check]:
    """Each package of the installed product, at the version that it is pinned to."""
    try:
        requirements = metadata.requires("dictamen") or []
    except metadata.PackageNotFoundError:
        yield Check("Dictamen", "is not installed in this Python", "run the set-up again (README, Set-up)")
        return
    for requirement in requirements:
        if "extra ==" not in requirement:
            yield _package(requirement)


def _package(requirement: str) -> Check:
    name, pinned = re.fullmatch(r"([\w.-]+)(?:==([\w.]+))?.*", requirement).groups()  # type: ignore[union-attr]
    remedy = f'"{sys.executable}" -m pip install "{name}{"==" + pinned if pinned else ""}"'
    try:
        found = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Check(name, "is not installed", remedy)
    if pinned and found != pinned:
        return Check(f"{name} {found}", f"{pinned} is needed", remedy)
    return Check(f"{name} {found}")


def _libraries() -> Iterator[Check]:
    absent = missing(QT)
    names = ", ".join(library.soname for library in absent)
    remedy = install_command(packages_of(absent)) if absent else ""
    yield Check("system libraries for Qt", names, remedy)


def _screen() -> Iterator[Check]:
    yield Check(
        "screen", why_no_screen() or "", "every command but `dictamen` alone works without", needed=False
    )


def _fonts() -> Iterator[Check]:
    yield _shipped("fonts", "*.ttf", _read_font)


def _policies() -> Iterator[Check]:
    yield _shipped("policies", "*.toml", _read_policy)


def _shipped(folder: str, pattern: str, read: Callable[[Path], None]) -> Check:
    """Whether the folder of the shipped files holds any of the kind, and each can be read."""
    files = sorted(resources.path(folder).glob(pattern))
    for file in files:
        try:
            read(file)
        except (OSError, ValueError) as problem:
            return Check(folder, f"{file.name} cannot be read ({problem})", "install Dictamen again")
    subject = f"{folder} ({len(files)})"
    return (
        Check(subject)
        if files
        else Check(subject, f"none in {resources.path(folder)}", "install Dictamen again")
    )


def _read_font(file: Path) -> None:
    if not file.read_bytes().startswith(_TRUETYPE):
        raise ValueError("not a TrueType font")


def _read_policy(file: Path) -> None:
    tomllib.loads(file.read_text("utf-8"))


def _home() -> Iterator[Check]:
    from app.home import casebook_home, nearest_folder, why_not_local  # noqa: PLC0415 - needs a package

    home = casebook_home()
    place = nearest_folder(home)
    subject = f"casebook folder {home}"
    if not place.is_dir():
        yield Check(subject, f"{place} is no folder", "set DICTAMEN_HOME to a folder of yours")
    elif not os.access(place, os.W_OK | os.X_OK):
        yield Check(subject, f"{place} cannot be written to", "set DICTAMEN_HOME to a folder of yours")
    else:
        yield Check(subject)
    remote = why_not_local(home)
    yield Check(
        "local disk", remote or "", "set DICTAMEN_HOME to a folder on this computer's own disk", needed=False
    )


_BASIS = (_python, _packages, _libraries)
_REST = (_screen, _fonts, _policies, _home)

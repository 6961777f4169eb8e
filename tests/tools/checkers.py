"""The checkers of accessible and archivable PDF that the tests put files to, in an environment of their own.

They are no part of the product. ``checkers.lock`` beside this file pins them with their hashes; a library
that only draws pictures of what they find is left out. After a change:
``uv pip compile --universal --generate-hashes --no-annotate`` of ``outloud``, ``pdfua`` and
``pikepdf[pdfa]``, with ``--no-emit-package`` for ``pymupdf`` and each package that only that one needs.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
LOCK = Path(__file__).with_name("checkers.lock")
FOLDER = ROOT / "build" / "checkers"
SCRIPTS = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")
_STAMP = FOLDER / "made-of"


def ready() -> bool:
    """Whether the checkers of this checkout's lock file are there."""
    return PYTHON.exists() and _STAMP.exists() and _STAMP.read_bytes() == LOCK.read_bytes()


def install() -> bool:
    """Make the environment unless it is there; whether it is there then."""
    if ready():
        return True
    made = _run([sys.executable, "-m", "venv", "--clear", FOLDER])
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    hashed: list[str | Path] = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", LOCK]
    if not made or not _run([PYTHON, "-m", "pip", "install", *options, *hashed]):
        return False
    _STAMP.write_bytes(LOCK.read_bytes())
    return True


def _run(command: Sequence[str | Path]) -> bool:
    return subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, check=False).returncode == 0

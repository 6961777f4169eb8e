"""Set Dictamen up on a bare machine and run it: ``python3.11 tests/tools/bootstrap.py demo`` or ``... test``.

Needs Python 3.11 or newer and nothing else; it fetches the rest itself. Every step first looks whether it is
done already, so a second run is quick and needs no network.

Exit status: 0 done; 1 a step or a check failed; 2 the machine lacks something that only its user can install.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))  # nothing is installed yet

from tests.tools import checkers  # noqa: E402 - the checkout has to be on the path first
from tests.tools.machine import (  # noqa: E402 - the checkout has to be on the path first
    OLDEST_PYTHON,
    Failure,
    install_system_packages,
    refuse_unfit_python,
    say,
)

VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = SCRIPTS / ("python.exe" if sys.platform == "win32" else "python")
STAMP = VENV / "set-up-of"
UNFINISHED = VENV / "set-up-unfinished"

COMMANDS = {
    "demo": "set up, then do the main job on the sample cases",
    "test": "set up, then run every check and test",
    "app": "set up, then open the desktop app",
    "setup": "set up only",
}
# They would make the virtual environment's Python look outside it.
SHADOWING = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
MOST_WORKERS = 4  # beyond that the longest test file decides


def main(arguments: Sequence[str] | None = None) -> int:
    """Set up, do what the command names, and return the exit status."""
    asked = _parser().parse_args(arguments)
    try:
        set_up(asked.command)
        return {"demo": demo, "test": test, "app": app, "setup": setup_alone}[asked.command](asked)
    except Failure as failure:
        say(f"stopped: {failure}")
        return failure.status
    except KeyboardInterrupt:
        say("stopped by hand; run the same command again to go on")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Set Dictamen up on this machine and run it.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, does in COMMANDS.items():
        command = commands.add_parser(name, help=does, description=does)
        if name == "demo":
            usual = ROOT / "build" / "demo"
            command.add_argument(
                "--out", type=Path, default=usual, help="folder for the letters (build/demo)"
            )
    return parser


def set_up(command: str) -> None:
    """Bring system libraries, virtual environment and packages to what the checkout asks for."""
    refuse_unfit_python()
    install_system_packages(for_venv=not _venv_works(), for_tests=command == "test")
    make_venv()
    install_packages()
    if command == "test":
        install_checkers()


def make_venv() -> None:
    """A virtual environment in the checkout; one that is half made or belongs elsewhere is made anew."""
    if _venv_works():
        say("virtual environment: ready")
        return
    say("virtual environment: making .venv")
    if run([sys.executable, "-m", "venv", "--clear", VENV]):
        raise Failure("the virtual environment could not be made; see the lines above")


def _venv_works() -> bool:
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    if STAMP.exists() and STAMP.read_text("utf-8").splitlines()[:1] != [str(ROOT)]:
        return False  # the checkout was moved: the scripts in there name the old place
    question = f"import sys, pip; sys.exit(sys.version_info < {OLDEST_PYTHON})"
    return not run([PYTHON, "-c", question], quiet=True)


def install_packages() -> None:
    """The packages of the lock file, each checked against its hash, and Dictamen itself from the checkout."""
    stamp = f"{ROOT}\n{_digest('requirements.lock')}\n{_digest('pyproject.toml')}\n"
    if STAMP.exists() and STAMP.read_text("utf-8") == stamp:
        say("packages: up to date")
        return
    # pip takes a package whose unpacking was cut short for installed; so an interrupted run starts afresh.
    UNFINISHED.touch()
    say("packages: installing what requirements.lock names (some 150 MB the first time)")
    _pip("--require-hashes", "--only-binary", ":all:", "-r", "requirements.lock")
    say("packages: installing Dictamen from this checkout")
    _pip("--no-build-isolation", "--no-deps", "-e", ".")
    STAMP.write_text(stamp, "utf-8")
    UNFINISHED.unlink()


def install_checkers() -> None:
    """The checkers of PDF files, apart from the product; without them their tests are left out."""
    there = checkers.ready()
    if not there:
        say("checkers of PDF files: installing what tests/tools/checkers.lock names")
    found = there or checkers.install()
    say(f"checkers of PDF files: {'ready' if found else 'NOT THERE; their tests will be left out'}")


def _digest(name: str) -> str:
    return f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}"


def _pip(*arguments: str) -> None:
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    if run([PYTHON, "-m", "pip", "install", *options, *arguments]):
        raise Failure("pip could not install the packages; see the lines above")


def demo(asked: argparse.Namespace) -> int:
    """The main job on the shipped sample cases."""
    out: Path = asked.out.resolve()
    say(f"demo: writing letters to {out}")
    return _dictamen("demo", "--out", str(out))


def app(_asked: argparse.Namespace) -> int:
    """The desktop app."""
    return _dictamen()


def setup_alone(_asked: argparse.Namespace) -> int:
    """Nothing beyond the set-up."""
    say(f"ready; start the app with {SCRIPTS / 'dictamen'}")
    return 0


def _dictamen(*arguments: str) -> int:
    status = run([SCRIPTS / "dictamen", *arguments])
    if status:
        raise Failure(f"dictamen {' '.join(arguments)} ended with status {status}")
    return status


def test(_asked: argparse.Namespace) -> int:
    """Every check, the later ones also when an earlier one fails, so that one run tells all."""
    failed = []
    for name, command in _checks().items():
        began = time.monotonic()
        say(f"{name}: running")
        if run(command, QT_QPA_PLATFORM="offscreen"):
            failed.append(name)
        say(f"{name}: {'FAILED' if name in failed else 'ok'} ({time.monotonic() - began:.0f} s)")
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def _checks() -> dict[str, list[str | Path]]:
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    side_by_side = ["-n", str(workers), "--dist", "worksteal"] if workers > 1 else []
    return {
        "ruff check": [PYTHON, "-m", "ruff", "check"],
        "ruff format": [PYTHON, "-m", "ruff", "format", "--check"],
        # The same code is judged on every system.
        "mypy": [PYTHON, "-m", "mypy", "--platform", "linux"],
        "lint-imports": [SCRIPTS / "lint-imports", "--no-logo"],
        "pytest": [PYTHON, "-m", "pytest", "-q", *side_by_side],
    }


def run(command: Sequence[str | Path], *, quiet: bool = False, **extra: str) -> int:
    """Run a program in the checkout, with extra environment and no keyboard; return its exit status."""
    environment = {name: value for name, value in os.environ.items() if name not in SHADOWING} | extra
    said = subprocess.DEVNULL if quiet else None
    return subprocess.run(
        list(map(str, command)),
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=said,
        check=False,
    ).returncode


if __name__ == "__main__":
    sys.exit(main())

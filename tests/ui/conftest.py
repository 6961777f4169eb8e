"""What every test of the screen stands on: Qt without a screen, places of its own, nothing left behind."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.shell import Shell


@pytest.fixture(autouse=True)
def _own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the casebook or the settings of whoever runs it."""
    monkeypatch.setenv("DICTAMEN_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def _nothing_left() -> Iterator[None]:
    """Fail a test that leaves a window open or a thread running."""
    before = set(threading.enumerate())
    yield
    if "PySide6.QtWidgets" in sys.modules:
        assert _open_windows() == [], "the test left a window open"
    running = [thread.name for thread in set(threading.enumerate()) - before if not thread.daemon]
    assert running == [], "the test left a thread running"


def _open_windows() -> list[str]:
    from PySide6.QtCore import QCoreApplication, QEvent  # noqa: PLC0415  # only where a test uses Qt
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # as above

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return [widget.objectName() or type(widget).__name__ for widget in shown]


@pytest.fixture
def shell(qtbot: "QtBot", tmp_path: Path) -> Iterator["Shell"]:
    """A window that a test can drive; fails the test when an error was shown that it did not look at."""
    from tests.ui.shell import Shell  # noqa: PLC0415  # pytest-qt must have chosen its Qt

    driven = Shell(qtbot, tmp_path / "home", tmp_path / "config" / "settings.json")
    yield driven
    driven.close()
    assert driven.errors() == []


@pytest.fixture
def opened(shell: "Shell") -> "Shell":
    """The same, with a casebook of two people and the reviewer inside."""
    shell.create_casebook()
    shell.open()
    shell.unlock()
    return shell


@pytest.fixture
def sample() -> Callable[[str], Path]:
    """A shipped sample by the start of its file name."""
    import resources  # noqa: PLC0415  # as little as possible before Qt is chosen

    def find(start: str) -> Path:
        return next(iter(sorted(resources.path("samples").glob(f"{start}*.json"))))

    return find

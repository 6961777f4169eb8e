"""What tests of the people page do: press, choose, wait, read."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox

from tests.ui.shell import Shell
from ui.people.people_page import PeoplePage
from ui.session import Session
from ui.start.unlock_page import UnlockPage

NEW = "seven blue lamps"
"""A passphrase that is strong enough."""


def page(shell: Shell) -> PeoplePage:
    """The page, in sight."""
    return shell.window.findChildren(PeoplePage)[0]


def session(shell: Shell) -> Session:
    """What the window has open."""
    assert shell.window.session is not None
    return shell.window.session


def press(shell: Shell, name: str) -> None:
    """Press a button by the keyboard, wherever the page is scrolled to."""
    button = shell.find(QAbstractButton, name)
    assert button.isVisible()
    assert button.isEnabled()
    button.setFocus()
    shell.key(Qt.Key.Key_Space)


def choose(shell: Shell, name: str, value: str) -> None:
    """Choose by keys, as a person does."""
    combo = shell.find(QComboBox, name)
    combo.setFocus()
    shell.key(Qt.Key.Key_Home)
    while combo.currentData() != value:
        before = combo.currentIndex()
        shell.key(Qt.Key.Key_Down)
        assert combo.currentIndex() != before, f"{name} has no {value}"


def wait_for(shell: Shell, said: Callable[[], bool]) -> None:
    """Wait for something that a worker brings."""
    shell.qtbot.waitUntil(said, timeout=20_000)


def is_locked(shell: Shell) -> bool:
    """Whether somebody has to sign in."""
    return isinstance(shell.window.entry, UnlockPage)


def actions(people: Shell) -> list[str]:
    """What the trail holds, in its order."""
    assert people.window.session is not None
    book = people.window.session.casebook
    return [
        entry.action
        for entry in book.trail(datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))
    ]

"""Every command of the window as one QAction, so that keys, buttons, menus and tests share it.

Example::

    actions = Actions(window)
    actions.add("lock", "Lock", ["Ctrl+L"], window.lock)
    actions["lock"].trigger()
"""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Actions:
    """The commands of one window, by name; each action is named ``action/NAME``."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._keys: dict[str, Sequence[str]] = {}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._actions.values())

    def add(self, name: str, text: str, keys: Sequence[str], do: Callable[[], object]) -> QAction:
        """Add a command.

        Args:
            name: tells it from all others.
            text: what it does, in words.
            keys: its key sequences.
            do: what to call.
        """
        action = QAction(text, self._window)
        action.setObjectName(f"action/{name}")
        self._keys[name] = keys
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(lambda: do())  # noqa: PLW0108  # the signal's bool is not meant for do
        self._window.addAction(action)
        self._actions[name] = action
        return action

    def named(self) -> Iterator[tuple[str, QAction]]:
        """Every command with its name."""
        return iter(self._actions.items())

    def set_letters(self, name: str, letters: Sequence[str]) -> None:
        """Give a command these keys beside its own, or take them away.

        A letter alone works only while no text field has the focus, because such a field keeps it as a
        character.
        """
        self._actions[name].setShortcuts([QKeySequence(key) for key in (*self._keys[name], *letters)])

    def enable(self, names: Sequence[str], *, enabled: bool) -> None:
        """Allow these commands, or not; a command that is not allowed leaves its keys to others."""
        for name in names:
            self._actions[name].setEnabled(enabled)

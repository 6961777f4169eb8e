"""The commands of the window: what each key does outside a case, and what holds everywhere."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.errors import DictamenError
from ui import messages
from ui.actions import Actions
from ui.settings.store import TEXT_PERCENTS, SettingsStore

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from ui.window import Window

_BETWEEN_CASES = ("open_file", "find", "back", "next_area")
_UNLOCKED = ("lock", "new")
_LETTERS = {"new": ("N",), "find": ("/",)}
"""Keys without Ctrl: only between cases, and there only while no text field has the focus."""


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("window", text)


class WindowCommands:
    """Gives a window its actions and does what they say."""

    def __init__(self, window: "Window", store: SettingsStore) -> None:
        self._window, self._store = window, store
        self.actions = Actions(window)
        for name, text, keys, do in self._table():
            self.actions.add(name, text, keys, do)

    def name_again(self) -> None:
        """Say what each does in the language that the screen has now."""
        for name, text, _keys, _do in self._table():
            self.actions[name].setText(text)

    def _table(self) -> "tuple[tuple[str, str, tuple[str, ...], Callable[[], object]], ...]":
        return (
            (
                "commands",
                tr("All commands, lines and cases"),
                ("Ctrl+K",),
                self._window.overlays.toggle_palette,
            ),
            ("keys", tr("Table of keys"), ("Ctrl+/",), self._window.overlays.toggle_keys),
            ("lock", tr("Lock"), ("Ctrl+L",), self._window.lock),
            ("new", tr("New request"), ("Ctrl+N",), self.new_request),
            ("open_file", tr("Open case file"), ("Ctrl+O",), self.open_file),
            ("find", tr("Find"), ("Ctrl+F",), self.find),
            ("back", tr("Back to the worklist"), ("Esc",), self.go_back),
            ("next_area", tr("Next part of the window"), ("F6",), self.next_area),
            ("larger", tr("Larger text"), ("Ctrl++", "Ctrl+="), lambda: self.size_text(1)),
            ("smaller", tr("Smaller text"), ("Ctrl+-",), lambda: self.size_text(-1)),
            ("usual_size", tr("Text of the usual size"), ("Ctrl+0",), lambda: self.size_text(0)),
        )

    def allow(self) -> None:
        """Allow what fits the view in sight; the others leave their keys to the open case."""
        window = self._window
        free = window.overlays.shown is None
        between = window.places is not None and window.case is None and not window.over and free
        self.actions.enable(_BETWEEN_CASES, enabled=between)
        self.actions.enable(_UNLOCKED, enabled=window.session is not None)
        for name, letters in _LETTERS.items():
            self.actions.set_letters(name, letters if between else ())

    def everywhere(self) -> "list[QAction]":
        """The commands that do not depend on what is in sight."""
        return [action for name, action in self.actions.named() if name not in _BETWEEN_CASES]

    def between(self) -> "list[QAction]":
        """The commands that are there only between cases."""
        return [self.actions[name] for name in _BETWEEN_CASES]

    def new_request(self) -> None:
        """Enter a new request; what is typed in an open case is saved first."""
        window = self._window
        if window.case is not None:
            window.case.view.commit()
        if window.opening is not None:
            window.opening.new_request()

    def open_file(self) -> None:
        """Ask for a case file and take it in."""
        if self._window.opening is not None:
            self._window.opening.choose_files()

    def find(self) -> None:
        """Let a person type what to find."""
        if self._window.places is not None:
            self._window.places.find_case()

    def go_back(self) -> None:
        """Show the worklist."""
        if self._window.places is not None:
            self._window.places.go_back()

    def next_area(self) -> None:
        """Move the focus between the page and the side bar."""
        if self._window.places is not None:
            self._window.places.next_area()

    def size_text(self, step: int) -> None:
        """Show text a step larger or smaller, or at its usual size for 0."""
        now = self._store.settings.text_percent
        if step > 0:
            size = next((percent for percent in TEXT_PERCENTS if percent > now), now)
        elif step < 0:
            size = next((percent for percent in reversed(TEXT_PERCENTS) if percent < now), now)
        else:
            size = TEXT_PERCENTS[0]
        try:
            self._store.change(text_percent=size)
        except DictamenError as error:
            messages.error(error)

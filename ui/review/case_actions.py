"""What can be done with a case by key; each is one QAction, so that menu, palette, key and QA share it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.review.words import tr

STEPS = 6


class Command(NamedTuple):
    """A command: its text, its keys, and what it does."""

    text: str
    keys: str
    run: Callable[[], object]


def add_actions(view: QWidget, commands: Mapping[str, Command]) -> None:
    """Give the view an action per command, named ``case/ID``; its keys work while the focus is inside."""
    for name, command in commands.items():
        action = QAction(command.text, view)
        action.setObjectName(f"case/{name}")
        action.setShortcuts([QKeySequence(keys) for keys in command.keys.split()])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(_without_checked(command.run))
        view.addAction(action)


def _without_checked(run: Callable[[], object]) -> Callable[[], None]:
    def triggered() -> None:
        run()

    return triggered


def step_commands(go: Callable[[int], object]) -> dict[str, Command]:
    """Ctrl 1 to 6: the steps in the order in which they are shown."""

    def to(number: int) -> Callable[[], object]:
        return lambda: go(number)

    return {
        f"step/{number}": Command(tr("Step {0}").format(number), f"Ctrl+{number}", to(number))
        for number in range(1, STEPS + 1)
    }


class TypingUndo(QObject):
    """Ctrl Z takes back what is being typed; once there is nothing left of that, the case's last change.

    A text field claims the key even when it has nothing to take back; this leaves it to the case then.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None

    def follow(self, focused: QWidget | None) -> None:
        """Watch the text field that has the focus, if one has."""
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.destroyed.disconnect(self._forget)
        self._field = focused if isinstance(focused, QLineEdit | QPlainTextEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)
            self._field.destroyed.connect(self._forget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
            return False
        can_undo, can_redo = _possible(watched)
        undo, redo = (
            event.matches(QKeySequence.StandardKey.Undo),
            event.matches(QKeySequence.StandardKey.Redo),
        )
        if (undo and not can_undo) or (redo and not can_redo):
            event.ignore()
            return True
        return False

    def _forget(self) -> None:
        self._field = None


def _possible(watched: QObject) -> tuple[bool, bool]:
    if isinstance(watched, QLineEdit):
        return watched.isUndoAvailable(), watched.isRedoAvailable()
    if isinstance(watched, QPlainTextEdit):
        return watched.document().isUndoAvailable(), watched.document().isRedoAvailable()
    return False, False


def is_typing() -> bool:
    """Whether the focus is in a text field that was changed since it was last saved or filled."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        return focused.isModified()
    return isinstance(focused, QPlainTextEdit) and focused.document().isModified()

"""What can be done with a case by key; each is one QAction, so that menu, palette, key and QA share it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from ui.review.words import tr

STEPS = 6
_STEP_NUMBERS = range(1, STEPS + 1)


def case_words() -> dict[str, tuple[str, str]]:
    """What each command of a case is called, and its keys; also where no case is open."""
    return {
        "worklist": (tr("Back to the worklist"), "Alt+Left"),
        "leave": (tr("Close what is open, or the case"), "Esc"),
        "primary": (tr("Do the next step"), "Ctrl+Return Ctrl+Enter"),
        "next_open": (tr("Next open question"), "F8"),
        "next_question": (tr("Next question"), "Ctrl+Down"),
        "previous_question": (tr("Previous question"), "Ctrl+Up"),
        "undo": (tr("Undo"), "Ctrl+Z"),
        "redo": (tr("Redo"), "Ctrl+Shift+Z Ctrl+Y"),
        "add_document": (tr("Add a document to this question"), "Ctrl+E"),
        "next_region": (tr("Page, finding, steps, footer"), "F6"),
        "finding": (tr("Show the whole finding"), "Ctrl+."),
        "refer": (tr("Refer to a physician reviewer"), "Ctrl+R"),
        "pend": (tr("Ask for documents"), "Ctrl+D"),
        "history": (tr("History of the case"), "Ctrl+H"),
        "print": (tr("Print letter"), "Ctrl+P"),
        **{f"step/{number}": (tr("Step {0}").format(number), f"Ctrl+{number}") for number in _STEP_NUMBERS},
    }


def add_actions(view: QWidget, runs: Mapping[str, Callable[[], object]]) -> None:
    """Give the view an action per command, named ``case/ID``; its keys work while the focus is inside.

    Args:
        view: of the case.
        runs: what each command of ``case_words`` does.
    """
    for name, (text, keys) in case_words().items():
        action = QAction(text, view)
        action.setObjectName(f"case/{name}")
        action.setShortcuts([QKeySequence(key) for key in keys.split()])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(_without_checked(runs[name]))
        view.addAction(action)


def _without_checked(run: Callable[[], object]) -> Callable[[], None]:
    def triggered() -> None:
        run()

    return triggered


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

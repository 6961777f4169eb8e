"""What all fields share: label above, hint, the editor, and what is wrong below it."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.boxes import Column, Row
from ui.kit.text import ErrorText, FieldLabel, Hint, Secondary

Value = TypeVar("Value")

# The focus comes back by itself from these, so the field has not been left.
_NOT_LEFT = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Field(QWidget, Generic[Value]):
    """A labelled editor. Errors appear on leaving it or on demand, never while typing; typed text stays.

    The editor carries the object name, the label as accessible name, and hint and error as description.
    A subclass builds its editor and gives ``value``, ``set_value`` and, where needed, ``_unreadable``.

    Signals:
        edited: a person changed the content (each key).
        committed: a person left the field, or pressed Enter, after changing it.
    """

    edited = Signal()
    committed = Signal()

    def __init__(
        self, editor: QWidget, label: str, hint: str = "", required: str = "", unit: str = ""
    ) -> None:
        """``required`` is the sentence that is said when the field is empty; without it, it may be empty."""
        super().__init__()
        self.label = label
        self._required = required
        self._hint_text = hint
        self._editor = editor
        self._checks: list[Callable[[Value], str]] = []
        self._changed = False
        self._error = ErrorText()
        self._error.hide()
        self.setFocusProxy(editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._arrange(label, hint, unit)
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        editor.installEventFilter(self)

    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self._editor

    def value(self) -> Value | None:
        """What the field holds, or None when it is empty or cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Value | None) -> None:
        """Show a value without telling anybody; takes an error away."""
        raise NotImplementedError

    def add_check(self, check: Callable[[Value], str]) -> None:
        """Ask this of each value that can be read; it answers with what is wrong, or nothing."""
        self._checks.append(check)

    def problem(self) -> str:
        """What is wrong with the content now, in words, or nothing; shows nothing."""
        unreadable = self._unreadable()
        if unreadable:
            return unreadable
        value = self.value()
        if value is None:
            return self._required
        return next((said for check in self._checks if (said := check(value))), "")

    def reveal(self) -> str:
        """Show what is wrong, if anything, and give it back for the error summary."""
        problem = self.problem()
        self.set_error(problem)
        return problem

    def set_error(self, problem: str) -> None:
        """Show a problem under the editor, or take it away with an empty text."""
        self._error.setText(problem)
        self._error.setVisible(bool(problem))
        self._editor.setProperty("invalid", bool(problem))
        self._editor.style().unpolish(self._editor)
        self._editor.style().polish(self._editor)
        described = " ".join(part for part in (problem, self._hint_text) if part)
        self._editor.setAccessibleDescription(described)

    def error(self) -> str:
        """The problem that is shown, or nothing."""
        return self._error.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = event.type() == QEvent.Type.FocusOut and watched is self._editor
        if left and event.reason() not in _NOT_LEFT:  # type: ignore[attr-defined] # a QFocusEvent
            self._commit()
        return super().eventFilter(watched, event)

    def _unreadable(self) -> str:
        """Why the content cannot be read, or nothing."""
        return ""

    def _arrange(self, label: str, hint: str, unit: str) -> None:
        column = Column(self, gap=4)
        title: QLabel = FieldLabel(label)
        title.setBuddy(self._editor)
        column.addWidget(title)
        if hint:
            column.addWidget(Hint(hint))
        line = Row(gap=8)
        line.addWidget(self._editor)
        if unit:
            line.addWidget(Secondary(unit, wraps=False))
        column.addLayout(line)
        column.addWidget(self._error)

    def _note_edit(self) -> None:
        self._changed = True
        self.edited.emit()

    def _commit(self) -> None:
        if self._changed:
            self._changed = False
            self.reveal()
            self.committed.emit()

"""Fields in which a text is typed: one line, a passphrase, several lines."""

from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from ui import fonts, theme
from ui.fonts import px
from ui.kit.field import Field

Value = TypeVar("Value")


class LineField(Field[Value]):
    """A field of one line; ``name`` is the object name of its editor."""

    def __init__(self, name: str, label: str, hint: str = "", required: str = "", unit: str = "") -> None:
        self.line = QLineEdit()
        self.line.setObjectName(name)
        super().__init__(self.line, label, hint, required, unit)
        self._characters = 0
        self.line.textEdited.connect(self._note_edit)
        self.line.returnPressed.connect(self._commit)
        theme.changes().changed.connect(self._fit)

    def text(self) -> str:
        """What was typed, without spaces at the ends."""
        return self.line.text().strip()

    def set_placeholder(self, example: str) -> None:
        """Show an example while the field is empty."""
        self.line.setPlaceholderText(example)

    def set_characters(self, count: int) -> None:
        """Make the line as wide as that many digits need; by default it takes the width it gets."""
        self._characters = count
        self._fit()

    def _show(self, text: str) -> None:
        self.line.setText(text)
        self._changed = False
        self.set_error("")

    def _fit(self) -> None:
        if self._characters:
            digit = fonts.metrics().horizontalAdvance("0")
            self.line.setFixedWidth(digit * self._characters + px(22))


class TextField(LineField[str]):
    """One line of text."""

    def value(self) -> str | None:
        """The text without spaces at its ends, or None when there is none."""
        return self.text() or None

    def set_value(self, value: str | None) -> None:
        """Show a text without telling anybody; takes an error away."""
        self._show(value or "")


class PassphraseField(LineField[str]):
    """A passphrase: never shown, kept exactly as typed."""

    def __init__(self, name: str, label: str, hint: str = "", required: str = "") -> None:
        super().__init__(name, label, hint, required)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)

    def value(self) -> str | None:
        """The passphrase with every space in it, or None when nothing was typed."""
        return self.line.text() or None

    def set_value(self, value: str | None) -> None:
        """Fill the field; None empties it, as after use."""
        self._show(value or "")


class AreaField(Field[str]):
    """A text of several lines, such as a reason; Tab leaves it."""

    def __init__(self, name: str, label: str, hint: str = "", required: str = "", lines: int = 4) -> None:
        self.area = QPlainTextEdit()
        self.area.setObjectName(name)
        self.area.setTabChangesFocus(True)
        super().__init__(self.area, label, hint, required)
        self._lines = lines
        self.area.textChanged.connect(self._note_edit)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def value(self) -> str | None:
        """The text without spaces at its ends, or None when there is none."""
        return self.area.toPlainText().strip() or None

    def set_value(self, value: str | None) -> None:
        """Show a text without telling anybody; takes an error away."""
        with QSignalBlocker(self.area):
            self.area.setPlainText(value or "")
        self._changed = False
        self.set_error("")

    def set_placeholder(self, example: str) -> None:
        """Show an example while the field is empty."""
        self.area.setPlaceholderText(example)

    def _fit(self) -> None:
        self.area.setFixedHeight(fonts.metrics().lineSpacing() * self._lines + px(22))

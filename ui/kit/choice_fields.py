"""Fields that are chosen: ``ComboField`` from a list that opens, ``ChoiceField`` from rows all in sight.

Both hold the value of the chosen option as text, or None while nothing is chosen.
"""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.choices import ChoiceGroup
from ui.kit.drawing import Ink, painting, put, square_in, surface
from ui.kit.field import Field

_HEIGHT, _PADDING, _ARROW = 32, 9, 16


class ComboBox(QComboBox):
    """A combo box that looks like the other fields; the wheel scrolls the page, not the value."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        texts = (self.itemText(index) for index in range(self.count()))
        metrics = fonts.metrics()
        longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        longest = max(longest, metrics.horizontalAdvance(self.placeholderText()))
        return QSize(longest + 2 * px(_PADDING) + px(_ARROW) + px(6), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        invalid = bool(self.property("invalid"))
        edge = (tokens.late, 2) if invalid else (tokens.control if self.isEnabled() else tokens.line, 1)
        words = self.currentText() or self.placeholderText()
        pale = not self.isEnabled() or self.currentIndex() < 0
        with painting(self) as painter:
            inside = tokens.surface if self.isEnabled() else tokens.window
            surface(painter, self.rect(), px(6), inside, edge)
            text = self.rect().adjusted(px(_PADDING), 0, -px(_PADDING + _ARROW), 0)
            put(painter, text, words, Ink(fonts.font(), tokens.text3 if pale else tokens.text))
            arrow = square_in(self.rect(), self.width() - px(_PADDING + _ARROW), px(_ARROW))
            icons.paint(painter, "chevron-down", tokens.text2, arrow)


class ComboField(Field[str]):
    """One option of a list that opens; for many options, or where the usual one is set already.

    Attributes:
        waits: what is chosen counts only once a button is pressed, and is half done until then.
    """

    def __init__(
        self, name: str, label: str, hint: str = "", required: str = "", *, waits: bool = False
    ) -> None:
        self.combo = ComboBox(name)
        self.waits = waits
        self._by_hand = False
        super().__init__(self.combo, label, hint, required)
        self.combo.activated.connect(self._choose)

    def add_option(self, value: str, text: str) -> None:
        """Add an option at the end; nothing is chosen until ``set_value`` or a person does."""
        chosen = self.combo.currentIndex()
        self.combo.addItem(text, value)
        self.combo.setCurrentIndex(chosen)
        self.combo.updateGeometry()

    def set_placeholder(self, text: str) -> None:
        """Show this while nothing is chosen."""
        self.combo.setPlaceholderText(text)

    def value(self) -> str | None:
        """The value of the chosen option, or None."""
        value = self.combo.currentData()
        return None if value is None else str(value)

    def is_by_hand(self) -> bool:
        """Whether a person chose what is chosen."""
        return self._by_hand

    def set_value(self, value: str | None) -> None:
        """Choose without telling anybody; None, or a value that is not listed, chooses nothing."""
        self._by_hand = False
        self.combo.setCurrentIndex(self.combo.findData(value) if value is not None else -1)
        self.set_error("")

    def _choose(self) -> None:
        self._by_hand = True
        self._note_edit()
        self._commit()


class ChoiceField(Field[str]):
    """One option of a few that are all in sight."""

    def __init__(self, name: str, label: str, hint: str = "", required: str = "") -> None:
        self.group = ChoiceGroup(name, label)
        super().__init__(self.group, label, hint, required)
        self.group.chosen.connect(self._choose)

    def add_option(self, value: str, title: str, hint: str = "") -> None:
        """Add an option at the end."""
        self.group.add(value, title, hint)

    def value(self) -> str | None:
        """The chosen value, or None."""
        return self.group.value()

    def set_value(self, value: str | None) -> None:
        """Choose without telling anybody; takes an error away."""
        self.group.set_value(value)
        self.set_error("")

    def _choose(self, _value: str) -> None:
        self._note_edit()
        self._commit()

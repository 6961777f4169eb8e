"""Options of a question: ``ChoiceRow`` (one of several), ``CheckRow`` (any of several), ``ChoiceGroup``.

group = ChoiceGroup("cd22_positive", "Is the leukemia CD22-positive?")
group.add("true", "Yes")
group.add("false", "No", hint="...")
group.chosen.connect(answer)          # the value, when a person chooses
group.set_value("true")               # silent
group.row("false").refuse("Only a physician")
"""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QSizePolicy, QWidget

from ui.kit.columns import Columns
from ui.kit.option_face import Mark, OptionFace, round_mark, square_mark


def _dress(button: QAbstractButton, title: str, hint: str, mark: Mark) -> OptionFace:
    button.setText(title)
    button.setAccessibleName(title)
    button.setAccessibleDescription(hint)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    return OptionFace(button, title, hint, mark)


def _refuse(button: QAbstractButton, face: OptionFace, usual_hint: str, reason: str) -> None:
    button.setEnabled(not reason)
    face.hint = reason or usual_hint
    button.setAccessibleDescription(face.hint)
    button.updateGeometry()
    button.update()


class ChoiceRow(QRadioButton):
    """One of several options, the whole row a target. Stands in a ``ChoiceGroup``."""

    def __init__(self, title: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._hint = hint
        self.face = _dress(self, title, hint, round_mark)

    def refuse(self, reason: str) -> None:
        """Disable the row and show why in place of its hint; an empty reason allows it again."""
        _refuse(self, self.face, self._hint, reason)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height_for(width)

    def sizeHint(self) -> QSize:
        return self.face.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self.face.least_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint()


class CheckRow(QCheckBox):
    """An option that can be ticked by itself, the whole row a target."""

    def __init__(self, title: str, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._hint = hint
        self.face = _dress(self, title, hint, square_mark)

    def refuse(self, reason: str) -> None:
        """Disable the row and show why in place of its hint; an empty reason allows it again."""
        _refuse(self, self.face, self._hint, reason)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.face.height_for(width)

    def sizeHint(self) -> QSize:
        return self.face.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self.face.least_size()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.face.paint()


class ChoiceGroup(QWidget):
    """The options of one question: exclusive, in 2 or 3 columns that reflow, by arrows and digits 1 to 9.

    Arrows move as Qt moves them: to the neighbour on that side, choosing it once something is chosen.

    Rows are named ``NAME/choice/VALUE``; the group is named ``NAME/choices``.

    Signals:
        chosen(str): a person chose this value.
    """

    chosen = Signal(str)

    def __init__(self, name: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}/choices")
        self.setAccessibleName(question)
        self._name = name
        self._rows: dict[str, ChoiceRow] = {}
        self._buttons = QButtonGroup(self)
        self._columns = Columns(self)
        self._buttons.buttonClicked.connect(self._tell)

    def add(self, value: str, title: str, hint: str = "") -> ChoiceRow:
        """Add an option at the end; ``value`` is what ``chosen`` tells."""
        row = ChoiceRow(title, f"{self._name}/choice/{value}", hint, self)
        if not self._rows:
            self.setFocusProxy(row)
        self._rows[value] = row
        self._buttons.addButton(row)
        self._columns.add_option(row, row.face)
        return row

    def row(self, value: str) -> ChoiceRow:
        """The row of a value that was added."""
        return self._rows[value]

    def value(self) -> str | None:
        """The chosen value, or None."""
        return next((value for value, row in self._rows.items() if row.isChecked()), None)

    def set_value(self, value: str | None) -> None:
        """Show a value as chosen, or none, without telling anybody."""
        self._buttons.setExclusive(False)
        for candidate, row in self._rows.items():
            row.setChecked(candidate == value)
        self._buttons.setExclusive(True)

    def choose_number(self, number: int) -> bool:
        """Choose the option of this number, from 1, as a person; says whether there is one to choose."""
        rows = list(self._rows.values())
        if not 1 <= number <= len(rows) or not rows[number - 1].isEnabled():
            return False
        rows[number - 1].setFocus(Qt.FocusReason.ShortcutFocusReason)
        rows[number - 1].click()
        return True

    def focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the chosen row, or to the first that may be used."""
        rows = [row for row in self._rows.values() if row.isEnabled()]
        target = next((row for row in rows if row.isChecked()), rows[0] if rows else None)
        if target is not None:
            target.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        digit = event.text() if plain and event.text() in "123456789" else ""
        if not digit or not self.choose_number(int(digit)):
            super().keyPressEvent(event)

    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(value for value, row in self._rows.items() if row is button))

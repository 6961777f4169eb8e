"""An answer that is typed: a number in its unit, or a day."""

from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.number_range import NumberRange
from app.policy import Question
from ui.kit.boxes import Column
from ui.kit.numbers import show_number
from ui.kit.text_fields import LineField
from ui.kit.value_fields import DateField, NumberField
from ui.review.field_values import AMOUNT, DAY, is_being_typed
from ui.review.words import tr

_DIGITS = 12


class TypedAnswer(QWidget):
    """The field of one question; what cannot be an answer is explained and not saved.

    Signals:
        given(object): a person gave an answer, as a case file holds it; None for an empty field.
    """

    given = Signal(object)

    def __init__(self, question: Question, language: str) -> None:
        super().__init__()
        self._form = DAY if question.number is None else AMOUNT
        self._field = _field(question, language)
        self._field.set_characters(_DIGITS)
        self._field.editor().setAccessibleName(question.prompt[language])
        self._field.committed.connect(self._give)
        Column(self).addWidget(self._field)

    def show_value(self, stored: object) -> None:
        """Show what the case file holds, unless somebody is typing here; say what is wrong with it."""
        if is_being_typed(self._field):
            return
        self._form.show(self._field, stored)
        self._field.set_error(self._field.problem())

    def focus(self, reason: Qt.FocusReason) -> None:
        """Give the focus to the field."""
        self._field.editor().setFocus(reason)

    def _give(self) -> None:
        if self._field.problem():
            return
        self._field.line.setModified(False)
        self.given.emit(self._form.typed(self._field))


def _field(question: Question, language: str) -> LineField[Any]:
    name = f"{question.id}/value"
    if question.number is None:
        return DateField(name, tr("Date"), unit=tr("as in 10-Nov-2026"))
    numbers = question.number
    number = NumberField(name, tr("Value"), unit=numbers.unit[language])
    number.add_check(lambda value: _out_of_range(numbers, value))
    return number


def _out_of_range(numbers: NumberRange, value: Decimal) -> str:
    if numbers.holds(value):
        return ""
    bounds = (show_number(numbers.least), show_number(numbers.most))
    if not numbers.decimals:
        return tr("Enter a whole number from {0} to {1}.").format(*bounds)
    if numbers.decimals == 1:
        return tr("Enter a number from {0} to {1} with at most 1 decimal.").format(*bounds)
    return tr("Enter a number from {0} to {1} with at most {2} decimals.").format(*bounds, numbers.decimals)

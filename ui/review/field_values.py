"""From what a field shows to what a case file holds, and back. What cannot be read stays as it was typed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from ui.kit.choice_fields import ChoiceField, ComboField
from ui.kit.dates import show_date, show_time
from ui.kit.field import Field
from ui.kit.numbers import show_number
from ui.kit.text_fields import LineField

Choosing = ChoiceField | ComboField


@dataclass(frozen=True)
class Form:
    """How one kind of field holds a value.

    Attributes:
        typed: the document's value for what the field holds; None when it is empty.
        show: show a document's value in the field.
    """

    typed: Callable[[Any], object]
    show: Callable[[Any, object], None]


def put_text(field: LineField[Any], text: str) -> None:
    """Show a text in a field unless it is there already, which would cost the field its own undo."""
    if field.line.text() != text:
        field.line.setText(text)
    field.line.setModified(False)


def is_being_typed(field: Field[Any]) -> bool:
    """Whether a person has typed something here that has not been saved yet."""
    return isinstance(field, LineField) and field.line.isModified()


def _written(write: Callable[[Any], object]) -> Callable[[LineField[Any]], object]:
    """The readable value as it is written in a document, else the typed text."""

    def typed(field: LineField[Any]) -> object:
        value = field.value()
        return write(value) if value is not None else field.text() or None

    return typed


def _shown(read: Callable[[object], str]) -> Callable[[LineField[Any], object], None]:
    def show(field: LineField[Any], value: object) -> None:
        put_text(field, "" if value is None else read(value))

    return show


def _day(value: object) -> str:
    try:
        return show_date(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _clock(value: object) -> str:
    try:
        return show_time(time.fromisoformat(str(value)))
    except ValueError:
        return str(value)


def _amount(value: object) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    return show_number(number) if number.is_finite() else str(value)


def _json_number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _codes(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _listed(text: str) -> list[str]:
    return [code.upper() for code in text.replace(",", " ").replace(";", " ").split()]


def _choose(field: Choosing, value: object) -> None:
    if field.value() != (value if isinstance(value, str) else None):
        field.set_value(value if isinstance(value, str) else None)


TEXT = Form(_written(str), _shown(str))
DAY = Form(_written(date.isoformat), _shown(_day))
CLOCK = Form(_written(lambda moment: f"{moment:%H:%M}"), _shown(_clock))
NUMBER = Form(_written(_json_number), _shown(_amount))
AMOUNT = Form(_written(lambda number: format(number, "f")), _shown(_amount))
CODES = Form(_written(_listed), _shown(_codes))
CHOICE = Form(lambda field: field.value() or None, _choose)
"""One of the offered values; an empty one stands for nothing."""
OPTIONAL_CHOICE = Form(lambda field: field.value() or None, lambda field, value: _choose(field, value or ""))
"""As CHOICE, where nothing is one of the offers."""

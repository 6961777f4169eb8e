"""What was typed or chosen in a part of the window and is saved nowhere yet: told, and put back."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ui.kit.card import Card
from ui.kit.choice_fields import ComboField

Editor = QLineEdit | QPlainTextEdit

_OPENED_BY = "opened_by"


class HalfDone(NamedTuple):
    """One field, or one card, in which something stands that is saved nowhere.

    Attributes:
        name: its object name.
        text: what stands there.
        opened_by: the object name of the button that opens the form around it; empty where it is always open.
    """

    name: str
    text: str
    opened_by: str = ""


@runtime_checkable
class Resumes(Protocol):
    """A card that has something under way that is no field."""

    def under_way(self) -> str:
        """What it needs to go on, or nothing."""

    def resume(self, told: str) -> None:
        """Go on with what it was told."""


def opens(button: str, form: QWidget) -> None:
    """Note which button, by its object name, opens a form that is not always there."""
    form.setProperty(_OPENED_BY, button)


def half_done(part: QWidget) -> Iterator[HalfDone]:
    """Everything in a part of the window that nothing has saved yet; never a passphrase."""
    for editor, text in _written(part):
        yield HalfDone(editor.objectName(), text, _opened_by(editor, part))
    for card in part.findChildren(Card):
        if isinstance(card, Resumes) and (told := card.under_way()):
            yield HalfDone(card.objectName(), told)


def put_back(part: QWidget, items: Iterable[HalfDone]) -> bool:
    """Put everything back where it stood; says whether there was a place for anything."""
    listed = [*items]
    for opener in {item.opened_by: None for item in listed if item.opened_by}:
        for button in part.findChildren(QAbstractButton, opener):
            button.click()
    found = [_put_back(part, item) for item in listed]
    return any(found)


def _written(part: QWidget) -> Iterator[tuple[QWidget, str]]:
    for line in part.findChildren(QLineEdit):
        if line.isModified() and line.echoMode() is QLineEdit.EchoMode.Normal and line.isVisibleTo(part):
            yield line, line.text()
    for area in part.findChildren(QPlainTextEdit):
        if area.document().isModified() and area.toPlainText():
            yield area, area.toPlainText()
    for combo in part.findChildren(ComboField):
        if combo.waits and combo.is_by_hand() and combo.isVisibleTo(part):
            yield combo.combo, combo.value() or ""


def _opened_by(widget: QWidget, part: QWidget) -> str:
    above = widget.parentWidget()
    while above is not None and above is not part:
        if button := above.property(_OPENED_BY):
            return str(button)
        above = above.parentWidget()
    return ""


def _put_back(part: QWidget, item: HalfDone) -> bool:
    found = _find(part, item.name)
    if isinstance(found, QComboBox):
        place = found.findData(item.text)
        if place >= 0:
            found.setCurrentIndex(place)
            found.activated.emit(place)
    elif isinstance(found, QLineEdit):
        found.selectAll()
        found.insert(item.text)
    elif isinstance(found, QPlainTextEdit):
        found.selectAll()
        found.insertPlainText(item.text)
    elif isinstance(found, Resumes):
        found.resume(item.text)
    return found is not None


def _find(part: QWidget, name: str) -> Any:
    found = part.findChildren(QWidget, name)
    return next((each for each in found if isinstance(each, Editor | QComboBox | Card)), None)

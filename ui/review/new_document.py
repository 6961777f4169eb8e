"""Naming one more document: title, kind and date."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.boxes import Row
from ui.kit.buttons import SecondaryButton
from ui.kit.choice_fields import ComboField
from ui.kit.field import Field
from ui.kit.printable import unprintable
from ui.kit.text_fields import TextField
from ui.kit.value_fields import DateField
from ui.review.documents import kind_names
from ui.review.words import tr


class NewDocumentForm(QWidget):
    """Fields and a button; nothing is kept until all that is needed is there.

    Signals:
        added(str, str, str): kind, title, and the date as YYYY-MM-DD or nothing.
    """

    added = Signal(str, str, str)

    def __init__(self, name: str, button: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = TextField(f"{name}/title", tr("Title"), required=tr("Enter the title of the document."))
        self._title.add_check(unprintable)
        self._kind = ComboField(
            f"{name}/kind", tr("Kind"), required=tr("Choose what kind of document it is."), waits=True
        )
        self._kind.set_placeholder(tr("Choose"))
        for value, words in kind_names().items():
            self._kind.add_option(value, words)
        self._dated = DateField(f"{name}/dated", tr("Date"))
        self._dated.set_placeholder(tr("10-Nov-2026"))
        self._dated.set_characters(12)
        add = SecondaryButton(button, f"{name}/add")
        add.clicked.connect(self._add)
        for field in (self._title, self._dated):
            field.line.returnPressed.connect(self._add)
        row = Row(self, gap=8)
        row.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._kind, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._dated, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(add, 0, Qt.AlignmentFlag.AlignBottom)

    def focus(self) -> None:
        """Give the focus to the title."""
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        fields: tuple[Field[str] | Field[date], ...] = (self._title, self._kind, self._dated)
        wrong = [field for field in fields if field.reveal()]
        if wrong:
            wrong[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        dated = self._dated.value()
        self.added.emit(self._kind.value(), self._title.value(), dated.isoformat() if dated else "")
        self._title.set_value(None)
        self._dated.set_value(None)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

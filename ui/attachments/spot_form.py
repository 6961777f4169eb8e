"""Saying in which file a document lies, and on which page."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app import case_attachments
from app.attachments import Spot
from app.case import CaseRecord
from ui.attachments.words import short_name
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.choice_fields import ComboField
from ui.kit.value_fields import NumberField
from ui.review.words import tr

_NOWHERE = ""


class SpotForm(QWidget):
    """Two fields and a button, for one document.

    Signals:
        chosen(object): a ``Spot``, or None for nowhere.
        given_up: the person changed their mind.
    """

    chosen = Signal(object)
    given_up = Signal()

    def __init__(self, name: str, record: CaseRecord, document: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._file = ComboField(f"{name}/file", tr("File"), waits=True)
        self._file.add_option(_NOWHERE, tr("None"))
        for attachment in case_attachments.attached(record):
            self._file.add_option(attachment.id, f"{attachment.id}  {short_name(attachment.name)}")
        self._page = NumberField(f"{name}/page", tr("Page"))
        self._page.set_characters(6)
        self._page.add_check(_problem_of_page)
        known = case_attachments.spot_of(record, document)
        self._file.set_value(known[0].id if known else _NOWHERE)
        self._page.set_value(Decimal(known[1]) if known and known[1] else None)
        self._page.line.returnPressed.connect(self._tell)
        save = SecondaryButton(tr("Save"), f"{name}/save")
        save.clicked.connect(self._tell)
        cancel = LinkButton(tr("Cancel"), f"{name}/cancel")
        cancel.clicked.connect(self.given_up)
        row = Row(gap=8)
        row.addWidget(self._page, 0, Qt.AlignmentFlag.AlignTop)
        for button in (save, cancel):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        column = Column(self, gap=8)  # side by side they would widen a page in large letters
        column.addWidget(self._file)
        column.addLayout(row)

    def focus(self) -> None:
        """Give the focus to the file."""
        self._file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        if self._page.reveal():
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        name, page = self._file.value(), self._page.value()
        self.chosen.emit(Spot(name, None if page is None else int(page)) if name else None)


def _problem_of_page(page: Decimal) -> str:
    if page == page.to_integral_value() and 1 <= page <= case_attachments.MOST_PAGE:
        return ""
    return tr("Enter the page as a whole number, from 1.")

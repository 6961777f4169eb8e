"""Below the pages of a file: which documents lie where in it, and one more that begins on this page."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import case_attachments
from app.attachments import Attachment
from ui.attachments.words import short_name
from ui.kit.boxes import Row
from ui.kit.buttons import SecondaryButton
from ui.kit.choice_fields import ComboBox
from ui.kit.flow import Flow
from ui.kit.reference_button import ReferenceButton
from ui.kit.text import Hint
from ui.review.desk import CaseDesk
from ui.review.documents import ListedDocument, listed_documents
from ui.review.words import tr


class SpotBar(QWidget):
    """``In this file [E1 Marrow flow page 3]   [E2 Chart note v] [Begins on this page]``.

    Signals:
        page_asked(int): a page, from 1, should be shown.
        pointed(str): this document begins on the page that is shown.
    """

    page_asked = Signal(int)
    pointed = Signal(str)

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__()
        self.setObjectName("viewer/spots")
        self._desk = desk
        self._shown: object = None
        self._references: list[ReferenceButton] = []
        self._flow = Flow(self, gap=8, line_gap=8)
        self._label = Hint(tr("In this file"), wraps=False)
        self._choice = ComboBox("viewer/document")
        self._choice.setAccessibleName(tr("Document that begins on this page"))
        self._choice.setPlaceholderText(tr("Choose a document"))
        self._point = SecondaryButton(tr("Begins on this page"), "viewer/point")
        self._point.clicked.connect(self._tell)
        self._form = QWidget()
        row = Row(self._form, gap=8)
        row.addWidget(self._choice)
        row.addWidget(self._point)
        self._flow.addWidget(self._label)
        self._flow.addWidget(self._form)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_spots(self, attachment: Attachment, page: int) -> None:
        """Show what lies in the file; the choice is of the documents that do not begin on this page."""
        record = self._desk.record
        lying = case_attachments.documents_in(record, attachment.id)
        documents = listed_documents(record)
        read_only = self._desk.case.why_read_only is not None
        shown = (attachment, lying, documents, read_only)
        if shown != self._shown:
            self._shown = shown
            self._show_references([one for one in documents if one.id in lying])
            self._offer(documents)
        self._label.setVisible(bool(lying))
        self._form.setVisible(bool(documents) and not read_only)
        self._point.set_words(tr("Begins on page {0}").format(page))
        self.setVisible(bool(lying) or (bool(documents) and not read_only))

    def _show_references(self, documents: list[ListedDocument]) -> None:
        for old in self._references:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._references = []
        for document in documents:
            words = tr("page {0}").format(document.page) if document.page else ""
            reference = ReferenceButton(
                f"viewer/spot/{document.id}", (document.id, short_name(document.title), words)
            )
            reference.clicked.connect(partial(self.page_asked.emit, document.page or 1))
            self._references.append(reference)
            self._flow.insert_widget(len(self._references), reference)

    def _offer(self, documents: tuple[ListedDocument, ...]) -> None:
        chosen = self._choice.currentData()
        self._choice.clear()
        for document in documents:
            self._choice.addItem(f"{document.id}  {short_name(document.title)}", document.id)
        self._choice.setCurrentIndex(self._choice.findData(chosen))
        self._choice.updateGeometry()

    def _tell(self) -> None:
        document = self._choice.currentData()
        if document is None:
            self._choice.setFocus()
            self._choice.showPopup()
            return
        self.pointed.emit(str(document))

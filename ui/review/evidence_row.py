"""The documents that show an answer, or the note that none does yet."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.boxes import Column
from ui.kit.buttons import LinkButton
from ui.kit.flow import Flow
from ui.kit.notices import Notice, NoticeBar
from ui.kit.reference_button import ReferenceButton
from ui.kit.text import Hint
from ui.review.documents import ListedDocument
from ui.review.words import tr


class EvidenceRow(QWidget):
    """``Shown by [E1 Marrow flow cytometry 10-Nov-2026] Add document``.

    The documents are named ``QUESTION/shown/ID``. One that lies in an attached file has a paper clip.

    Signals:
        wanted: a person wants to choose documents.
        opened(str, object): a person wants to see an attached file, at this page or None.
    """

    wanted = Signal()
    opened = Signal(str, object)

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question
        self._shown: tuple[ListedDocument, ...] = ()
        self._references: list[ReferenceButton] = []
        self._note = NoticeBar(
            f"{question}/no_document",
            Notice.WARNING,
            tr("No document shows this yet. It counts as open until one does."),
        )
        add = self._note.add_action(tr("Add document"), f"{question}/no_document/add", "paperclip")
        add.clicked.connect(self.wanted)
        self._line = QWidget()
        self._flow = Flow(self._line, gap=8, line_gap=4)
        self._by = Hint(tr("Shown by"), wraps=False)
        self._add = LinkButton(tr("Add document"), f"{question}/add", icon="paperclip")
        self._add.clicked.connect(self.wanted)
        self._flow.addWidget(self._by)
        self._flow.addWidget(self._add)
        column = Column(self)
        column.addWidget(self._note)
        column.addWidget(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_documents(self, documents: tuple[ListedDocument, ...], *, lacking: bool) -> None:
        """Show these documents; ``lacking`` says that the answer counts only with one and has none."""
        if documents != self._shown:
            self._shown = documents
            self._rebuild()
        self._note.setVisible(lacking)
        self._line.setVisible(not lacking)
        self._by.setVisible(bool(documents))

    def set_read_only(self, read_only: bool) -> None:
        """Offer no further documents."""
        self._add.setVisible(not read_only)

    def _rebuild(self) -> None:
        for old in self._references:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._references = [self._reference(document) for document in self._shown]
        for place, reference in enumerate(self._references, start=1):
            self._flow.insert_widget(place, reference)

    def _reference(self, document: ListedDocument) -> ReferenceButton:
        name = f"{self._question}/shown/{document.id}"
        parts = (document.id, document.title, document.dated)
        if not document.file:
            reference = ReferenceButton(name, parts)
            reference.clicked.connect(self.wanted)
            return reference
        reference = ReferenceButton(name, parts, icon="paperclip")
        words = tr("Show {0} in {1}").format(document.title, document.spot)
        reference.setToolTip(words)
        reference.setAccessibleDescription(words)
        reference.clicked.connect(partial(self.opened.emit, document.file, document.page))
        return reference

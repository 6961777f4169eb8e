"""The documents that came with the request: a list, and fields for one more."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.attachments import Attachment, Spot
from app.case_attachments import attached
from app.facts import EvidenceKind
from ui.attachments.spot_form import SpotForm
from ui.attachments.words import short_name
from ui.half_done import opens
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton
from ui.kit.card import Card, Divider
from ui.kit.reference_button import ReferenceButton
from ui.kit.text import Secondary, SectionTitle, Value
from ui.review.desk import CaseDesk
from ui.review.documents import ListedDocument, listed_documents
from ui.review.new_document import NewDocumentForm
from ui.review.words import tr


class DocumentCard(Card):
    """Names the documents; what they show is said at the questions."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("documents", gap=8)
        self._desk = desk
        self._listed: tuple[ListedDocument, ...] | None = None
        self._read_only = False
        self._files: tuple[Attachment, ...] = ()
        self._spot_form: SpotForm | None = None
        self._rows: list[QWidget] = []
        self._none = Secondary(tr("No document has been named yet."))
        self._list = Column(gap=4)
        self._form = NewDocumentForm("documents/new", tr("Add document"))
        self._form.added.connect(self._add)
        self.column.addWidget(SectionTitle(tr("Documents")))
        self.column.addWidget(self._none)
        self.column.addLayout(self._list)
        self.column.addWidget(self._form)

    def refresh(self) -> None:
        """Show the documents that there are now."""
        listed = listed_documents(self._desk.record)
        files = attached(self._desk.record)
        if (listed, files) == (self._listed, self._files):
            return
        self._listed, self._files = listed, files
        self._spot_form = None
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(document) for document in listed]
        for row in self._rows:
            self._list.addWidget(row)
        self._none.setVisible(not listed)

    def set_read_only(self, read_only: bool) -> None:
        """Show the list without offering to change it."""
        if read_only is not self._read_only:
            self._read_only = read_only
            self._form.setVisible(not read_only)
            self._listed = None

    def _row(self, document: ListedDocument) -> QWidget:
        whole = QWidget()
        column = Column(whole, gap=4)
        line = Row(gap=12)
        name = Value(document.id, wraps=False)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=0)
        words.addWidget(Value(document.title))
        words.addWidget(Secondary(", ".join(part for part in (document.kind, document.dated) if part)))
        line.addLayout(words, 1)
        if not self._read_only:
            remove = LinkButton(tr("Remove"), f"documents/{document.id}/remove", icon="trash")
            remove.setAccessibleName(tr("Remove {0}").format(f"{document.id} {document.title}"))
            remove.clicked.connect(partial(self._remove, document.id))
            line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addLayout(self._spot_line(document, column))
        column.addWidget(Divider())
        return whole

    def _spot_line(self, document: ListedDocument, column: Column) -> Row:
        """In which file it lies, and a way to say so."""
        line = Row(gap=8)
        name = f"documents/{document.id}"
        if document.file:
            words = tr("page {0}").format(document.page) if document.page else ""
            parts = (document.file, short_name(document.file_name), words)
            reference = ReferenceButton(f"{name}/file", parts, icon="paperclip")
            reference.clicked.connect(partial(self._desk.show_attachment, document.file, document.page))
            line.addWidget(reference)
        if self._files and not self._read_only:
            text = tr("Change") if document.file else tr("Say in which file it lies")
            link = LinkButton(text, f"{name}/locate", icon="" if document.file else "paperclip")
            link.setAccessibleName(f"{text}: {document.id} {document.title}")
            link.clicked.connect(lambda: self._open_form(document, column))
            line.addWidget(link)
        line.addStretch(1)
        return line

    def _open_form(self, document: ListedDocument, column: Column) -> None:
        self._close_form()
        form = SpotForm(f"documents/{document.id}/spot", self._desk.record, document.id)
        opens(f"documents/{document.id}/locate", form)
        form.chosen.connect(partial(self._locate, document.id))
        form.given_up.connect(self._close_form)
        self._spot_form = form
        column.insertWidget(column.count() - 1, form)
        form.focus()

    def _close_form(self) -> None:
        form, self._spot_form = self._spot_form, None
        if form is not None:
            form.hide()
            form.deleteLater()

    def _locate(self, name: str, spot: object) -> None:
        self._close_form()
        self._desk.locate(name, spot if isinstance(spot, Spot) else None)

    def _remove(self, name: str) -> None:
        self._desk.remove_evidence(name)
        self._form.focus()

    def _add(self, kind: str, title: str, dated: str) -> None:
        self._desk.add_evidence(EvidenceKind(kind), title, dated or None)

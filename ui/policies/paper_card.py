"""The plan's own document of a policy: sealed into the casebook beside the policy, and opened from it."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.attachments import Attachment, attachments_from, incoming_file
from app.errors import DictamenError
from ui import messages
from ui.attachments.sealing import SealedFile, Sealing
from ui.attachments.words import facts_of, short_name
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.flow import in_lines
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle
from ui.language import error_words
from ui.policies.words import tr
from ui.session import Session


class PaperCard(Card):
    """Names the document, opens it, and takes another one in its place.

    Signals:
        opened(object): a person wants to read this ``Attachment``.
    """

    opened = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__("policy/paper", gap=8)
        self._session = session
        self._number = ""
        self._paper: Attachment | None = None
        self._sealing: Sealing | None = None
        self._facts = Secondary()
        self._facts.setObjectName("policy/paper/facts")
        self._failure = NoticeBar("policy/paper/failure", Notice.FAILED, "")
        self._failure.hide()
        self._open = LinkButton(tr("Open the document"), "policy/paper/open", icon="file-text")
        self._open.clicked.connect(self._tell)
        self._add = SecondaryButton(tr("Add the plan's document"), "policy/paper/add", icon="paperclip")
        self._add.clicked.connect(self._choose)
        self._add.setEnabled(session.person.role.may_write)
        self.column.addWidget(SectionTitle(tr("The plan's own document")))
        self.column.addWidget(self._facts)
        self.column.addWidget(self._failure)
        self.column.addLayout(in_lines(self._open, self._add))
        if not session.person.role.may_write:
            self.column.addWidget(Hint(tr("Quality assurance reads and does not change anything.")))

    def show_number(self, number: str) -> None:
        """Show the document of the policy of this number."""
        self._number = number
        self._failure.hide()
        try:
            kept = self._session.casebook.shelf.papers().get(number)
        except DictamenError as error:
            messages.error(error)
            return
        self._paper = attachments_from([kept])[0] if kept else None
        self._open.setVisible(self._paper is not None)
        if self._paper is None:
            self._facts.setText(
                tr("The policy as the plan prints it is not here yet. Add it, to read it beside our words.")
            )
            self._add.set_words(tr("Add the plan's document"))
        else:
            self._facts.setText(f"{short_name(self._paper.name)}. {facts_of(self._paper)}")
            self._add.set_words(tr("Add another edition"))

    def take(self, path: Path) -> None:
        """Seal a file and keep it as the document of this policy."""
        if self._sealing is not None:
            return
        self._failure.hide()
        self._add.set_words(tr("Sealing"))
        self._sealing = Sealing(self._session.casebook, partial(incoming_file, path), self)
        self._sealing.sealed.connect(self._keep)
        self._sealing.failed.connect(self._fail)
        self._sealing.ended.connect(self._end)
        self._sealing.start()

    def stop(self) -> None:
        """Keep nothing of what is being sealed."""
        if self._sealing is not None:
            self._sealing.stop()

    def _choose(self) -> None:
        words = tr("PDF files and pictures (*.pdf *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Add the plan's document"), "", words)
        if path:
            self.take(Path(path))

    def _tell(self) -> None:
        if self._paper is not None:
            self.opened.emit(self._paper)

    def _keep(self, sealed: SealedFile) -> None:
        if not sealed.type.can_be_shown:
            self._failure.show_text(tr("This file cannot be shown here. Add the document as a PDF."))
            return
        content = sealed.content
        paper = Attachment(
            id=self._number,
            sha256=content.sha256,
            size=content.size,
            type=sealed.type,
            name=sealed.name,
            by=self._session.person.name,
            at=datetime.now(UTC),
        )
        try:
            self._session.casebook.shelf.keep_paper(self._number, paper.to_document())
        except DictamenError as error:
            self._fail(error)

    def _fail(self, error: DictamenError) -> None:
        self._failure.show_text(messages.sentence(error_words(error)))

    def _end(self) -> None:
        self._sealing = None
        said = self._failure.text() if self._failure.isVisibleTo(self) else ""
        self.show_number(self._number)
        if said:
            self._failure.show_text(said)

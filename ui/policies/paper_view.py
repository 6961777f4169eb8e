"""The plan's own document, page by page, over what was in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.attachments import Attachment
from ui.attachments.opening import open_pages
from ui.attachments.words import facts_of
from ui.kit.boxes import Column
from ui.kit.leaving import way_back
from ui.kit.text import Secondary, SectionTitle
from ui.messages import MessageBar, sentence
from ui.policies.words import tr
from ui.review.pdf_view import PdfView
from ui.session import Session


class PaperView(QWidget):
    """Read only. Whoever shows it waits for ``closed``, then takes it away.

    Attributes:
        bar: where messages are shown.

    Signals:
        closed: a person has seen enough.
    """

    closed = Signal()

    def __init__(self, session: Session, paper: Attachment) -> None:
        """Errors as in ``Attachments.open``."""
        super().__init__()
        self.setObjectName("paper")
        self.bar = MessageBar("paper/message")
        self.view = PdfView("paper/view", paper.name)
        self.view.failed.connect(lambda error: self.bar.show_message("failed", sentence(error)))
        column = Column(self, margins=(24, 14, 24, 16), gap=8)
        column.addLayout(way_back(self, "paper", tr("Back"), self.close_case))
        column.addWidget(SectionTitle(paper.name))
        column.addWidget(Secondary(facts_of(paper)))
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        reader = session.casebook.attachments.open(paper.sha256)
        self.view.show_pages(lambda: open_pages(paper, reader))
        session.locked.connect(self.view.clear)

    def take_focus(self) -> None:
        """Go to the pages."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_case(self) -> None:
        """Leave, and let the file go."""
        self.view.clear()
        self.closed.emit()

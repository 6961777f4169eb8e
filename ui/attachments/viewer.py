"""The viewer: one attached file in the place of the page, the member's banner still above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app import case_attachments
from app.attachments import Attachment, Spot
from app.errors import DictamenError
from ui import messages
from ui.attachments import copies
from ui.attachments.opening import open_pages
from ui.attachments.spot_bar import SpotBar
from ui.attachments.words import facts_of, short_name
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.buttons import BackLink, LinkButton
from ui.kit.flow import Flow
from ui.kit.notices import Notice, NoticeBar
from ui.kit.scroll_page import Inside, PlainScroll
from ui.kit.text import Hint, Secondary, SectionTitle
from ui.language import error_words
from ui.review.desk import CaseDesk
from ui.review.pdf_view import PdfView
from ui.review.words import tr

_LEAST_HEIGHT = 160


class AttachmentViewer(QWidget):
    """Shows a file of the case page by page. Nothing of it is left when it is closed or the casebook locked.

    Signals:
        left: the person wants the page back.
    """

    left = Signal()

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__()
        self.setObjectName("viewer")
        self._desk = desk
        self._attachment: Attachment | None = None
        self._back = BackLink(tr("Back to the case"), "viewer/back")
        self._title, self._facts = SectionTitle(), Secondary()
        self._title.setObjectName("viewer/title")
        self._facts.setObjectName("viewer/facts")
        self._page_words = Hint("", wraps=False)
        self._page_words.setObjectName("viewer/page")
        self._failure = NoticeBar("viewer/failure", Notice.FAILED, "")
        self._note = NoticeBar("viewer/note", Notice.INFO, "")
        self.view = PdfView("viewer/view", tr("Attached file"))
        self._spots = SpotBar(desk)
        self._rest = QWidget()
        self._page_links: list[LinkButton] = []
        self._arrange()
        self._back.clicked.connect(self.left)
        self.view.opened.connect(self._tell_page)
        self.view.page_changed.connect(self._tell_page)
        self.view.failed.connect(self._show_failure)
        self._spots.page_asked.connect(self._jump)
        self._spots.pointed.connect(self._point)
        desk.changed.connect(self.refresh)
        desk.session.locked.connect(self.clear)

    # ------------------------------------------------------------ what may be asked of it

    def show_attachment(self, name: str, page: int | None) -> bool:
        """Open a file of the case at a page, from 1; says whether the viewer has something to show.

        Why not is said in the window's bar.
        """
        self.clear()
        try:
            attachment = case_attachments.attachment_of(self._desk.record, name)
            if not attachment.type.can_be_shown:
                words = tr("{0} cannot be shown here. Save a copy to open it with another program.")
                messages.error(words.format(attachment.id))
                return False
            reader = self._desk.case.files.open(name)
        except DictamenError as error:
            messages.error(error)
            return False
        self._attachment = attachment
        self._title.setText(f"{attachment.id}  {short_name(attachment.name)}")
        self._title.setToolTip(attachment.name)
        self._facts.setText(facts_of(attachment))
        self.view.setAccessibleName(attachment.name)
        self.view.show_pages(lambda: open_pages(attachment, reader), (page or 1) - 1)
        self.refresh()
        return True

    def refresh(self) -> None:
        """Show which documents lie in the file now."""
        attachment = self._attachment
        if attachment is None:
            return
        if attachment not in case_attachments.attached(self._desk.record):
            self.left.emit()  # taken off by an undo, or by somebody else
            return
        self._spots.show_spots(attachment, self.view.page() + 1)

    def clear(self) -> None:
        """Show nothing, and let the file go."""
        self._attachment = None
        self.view.clear()
        self._title.setText("")
        self._facts.setText("")
        self._page_words.setText("")
        self._failure.hide()
        self._note.hide()
        self._set_pages(there=True)

    def in_sight(self) -> tuple[str, int] | None:
        """The file that is open, by its id, and the page in sight, from 1."""
        return (self._attachment.id, self.view.page() + 1) if self._attachment is not None else None

    def is_open(self) -> bool:
        """Whether a file is open."""
        return self._attachment is not None

    def take_focus(self) -> None:
        """Go to the pages."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_copy(self) -> None:
        """Save a copy where the person says, and tell what that means."""
        if self._attachment is None:
            return
        path = copies.ask_where(self, self._attachment)
        if path is not None:
            self._note.show_text(copies.save_copy(self._desk, self._attachment, path))

    # ------------------------------------------------------------ parts

    def _arrange(self) -> None:
        head = Row(gap=12)
        words = Column(gap=0)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        head.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        tools = QWidget()
        flow = Flow(tools, gap=4, line_gap=0)
        for name, text, icon, do in (
            ("previous", tr("Previous page"), "", lambda: self._step(-1)),
            ("next", tr("Next page"), "", lambda: self._step(1)),
            ("zoom_in", tr("Larger"), "", self.view.zoom_in),
            ("zoom_out", tr("Smaller"), "", self.view.zoom_out),
            ("zoom_fit", tr("Page width"), "", self.view.zoom_to_fit),
            ("turn", tr("Turn"), "", self.view.turn),
            ("copy", tr("Save a copy"), "download", self.save_copy),
        ):
            button = LinkButton(text, f"viewer/{name}", icon=icon)
            button.clicked.connect(do)
            flow.addWidget(button)
            if name != "copy":
                self._page_links.append(button)
        bar = Row(gap=12)
        bar.addWidget(tools, 1)
        bar.addWidget(self._page_words, 0, Qt.AlignmentFlag.AlignVCenter)
        inside = Inside()
        column = Column(inside, margins=(24, 16, 24, 16), gap=8)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self._note)
        column.addWidget(self._failure)
        column.addWidget(self.view, 1)
        column.addWidget(self._spots)
        column.addWidget(self._rest, 1)
        self.view.setMinimumHeight(px(_LEAST_HEIGHT))
        scroll = PlainScroll("viewer/scroll")  # in a low window, or with large text
        scroll.set_inside(inside)
        Column(self).addWidget(scroll)
        self._failure.hide()
        self._note.hide()
        self._rest.hide()

    def _tell_page(self) -> None:
        count = self.view.page_count()
        number = self.view.page() + 1
        self._page_words.setText(tr("Page {0} of {1}").format(number, count) if count else "")
        self.refresh()

    def _step(self, by: int) -> None:
        self.view.show_page(self.view.page() + by)

    def _jump(self, page: int) -> None:
        self.view.show_page(page - 1)
        self.take_focus()

    def _point(self, document: str) -> None:
        if self._attachment is not None:
            self._desk.locate(document, Spot(self._attachment.id, self.view.page() + 1))

    def _show_failure(self, error: object) -> None:
        """One page, or the whole file, cannot be shown."""
        self._failure.show_text(error_words(error))
        if not self.view.page_count():
            self._set_pages(there=False)
            self._spots.hide()

    def _set_pages(self, *, there: bool) -> None:
        """Leave the room of the pages empty where there are none."""
        for part in (self.view, *self._page_links):
            part.setVisible(there)
        self._rest.setVisible(not there)

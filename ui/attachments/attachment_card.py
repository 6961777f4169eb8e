"""The files of a case: a list, and a place to choose, drop or paste one more."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QMimeData, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from app import case_attachments
from app.attachments import Attachment, Incoming, incoming_bytes, incoming_file
from app.case import CaseRecord
from ui.attachments import copies
from ui.attachments.sealing import SealedFile, Sealing
from ui.attachments.words import facts_of, short_name, size_words
from ui.kit.boxes import Column, Row
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.flow import Flow
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle, Value
from ui.language import error_words
from ui.review.desk import CaseDesk
from ui.review.words import tr

Source = Callable[[], AbstractContextManager[Incoming]]


class AttachmentCard(Card):
    """Lists the files; adds by button, by dropping and by pasting, one after the other."""

    def __init__(self, desk: CaseDesk) -> None:
        super().__init__("attachments", gap=8)
        self.setAccessibleName(tr("Files"))
        self._desk = desk
        self._listed: tuple[object, ...] | None = None
        self._read_only = False
        self._waiting: list[Source] = []
        self._failures: list[str] = []
        self._sealing: Sealing | None = None
        self._rows: list[QWidget] = []
        self._none = Secondary(tr("No file is attached yet."))
        self._list = Column(gap=4)
        self._failure = NoticeBar("attachments/failure", Notice.FAILED, "")
        self._note = NoticeBar("attachments/note", Notice.INFO, "")
        self._busy = NoticeBar("attachments/busy", Notice.INFO, "", icon="lock")
        self._stop = self._busy.add_action(tr("Stop"), "attachments/stop")
        self._stop.clicked.connect(self.stop)
        self._add = SecondaryButton(tr("Attach a file"), "attachments/add", icon="paperclip")
        self._add.clicked.connect(self.choose)
        self._foot = QWidget()
        foot = Row(self._foot, gap=12)
        foot.addWidget(self._add)
        hint = tr("Or drop files here, or paste a picture. Each is sealed into the casebook, up to 100 MB.")
        foot.addWidget(Hint(hint), 1)
        self.column.addWidget(SectionTitle(tr("Files")))
        self.column.addWidget(self._none)
        self.column.addLayout(self._list)
        for part in (self._failure, self._note, self._busy):
            part.hide()
            self.column.addWidget(part)
        self.column.addWidget(self._foot)
        self.setAcceptDrops(True)
        desk.session.locked.connect(self.stop)

    # ------------------------------------------------------------ what the page tells it

    def refresh(self) -> None:
        """Show the files that there are now."""
        record = self._desk.record
        listed = (case_attachments.attached(record), record.spots, self._read_only)
        if listed == self._listed:
            return
        self._listed = listed
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(record, attachment) for attachment in case_attachments.attached(record)]
        for row in self._rows:
            self._list.addWidget(row)
        self._none.setVisible(not self._rows)

    def set_read_only(self, read_only: bool) -> None:
        """Show the list without offering to change it."""
        self._read_only = read_only
        self._foot.setVisible(not read_only)
        self.setAcceptDrops(not read_only)

    # ------------------------------------------------------------ adding

    def choose(self) -> None:
        """Ask for files and attach them."""
        self.attach_files(copies.choose_files(self))

    def attach_files(self, paths: list[Path]) -> None:
        """Seal and attach files, in their order."""
        self._attach([partial(incoming_file, path) for path in paths])

    def paste(self) -> None:
        """Attach what the clipboard holds: files, or a picture."""
        self._take(QGuiApplication.clipboard().mimeData())

    def stop(self) -> None:
        """Attach nothing more; what is attached already stays."""
        self._waiting.clear()
        if self._sealing is not None:
            self._sealing.stop()

    def finish(self) -> None:
        """Wait until all files are attached, or until one is refused; the window stays alive meanwhile."""
        while self._sealing is not None:
            loop = QEventLoop()
            self._sealing.ended.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def is_busy(self) -> bool:
        """Whether a file is being sealed."""
        return self._sealing is not None

    def _take(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.attach_files(paths)
        elif data.hasImage():
            content = _png(data.imageData())
            self._attach([partial(incoming_bytes, content, tr("Pasted picture.png"))])

    def _attach(self, sources: list[Source]) -> None:
        if self._read_only or not sources:
            return
        self._waiting += sources
        if self._sealing is None:
            self._failures.clear()
            self._failure.hide()
            self._note.hide()
            self._go_on()

    def _go_on(self) -> None:
        if not self._waiting:
            self._busy.hide()
            return
        sealing = Sealing(self._desk.session.casebook, self._waiting.pop(0), self)
        self._sealing = sealing
        sealing.progressed.connect(self._tell_progress)
        sealing.sealed.connect(self._keep)
        sealing.failed.connect(self._show_failure)
        sealing.ended.connect(self._end)
        self._tell_progress(0)
        sealing.start()

    def _tell_progress(self, done: int) -> None:
        words = (
            tr("Sealing a file, {0} so far. {1} more to come.")
            if self._waiting
            else tr("Sealing a file, {0} so far.")
        )
        self._busy.setVisible(True)
        self._busy.set_text(words.format(size_words(done), len(self._waiting)))

    def _keep(self, sealed: object) -> None:
        if isinstance(sealed, SealedFile):
            self._desk.attach(*sealed)

    def _show_failure(self, error: object) -> None:
        self._failures.append(error_words(error))
        self._failure.show_text("\n".join(self._failures))

    def _end(self) -> None:
        if self._sealing is not None:
            self._sealing.deleteLater()
            self._sealing = None
        self._go_on()

    # ------------------------------------------------------------ rows

    def _row(self, record: CaseRecord, attachment: Attachment) -> QWidget:
        whole = QWidget()
        column = Column(whole, gap=4)
        line = Row(gap=12)
        line.addWidget(Value(attachment.id, wraps=False), 0, Qt.AlignmentFlag.AlignTop)
        words = Column(gap=0)
        name = Value(short_name(attachment.name))
        name.setToolTip(attachment.name)
        words.addWidget(name)
        words.addWidget(Secondary(facts_of(attachment)))
        holds = case_attachments.documents_in(record, attachment.id)
        if holds:
            places = [
                tr("{0} on page {1}").format(name, page) if page else name for name, page in holds.items()
            ]
            words.addWidget(Secondary(tr("Holds {0}").format(", ".join(places))))
        line.addLayout(words, 1)
        column.addLayout(line)
        links = QWidget()
        flow = Flow(links, gap=8, line_gap=0)
        for link in self._row_links(attachment):
            flow.addWidget(link)
        column.addWidget(links)
        column.addWidget(Divider())
        return whole

    def _row_links(self, attachment: Attachment) -> list[LinkButton]:
        made = []
        if attachment.type.can_be_shown:
            made.append(self._link(attachment, "view", tr("View"), "file-text", self._desk.show_attachment))
        made.append(self._link(attachment, "copy", tr("Save a copy"), "download", self._save_copy))
        if not self._read_only:
            made.append(self._link(attachment, "remove", tr("Remove"), "trash", self._remove))
        return made

    def _link(
        self, attachment: Attachment, name: str, text: str, icon: str, run: Callable[[str], object]
    ) -> LinkButton:
        link = LinkButton(text, f"attachments/{attachment.id}/{name}", icon=icon)
        link.setAccessibleName(f"{text} {attachment.id} {attachment.name}")
        link.clicked.connect(lambda: run(attachment.id))
        return link

    def _save_copy(self, name: str) -> None:
        attachment = case_attachments.attachment_of(self._desk.record, name)
        path = copies.ask_where(self, attachment)
        if path is not None:
            self._note.show_text(copies.save_copy(self._desk, attachment, path))

    def _remove(self, name: str) -> None:
        if self._desk.detach(name):
            self._note.show_text(tr("{0} was taken off the case. Ctrl Z takes that back.").format(name))
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ dropping and pasting

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if data.hasUrls() or data.hasImage():
            event.acceptProposedAction()
            self.set_aimed(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.set_aimed(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.set_aimed(False)
        event.acceptProposedAction()
        self._take(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)


def _png(picture: object) -> bytes:
    """A picture of the clipboard as a PNG file, in memory."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if isinstance(picture, QImage):
        picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide takes the name of the format
    return bytes(buffer.data().data())

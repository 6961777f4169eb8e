"""The files of a case on the desk: attached, opened, taken off, pointed to."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from app import case_attachments
from app.attachments import Attachment, FileType, Spot
from app.case import CaseRecord
from app.casebook import Casebook, EventKind
from app.casebook.attachments import Content
from app.casebook.sealed_file import SealedReader


class Desk(Protocol):
    """What this needs of the open case."""

    record: CaseRecord
    case_id: str

    def change(self, record: CaseRecord, action: str) -> None:
        """Save another state of the case; it can be undone."""


class CaseFiles:
    """Every change is saved at once and can be undone; what is opened is recorded."""

    def __init__(self, casebook: Casebook, case: Desk, clock: Callable[[], datetime]) -> None:
        self._casebook = casebook
        self._case = case
        self._clock = clock
        self._looked_at: set[str] = set()

    def attach(self, content: Content, name: str, kind: FileType) -> str:
        """Attach a content that the casebook has sealed; gives the attachment's id.

        Args:
            content: as ``Attachments.keep`` gave it.
            name: of the file as it came.
            kind: what it is, by its content.

        Raises:
            DictamenError: it is attached already, or the case cannot be changed.
        """
        by, at = self._casebook.person.name, self._clock()
        new = Attachment("", content.sha256, content.size, kind, name, by, at)
        record = case_attachments.with_attachment(self._case.record, new)
        self._case.change(record, "attached a file")
        return record.attachments[-1].id

    def detach(self, name: str) -> None:
        """Take an attachment off the case; its content stays as long as the case is kept.

        Raises:
            DictamenError: there is no such attachment, or the case cannot be changed.
        """
        by, at = self._casebook.person.name, self._clock()
        record = case_attachments.without_attachment(self._case.record, name, by, at)
        self._case.change(record, "took a file off the case")

    def locate(self, evidence_id: str, spot: Spot | None) -> None:
        """Say in which attachment, and on which page, a document lies; None takes that back.

        Raises:
            DictamenError: there is no such document, attachment or page, or the case cannot be changed.
        """
        record = case_attachments.with_spot(self._case.record, evidence_id, spot)
        self._case.change(record, "said in which file a document lies")

    def open(self, name: str) -> SealedReader:
        """The content of an attachment, to be read and closed; that it was opened is recorded, once.

        Raises:
            DictamenError: it cannot be opened, or its opening cannot be recorded.
        """
        attachment = case_attachments.attachment_of(self._case.record, name)
        reader = self._casebook.attachments.open(attachment.sha256)
        if attachment.sha256 not in self._looked_at:
            try:
                self._record(EventKind.ATTACHMENT_OPENED, attachment)
            except BaseException:
                reader.close()
                raise
            self._looked_at.add(attachment.sha256)
        return reader

    def note_extraction(self, name: str) -> None:
        """Record, before it is done, that an attachment is written where it is read without a key."""
        self._record(EventKind.ATTACHMENT_EXTRACTED, case_attachments.attachment_of(self._case.record, name))

    def _record(self, kind: EventKind, attachment: Attachment) -> None:
        self._casebook.record(
            kind, case_id=self._case.case_id, attachment=attachment.id, sha256=attachment.sha256
        )

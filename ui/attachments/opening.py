"""Opening an attached file for the viewer: of the type that its content has, over the sealed bytes."""

from app.attachments import Attachment, FileType
from app.casebook.sealed_file import SealedReader
from ui.attachments.image_source import AttachedImage
from ui.attachments.source import Source
from ui.review.pdf_pages import Pages


def open_pages(attachment: Attachment, reader: SealedReader) -> Pages:
    """The pages of a file that can be shown; whatever goes wrong, the reader is closed.

    Raises:
        DictamenError: the file is damaged, too large, or protected by a password.
    """
    source = Source(reader)
    if attachment.type is FileType.PDF:
        from ui.attachments.pdf_source import AttachedPdf  # noqa: PLC0415  # PDFium, only when it is needed

        return AttachedPdf(source)
    return AttachedImage(source, attachment.type)

"""How the screen writes what it knows of an attached file."""

from datetime import datetime

from app.attachments import Attachment, FileType
from ui.kit.dates import show_date
from ui.review.words import tr

_KILO = 1000
_MOST_NAME = 40


def short_name(name: str) -> str:
    """A file's name as it stands on the screen: a long one without its middle, so that it widens no page."""
    if len(name) <= _MOST_NAME:
        return name
    end = _MOST_NAME // 3
    return f"{name[: _MOST_NAME - end - 1]}…{name[-end:]}"


def type_words(kind: FileType) -> str:
    """What a file is."""
    return {
        FileType.PDF: tr("PDF"),
        FileType.PNG: tr("PNG picture"),
        FileType.JPEG: tr("JPEG picture"),
        FileType.TIFF: tr("TIFF picture"),
        FileType.WEBP: tr("WebP picture"),
        FileType.BMP: tr("Bitmap picture"),
        FileType.GIF: tr("GIF picture"),
        FileType.HEIC: tr("HEIC picture, cannot be shown here"),
        FileType.OTHER: tr("Cannot be shown here"),
    }[kind]


def size_words(size: int) -> str:
    """A size in bytes as people say it."""
    if size < _KILO:
        return tr("{0} bytes").format(size)
    if size < _KILO * _KILO:
        return tr("{0} KB").format(round(size / _KILO))
    return tr("{0} MB").format(f"{size / _KILO / _KILO:.1f}")


def facts_of(attachment: Attachment) -> str:
    """Type, size, and who attached it when, on this computer's clock."""
    return ", ".join((type_words(attachment.type), size_words(attachment.size), attached_words(attachment)))


def attached_words(attachment: Attachment) -> str:
    """Who attached a file, and when."""
    moment = attachment.at.astimezone()
    return tr("attached {0} by {1}").format(_moment(moment), attachment.by)


def _moment(moment: datetime) -> str:
    return f"{show_date(moment.date())} {moment:%H:%M}"

"""The files that are attached to a case: what the case remembers of each, and which document lies in which.

The case file itself knows nothing of them: it names documents, and a document may be pointed to a file here.
"""

import io
import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from app.errors import InvalidInput, reason_of
from app.fields import Document

MOST_BYTES = 100 * 1000 * 1000
"""The largest file: a long fax scanned in colour is a tenth of it."""

_MOST_NAME = 120
"""Characters of a file's name that are kept: those before the ending are cut."""

_HEAD_BYTES = 1024
"""Looked at for what a file is: a PDF may begin with a few bytes of something else."""


class FileType(StrEnum):
    """What a file is, by its content; its name may say what it likes."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    WEBP = "webp"
    BMP = "bmp"
    GIF = "gif"
    HEIC = "heic"
    OTHER = "other"

    @property
    def can_be_shown(self) -> bool:
        """Whether the app shows it; any other file is kept all the same."""
        return self not in {FileType.HEIC, FileType.OTHER}


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file attached to a case.

    Attributes:
        id: within the case, ``A1`` and on; one that was taken off the case keeps its own.
        sha256: of the content, which lies sealed beside the casebook.
        size: of the content in bytes.
        name: of the file as it came; it may name a member, and is therefore only kept sealed.
        by: who attached it, at ``at`` (UTC).
        removed_by: who took it off the case, at ``removed_at``; None while it is attached. The content stays
            as long as the case is kept, because earlier revisions show it.
    """

    id: str
    sha256: str
    size: int
    type: FileType
    name: str
    by: str
    at: datetime
    removed_by: str | None = None
    removed_at: datetime | None = None

    def to_document(self) -> dict[str, object]:
        """As JSON values."""
        return {
            "id": self.id,
            "sha256": self.sha256,
            "size": self.size,
            "type": self.type.value,
            "name": self.name,
            "by": self.by,
            "at": self.at.isoformat(),
            "removed_by": self.removed_by,
            "removed_at": None if self.removed_at is None else self.removed_at.isoformat(),
        }


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a document of the case lies: in which attachment, and on which of its pages, from 1."""

    attachment: str
    page: int | None = None

    def to_document(self) -> dict[str, object]:
        """As JSON values."""
        return {"attachment": self.attachment, "page": self.page}


def attachments_from(listed: object) -> tuple[Attachment, ...]:
    """The attachments of a record's document; none where it is older than they are."""
    return tuple(_attachment(item) for item in listed) if isinstance(listed, list) else ()


def spots_from(listed: object) -> dict[str, Spot]:
    """By the id of a document, where it lies."""
    items = listed.items() if isinstance(listed, dict) else ()
    return {str(name): Spot(str(spot["attachment"]), spot["page"]) for name, spot in items}


def type_of(head: bytes) -> FileType:
    """What a file is, by its first bytes (1,024 are enough)."""
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileType.WEBP
    if head[4:8] == b"ftyp" and head[8:12] in _HEIC_BRANDS:
        return FileType.HEIC
    return FileType.PDF if b"%PDF-" in head[:_HEAD_BYTES] else FileType.OTHER


def tidy_name(name: str) -> str:
    """A file's name as it is kept: one line that can be printed, not too long, the ending unharmed."""
    shown = "".join(character if character.isprintable() else " " for character in name)
    words = " ".join(unicodedata.normalize("NFC", shown).split())
    if len(words) > _MOST_NAME:
        stem, dot, ending = words.rpartition(".")
        ending = dot + ending if stem and len(ending) < _MOST_NAME // 4 else ""
        words = words[: _MOST_NAME - 1 - len(ending)] + "…" + ending
    return words or "file"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file about to be attached.

    Attributes:
        source: to be read from its beginning to its end.
        name: as it is kept.
    """

    source: BinaryIO
    name: str
    type: FileType


@contextmanager
def incoming_file(path: Path) -> Iterator[Incoming]:
    """A file to be read; that it stayed as it is while it was read is checked on leaving.

    Raises:
        InvalidInput: naming the file: it cannot be read, is no ordinary file, is empty or too large, or was
            changed meanwhile.
    """
    source = str(path)
    try:
        file = path.open("rb")
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({reason_of(error)})", source) from None
    with file:
        before = os.fstat(file.fileno())
        if not stat.S_ISREG(before.st_mode):
            raise InvalidInput("", "is no ordinary file; attach a file", source)
        if not 0 < before.st_size <= MOST_BYTES:
            raise InvalidInput("", _wrong_size(before.st_size), source)
        try:
            head = file.read(_HEAD_BYTES)
            file.seek(0)
            yield Incoming(file, tidy_name(path.name), type_of(head))
            read, after = file.tell(), os.fstat(file.fileno())
            same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        except OSError as error:
            raise InvalidInput("", f"cannot be read ({reason_of(error)})", source) from None
        if not same or read != after.st_size:
            raise InvalidInput("", "was changed while it was read; attach it again", source)


@contextmanager
def incoming_bytes(content: bytes, name: str) -> Iterator[Incoming]:
    """What was pasted, as a file.

    Raises:
        InvalidInput: it is empty or too large.
    """
    if not 0 < len(content) <= MOST_BYTES:
        raise InvalidInput("", _wrong_size(len(content)), name)
    yield Incoming(io.BytesIO(content), tidy_name(name), type_of(content[:_HEAD_BYTES]))


def _wrong_size(size: int) -> str:
    if not size:
        return "is empty; an attachment has at least one byte"
    megabytes = MOST_BYTES // 1_000_000
    return f"is too large ({-(-size // 1_000_000)} MB); an attachment has at most {megabytes} MB"


_STARTS = (
    (b"%PDF-", FileType.PDF),
    (b"\x89PNG\r\n\x1a\n", FileType.PNG),
    (b"\xff\xd8\xff", FileType.JPEG),
    (b"II*\0", FileType.TIFF),
    (b"MM\0*", FileType.TIFF),
    (b"BM", FileType.BMP),
    (b"GIF8", FileType.GIF),
)
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")


def _attachment(item: Document) -> Attachment:
    removed_by, removed_at = item["removed_by"], item["removed_at"]
    return Attachment(
        id=str(item["id"]),
        sha256=str(item["sha256"]),
        size=int(str(item["size"])),
        type=FileType(str(item["type"])),
        name=str(item["name"]),
        by=str(item["by"]),
        at=datetime.fromisoformat(str(item["at"])),
        removed_by=None if removed_by is None else str(removed_by),
        removed_at=None if removed_at is None else datetime.fromisoformat(str(removed_at)),
    )

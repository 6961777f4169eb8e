"""One sealed content, and whether its file is as it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.casebook.attachment_folder import AttachmentFolder, is_draft
from app.casebook.problems import Damaged
from app.casebook.records import ATTACHMENT, Document, Trouble, TroubleKind
from app.casebook.sealed_file import SealedReader, sealed_length


@dataclass(frozen=True, slots=True)
class Content:
    """One sealed content.

    Attributes:
        sha256: of the content, 64 hexadecimal digits.
        size: of the content in bytes.
        name: of the sealed file.
        key: opens it.
    """

    sha256: str
    size: int
    name: str
    key: bytes

    def to_document(self) -> Document:
        """As the casebook's own document."""
        return {
            "kind": ATTACHMENT,
            "sha256": self.sha256,
            "size": self.size,
            "name": self.name,
            "key": self.key.hex(),
        }

    @classmethod
    def from_document(cls, document: Document) -> "Content":
        """The content of ``to_document``."""
        key = bytes.fromhex(document["key"])
        return cls(document["sha256"], document["size"], document["name"], key)


def why_not_whole(folder: AttachmentFolder, content: Content, *, whole: bool) -> str | None:
    """What is wrong with the file of a content, in words; None when it is as it was written.

    Args:
        folder: where it should lie.
        content: as the casebook knows it.
        whole: read it to its end; else only see whether it is there with its length.
    """
    path = folder.file(content.name)
    try:
        if not whole:
            right = path.stat().st_size == sealed_length(content.size)
            return None if right else "it is cut off, or longer than it was; restore it from a backup"
        with SealedReader(path, content.key, content.size) as reader:
            same = reader.digest() == content.sha256
    except FileNotFoundError:
        return "its file is missing; restore it from a backup"
    except (Damaged, OSError) as error:
        return f"{error.strerror if isinstance(error, OSError) else error}; restore it from a backup"
    return None if same else "it holds another content than the one that was attached"


def trouble_of(seq: int | None, sentence: str) -> Trouble:
    """A finding about attachments."""
    return Trouble(seq, sentence, TroubleKind.ATTACHMENT)


def strange_files(folder: AttachmentFolder, unknown: set[str]) -> Iterator[Trouble]:
    """What lies among the attachments and belongs to none: sealed files of these names, drafts, others."""
    for name in sorted(unknown):
        yield trouble_of(
            None,
            f"attachment {name}: nothing refers to this file; a write that was cut off left it, or it is "
            f"foreign. {_SWEEP}",
        )
    for path in folder.strangers():
        where = f"attachments/{path.relative_to(folder.path)}"
        if folder.is_being_written(path):
            continue
        if is_draft(path):
            yield trouble_of(None, f"{where}: a piece of a write that was cut off. {_SWEEP}")
        else:
            yield trouble_of(None, f"{where}: a foreign file; take it away")


_SWEEP = "'dictamen cases sweep' removes it"

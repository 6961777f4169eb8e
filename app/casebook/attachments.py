"""Attachments: files of evidence, sealed beside the casebook and opened from it, never unsealed to the disk.

Each content is sealed once, however often it is attached. Its key is random and lies in a sealed document of
the casebook that is found by the content's SHA-256; so a new data key reseals that document and not the file,
and the same content is still recognized afterwards. The file's name is a keyed hash of content and key: it
tells an outsider nothing, not even whether a paper that he holds is among them.

A document of the casebook that lists ``attachments``, each with its ``sha256``, refers to those contents.
Contents stay as long as any revision refers to them. A new data key does not shut out who copied both a file
and the document with its key before: the file's key stays the same.
"""

import hmac
import os
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import BinaryIO

from app.attachments import MOST_BYTES
from app.casebook.attachment_check import Content, strange_files, trouble_of, why_not_whole
from app.casebook.attachment_folder import (
    NAME_DIGITS,
    AttachmentFolder,
    Draft,
    Progress,
    Stopped,
    go_on,
)
from app.casebook.boxes import KEY_BYTES
from app.casebook.contents import Contents
from app.casebook.file import CasebookFile
from app.casebook.ledger import Ledger
from app.casebook.problems import Damaged, NotAllowed
from app.casebook.records import Trouble
from app.casebook.sealed_file import CHUNK_BYTES, SealedReader, seal_to
from app.errors import DictamenError, InvalidInput
from app.people import Person

__all__ = ["Attachments", "Content", "Progress", "Stopped"]


class Attachments:
    """The contents of one open casebook, for the person who unlocked it.

    Attributes:
        known: the contents that the casebook knows.
        folder: where their files lie.
    """

    def __init__(self, file: CasebookFile, ledger: Ledger, naming_key: bytes, person: Person) -> None:
        """``naming_key`` makes the names of new files; another one later does no harm."""
        self._file = file
        self.known = Contents(ledger)
        self._naming_key = naming_key
        self._person = person
        self.folder = AttachmentFolder(file.path.parent)

    def keep(self, source: BinaryIO, progress: Progress = go_on) -> Content:
        """Seal a content; it is durable when this returns. One that is there already is not sealed again.

        Args:
            source: read from its place to its end, in one pass and little memory.
            progress: is told the bytes read so far.

        Raises:
            InvalidInput: it is empty or too large.
            NotAllowed: quality assurance that does not administer the casebook keeps nothing.
            Stopped: ``progress`` said so.
            DictamenError: it cannot be written; nothing was kept.
        """
        if not self._person.may_keep:
            raise NotAllowed("quality assurance reads the casebook and does not change it")
        digest, key = sha256(), os.urandom(KEY_BYTES)
        with self.folder.draft() as draft:
            size = seal_to(draft.file, key, _told(_chunks_of(source), digest.update, progress))
            draft.finish()
            content = Content(digest.hexdigest(), size, self._name(digest.digest(), key), key)
            known = self.known.find(content.sha256)
            if known is not None and why_not_whole(self.folder, known, whole=True) is None:
                return known
            with self._file.transaction():
                meanwhile = self.known.find(content.sha256)
                if meanwhile is not None and meanwhile != known:  # another process was quicker
                    return meanwhile
                draft.place(self.folder.file(content.name))
                self.known.keep(content, self._person.name)
        return content

    def content_of(self, digest: bytes, size: int, key: bytes) -> Content:
        """The content of that SHA-256, sealed under ``key``, with the name that its file gets."""
        return Content(digest.hex(), size, self._name(digest, key), key)

    def admit(self, content: Content, draft: Draft) -> bool:
        """Keep what was sealed into a finished draft, inside a transaction; False where it is there already.

        Whoever rolls the transaction back removes the file.
        """
        known = self.known.find(content.sha256)
        if known is not None and why_not_whole(self.folder, known, whole=False) is None:
            return False
        draft.place(self.folder.file(content.name))
        self.known.keep(content, self._person.name)
        return True

    def open(self, digest: str) -> SealedReader:
        """A content, to be read anywhere in it. Close it.

        Raises:
            Damaged: its file is missing or was changed; or it is unknown here.
            DictamenError: its file cannot be read.
        """
        content = self.known.find(digest)
        if content is None:
            raise Damaged("the casebook does not know this attachment; restore the casebook from a backup")
        try:
            return SealedReader(self.folder.file(content.name), content.key, content.size)
        except FileNotFoundError:
            raise Damaged("the attachment's file is missing; restore it from a backup") from None
        except Damaged as error:
            raise Damaged(f"the attachment cannot be opened: {error}; restore it from a backup") from None
        except OSError as error:
            raise DictamenError(f"the attachment cannot be read ({error.strerror})") from None

    def discard(self, contents: Iterable[Content]) -> None:
        """Remove the sealed files of contents whose keys were purged (``places_of``)."""
        for content in contents:
            self.folder.remove(content.name)

    def sweep(self) -> int:
        """Remove what writes that were cut off left behind; gives the number of files.

        Raises:
            Damaged: a revision cannot be read, so it is not known which files are needed.
            DictamenError: a file cannot be removed.
        """
        with self._file.transaction():  # nobody is between placing a file and saying so
            unknown = self.folder.names() - {content.name for content in self.known.all()}
            for name in unknown:
                self.folder.remove(name)
        return len(unknown) + self.folder.sweep_drafts()

    def check(self, progress: Progress = go_on, *, whole: bool = True) -> Iterator[Trouble]:
        """What is wrong with the attachments, each with a sentence for an auditor.

        Args:
            progress: is told the bytes checked so far.
            whole: read every content; else look only whether each file is there with its length.

        Raises:
            Stopped: ``progress`` said so.
        """
        there = self.folder.names()  # before what is known, as others go on attaching meanwhile
        damaged: list[Damaged] = []
        placed, referred = self.known.survey(damaged)
        done = 0
        for seq, content in placed:
            if sentence := why_not_whole(self.folder, content, whole=whole):
                yield trouble_of(seq, f"attachment {content.name}: {sentence}")
            done += content.size
            if not progress(done):
                raise Stopped("checking the attachments was stopped")
        if damaged:
            # What belongs to a damaged revision cannot be told from what belongs to nothing.
            yield trouble_of(
                None, "not everything could be said of the attachments, as revisions are damaged"
            )
            return
        lost = len(referred - {content.sha256 for _, content in placed}) if placed else 0
        if lost:
            yield trouble_of(None, f"attachments that cases refer to and the casebook does not know: {lost}")
        yield from strange_files(self.folder, there - {content.name for _, content in placed})

    # ------------------------------------------------------------ parts

    def _name(self, digest: bytes, key: bytes) -> str:
        return hmac.digest(self._naming_key, digest + key, "sha256").hex()[:NAME_DIGITS]


def _chunks_of(source: BinaryIO) -> Iterator[bytes]:
    """The content in full chunks, however the source hands it out."""
    while chunk := _full(source):
        yield chunk


def _full(source: BinaryIO) -> bytes:
    parts: list[bytes] = []
    lacking = CHUNK_BYTES
    while lacking and (part := source.read(lacking)):
        parts.append(part)
        lacking -= len(part)
    return b"".join(parts)


def _told(chunks: Iterable[bytes], digest: Callable[[bytes], object], progress: Progress) -> Iterator[bytes]:
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise InvalidInput("", f"is too large; an attachment has at most {MOST_BYTES // 1_000_000} MB")
        digest(chunk)
        if not progress(size):
            raise Stopped("nothing was attached: it was stopped")
        yield chunk
    if not size:
        raise InvalidInput("", "is empty; an attachment has at least one byte")

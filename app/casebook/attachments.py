"""Attachments: files of evidence, sealed beside the casebook and opened from it, never unsealed to the disk.

Each content is sealed once, however often it is attached. Its key is random and lies in a sealed document of
the casebook that is found by the content's SHA-256; so a new data key reseals that document and not the file,
and the same content is still recognized afterwards. The file's name is a keyed hash of content and key: it
tells an outsider nothing, not even whether a paper that he holds is among them.

A document of the casebook that lists ``attachments``, each with its ``sha256``, refers to those contents.
Contents stay as long as any revision refers to them. A new data key does not shut out who copied both a file
and the document with its key before: the file's key stays the same.
"""

import contextlib
import hmac
import itertools
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
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
from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import Damaged, NotAllowed, Purged
from app.casebook.records import ATTACHMENT, Scalar, Trouble
from app.casebook.sealed_file import CHUNK_BYTES, SealedReader, seal_to
from app.errors import DictamenError, InvalidInput
from app.people import Person

__all__ = ["COLUMN", "Attachments", "Content", "Progress", "Stopped", "column_of", "require_known"]

COLUMN = "attachments"
"""The cover's column that names the contents a revision refers to."""

_ANY = "attachments"
"""The id of a document that is there as soon as anything was ever attached."""


class Attachments:
    """The contents of one open casebook, for the person who unlocked it."""

    def __init__(self, file: CasebookFile, ledger: Ledger, naming_key: bytes, person: Person) -> None:
        """``naming_key`` makes the names of new files; another one later does no harm."""
        self._file = file
        self._ledger = ledger
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
            NotAllowed: quality assurance attaches nothing.
            Stopped: ``progress`` said so.
            DictamenError: it cannot be written; nothing was kept.
        """
        if not self._person.role.may_write:
            raise NotAllowed("quality assurance reads the casebook and does not change it")
        digest, key = sha256(), os.urandom(KEY_BYTES)
        with self.folder.draft() as draft:
            size = seal_to(draft.file, key, _told(_chunks_of(source), digest.update, progress))
            draft.finish()
            content = Content(digest.hexdigest(), size, self._name(digest.digest(), key), key)
            known = self.find(content.sha256)
            if known is not None and why_not_whole(self.folder, known, whole=True) is None:
                return known
            with self._file.transaction():
                meanwhile = self.find(content.sha256)
                if meanwhile is not None and meanwhile != known:  # another process was quicker
                    return meanwhile
                draft.place(self.folder.file(content.name))
                self._append(content)
        return content

    def content_of(self, digest: bytes, size: int, key: bytes) -> Content:
        """The content of that SHA-256, sealed under ``key``, with the name that its file gets."""
        return Content(digest.hex(), size, self._name(digest, key), key)

    def admit(self, content: Content, draft: Draft) -> bool:
        """Keep what was sealed into a finished draft, inside a transaction; False where it is there already.

        Whoever rolls the transaction back removes the file.
        """
        known = self.find(content.sha256)
        if known is not None and why_not_whole(self.folder, known, whole=False) is None:
            return False
        draft.place(self.folder.file(content.name))
        self._append(content)
        return True

    def find(self, digest: str) -> Content | None:
        """The content of that SHA-256, None where the casebook knows none."""
        return find_content(self._ledger, digest)

    def open(self, digest: str) -> SealedReader:
        """A content, to be read anywhere in it. Close it.

        Raises:
            Damaged: its file is missing or was changed; or it is unknown here.
            DictamenError: its file cannot be read.
        """
        content = self.find(digest)
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

    def contents(self) -> list[Content]:
        """Every content that the casebook knows, in the order in which they were kept.

        Raises:
            Damaged: a revision cannot be read, so it is not known whether it holds one.
        """
        return [content for _, content in self._known()]

    # ------------------------------------------------------------ what refers to what

    def referred(self, leaving_out: Collection[int] = ()) -> set[str]:
        """SHA-256 of every content that some revision refers to, however old.

        Args:
            leaving_out: the places (``seq``) of revisions that do not count, because they are about to go.

        Raises:
            Damaged: a revision cannot be read, so it is not known what it refers to.
        """
        found: set[str] = set()
        for revision in self._ledger.after(0):
            if revision.seq not in leaving_out:
                columns = self._ledger.uncovered(revision).cover
                found.update(str(columns.get(COLUMN) or "").split())
        return found

    def unreferred(self, leaving_out: Collection[int] = ()) -> list[Content]:
        """The contents that no revision refers to; arguments and errors as ``referred``."""
        referred = self.referred(leaving_out)
        return [content for content in self.contents() if content.sha256 not in referred]

    def places_of(self, content: Content) -> list[int]:
        """The places (``seq``) of the casebook's own revisions that hold a key of this content."""
        return [stored.seq for stored in self._ledger.chain(_document_id(self._ledger, content.sha256), OWN)]

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
            unknown = self.folder.names() - {content.name for content in self.contents()}
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
        known: list[Content] = []
        damaged: list[Damaged] = []
        done = 0
        try:
            for seq, content in self._known(damaged):
                known.append(content)
                if sentence := why_not_whole(self.folder, content, whole=whole):
                    yield trouble_of(seq, f"attachment {content.name}: {sentence}")
                done += content.size
                if not progress(done):
                    raise Stopped("checking the attachments was stopped")
            lost = len(self.referred() - {content.sha256 for content in known}) if known else 0
        except Damaged as error:
            damaged.append(error)
        if damaged:
            # What belongs to a damaged revision cannot be told from what belongs to nothing.
            yield trouble_of(
                None, "not everything could be said of the attachments, as revisions are damaged"
            )
            return
        if lost:
            yield trouble_of(None, f"attachments that cases refer to and the casebook does not know: {lost}")
        yield from strange_files(self.folder, there - {content.name for content in known})

    # ------------------------------------------------------------ parts

    def _known(self, damaged: list[Damaged] | None = None) -> Iterator[tuple[int, Content]]:
        """The newest of each document of a content, with its place.

        Args:
            damaged: takes what cannot be read and is left out.

        Raises:
            Damaged: where there is no such list.
        """
        if self._ledger.head(_ANY, OWN) is None:
            return  # as in most casebooks; looking for them among all cases takes its time
        for revision in self._ledger.heads():
            try:
                entry = self._ledger.uncovered(revision)
                is_content = entry.kind == ATTACHMENT and entry.case_id != _ANY
                head = self._ledger.head(entry.case_id, OWN) if is_content else None
            except Damaged as error:
                if damaged is None:
                    raise
                damaged.append(error)
                continue
            if head is not None:
                yield head.seq, Content.from_document(head.document)

    def _name(self, digest: bytes, key: bytes) -> str:
        return hmac.digest(self._naming_key, digest + key, "sha256").hex()[:NAME_DIGITS]

    def _append(self, content: Content) -> None:
        columns: dict[str, Scalar] = {"kind": ATTACHMENT}
        who, action = self._person.name, "attachment sealed"
        if self._ledger.head(_ANY, OWN) is None:
            self._ledger.append(Entry(_ANY, {"kind": ATTACHMENT}, columns, who, action, None, OWN))
        name = _document_id(self._ledger, content.sha256)
        self._ledger.append(Entry(name, content.to_document(), columns, who, action, None, OWN))


def find_content(ledger: Ledger, digest: str) -> Content | None:
    """The content of that SHA-256, None where the casebook knows none."""
    head = ledger.head(_document_id(ledger, digest), OWN)
    return Content.from_document(head.document) if head else None


def require_known(ledger: Ledger, column: str) -> None:
    """Refuse to refer to what is not there; within the transaction that writes the reference.

    Args:
        ledger: of the casebook.
        column: as ``column_of`` gives it.

    Raises:
        InvalidInput: a content is unknown: never kept here, or purged meanwhile.
    """
    for digest in column.split():
        if find_content(ledger, digest) is None:
            raise InvalidInput("attachments", "name a file that this casebook does not hold; attach it again")


def column_of(document: Mapping[str, object]) -> str:
    """The value of ``COLUMN`` for a document: the contents that it refers to; empty where there is none."""
    listed = document.get("attachments")
    items = listed if isinstance(listed, list) else []
    named = [str(item["sha256"]) for item in items if isinstance(item, dict) and "sha256" in item]
    return " ".join(dict.fromkeys(named))


def _document_id(ledger: Ledger, digest: str) -> str:
    """The id of the document for a content; after each purge of it the next one, as ids stay used up."""
    for number in itertools.count(1):
        name = f"{ATTACHMENT} {digest}" if number == 1 else f"{ATTACHMENT} {digest} {number}"
        with contextlib.suppress(Purged):
            ledger.head(name, OWN)
            return name
    raise AssertionError  # the count has no end


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

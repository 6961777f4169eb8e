"""The contents that a casebook knows: each with its key, found by its SHA-256, and what refers to it."""

import contextlib
import itertools
from collections.abc import Collection, Mapping

from app.casebook.attachment_check import Content
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import Damaged, Purged
from app.casebook.records import ATTACHMENT, RevisionEntry, Scalar
from app.errors import InvalidInput

COLUMN = "attachments"
"""The cover's column that names the contents a revision refers to."""

_ANY = "attachments"
"""The id of a document that is there as soon as anything was ever attached."""

_WORD = b"attachment"
"""Stands in the cover of every content, and of every revision that refers to one."""


class Contents:
    """The documents of the contents in one open casebook."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def find(self, digest: str) -> Content | None:
        """The content of that SHA-256, None where the casebook knows none."""
        head = self._ledger.head(self._id_of(digest), OWN)
        return Content.from_document(head.document) if head else None

    def all(self) -> list[Content]:
        """Every content that the casebook knows, in the order in which they were kept.

        Raises:
            Damaged: a revision cannot be read, so it is not known whether it holds one.
        """
        return [content for _, content in self.survey()[0]]

    def referred(self, leaving_out: Collection[int] = ()) -> set[str]:
        """SHA-256 of every content that some revision refers to, however old.

        Args:
            leaving_out: the places (``seq``) of revisions that do not count, because they are about to go.

        Raises:
            Damaged: a revision cannot be read, so it is not known what it refers to.
        """
        found: set[str] = set()
        for entry in self._ledger.holding(_WORD):
            if entry.seq not in leaving_out:
                found |= _named(entry)
        return found

    def unreferred(self, leaving_out: Collection[int] = ()) -> list[Content]:
        """The contents that no revision refers to; arguments and errors as ``referred``."""
        referred = self.referred(leaving_out)
        return [content for content in self.all() if content.sha256 not in referred]

    def places_of(self, content: Content) -> list[int]:
        """The places (``seq``) of the casebook's own revisions that hold a key of this content."""
        return [stored.seq for stored in self._ledger.chain(self._id_of(content.sha256), OWN)]

    def survey(self, damaged: list[Damaged] | None = None) -> tuple[list[tuple[int, Content]], set[str]]:
        """Every content with its place (``seq``), in the order in which they were kept; and ``referred``.

        Args:
            damaged: takes what cannot be read and is left out.

        Raises:
            Damaged: where there is no such list.
        """
        places: dict[str, int] = {}
        referred: set[str] = set()
        if self._ledger.head(_ANY, OWN) is None:
            return [], referred  # as in most casebooks; looking for them among all cases takes its time
        for entry in self._ledger.holding(_WORD, damaged):
            referred |= _named(entry)
            if entry.kind == ATTACHMENT and entry.case_id != _ANY:
                places.pop(entry.case_id, None)
                places[entry.case_id] = entry.seq
        placed = []
        for name, seq in places.items():
            try:
                head = self._ledger.head(name, OWN)
            except Damaged as error:
                if damaged is None:
                    raise
                damaged.append(error)
            else:
                placed += [(seq, Content.from_document(head.document))] if head else []
        return placed, referred

    def keep(self, content: Content, who: str) -> None:
        """Append the document of a content, inside a transaction; ``who`` sealed it."""
        columns: dict[str, Scalar] = {"kind": ATTACHMENT}
        action = "attachment sealed"
        if self._ledger.head(_ANY, OWN) is None:
            self._ledger.append(Entry(_ANY, {"kind": ATTACHMENT}, columns, who, action, None, OWN))
        name = self._id_of(content.sha256)
        self._ledger.append(Entry(name, content.to_document(), columns, who, action, None, OWN))

    def require(self, column: str) -> None:
        """Refuse to refer to what is not there; within the transaction that writes the reference.

        Args:
            column: as ``column_of`` gives it.

        Raises:
            InvalidInput: a content is unknown: never kept here, or purged meanwhile.
        """
        for digest in column.split():
            if self.find(digest) is None:
                raise InvalidInput(
                    "attachments", "name a file that this casebook does not hold; attach it again"
                )

    def _id_of(self, digest: str) -> str:
        """The id of the document for a content; after each purge of it the next one, as ids stay used up."""
        for number in itertools.count(1):
            name = f"{ATTACHMENT} {digest}" if number == 1 else f"{ATTACHMENT} {digest} {number}"
            with contextlib.suppress(Purged):
                self._ledger.head(name, OWN)
                return name
        raise AssertionError  # the count has no end


def column_of(document: Mapping[str, object]) -> str:
    """The value of ``COLUMN`` for a document: the contents that it refers to; empty where there is none."""
    listed = document.get("attachments")
    items = listed if isinstance(listed, list) else []
    named = [str(item["sha256"]) for item in items if isinstance(item, dict) and "sha256" in item]
    return " ".join(dict.fromkeys(named))


def _named(entry: RevisionEntry) -> set[str]:
    return set(str(entry.cover.get(COLUMN) or "").split())

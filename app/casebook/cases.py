"""Documents in the casebook: saved with an expected revision, read, searched, with their history."""

import secrets
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from tinydb.queries import QueryLike

from app.case_id import RULE, normal_case_id
from app.casebook.contents import COLUMN, Contents, column_of
from app.casebook.file import CasebookFile
from app.casebook.index import FlatRow, Index
from app.casebook.ledger import Entry, Ledger
from app.casebook.problems import NoSuchCase, NotAllowed, Purged, refuse_purged
from app.casebook.purge import Gone
from app.casebook.records import BOOKKEEPING, OWN_KINDS, Document, RevisionEntry, Row, Saved, Scalar, Stored
from app.casebook.tables import WORKLIST, Change, SealedDatabase
from app.errors import InvalidInput
from app.people import Person

CoverOf = Callable[[Document], dict[str, Scalar]]
"""Gives the worklist's columns of a document."""

_Found = TypeVar("_Found")

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not mistaken for one another when a case number is read out."""


def kind_of(document: Document) -> str:
    """What a document is: ``case`` where it does not say."""
    return str(document.get("kind", "case"))


def no_columns(_: Document) -> dict[str, Scalar]:
    """The default cover: nothing but the kind, which every cover holds."""
    return {}


class Cases:
    """The documents of one open casebook, for the person who unlocked it."""

    def __init__(self, file: CasebookFile, ledger: Ledger, person: Person, cover_of: CoverOf) -> None:
        self._file = file
        self._ledger = ledger
        self._person = person
        self._cover_of = cover_of
        self.index = Index(ledger)
        self.database = SealedDatabase(self)

    def save(self, change: Change, action: str) -> Saved:
        """Append one revision, durable on return."""
        return self._append([(change, action)])[0]

    def save_all(self, changes: list[Change]) -> None:
        """Append a revision for each change; all are durable on return, or none is."""
        self._append([(change, "saved") for change in changes])

    def save_together(self, changes: list[tuple[Change, str]]) -> list[Saved]:
        """As ``save_all``, each change with the action that it was."""
        return self._append(changes)

    def find(self, case_id: str) -> Stored | None:
        """The newest revision, None when there is none.

        Raises:
            Purged: there was one.
        """
        return self._unless_purged(case_id, self._ledger.head(checked_id(case_id)))

    def get(self, case_id: str) -> Stored:
        """The newest revision.

        Raises:
            NoSuchCase: there is none.
        """
        return _found(self.find(case_id))

    def revision(self, case_id: str, rev: int) -> Stored:
        """That revision.

        Raises:
            NoSuchCase: there is none.
        """
        return _found(self._unless_purged(case_id, self._ledger.revision(checked_id(case_id), rev)))

    def history(self, case_id: str) -> list[RevisionEntry]:
        """Every revision, oldest first.

        Raises:
            NoSuchCase: there is none.
        """
        entries = self._unless_purged(case_id, self._ledger.history(checked_id(case_id)))
        if not entries:
            raise NoSuchCase("the casebook holds no case of this id")
        return entries

    def search(self, query: QueryLike) -> list[Row]:
        """The worklist's lines that a TinyDB query matches, most recently saved first."""
        found = self.database.table(WORKLIST).search(query)
        rows = self.index.rows()
        return _newest_first(rows[str(line.doc_id)] for line in found)

    def of_kind(self, kind: str) -> list[Row]:
        """The worklist's lines of one kind of document, most recently saved first."""
        return _newest_first(row for row in self.index.rows().values() if row.kind == kind)

    def matching(self, column: str, value: str) -> list[Row]:
        """The worklist's lines whose column holds this text, most recently saved first."""
        return self.index.matching(column, value)

    def prepare(self, columns: Iterable[str], most: int) -> bool:
        """Index some more lines for ``matching``; False where nothing is left."""
        return self.index.prepare(columns, most)

    def changed_since(self, seq: int) -> list[Row]:
        """The lines saved after ``seq``, most recently saved first."""
        return self.index.since(seq)

    def flat_rows(self) -> Mapping[str, FlatRow]:
        """The worklist's lines by case id, as TinyDB reads them."""
        return self.index.flat()

    def new_id(self) -> str:
        """A random case number that is easily read out: 12 letters and digits, 58 bits."""
        letters = "".join(secrets.choice(_ALPHABET) for _ in range(12))
        return f"{letters[:4]}-{letters[4:8]}-{letters[8:]}"

    def _append(self, changes: list[tuple[Change, str]]) -> list[Saved]:
        if not self._person.role.may_write:
            raise NotAllowed("quality assurance reads the casebook and does not change it")
        entries = [self.entry_of(change, action) for change, action in changes]
        contents = Contents(self._ledger)
        with self._file.transaction():
            for entry in entries:
                if not entry.expected and entry.case_id in self._gone:
                    refuse_purged()
                contents.require(str(entry.columns.get(COLUMN, "")))
            return [self._ledger.append(entry) for entry in entries]

    @cached_property
    def _gone(self) -> Gone:
        """What was purged under former data keys; under the present one, its revisions tell.

        Read once: it changes with a new data key alone, and that ends the sitting.
        """
        return Gone(self._ledger)

    def _unless_purged(self, case_id: str, found: _Found) -> _Found:
        if not found and checked_id(case_id) in self._gone:
            raise Purged
        return found

    def entry_of(self, change: Change, action: str) -> Entry:
        """What is appended for a change, with the worklist's columns.

        Raises:
            InvalidInput: the id cannot be used, or the document is of a kind of the casebook's own.
        """
        kind = kind_of(change.document)
        if kind in OWN_KINDS:
            raise InvalidInput(
                "kind", f"must not be one of the casebook's own: {', '.join(sorted(OWN_KINDS))}"
            )
        columns = {**self._cover_of(change.document), "kind": kind}
        if attached := column_of(change.document):
            columns[COLUMN] = attached
        if clash := BOOKKEEPING & columns.keys():
            raise ValueError(f"columns that the casebook keeps itself: {sorted(clash)}")
        case_id = checked_id(change.case_id)
        return Entry(case_id, change.document, columns, self._person.name, action, change.rev)


def checked_id(case_id: str) -> str:
    """The case id in Unicode NFC.

    Raises:
        InvalidInput: it is empty, too long, or holds what cannot be printed.
    """
    normal = normal_case_id(case_id)
    if normal is None:
        raise InvalidInput("case_id", RULE)
    return normal


def _found(stored: Stored | None) -> Stored:
    if stored is None:
        raise NoSuchCase("the casebook holds no case of this id and revision")
    return stored


def _newest_first(rows: Iterable[Row]) -> list[Row]:
    return sorted(rows, key=attrgetter("seq"), reverse=True)

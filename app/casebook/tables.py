"""TinyDB over sealed revisions: ``worklist`` (covers, read only) and ``cases`` (documents, opened on demand).

TinyDB by itself moves whole tables through its storage. Here a table reads through to the revisions, and an
update appends a revision for each document that it changed, all of them in one transaction.
"""

import copy
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from typing import Any, NoReturn, Protocol

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from app.casebook.index import FlatRow
from app.casebook.problems import NotAllowed
from app.casebook.records import Document, Stored

WORKLIST = "worklist"
CASES = "cases"


class Shelf(Protocol):
    """What the tables need of the casebook."""

    def flat_rows(self) -> Mapping[str, FlatRow]:
        """The worklist's lines by case id."""

    def find(self, case_id: str) -> Stored | None:
        """The newest revision of a case."""

    def save_all(self, changes: list["Change"]) -> None:
        """Append a revision for each change, together."""

    def new_id(self) -> str:
        """A case id that is not in use."""


class Change:
    """A document as an update left it, and the revision that it was read at (0: new)."""

    def __init__(self, case_id: str, document: Document, rev: int) -> None:
        self.case_id, self.document, self.rev = case_id, document, rev


class Documents(Mapping[str, Document]):
    """The documents by case id; each is opened when it is asked for."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, case_id: str) -> Document:
        stored = self._shelf.find(case_id)
        if stored is None:
            raise KeyError(case_id)
        return stored.document

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf.flat_rows())

    def __len__(self) -> int:
        return len(self._shelf.flat_rows())


class Edits(MutableMapping[str, Document]):
    """What TinyDB's updaters work on: hands out documents to be changed, and tells which were."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._originals: dict[str, Stored | None] = {}
        self._copies: dict[str, Document] = {}

    def __getitem__(self, case_id: str) -> Document:
        if case_id not in self._copies:
            stored = self._shelf.find(case_id)
            if stored is None:
                raise KeyError(case_id)
            self._originals[case_id] = stored
            self._copies[case_id] = copy.deepcopy(stored.document)
        return self._copies[case_id]

    def __setitem__(self, case_id: str, document: Document) -> None:
        self._originals.setdefault(case_id, self._shelf.find(case_id))
        self._copies[case_id] = document

    def __delitem__(self, case_id: str) -> None:
        _refuse_removal()

    def __iter__(self) -> Iterator[str]:
        return iter({**self._shelf.flat_rows(), **self._copies})

    def __len__(self) -> int:
        return len({**self._shelf.flat_rows(), **self._copies})

    def changes(self) -> list[Change]:
        """The documents that are new, or other than they were read."""
        found = []
        for case_id, document in self._copies.items():
            original = self._originals[case_id]
            if original is None or original.document != document:
                found.append(Change(case_id, document, original.rev if original else 0))
        return found


class RevisionStorage(Storage):
    """Lets TinyDB list its tables; writing through it would replace them whole, and is refused."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf

    def read(self) -> dict[str, dict[str, Any]]:
        """The tables with their rows; documents stay closed until asked for."""
        documents: Any = Documents(self.shelf)
        return {WORKLIST: self.shelf.flat_rows(), CASES: documents}

    def write(self, data: dict[str, dict[str, Any]]) -> None:  # noqa: ARG002  # TinyDB's signature
        """Refused: revisions are appended, tables are not replaced."""
        _refuse_removal()


class SealedTable(Table):
    """A table of either name, over the storage's shelf."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB allows it, and says int

    def __init__(self, storage: RevisionStorage, name: str) -> None:
        # The query cache would hide what another process saved; the class attribute does not stop it.
        super().__init__(storage, name, cache_size=0)
        self._shelf = storage.shelf

    def truncate(self) -> None:
        """Refused: nothing is removed from a casebook."""
        _refuse_removal()

    def remove(self, *_: Any, **__: Any) -> list[int]:
        """Refused: nothing is removed from a casebook."""
        _refuse_removal()

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        rows: Any = self._shelf.flat_rows() if self.name == WORKLIST else Documents(self._shelf)
        return rows  # type: ignore[no-any-return]  # a mapping that opens documents on demand

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        if self.name == WORKLIST:
            raise NotAllowed("the worklist follows from the cases; change a case instead")
        edits = Edits(self._shelf)
        updater(edits)
        self._shelf.save_all(edits.changes())

    def _get_next_id(self) -> str:
        return self._shelf.new_id()


class SealedDatabase(TinyDB):
    """TinyDB with the two tables of a casebook and no way to drop them."""

    table_class = SealedTable  # type: ignore[assignment]  # made with the storage above alone
    default_table_name = CASES

    def __init__(self, shelf: Shelf) -> None:
        super().__init__(shelf, storage=RevisionStorage)

    def drop_table(self, name: str) -> None:  # noqa: ARG002  # TinyDB's signature
        """Refused: nothing is removed from a casebook."""
        _refuse_removal()

    def drop_tables(self) -> None:
        """Refused: nothing is removed from a casebook."""
        _refuse_removal()


def _refuse_removal() -> NoReturn:
    raise NotAllowed("the casebook keeps every revision; nothing is removed from it")

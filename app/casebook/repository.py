"""What the program needs of a store of documents: the one contract that every backend must keep.

``Casebook`` keeps it over SQLite. ``tests/app/casebook/test_repository.py`` holds any backend to it; another
one (several seats on one server, say) is ready when it passes.
"""

from typing import Protocol, runtime_checkable

from tinydb.queries import QueryLike

from app.casebook.records import Document, RevisionEntry, Row, Saved, Stored, Trouble


@runtime_checkable
class Repository(Protocol):
    """Documents with all their revisions. Nothing is overwritten; what was given out never changes."""

    def save(
        self, document: Document, case_id: str | None = None, rev: int = 0, action: str = "saved"
    ) -> Saved:
        """Append a revision that follows ``rev`` (0: none); durable on return.

        Raises:
            StaleSave: somebody saved the case since; nothing was written.
            NotAllowed: this person may not save.
            InvalidInput: the id or the document cannot be kept.
        """

    def get(self, case_id: str) -> Stored:
        """The newest revision.

        Raises:
            NoSuchCase: there is none.
        """

    def revision(self, case_id: str, rev: int) -> Stored:
        """That revision; errors as in ``get``."""

    def history(self, case_id: str) -> list[RevisionEntry]:
        """Every revision, oldest first; errors as in ``get``."""

    def worklist(self, kind: str = "case") -> list[Row]:
        """The newest line of every document of a kind, most recently saved first."""

    def search(self, query: QueryLike) -> list[Row]:
        """The lines that a query matches, most recently saved first."""

    @property
    def data_version(self) -> int:
        """Grows with every save by anyone."""

    def changed_since(self, seq: int) -> list[Row]:
        """The lines saved after an earlier ``data_version``, most recently saved first."""

    def verify(self) -> list[Trouble]:
        """Everything that is wrong; empty when the store is whole."""

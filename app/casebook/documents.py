"""The documents of an open casebook: the repository over its sealed file."""

from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from tinydb import TinyDB
from tinydb.queries import QueryLike

from app.casebook.attachments import Attachments
from app.casebook.boxes import subkey
from app.casebook.cases import Cases, CoverOf
from app.casebook.file import CasebookFile
from app.casebook.keys import OpenedSlot
from app.casebook.ledger import Clock, Ledger
from app.casebook.opening import Closable
from app.casebook.records import Document, RevisionEntry, Row, Saved, Stored, Trouble
from app.casebook.register import Register
from app.casebook.sealing import Sealer
from app.casebook.staff import key_in_use
from app.casebook.tables import Change
from app.casebook.trail import TrailEntry, read_trail
from app.casebook.verify import Progress, Witness, verify
from app.casebook.witnesses import WitnessFit, fit
from app.errors import DictamenError


class Documents(Closable):
    """A ``Repository``: documents with all their revisions, for the person who unlocked the casebook.

    Attributes:
        person: who unlocked it; every save is recorded as theirs.
        attachments: the sealed files of evidence.
    """

    def __init__(self, file: CasebookFile, opened: OpenedSlot, clock: Clock, cover_of: CoverOf) -> None:
        """For ``Casebook``: an open file and a way in; ``cover_of`` gives the worklist's columns."""
        super().__init__(file)
        file.key = key_in_use(opened)
        self._clock = clock
        self._sealer = Sealer(opened.data_key)
        self._ledger = Ledger(file, self._sealer, clock)
        self._register = Register(self._ledger)
        self.person = self._register.holder_of(opened.slot).person
        self._cases = Cases(file, self._ledger, self.person, cover_of)
        names = subkey(opened.data_key, "attachment names")
        self.attachments = Attachments(file, self._ledger, names, self.person)

    @property
    def database(self) -> TinyDB:
        """The TinyDB view: tables ``worklist`` (covers, read only) and ``cases`` (documents)."""
        return self._cases.database

    def save(
        self, document: Document, case_id: str | None = None, rev: int = 0, action: str = "saved"
    ) -> Saved:
        """Append a revision; it is durable when this returns.

        Args:
            document: a JSON object; its ``kind`` says what it is (``case`` where absent).
            case_id: any 1 to 64 printable characters; None makes a new case with a generated number.
            rev: the revision that this one follows, as it was read; 0 for a new case.
            action: what was done, for the history.

        Raises:
            StaleSave: somebody saved the case since.
            NotAllowed: quality assurance does not save.
            InvalidInput: the id or the document cannot be kept.
            Busy: another process is writing; nothing was saved, try again.
            NotSaved: the write failed; the casebook is read-only until it is opened again.
        """
        return self._cases.save(Change(case_id or self._cases.new_id(), document, rev), action)

    def save_together(self, changes: list[tuple[Change, str]]) -> list[Saved]:
        """Append a revision for each change with its action: all are durable on return, or none is.

        Raises:
            As ``save``; where one is refused, none is kept.
        """
        return self._cases.save_together(changes)

    def new_id(self) -> str:
        """A case number that is not in use, for a document that others of the same save must name."""
        return self._cases.new_id()

    def get(self, case_id: str) -> Stored:
        """The newest revision of a case, with its document.

        Raises:
            NoSuchCase: there is none.
            Damaged: it was changed on the disk.
        """
        return self._cases.get(case_id)

    def revision(self, case_id: str, rev: int) -> Stored:
        """One revision of a case, with its document; errors as in ``get``."""
        return self._cases.revision(case_id, rev)

    def history(self, case_id: str) -> list[RevisionEntry]:
        """Every revision of a case, oldest first; errors as in ``get``."""
        return self._cases.history(case_id)

    def worklist(self, kind: str = "case") -> list[Row]:
        """The newest line of every document of a kind, most recently saved first."""
        return self._cases.of_kind(kind)

    def search(self, query: QueryLike) -> list[Row]:
        """The lines that a TinyDB query matches (``where("due") < ...``), most recently saved first.

        A line has the cover's columns, ``kind``, ``case_id``, ``rev``, ``actor``, ``action``, ``seq`` and
        ``at`` (ISO 8601, UTC).
        """
        return self._cases.search(query)

    def matching(self, column: str, value: str) -> list[Row]:
        """The lines whose column holds this text, most recently saved first.

        Case and outer spaces do not count. The first asking indexes the column; later ones take no search.
        """
        return self._cases.matching(column, value)

    def prepare(self, columns: Iterable[str], most: int) -> bool:
        """Index at most so many more lines in one of these columns, for ``matching``; False where all are.

        For moments in which nothing else is to do: it reads nothing, and whatever is missing is made up for
        by the first asking.
        """
        return self._cases.prepare(columns, most)

    @property
    def data_version(self) -> int:
        """Grows with every save by anyone: the place of the newest revision. Asking is cheap."""
        return self._ledger.newest_seq()

    def changed_since(self, seq: int) -> list[Row]:
        """The lines saved after ``seq`` (an earlier ``data_version``), most recently saved first."""
        return self._cases.changed_since(seq)

    @property
    def listed(self) -> Collection[str]:
        """The ids of every line of the worklist now; a purge takes some away."""
        return self._cases.index.rows().keys()

    @property
    def times_listed(self) -> int:
        """How often lines may have gone since the casebook was opened: only then is ``listed`` news."""
        return self._cases.index.times_emptied

    def trail(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        progress: Progress | None = None,
    ) -> Iterator[TrailEntry]:
        """Every revision of a period, of cases and of the casebook itself, oldest first.

        Args:
            since: the first moment; None for the beginning.
            until: the first moment that does not count any more; None for no end.
            progress: told now and then which revision was reached; it may raise.
        """
        return read_trail(self._ledger, since, until, progress)

    def glimpse(self, seq: int) -> RevisionEntry | None:
        """What can be told of the revision at a place; None where nothing can."""
        try:
            revision = self._ledger.at(seq)
            return self._ledger.uncovered(revision) if revision else None
        except DictamenError:
            return None

    def witness_fits(self, witness: Witness) -> WitnessFit:
        """Whether the casebook still holds, at its place, what a letter or a report saw there."""
        return fit(self._ledger, *witness)

    def verify(self, witness: Witness | None = None, progress: Progress | None = None) -> list[Trouble]:
        """Everything that is wrong, the first bad revision first; empty when the casebook is whole.

        Args:
            witness: place and link of a revision, as a letter or a backup carries them.
            progress: told now and then which revision was reached.
        """
        found = verify(self._file, self._ledger, self._register, self._sealer, witness, progress)

        def go_on(_bytes: int) -> bool:
            if progress is not None:
                progress(self.data_version)  # which may raise, to end the check
            return True

        return [*found, *self.attachments.check(go_on)]

"""The casebook as the program uses it."""

import dataclasses
import os
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tinydb import TinyDB
from tinydb.queries import QueryLike

from app import passphrases
from app.casebook import folder
from app.casebook.attachments import Attachments
from app.casebook.attempts import NOBODY, Attempts
from app.casebook.backup import Backups
from app.casebook.boxes import KEY_BYTES, subkey
from app.casebook.cases import Cases, CoverOf, no_columns
from app.casebook.events import Events
from app.casebook.exchange import Exchange
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.forks import Forks
from app.casebook.keys import SALT_BYTES, Cost, OpenedSlot, new_slot
from app.casebook.ledger import Clock, Ledger
from app.casebook.packing import Belongings, Shelf
from app.casebook.problems import Busy, NotAllowed, NotLetIn
from app.casebook.records import Document, RevisionEntry, Row, Saved, Scalar, Stored, Trouble
from app.casebook.recovery import Recovery
from app.casebook.register import Member, Register
from app.casebook.rekey import Rekey
from app.casebook.retention import Retention
from app.casebook.retention_rules import Rules
from app.casebook.sealing import Sealer
from app.casebook.shelf_record import ShelfRecord
from app.casebook.sites import Sites
from app.casebook.staff import Staff, key_in_use, open_way_in
from app.casebook.tables import Change
from app.casebook.trail import TrailEntry, read_trail
from app.casebook.verify import Progress, Witness, at_opening, verify
from app.casebook.witnesses import WitnessFit, fit
from app.errors import DictamenError
from app.identity import SigningIdentity, open_identity
from app.people import Person
from app.signers import TrustedSigner

SITE_BYTES = 8


def utc_now() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


class Casebook:
    """One open casebook, unlocked by one person. Close it, or use it as a context manager.

    Attributes:
        person: who unlocked it; every save is recorded as theirs.
        staff: the people, and what may be changed about them.
        recovery: the key for the day on which the only administrator forgets the passphrase.
        rekey: gives the casebook a new data key.
        events: what people did that changes no document.
        shelf: which policy and plan files were installed when it was last unlocked.
        attachments: the sealed files of evidence.
        sites: this site's keys for exchange, and the other sites that it trusts.
        forks: the cases that two sites changed, to be settled by a person.
    """

    def __init__(self, file: CasebookFile, opened: OpenedSlot, clock: Clock, cover_of: CoverOf) -> None:
        """For ``create`` and ``unlock``."""
        file.key = key_in_use(opened)
        self._file = file
        self._clock = clock
        self._sealer = Sealer(opened.data_key)
        self._ledger = Ledger(file, self._sealer, clock)
        self._register = Register(self._ledger)
        self.person = self._register.holder_of(opened.slot).person
        self.staff = Staff(file, self._register, opened, self.person, clock)
        self.recovery = Recovery(self.staff)
        self.rekey = Rekey(file, self._ledger, self._sealer, self.staff)
        self._cases = Cases(file, self._ledger, self.person, cover_of)
        self.events = Events(file, self._ledger, self.person.name, clock)
        self.shelf = ShelfRecord(file, self._ledger, self.events, self.person.name)
        names = subkey(opened.data_key, "attachment names")
        self.attachments = Attachments(file, self._ledger, names, self.person)
        self.sites = Sites(file, self._ledger, self.events, self.person)
        self.forks = Forks(file, self._ledger, self._cases, self.person)

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether there is a casebook in this folder."""
        path = home / FILE_NAME
        return path.is_file() and path.stat().st_size > 0

    @classmethod
    def create(  # noqa: PLR0913  # three belong to the person, three have defaults
        cls,
        home: Path,
        first: Person,
        passphrase: str,
        *,
        clock: Clock = utc_now,
        cover_of: CoverOf = no_columns,
        cost: Cost = Cost(),  # noqa: B008  # frozen
    ) -> "Casebook":
        """A new casebook; its first person administers it, whatever their role.

        Args:
            home: the folder, made where it is missing.
            first: the person who creates it.
            passphrase: theirs.
            clock: gives the time of each save.
            cover_of: gives the worklist's columns of a document.
            cost: of a guess at a passphrase, for every person of this casebook.

        Raises:
            InvalidInput: the passphrase is too short or trivially guessed, or name or license do not fit a
                certificate.
            DictamenError: there is a casebook already, or the folder cannot be used.
        """
        passphrases.check_new(passphrase, first)
        salt = os.urandom(SALT_BYTES)
        opened = new_slot(first.name, passphrase, os.urandom(KEY_BYTES), salt, cost)
        member = Member.new(dataclasses.replace(first, administers=True), opened)
        folder.prepare(home)
        file = CasebookFile.create(home / FILE_NAME)
        try:
            file.refuse_if_laid_out()
            with file.transaction():
                sealer = Sealer(opened.data_key)
                file.write_schema(os.urandom(SITE_BYTES), sealer.audit)
                file.add_slot(opened.slot, opened.data_key)
                ledger = Ledger(file, sealer, clock)
                Register(ledger).admit(member, first.name)
            return cls(file, opened, clock, cover_of)
        except BaseException:
            file.close()
            raise

    @classmethod
    def unlock(
        cls,
        home: Path,
        name: str,
        passphrase: str,
        *,
        clock: Clock = utc_now,
        cover_of: CoverOf = no_columns,
    ) -> "Casebook":
        """Open the casebook in a folder as one of its people.

        Raises:
            NoCasebook: there is none.
            NotLetIn: name and passphrase open nothing.
            TooSoon: after failed attempts, which are kept and told in the trail.
            Damaged: the file was changed or is something else.
            DictamenError: it cannot be read.
        """
        file = CasebookFile.open(home / FILE_NAME)
        try:
            attempts = Attempts(file, clock)
            attempts.require_turn()
            try:
                opened = open_way_in(file, name, passphrase)
            except NotLetIn:
                attempts.note("passphrase")
                raise
            book = cls(file, opened, clock, cover_of)
            file.found += at_opening(file, book._ledger, book._register, book._sealer)
            book._settle_in(attempts)
        except BaseException:
            file.close()
            raise
        return book

    def _settle_in(self, attempts: Attempts) -> None:
        """What is due at signing in; it waits where the casebook cannot be written."""
        writable = folder.is_writable(self._file.path.parent)
        if not writable or not (attempts.are_there() or self.staff.has_to_settle_in()):
            return
        with suppress(Busy), self._file.transaction():
            attempts.take_in(Events(self._file, self._ledger, NOBODY, self._clock), self._sealer)
            self.staff.settle_in()

    @property
    def _opened(self) -> OpenedSlot:
        return self.staff.opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file for all threads."""
        self._file.close()

    @property
    def warnings(self) -> list[str]:
        """What speaks against the casebook's place, and what could not be read of it; each a sentence."""
        found = folder.warnings(self._file.path.parent)
        if self._file.found:
            found.append("The casebook's file is damaged; run 'dictamen cases verify' to see where.")
        if lost := self._cases.index.unreadable:
            found.append(f"{lost} cases are damaged and left out; run 'dictamen cases verify' to see which.")
        if missed := self.events.unrecorded:
            found.append(
                f"{missed} looks at cases could not be recorded: the casebook cannot be written here."
            )
        return found

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

    def record(self, action: str, **detail: Scalar) -> Saved:
        """Keep an event with the actor and the time; anybody's, also quality assurance's.

        Args:
            action: an ``EventKind``, or other words in its manner.
            detail: names, numbers and counts, never what a person typed; ``case_id`` is the case it concerns.
        """
        return self.events.record(action, detail)

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

    @property
    def backups(self) -> Backups:
        """Backups: making them, where they go, what is there."""
        return Backups(self._file, self._ledger, self._sealer, self.events, self.person, self._clock)

    def retention(self, rules: Rules) -> Retention:
        """Which cases are past their retention by these rules, and their purge."""
        return Retention(
            self._file,
            self._ledger,
            self._register,
            self._cases,
            self.attachments,
            self.events,
            self.person,
            self._clock,
            rules,
        )

    def exchange(self, belongings: Belongings) -> Exchange:
        """Exchange with other sites; ``belongings`` names the documents that belong to a case."""
        shelf = Shelf(
            self._file,
            self._ledger,
            self._cases,
            self.attachments,
            self.events,
            self.person,
            belongings,
        )
        return Exchange(shelf, self.sites)

    def people(self) -> list[Person]:
        """Everybody who is let in, in the order of coming."""
        return [member.person for member in self._register.members()]

    def add_person(self, person: Person, passphrase: str) -> None:
        """Let somebody in, with a new signing identity.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
            InvalidInput: the name is taken or does not fit a certificate, or the passphrase is too short or
                trivially guessed.
        """
        self.staff.add(person, passphrase)

    def identity(self, passphrase: str) -> SigningIdentity:
        """The signing identity of the person who unlocked the casebook, for their passphrase each time.

        Raises:
            NotLetIn: the passphrase is not theirs.
            TooSoon: after failed attempts.
        """
        opened = self.staff.open_own(passphrase, "nothing was signed")
        member = self._register.holder_of(opened.slot)
        if not member.identity:
            raise NotAllowed(
                "your signing identity is made when you sign in where the casebook can be written"
            )
        return open_identity(member.identity, opened.personal_key.hex())

    def trusted(self) -> list[str]:
        """The certificates (PEM) in use: the people's own, then those entered by hand."""
        return self._register.trusted()

    def signers(self) -> list[TrustedSigner]:
        """Whose signatures count, and until when: ``trusted``, and what people signed with before."""
        return self._register.signers()

    def trust(self, pem: str) -> None:
        """Enter a signer's certificate.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
            InvalidInput: it is no certificate in PEM.
        """
        self.staff.require_administrator()
        with self._file.transaction():
            self._register.trust(pem, self.person.name)

"""The casebook as the program uses it."""

from datetime import UTC, datetime
from pathlib import Path

from app.casebook import folder
from app.casebook.attempts import NOBODY, Attempts
from app.casebook.backup import Backups
from app.casebook.cases import CoverOf, no_columns
from app.casebook.documents import Documents
from app.casebook.events import Events
from app.casebook.exchange import Exchange
from app.casebook.file import CasebookFile
from app.casebook.forks import Forks
from app.casebook.keys import Cost, OpenedSlot
from app.casebook.ledger import Clock
from app.casebook.opening import created, unlocked
from app.casebook.packing import Belongings, Shelf
from app.casebook.problems import Busy, NotAllowed, NotSaved
from app.casebook.records import Saved, Scalar
from app.casebook.recovery import Recovery
from app.casebook.rekey import Rekey
from app.casebook.retention import Retention
from app.casebook.retention_rules import Rules
from app.casebook.shelf_record import ShelfRecord
from app.casebook.sites import Sites
from app.casebook.staff import Staff
from app.casebook.unfinished import Unfinished
from app.casebook.verify import at_opening
from app.identity import SigningIdentity, open_identity
from app.people import Person
from app.signers import TrustedSigner


def utc_now() -> datetime:
    """The computer's clock."""
    return datetime.now(UTC)


class Casebook(Documents):
    """One open casebook, unlocked by one person. Close it, or use it as a context manager.

    Attributes:
        person: who unlocked it; every save is recorded as theirs.
        staff: the people, and what may be changed about them.
        recovery: the key for the day on which the only administrator forgets the passphrase.
        rekey: gives the casebook a new data key.
        events: what people did that changes no document.
        shelf: the policy and plan files: which were added, and what was installed at the last unlocking.
        attachments: the sealed files of evidence.
        sites: this site's keys for exchange, and the other sites that it trusts.
        forks: the cases that two sites changed, to be settled by a person.
    """

    def __init__(self, file: CasebookFile, opened: OpenedSlot, clock: Clock, cover_of: CoverOf) -> None:
        """For ``create`` and ``unlock``."""
        super().__init__(file, opened, clock, cover_of)
        self.staff = Staff(file, self._register, opened, self.person, clock)
        self.recovery = Recovery(self.staff)
        self.rekey = Rekey(file, self._ledger, self._sealer, self.staff)
        self.events = Events(file, self._ledger, self.person.name, clock)
        self.shelf = ShelfRecord(file, self._ledger, self.events, self.attachments, self.person.name)
        self.sites = Sites(file, self._ledger, self.events, self.person)
        self.forks = Forks(file, self._ledger, self._cases, self.person)

    @staticmethod
    def exists(home: Path) -> bool:
        """Whether there is a casebook in this folder."""
        return folder.holds_casebook(home)

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
        with created(home, first, passphrase, clock, cost) as opening:
            return cls(opening.file, opening.slot, clock, cover_of)

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
        with unlocked(home, name, passphrase, clock) as (file, opened, attempts):
            book = cls(file, opened, clock, cover_of)
            file.found += at_opening(file, book._ledger, book._register, book._sealer)
            book._settle_in(attempts)
            return book

    def _settle_in(self, attempts: Attempts) -> None:
        """What is due at signing in; it waits where the casebook cannot be written, as on a full disk."""
        writable = folder.is_writable(self._file.path.parent)
        if not writable or not (attempts.are_there() or self.staff.has_to_settle_in()):
            return
        before = self.staff.opened
        try:
            with self._file.transaction():
                attempts.take_in(Events(self._file, self._ledger, NOBODY, self._clock), self._sealer)
                self.staff.settle_in()
        except (Busy, NotSaved):
            self.staff.opened = before
            self.events.unrecorded += 1

    @property
    def _opened(self) -> OpenedSlot:
        return self.staff.opened

    @property
    def unfinished(self) -> Unfinished:
        """What the person was in the middle of when the casebook was open last."""
        return Unfinished(self._file.path.parent, self._opened.personal_key)

    @property
    def warnings(self) -> list[str]:
        """What speaks against the casebook's place, and what could not be read of it; each a sentence."""
        found = folder.warnings(self._file.path.parent)
        if self._file.found:
            found.append("The casebook's file is damaged; run 'dictamen cases verify' to see where.")
        if lost := self._cases.index.unreadable:
            found.append(f"{lost} cases are damaged and left out; run 'dictamen cases verify' to see which.")
        if missed := self.events.unrecorded:
            found.append(f"The casebook cannot be written here; steps that could not be recorded: {missed}.")
        return found

    def record(self, action: str, **detail: Scalar) -> Saved:
        """Keep an event with the actor and the time; anybody's, also quality assurance's.

        Args:
            action: an ``EventKind``, or other words in its manner.
            detail: names, numbers and counts, never what a person typed; ``case_id`` is the case it concerns.
        """
        return self.events.record(action, detail)

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

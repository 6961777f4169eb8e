"""Retention: which cases are past it, and the purge of those that two people agree on.

A case is kept for the plan's years after it was last saved, which its decision or its last letter may be.
Before that it is never listed, proposed or purged. A legal hold keeps it longer.

One of the two people administers the casebook or is a physician. A person who was let in twice cannot be told
from two people, nor somebody whose passphrase an administrator replaced; the trail shows both.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import UTC, timedelta

from app.casebook.attachment_check import Content
from app.casebook.attachments import Attachments
from app.casebook.cases import Cases, checked_id
from app.casebook.events import Events
from app.casebook.file import CasebookFile
from app.casebook.holds import Holds, require_writer
from app.casebook.ledger import Clock, Ledger
from app.casebook.problems import Damaged, NoSuchCase, NotAllowed
from app.casebook.purge import (
    PROPOSED,
    WITHDRAWN,
    Doomed,
    Gone,
    Proposal,
    PurgeBook,
    empty,
    keep_journal,
    new_number,
    weighs,
    wipe_journal,
)
from app.casebook.records import PURGING, VERSIONS, Row, Stored
from app.casebook.register import Register
from app.casebook.rekeying import discard
from app.casebook.retention_rules import PastCase, Rules, years_after
from app.errors import DictamenError, InvalidInput
from app.people import Person


class Retention:
    """Retention in one open casebook, for the person who unlocked it.

    Attributes:
        holds: what keeps cases beyond their retention.
    """

    def __init__(  # noqa: PLR0913  # the parts of one open casebook
        self,
        file: CasebookFile,
        ledger: Ledger,
        register: Register,
        cases: Cases,
        attachments: Attachments,
        events: Events,
        person: Person,
        clock: Clock,
        rules: Rules,
    ) -> None:
        self._file = file
        self._ledger = ledger
        self._cases = cases
        self._attachments = attachments
        self._events = events
        self._person = person
        self._clock = clock
        self._rules = rules
        self._purges = PurgeBook(ledger, register)
        self.holds = Holds(file, ledger, cases, events, person)

    # ------------------------------------------------------------ what is past its retention

    def past(self) -> list[PastCase]:
        """The cases past their retention at this moment, the longest past first; held ones too."""
        return self._past(self._cases.of_kind("case"))

    @property
    def clock_leap(self) -> timedelta:
        """How far the computer's clock stands after the newest save of a case: a wrong year shows here."""
        rows = self._cases.of_kind("case")
        newest = max((row.at for row in rows), default=self._clock())
        return self._clock() - newest

    # ------------------------------------------------------------ purging

    def proposals(self) -> list[Proposal]:
        """Every proposal with what became of it, oldest first."""
        return self._purges.proposals()

    def propose(self, case_ids: Sequence[str]) -> Proposal:
        """Propose cases for purging; a second person confirms.

        Raises:
            NotAllowed: quality assurance only reads.
            InvalidInput: a case is not past its retention, is on hold, or stands in another proposal.
        """
        require_writer(self._person)
        wanted = dict.fromkeys(checked_id(case_id) for case_id in case_ids)
        if not wanted:
            raise InvalidInput("ID", "name at least one case that is past its retention")
        with self._file.transaction():
            rows = [row for row in self._cases.of_kind("case") if row.case_id in wanted]
            past = {case.row.case_id: case for case in self._past(rows)}
            chosen = [self._free(case_id, past) for case_id in wanted]
            taken = {proposal.number for proposal in self.proposals()}
            number = next(each for each in iter(new_number, "") if each not in taken)
            cases = [case.doomed.to_json() for case in chosen]
            content = {"cases": cases, "weighty": weighs(self._person)}
            self._purges.append(PROPOSED, number, self._person.name, **content)
            self._events.append(PROPOSED, {"purge": number, "cases": len(chosen)})
        return self.proposal(number)

    def proposal(self, number: str) -> Proposal:
        """The proposal of that number.

        Raises:
            InvalidInput: there is none.
        """
        found = next((each for each in self.proposals() if each.number == number), None)
        if found is None:
            raise InvalidInput("PROPOSAL", "is not known; 'dictamen retention list' shows the open ones")
        return found

    def rows_of(self, proposal: Proposal) -> list[Row]:
        """The lines of an open proposal's cases as they are now; cases that changed since are left out."""
        rows = {row.seq: row for row in self._cases.of_kind("case")}
        return [rows[case.heads[0]] for case in proposal.cases if case.heads[0] in rows]

    def why_not_confirm(self, proposal: Proposal) -> str | None:
        """Why this person cannot confirm a proposal, in a sentence; None when they can."""
        if self._purges.are_one_person(proposal.proposed_by, self._person.name):
            return "a second person confirms: you proposed this purge yourself"
        if not self._person.may_keep:
            return "quality assurance reads the casebook and does not change it"
        if not (proposal.weighty or weighs(self._person)):
            return "one of the two people must administer the casebook or be a physician; ask one of them"
        return None

    def confirm(self, number: str) -> Proposal:
        """Purge what somebody else proposed: for good, all of it or nothing.

        Raises:
            NotAllowed: this person may not, as ``why_not_confirm`` says.
            DictamenError: it was settled already, or a case of it changed or was put on hold since.
            Damaged: a revision cannot be read, so it is not known which attachments are still needed.
        """
        gone: list[Content] = []
        keep_journal(self._file)
        try:
            with self._file.transaction():
                proposal = self._open_proposal(number)
                if reason := self.why_not_confirm(proposal):
                    raise NotAllowed(reason)
                self._refuse_changed(proposal)
                places = self._places(proposal)
                names = self._names(places)
                gone = self._attachments.known.unreferred(leaving_out=places)
                places |= {seq for content in gone for seq in self._attachments.known.places_of(content)}
                self._purge(number, places, names, attachments=len(gone))
        finally:
            wipe_journal(self._file)
        self._attachments.discard(gone)
        return self.proposal(number)

    def withdraw(self, number: str) -> None:
        """Take an open proposal back; whoever may propose may also withdraw.

        Raises:
            NotAllowed: quality assurance only reads.
            DictamenError: it was settled already.
        """
        require_writer(self._person)
        with self._file.transaction():
            self._open_proposal(number)
            self._purges.append(WITHDRAWN, number, self._person.name)
            self._events.append(WITHDRAWN, {"purge": number})

    # ------------------------------------------------------------ parts

    def _past(self, rows: Iterable[Row]) -> list[PastCase]:
        """As ``past``, of these lines alone."""
        now = self._clock().astimezone(UTC)
        holds, proposed = self.holds.standing(), self._proposed()
        found = []
        for row in rows:
            years = self._rules.years(row)
            if row.cover.get(VERSIONS):
                continue  # which version stands, and what belongs to it, is for a person to settle first
            if years_after(row.at, years) > now:
                continue  # sparing most cases a look at their history
            doomed = self._doomed(row.case_id, years)
            if doomed.kept_until <= now:
                number = proposed.get(doomed.heads[0], "")
                found.append(PastCase(row, doomed.kept_until, holds.get(row.case_id), number, doomed))
        return sorted(found, key=lambda case: (case.kept_until, case.row.case_id))

    def _proposed(self) -> dict[int, str]:
        """By the place of a case's newest revision, the open proposal that names it."""
        return {
            case.heads[0]: proposal.number
            for proposal in self.proposals()
            if proposal.is_open
            for case in proposal.cases
        }

    def _free(self, case_id: str, past: dict[str, PastCase]) -> PastCase:
        case = past.get(case_id)
        if case is None:
            self._cases.get(case_id)  # a case that is not there is said differently
            raise InvalidInput("ID", f"{case_id} is not past its retention; it cannot be purged")
        if case.hold is not None:
            raise InvalidInput("ID", f"{case_id} is on hold ({case.hold.reason}, by {case.hold.by})")
        if case.proposal:
            raise InvalidInput("ID", f"{case_id} stands in proposal {case.proposal} already")
        return case

    def _open_proposal(self, number: str) -> Proposal:
        proposal = self.proposal(number)
        if not proposal.is_open:
            what = "confirmed" if proposal.purged else "withdrawn"
            raise DictamenError(f"proposal {number} was {what} by {proposal.settled_by} already")
        return proposal

    def _refuse_changed(self, proposal: Proposal) -> None:
        """Everything is looked at again: time has passed, and others were at work."""
        past = {case.doomed.heads: case for case in self._past(self.rows_of(proposal))}
        for case in proposal.cases:
            found = past.get(case.heads)
            if found is None or found.doomed != case:
                raise DictamenError(
                    f"a case of proposal {proposal.number} was saved or purged since it was proposed, or its "
                    "retention is another now; nothing was purged. Withdraw the proposal and make a new one"
                )
            if found.hold is not None:
                raise DictamenError(
                    f"case {found.row.case_id} was put on hold since by {found.hold.by} "
                    f"({found.hold.reason}); nothing was purged. Withdraw the proposal and make a new one"
                )

    def _places(self, proposal: Proposal) -> set[int]:
        return {
            seq for case in proposal.cases for head in case.heads for seq in self._ledger.places_beside(head)
        }

    def _names(self, places: Iterable[int]) -> set[str]:
        """The numbers of what lies at these places; those of unreadable revisions are not known."""
        found = set()
        for revision in filter(None, map(self._ledger.at, places)):
            with suppress(Damaged):
                found.add(self._ledger.uncovered(revision).case_id)
        return found

    def _purge(self, number: str, places: set[int], names: set[str], *, attachments: int) -> None:
        emptied = [[seq, hash_.hex()] for seq, hash_ in self._ledger.hashes_of(sorted(places))]
        content = {"emptied": emptied, "gone": Gone.marks(names), "attachments": attachments}
        self._purges.append(PURGING, number, self._person.name, **content)
        self._events.append(PURGING, {"purge": number, "revisions": len(emptied), "attachments": attachments})
        empty(self._file, sorted(places))
        discard(self._file)  # what a new key was begun with would keep the content, sealed anew

    def _doomed(self, case_id: str, years: int) -> Doomed:
        stored = self._cases.get(case_id)
        heads, last, revisions = [stored.seq], stored.at, 0
        for name in (case_id, *self._belongings(stored)):
            history = self._ledger.history(name)
            if not history:
                continue
            revisions += len(history)
            # the latest of all: a clock that stood back at the last save must not shorten the retention
            last = max(last, *(entry.at for entry in history))
            if name != case_id:
                heads.append(history[-1].seq)
        return Doomed(tuple(heads), revisions, last, years_after(last, years), years)

    def _belongings(self, stored: Stored) -> list[str]:
        found = []
        for name in self._rules.belongings(stored.document):
            try:
                found.append(self._cases.get(name).case_id)
            except NoSuchCase:
                continue
            except Damaged:
                found.append(name)
        return found

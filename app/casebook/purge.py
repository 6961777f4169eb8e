"""Purging: two people take the content of cases whose retention has ended; the chain keeps their places.

A purged revision keeps its number, its keyed case number, its hash and its link, and loses what was sealed in
it. The steps (proposed, withdrawn, purged) are revisions of one chain of the casebook's own. The last step
names each emptied revision with its hash: an empty one that no such step names is a finding of ``verify``.
It also holds a digest of each purged number. A new data key takes the keyed number of an emptied revision its
meaning; by the digest, a parcel of another site still brings no purged case back.
"""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import DatabaseProblem
from app.casebook.records import PURGES, PURGING, Document, Stored
from app.casebook.register import Register
from app.people import Person, Role, same_name

PROPOSED, WITHDRAWN = "purge proposed", "purge withdrawn"

_BLOCK = 1 << 20
_SALT_BYTES = 16
_EMPTY = "UPDATE revision SET cover = x'', body = x'' WHERE seq = ?"


@dataclass(frozen=True)
class Doomed:
    """One case of a proposal. It names no number: the case is found by the place of its newest revision.

    Attributes:
        heads: the newest revisions (``seq``) of the case and of what belongs to it; the case's own is first.
        revisions: how many revisions all of them have.
        last: when the case was last saved, in UTC.
        kept_until: when its retention ended, in UTC.
        years: of retention, as the plan's file says.
    """

    heads: tuple[int, ...]
    revisions: int
    last: datetime
    kept_until: datetime
    years: int

    def to_json(self) -> dict[str, Any]:
        """As the step holds it."""
        return {
            "heads": list(self.heads),
            "revisions": self.revisions,
            "last": self.last.isoformat(),
            "kept_until": self.kept_until.isoformat(),
            "years": self.years,
        }

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> "Doomed":
        """The case of ``to_json``."""
        return cls(
            tuple(entry["heads"]),
            entry["revisions"],
            datetime.fromisoformat(entry["last"]),
            datetime.fromisoformat(entry["kept_until"]),
            entry["years"],
        )


@dataclass(frozen=True)
class Proposal:
    """What somebody proposes to purge, and what became of it.

    Attributes:
        number: tells it from the others; easily read out.
        proposed_by: who proposed it, at ``proposed_at`` (UTC).
        weighty: whether that person administers the casebook or is a physician.
        settled_by: who confirmed or withdrew it, at ``settled_at``; None while it waits.
        purged: whether it was confirmed.
        emptied: the revisions that lost their content, by place, with their hashes.
    """

    number: str
    cases: tuple[Doomed, ...]
    proposed_by: str
    proposed_at: datetime
    weighty: bool
    settled_by: str | None = None
    settled_at: datetime | None = None
    purged: bool = False
    emptied: tuple[tuple[int, bytes], ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether it waits for a second person."""
        return self.settled_by is None


def weighs(person: Person) -> bool:
    """Whether this person's word is enough beside another's: one of the two must be such a person."""
    return person.administers or person.role is Role.PHYSICIAN


class PurgeBook:
    """The steps of all purges, in their own chain."""

    def __init__(self, ledger: Ledger, register: Register) -> None:
        self._ledger = ledger
        self._register = register

    def proposals(self) -> list[Proposal]:
        """Every proposal with what became of it, oldest first."""
        found: dict[str, Proposal] = {}
        for step in self._ledger.chain(PURGES, OWN):
            number = str(step.document["purge"])
            if step.action == PROPOSED:
                found[number] = _proposed(number, step)
            elif number in found and found[number].is_open:
                found[number] = _settled(found[number], step)
        return list(found.values())

    def emptied(self) -> dict[int, bytes]:
        """The revisions that two different people purged, by place, with their hashes."""
        return {
            seq: hash_
            for proposal in self.proposals()
            if proposal.purged and not self.are_one_person(proposal.proposed_by, proposal.settled_by or "")
            for seq, hash_ in proposal.emptied
        }

    def are_one_person(self, one: str, other: str) -> bool:
        """Whether two names are or were one person's; a new name does not make a second person."""
        known = self._register.everybody()
        return same_name(one, other) or any(each.goes_by(one) and each.goes_by(other) for each in known)

    def append(self, step: str, number: str, actor: str, **content: Any) -> None:
        """Keep a step; inside a transaction."""
        document: Document = {"kind": PURGES, "purge": number, **content}
        self._ledger.append(
            Entry(PURGES, document, {"kind": PURGES}, actor, step, expected=None, space=OWN),
        )


class Gone:
    """The numbers of what was purged: whether a number is one of them can be asked, which they are cannot."""

    def __init__(self, ledger: Ledger) -> None:
        self._marks: dict[bytes, set[bytes]] = {}
        for step in ledger.chain(PURGES, OWN):
            if told := step.document.get("gone"):
                salt, *digests = map(bytes.fromhex, told)
                self._marks[salt] = set(digests)

    def __contains__(self, name: str) -> bool:
        return any(_mark(salt, name) in known for salt, known in self._marks.items())

    @staticmethod
    def marks(names: Iterable[str]) -> list[str]:
        """What a step holds of purged numbers: a salt, then the digests, in hexadecimal."""
        salt = os.urandom(_SALT_BYTES)
        return [salt.hex(), *sorted(_mark(salt, name).hex() for name in names)]


def _mark(salt: bytes, name: str) -> bytes:
    return sha256(salt + name.encode()).digest()


def new_number() -> str:
    """A number for a proposal: digits alone, so that it cannot be taken for a case's."""
    return f"P-{secrets.randbelow(1_000_000):06}"


def empty(file: CasebookFile, places: Iterable[int]) -> None:
    """Take the content of the revisions at these places; inside a transaction."""
    for seq in places:
        file.write(_EMPTY, (seq,))


def keep_journal(file: CasebookFile) -> None:
    """Have the next transaction leave its journal behind, so that ``wipe_journal`` can overwrite it."""
    file.connection().execute("PRAGMA journal_mode = PERSIST").fetchall()


def wipe_journal(file: CasebookFile) -> None:
    """Overwrite the journal of the purge, which held the old pages, before it is deleted.

    What the disk itself keeps of overwritten or deleted blocks is beyond a program's reach; it is sealed. So
    is a journal that a failing disk does not let go: the purge stands, and the next save deletes it.
    """
    journal = file.path.with_name(f"{file.path.name}-journal")
    with suppress(*DatabaseProblem, OSError):
        connection = file.connection()
        with suppress(*DatabaseProblem, OSError):  # somebody is writing, and deletes the journal afterwards
            connection.execute("BEGIN EXCLUSIVE")  # nobody else's journal is overwritten
            try:
                if journal.exists():
                    _overwrite(journal)
            finally:
                connection.execute("ROLLBACK")
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()


def _overwrite(path: os.PathLike[str]) -> None:
    with open(path, "r+b") as journal:  # noqa: PTH123  # any path
        left = os.fstat(journal.fileno()).st_size
        while left > 0:
            left -= journal.write(bytes(min(left, _BLOCK)))
        journal.flush()
        os.fsync(journal.fileno())


def _proposed(number: str, step: Stored) -> Proposal:
    cases = tuple(Doomed.from_json(entry) for entry in step.document["cases"])
    return Proposal(number, cases, step.actor, step.at, bool(step.document["weighty"]))


def _settled(proposal: Proposal, step: Stored) -> Proposal:
    return Proposal(
        proposal.number,
        proposal.cases,
        proposal.proposed_by,
        proposal.proposed_at,
        proposal.weighty,
        step.actor,
        step.at,
        step.action == PURGING,
        tuple(_emptied(step.document)),
    )


def _emptied(document: Document) -> Iterator[tuple[int, bytes]]:
    for seq, hash_ in document.get("emptied", []):
        yield int(seq), bytes.fromhex(hash_)

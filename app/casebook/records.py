"""What the casebook gives back: plain values, detached from the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

Scalar = str | int | float | bool | None
"""What a worklist column may hold."""

Document = dict[str, Any]
"""A JSON object; its ``kind`` says what it is, ``case`` where it is absent."""

PURGES, HOLDS, BACKUPS = "purges", "holds", "backups"
PURGING = "purged"
"""The action of the step that empties revisions: whoever keeps lines in memory drops those of the cases."""

ATTACHMENT = "attachment"
"""The kind of the document that holds the key of a sealed file."""

SITES, EXCHANGES = "sites", "exchanges"

VERSIONS = "versions"
"""The cover's column that says how many versions a case has, where two sites changed it: 2 or more."""

OWN_KINDS = frozenset(
    {"people", "trust", "events", "shelf", PURGES, HOLDS, BACKUPS, ATTACHMENT, SITES, EXCHANGES}
)
"""Kinds of the casebook's own documents, which callers cannot save."""

BOOKKEEPING = frozenset({"case_id", "rev", "actor", "action", "at", "seq"})
"""What stands beside the worklist's columns, and therefore cannot be a column's name."""


@dataclass(frozen=True)
class Saved:
    """A durable save.

    Attributes:
        case_id: given or generated.
        rev: the new revision, 1 for the first.
        seq: its place among all revisions of the casebook.
        link: the chain's value there, 64 hexadecimal digits; ``(seq, link)`` is a letter's witness.
    """

    case_id: str
    rev: int
    seq: int
    link: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the worklist: the newest revision of a case, without its document.

    Attributes:
        cover: the columns that ``cover_of`` chose, and ``kind``.
        at: when it was saved, in UTC.
    """

    case_id: str
    rev: int
    cover: Mapping[str, Scalar] = field(repr=False)
    actor: str
    action: str
    at: datetime
    seq: int

    @property
    def kind(self) -> str:
        """What the document is."""
        return str(self.cover["kind"])


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a revision was saved first, when it came from another site.

    Attributes:
        site: the seat that wrote it, hexadecimal.
        name: of its site, as the sending site knows it.
        actor: who saved it there.
        at: when, by that site's clock, in UTC.
        id: the content id, which is the same at every site.
    """

    site: str
    name: str
    actor: str
    at: datetime
    id: str

    @classmethod
    def of_cover(cls, told: dict[str, str]) -> "Origin":
        """As a cover holds it."""
        return cls(told["site"], told["name"], told["actor"], datetime.fromisoformat(told["at"]), told["id"])


@dataclass(frozen=True, slots=True)
class RevisionEntry(Row):
    """One line of a case's history.

    Attributes:
        link: the chain's value at this revision, 64 hexadecimal digits.
        clock_behind: the computer's clock stood before the newest revision's time when this one was saved.
        was: the chain's values here under earlier data keys, which older witnesses saw.
        origin: of a revision that came from another site.
        parents: content ids of the revisions that it follows; None: the one before it in this casebook.
    """

    link: str
    clock_behind: bool
    was: tuple[str, ...] = field(default=(), kw_only=True)
    origin: Origin | None = field(default=None, kw_only=True)
    parents: tuple[str, ...] | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Stored(RevisionEntry):
    """A revision with its document."""

    document: Document = field(repr=False)


class TroubleKind(StrEnum):
    """Of which kind a finding of ``verify`` is; ``app.verification`` says what each means."""

    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    DAMAGED = "damaged"
    CHANGED = "changed"
    EMPTIED = "emptied"
    FOREIGN = "foreign"
    LINEAGE = "lineage"
    REWRITTEN = "rewritten"
    CUT_OFF = "cut_off"
    OLDER_COPY = "older_copy"
    LAYOUT = "layout"
    WAY_IN = "way_in"
    UNREADABLE = "unreadable"
    ATTACHMENT = "attachment"
    OTHER = "other"


@dataclass(frozen=True)
class Trouble:
    """One finding of ``verify``.

    Attributes:
        seq: the revision's place in the casebook, None when the finding concerns the file as a whole.
        problem: a sentence for an auditor.
        kind: by which it is explained.
    """

    seq: int | None
    problem: str
    kind: TroubleKind = TroubleKind.OTHER

    def __str__(self) -> str:
        return self.problem if self.seq is None else f"revision {self.seq} of the casebook: {self.problem}"

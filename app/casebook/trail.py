"""The audit trail: every revision of the casebook in its order, each as one line with its event opened."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.casebook.events import ABOUT, EVENTS
from app.casebook.ledger import Ledger
from app.casebook.records import OWN_KINDS, RevisionEntry, Scalar
from app.casebook.register import PERSON
from app.casebook.sealing import Revision
from app.errors import DictamenError

CASE = "case"

Progress = Callable[[int], None]
"""Told the place of the revision reached, now and then; it may raise, which ends the reading."""

_TELL_EVERY = 500


class State(StrEnum):
    """Whether a revision can be read, or why not."""

    KEPT = "kept"
    PURGED = "purged"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """One revision as an auditor reads it.

    Attributes:
        seq: its place among all revisions.
        link: the chain's value there, 64 hexadecimal digits; empty where the row is damaged.
        at: when it was saved, in UTC; None where the revision holds nothing readable.
        action: what was done, as recorded; empty where nothing is readable.
        kind: of the document: ``case``, ``letter``, ``events`` …; empty where nothing is readable.
        case_id: the case that it is of or about; empty for none.
        rev: the case's revision; 0 where it is no revision of a case.
        detail: of an event.
        cover: the worklist's columns, for a revision of a case.
        state: whether it can be read.
        clock_behind: the computer's clock stood before the revision before it.
    """

    seq: int
    link: str
    at: datetime | None = None
    actor: str = ""
    action: str = ""
    kind: str = ""
    case_id: str = ""
    rev: int = 0
    detail: Mapping[str, Scalar] = field(default_factory=dict, repr=False)
    cover: Mapping[str, Scalar] = field(default_factory=dict, repr=False)
    state: State = State.KEPT
    clock_behind: bool = False


def read_trail(
    ledger: Ledger,
    since: datetime | None = None,
    until: datetime | None = None,
    progress: Progress | None = None,
) -> Iterator[TrailEntry]:
    """The revisions of a period, in the casebook's order.

    What cannot be read has no time of its own: it counts at the time of the revision before it.

    Args:
        ledger: of an open casebook.
        since: the first moment, None for the beginning.
        until: the first moment that does not count any more, None for no end.
        progress: told how far the reading is.
    """
    last: datetime | None = None
    for revision in ledger.everything():
        if progress is not None and revision.seq % _TELL_EVERY == 0:
            progress(revision.seq)
        head = _head(ledger, revision)
        last = head.at if isinstance(head, RevisionEntry) else last
        if not _inside(last, since, until):
            continue
        if isinstance(head, RevisionEntry):
            yield _entry(head, _detail(ledger, revision) if head.kind == EVENTS else _named(head))
        else:
            yield head


def _inside(moment: datetime | None, since: datetime | None, until: datetime | None) -> bool:
    if moment is None:
        return since is None
    return (since is None or moment >= since) and (until is None or moment < until)


def _head(ledger: Ledger, revision: Revision) -> RevisionEntry | TrailEntry:
    """A revision's cover, opened; or its line, where there is none to open."""
    if not revision.is_well_formed:
        return TrailEntry(revision.seq, "", state=State.DAMAGED)
    if revision.is_emptied:
        return TrailEntry(revision.seq, revision.link.hex(), state=State.PURGED)
    try:
        return ledger.uncovered(revision)
    except DictamenError:
        return TrailEntry(revision.seq, revision.link.hex(), state=State.DAMAGED)


def _entry(head: RevisionEntry, detail: Mapping[str, Scalar]) -> TrailEntry:
    is_case = head.kind == CASE
    return TrailEntry(
        seq=head.seq,
        link=head.link,
        at=head.at,
        actor=head.actor,
        action=head.action,
        kind=head.kind,
        case_id=head.case_id if is_case else str(head.cover.get(ABOUT) or ""),
        rev=head.rev if is_case else 0,
        detail=detail,
        cover=head.cover if is_case else {},
        clock_behind=head.clock_behind,
    )


def _named(head: RevisionEntry) -> Mapping[str, Scalar]:
    """Whom a change of the register concerned."""
    return {PERSON: head.cover[PERSON]} if head.kind in OWN_KINDS and PERSON in head.cover else {}


def _detail(ledger: Ledger, revision: Revision) -> Mapping[str, Scalar]:
    try:
        detail = ledger.opened(revision).document.get("detail")
    except DictamenError:
        return {"detail": "damaged"}
    return detail if isinstance(detail, dict) else {}

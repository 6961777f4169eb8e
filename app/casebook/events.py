"""Events: what people did that changes no document, kept as revisions with actor and time.

An event that concerns a case is kept in one of a few chains chosen by its number, so that a case's events are
found without reading all; any other event goes into the chain of its month.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC
from enum import StrEnum
from hashlib import sha256

from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Clock, Entry, Ledger
from app.casebook.records import Saved, Scalar, Stored
from app.errors import DictamenError

EVENTS = "events"
ABOUT = "about"
"""The cover's column that names the case which an event, or a letter, concerns."""

_CHAINS = 256
"""Chains for events about cases: few heads to read at unlocking, and a short chain to search."""


class EventKind(StrEnum):
    """What can be recorded; the value is the action that the chain keeps. Further words are allowed."""

    UNLOCKED = "unlocked"
    LOCKED = "locked"
    CASE_OPENED = "opened the case"
    REVISION_OPENED = "opened an earlier revision"
    LETTER_SAVED = "saved the letter as a file"
    LETTER_PRINTED = "handed the letter to print"
    LETTER_ISSUED = "issued the letter"
    LETTER_DISPATCHED = "dispatched the letter"
    LETTERS_EXPORTED = "saved the letters of a day as files"
    ATTACHMENT_OPENED = "opened an attachment"
    ATTACHMENT_EXTRACTED = "saved an attachment as a file"
    NOT_DONE = "could not do what was recorded before"
    HISTORY_READ = "read the history"
    TRAIL_EXPORTED = "exported the audit trail"
    CASEBOOK_CHECKED = "checked the casebook"
    LETTERS_CHECKED = "checked letters against the casebook"
    POLICY_ADDED = "policy file added"
    POLICY_CHANGED = "policy file changed"
    POLICY_REMOVED = "policy file removed"
    PLAN_ADDED = "plan file added"
    PLAN_CHANGED = "plan file changed"
    PLAN_REMOVED = "plan file removed"
    ADDED_PUT_BACK = "added files put back"
    SETTING_CHANGED = "setting changed"
    SITE_NAMED = "site named"
    SITE_RENEWED = "site keys replaced"
    SITE_TRUSTED = "site entered"
    SITE_DROPPED = "site taken out"
    PARCEL_PACKED = "parcel packed"
    PARCEL_UNPACKED = "parcel unpacked"
    LIST_WRITTEN = "list of revisions written"
    CASE_SETTLED = "settled which version stands"


class Events:
    """Records events for the person who unlocked the casebook."""

    def __init__(self, file: CasebookFile, ledger: Ledger, actor: str, clock: Clock) -> None:
        self._file = file
        self._ledger = ledger
        self._actor = actor
        self._clock = clock
        self._noted: set[tuple[Scalar, ...]] = set()
        self.unrecorded = 0

    def record(self, action: str, detail: Mapping[str, Scalar]) -> Saved:
        """Keep an event; it is durable on return.

        Args:
            action: an ``EventKind``, or other words in its manner.
            detail: names, numbers and counts, never what a person typed; ``case_id`` is the case it concerns.
        """
        with self._file.transaction():
            return self.append(action, detail)

    def record_all(self, events: Iterable[tuple[str, Mapping[str, Scalar]]]) -> None:
        """Keep several events, each an action with its detail: all are durable on return, or none is kept."""
        with self._file.transaction():
            for action, detail in events:
                self.append(action, detail)

    def append(self, action: str, detail: Mapping[str, Scalar]) -> Saved:
        """As ``record``, inside a transaction of the file."""
        case_id = detail.get("case_id")
        columns: dict[str, Scalar] = {"kind": EVENTS}
        if isinstance(case_id, str):
            columns[ABOUT] = case_id
        document = {"kind": EVENTS, "action": str(action), "detail": dict(detail)}
        entry = Entry(
            self._chain(case_id), document, columns, self._actor, str(action), expected=None, space=OWN
        )
        return self._ledger.append(entry)

    def note(self, action: str, case_id: str, **detail: Scalar) -> None:
        """Record once per sitting that a case was looked at.

        Reading goes on where this cannot be kept, as on a write-protected disk; ``unrecorded`` counts it.
        """
        known = (action, case_id, *detail.values())
        if known in self._noted:
            return
        try:
            self.record(action, {"case_id": case_id, **detail})
        except DictamenError:
            self.unrecorded += 1
            return
        self._noted.add(known)

    def about(self, case_id: str) -> list[Stored]:
        """The events that concern a case, oldest first."""
        return self._ledger.chain(_chain_about(case_id), OWN, lambda entry: entry.cover.get(ABOUT) == case_id)

    def _chain(self, case_id: Scalar) -> str:
        if isinstance(case_id, str):
            return _chain_about(case_id)
        # one chain a month: neither one endless nor many heads
        return f"events {self._clock().astimezone(UTC):%Y-%m}"


def _chain_about(case_id: str) -> str:
    return f"events about {int.from_bytes(sha256(case_id.encode()).digest()[:2]) % _CHAINS}"

"""Which policy and plan files were installed at the last unlocking, so that a change is told."""

from collections.abc import Callable, Mapping

from app.casebook.events import EventKind, Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.records import Scalar

SHELF = "shelf"
POLICY, PLAN = "policy", "plan"

_KINDS = {
    POLICY: (EventKind.POLICY_ADDED, EventKind.POLICY_CHANGED, EventKind.POLICY_REMOVED),
    PLAN: (EventKind.PLAN_ADDED, EventKind.PLAN_CHANGED, EventKind.PLAN_REMOVED),
}

Described = Mapping[str, Scalar]
"""What an event says of a file: its number or id, its revision."""


class ShelfRecord:
    """Compares the files with those recorded last, and records what differs."""

    def __init__(self, file: CasebookFile, ledger: Ledger, events: Events, actor: str) -> None:
        self._file = file
        self._ledger = ledger
        self._events = events
        self._actor = actor

    def compare(self, now: Mapping[str, str], describe: Callable[[str], Described]) -> list[EventKind]:
        """Record an event for each file that is new, changed or gone since the last time; gives their kinds.

        Args:
            now: SHA-256 by name, ``policy/FILE.toml`` or ``plan/FILE.toml``.
            describe: asked for a file that is new or changed.

        Raises:
            DictamenError: it cannot be recorded; nothing was.
        """
        if self._recorded() == now:
            return []
        with self._file.transaction():
            before = self._recorded()  # another window may have been quicker
            found = []
            for name in sorted({*before, *now}):
                if before.get(name) == now.get(name):
                    continue
                kind = _kind(name, before, now)
                said = dict(describe(name)) if name in now else {}
                self._events.append(kind, {"file": name, "sha256": now.get(name), **said})
                found.append(kind)
            document = {"kind": SHELF, "files": dict(now)}
            self._ledger.append(
                Entry(
                    SHELF, document, {"kind": SHELF}, self._actor, "shelf recorded", expected=None, space=OWN
                )
            )
        return found

    def _recorded(self) -> Mapping[str, str]:
        head = self._ledger.head(SHELF, OWN)
        return dict(head.document["files"]) if head else {}


def _kind(name: str, before: Mapping[str, str], now: Mapping[str, str]) -> EventKind:
    added, changed, removed = _KINDS[name.partition("/")[0]]
    if name not in before:
        return added
    return changed if name in now else removed

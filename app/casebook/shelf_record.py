"""Which policy and plan files were installed at the last unlocking, so that a change is told."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.casebook.contents import COLUMN
from app.casebook.events import EventKind, Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.records import Document, Scalar

SHELF = "shelf"
CONFIRMED = "confirmed files"
PAPERS = "policy documents"
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

    @property
    def home(self) -> Path:
        """The folder of the casebook, in which added files lie."""
        return self._file.path.parent

    def confirmed(self) -> Mapping[str, str]:
        """SHA-256 of each added file that counts, by name, as in ``compare``."""
        head = self._ledger.head(CONFIRMED, OWN)
        return dict(head.document["files"]) if head else {}

    def confirm(self, name: str, sha256: str) -> None:
        """Have a file count that was added, in place of an earlier one of its name.

        Raises:
            DictamenError: it cannot be recorded; nothing was.
        """
        with self._file.transaction():
            files = {**self.confirmed(), name: sha256}
            self._append(CONFIRMED, {"kind": CONFIRMED, "files": files}, {"kind": CONFIRMED})

    def papers(self) -> Mapping[str, Document]:
        """The plan's own document of each policy by the policy's number, as ``keep_paper`` was given it."""
        head = self._ledger.head(PAPERS, OWN)
        return dict(head.document["papers"]) if head else {}

    def keep_paper(self, number: str, paper: Document) -> None:
        """Keep which sealed content is the plan's own document of a policy; earlier ones stay sealed too.

        Args:
            number: of the policy.
            paper: with ``sha256`` of a content that ``Attachments.keep`` has sealed.

        Raises:
            DictamenError: it cannot be recorded; nothing was.
        """
        with self._file.transaction():
            papers = {**self.papers(), number: dict(paper)}
            listed = [{"sha256": each["sha256"]} for each in papers.values()]
            document = {"kind": PAPERS, "papers": papers, COLUMN: listed}
            column = " ".join(dict.fromkeys(str(each["sha256"]) for each in papers.values()))
            self._append(PAPERS, document, {"kind": PAPERS, COLUMN: column})

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
            self._append(SHELF, document, {"kind": SHELF})
        return found

    def _append(self, name: str, document: Document, columns: dict[str, Scalar]) -> None:
        action = f"{name} recorded"
        self._ledger.append(Entry(name, document, columns, self._actor, action, expected=None, space=OWN))

    def _recorded(self) -> Mapping[str, str]:
        head = self._ledger.head(SHELF, OWN)
        return dict(head.document["files"]) if head else {}


def _kind(name: str, before: Mapping[str, str], now: Mapping[str, str]) -> EventKind:
    added, changed, removed = _KINDS[name.partition("/")[0]]
    if name not in before:
        return added
    return changed if name in now else removed

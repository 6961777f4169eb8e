"""The policy and plan files of a casebook: which were added and count, and what changed since last time."""

from collections.abc import Callable, Mapping
from pathlib import Path

from app.casebook import shelf_files
from app.casebook.attachments import Attachments
from app.casebook.contents import COLUMN
from app.casebook.events import EventKind, Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.records import Document, Scalar
from app.casebook.shelf_files import CONFIRMED, Places
from app.errors import DictamenError

SHELF = "shelf"
PAPERS = "policy documents"
POLICY, PLAN = "policy", "plan"

_KINDS = {
    POLICY: (EventKind.POLICY_ADDED, EventKind.POLICY_CHANGED, EventKind.POLICY_REMOVED),
    PLAN: (EventKind.PLAN_ADDED, EventKind.PLAN_CHANGED, EventKind.PLAN_REMOVED),
}

Described = Mapping[str, Scalar]
"""What an event says of a file: its number or id, its revision."""


class ShelfRecord:
    """Keeps what was added, compares the files with those recorded last, and records what differs."""

    def __init__(
        self, file: CasebookFile, ledger: Ledger, events: Events, attachments: Attachments, actor: str
    ) -> None:
        self._file = file
        self._ledger = ledger
        self._events = events
        self._attachments = attachments
        self._actor = actor

    @property
    def home(self) -> Path:
        """The folder of the casebook, in which added files lie."""
        return self._file.path.parent

    def confirmed(self) -> Mapping[str, str]:
        """SHA-256 of each added file that counts, by name, as in ``compare``."""
        return shelf_files.confirmed(self._ledger)

    def kept(self) -> Mapping[str, Places]:
        """Where each added file that counts lies, and the papers that belong to it, by name."""
        return shelf_files.kept(self._ledger)

    def confirm(self, name: str, sha256: str, places: Places) -> None:
        """Have a file count that was added, in place of an earlier one of its name; earlier ones stay sealed.

        Args:
            name: as in ``compare``.
            sha256: of the file.
            places: of the file and its papers, each a content that ``Attachments.keep`` has sealed.

        Raises:
            InvalidInput: a content is not sealed here.
            DictamenError: it cannot be recorded; nothing was.
        """
        with self._file.transaction():
            files = {**self.confirmed(), name: sha256}
            kept = {**self.kept(), name: dict(places)}
            digests = list(dict.fromkeys(digest for each in kept.values() for digest in each.values()))
            document = {"kind": CONFIRMED, "files": files, "kept": kept}
            self._append_referring(CONFIRMED, document, digests)

    def put_back(self) -> list[str]:
        """Write the added files that the folder lacks, and record it; gives the places still missing."""
        places = shelf_files.all_places(self._ledger)
        missing = shelf_files.missing(self.home, places)
        if not missing:
            return []
        files, _ = shelf_files.sealed(self._attachments.known, places)
        shelf_files.put_back(self.home, files, self._attachments.folder)
        lost = shelf_files.missing(self.home, places)
        if len(lost) < len(missing):
            self._tell_of(len(missing) - len(lost))
        return lost

    def _tell_of(self, files: int) -> None:
        try:
            self._events.record(EventKind.ADDED_PUT_BACK, {"files_back": files})
        except DictamenError:  # the files are there all the same
            self._events.unrecorded += 1

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
            digests = list(dict.fromkeys(str(each["sha256"]) for each in papers.values()))
            self._append_referring(PAPERS, {"kind": PAPERS, "papers": papers}, digests)

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

    def _append_referring(self, name: str, document: Document, digests: list[str]) -> None:
        """Append a document that refers to sealed contents, so that they stay, and go with every backup."""
        column = " ".join(digests)
        self._attachments.known.require(column)
        listed = [{"sha256": digest} for digest in digests]
        self._append(name, {**document, COLUMN: listed}, {"kind": name, COLUMN: column})

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

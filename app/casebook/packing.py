"""Packing: chosen cases, as far as another site lacks them, into one parcel that only that site can open.

The content of a parcel: one ``I`` (who packed it, and what it acknowledges), then a ``D`` for each document
with the revisions that the other site lacks, each after those that it follows, then each attached file as
``H`` (what it is) and ``A`` (its bytes), and an ``E`` that counts them.
"""

import json
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.casebook.attachments import Attachments
from app.casebook.cases import Cases
from app.casebook.contents import column_of
from app.casebook.events import ABOUT, EventKind, Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import Ledger
from app.casebook.lineage import Lineage, Version, lineage_of
from app.casebook.parcel_file import Header, write_parcel
from app.casebook.parcel_records import MOST_RAW, head_of, packed, record
from app.casebook.peers import Held, PeerBook, Step
from app.casebook.problems import NotAllowed, Purged
from app.casebook.records import Document
from app.casebook.revision_list import RevisionList
from app.casebook.sites import OwnSite, Site
from app.errors import DictamenError
from app.people import Person

CASES_PARCEL = "cases"
INTRO, DOCUMENT, FILE_HEAD, FILE, END = b"I", b"D", b"H", b"A", b"E"

_BATCH = 4 * 1024 * 1024
"""Bytes of revisions in one record, as near as whole revisions allow."""

Belongings = Callable[[Document], Iterable[str]]
"""The ids of the documents that belong to a case, such as its letters."""

Progress = Callable[[int], None]
"""Told how many cases are done; it may raise, which ends the work and leaves everything as it was."""


def nobody_watches(_done: int) -> None:
    """The progress of work that nobody watches."""


def require_exchange(person: Person) -> None:
    """Refuse whoever may not exchange cases.

    Raises:
        NotAllowed: quality assurance, unless the person administers the casebook.
    """
    if not person.may_keep:
        raise NotAllowed("quality assurance reads the casebook and neither packs nor unpacks parcels")


@dataclass
class Packed:
    """What came of packing.

    Attributes:
        number: of the parcel; empty where nothing was to be packed.
        cases: the cases with revisions in it.
        revisions: how many.
        files: how many attached files.
    """

    number: str = ""
    cases: list[str] = field(default_factory=list)
    revisions: int = 0
    files: int = 0


@dataclass(frozen=True)
class Shelf:
    """The parts of one open casebook that exchange needs."""

    file: CasebookFile
    ledger: Ledger
    cases: Cases
    attachments: Attachments
    events: Events
    person: Person
    belongings: Belongings


class Packing:
    """Packs for one other site."""

    def __init__(self, shelf: Shelf, own: OwnSite, to: Site, listed: RevisionList | None) -> None:
        """``listed`` is what the other site said that it has; None: what is remembered of it."""
        self._shelf = shelf
        self._own = own
        self._to = to
        self._book = PeerBook(shelf.ledger)
        self._listed = listed
        self._peer = self._book.peer(to)
        self._held: dict[str, Held] = {}
        self._done = Packed(secrets.token_hex(16))
        self._digests: dict[str, None] = {}
        self._is_recorded = False

    def changed(self) -> list[str]:
        """The cases that the other site may lack something of, the oldest change first."""
        found: dict[str, None] = {}
        for row in sorted(self._shelf.cases.index.rows().values(), key=lambda row: row.seq):
            if self._listed is not None or row.seq > self._peer.has_all_up_to(row.case_id):
                about = row.cover.get(ABOUT)
                found[about if isinstance(about, str) else row.case_id] = None
        return list(found)

    def run(self, case_ids: Collection[str], path: Path, progress: Progress) -> Packed:
        """Write the parcel; no file is made where the other site has everything.

        Raises:
            NoSuchCase: there is no case of an id.
            DictamenError: the parcel cannot be written, or something in it cannot be read.
        """
        lacking = self._lacking(case_ids, progress)
        if not lacking:
            return Packed()
        header = Header(CASES_PARCEL, self._done.number, self._own.site.key_id, self._to.key_id)
        try:
            write_parcel(path, self._own, self._to, header, self._content(lacking, progress))
        except DictamenError:
            if self._is_recorded:
                with suppress(DictamenError):
                    self._shelf.events.record(EventKind.NOT_DONE, {"parcel": self._done.number})
            raise
        return self._done

    def _lacking(self, case_ids: Collection[str], progress: Progress) -> list[str]:
        """The cases of which the other site lacks something; all are looked at before a file is begun."""
        found = []
        for number, name in enumerate(dict.fromkeys(case_ids)):
            progress(number)
            case_id = self._shelf.cases.get(name).case_id
            if any(self._missing(lineage) for _, lineage in self._documents(case_id)):
                found.append(case_id)
        return found

    def _documents(self, case_id: str) -> Iterator[tuple[str, Lineage]]:
        """A case and all that belongs to any of its revisions."""
        lineage = lineage_of(self._shelf.ledger, case_id)
        yield case_id, lineage
        named = (
            name for version in lineage.versions for name in self._shelf.belongings(version.stored.document)
        )
        for name in dict.fromkeys(named):
            try:
                belonging = lineage_of(self._shelf.ledger, name)
            except Purged:
                continue
            if belonging.versions:
                yield name, belonging

    def _missing(self, lineage: Lineage) -> list[Version]:
        case_id = lineage.versions[0].stored.case_id
        there = lineage.before(self._ids_there(case_id))
        return [version for version in lineage.versions if version.id not in there]

    def _ids_there(self, case_id: str) -> Iterable[str]:
        told = self._listed.ids_of(case_id) if self._listed else None
        return self._peer.has(case_id) if told is None else told

    # ------------------------------------------------------------ the content

    def _content(self, case_ids: list[str], progress: Progress) -> Iterator[bytes]:
        person = self._shelf.person
        yield from record(
            INTRO,
            packed(
                {
                    "site": self._own.site.name,
                    "actor": person.name,
                    "role": person.role.value,
                    "acknowledged": self._peer.acknowledged,
                }
            ),
        )
        documents = 0
        for number, case_id in enumerate(case_ids):
            progress(number)
            for name, lineage in self._documents(case_id):
                for part in self._document(name, lineage):
                    documents += 1
                    yield from part
            self._done.cases.append(case_id)
        for digest in self._digests:
            yield from self._file(digest)
        yield from record(END, packed({"records": documents, "files": self._done.files}))
        self._keep()

    def _document(self, name: str, lineage: Lineage) -> Iterator[Iterator[bytes]]:
        """The records of one document: the revisions that the other site lacks."""
        missing = self._missing(lineage)
        tips = [version.id for version in lineage.tips]
        self._held[name] = Held(tuple(tips), lineage.versions[-1].stored.seq)
        if not missing:
            return
        there = {version.id for version in lineage.versions} - {version.id for version in missing}
        known = {
            digest for version in lineage.versions if version.id in there for digest in _files_of(version)
        }
        rows: list[dict[str, object]] = []
        size = 0
        for version in missing:
            row = {**version.deed.head, "name": self._name(version), "document": version.deed.document}
            self._digests.update(dict.fromkeys(_files_of(version) - known))
            self._done.revisions += 1
            length = len(json.dumps(row, ensure_ascii=False).encode())
            if rows and size + length > min(_BATCH, MOST_RAW):
                yield record(DOCUMENT, packed({"case_id": name, "tips": tips, "revisions": rows}))
                rows, size = [], 0
            rows.append(row)
            size += length
        yield record(DOCUMENT, packed({"case_id": name, "tips": tips, "revisions": rows}))

    def _name(self, version: Version) -> str:
        return version.site_name or self._own.site.name

    def _file(self, digest: str) -> Iterator[bytes]:
        with self._shelf.attachments.open(digest) as reader:
            yield from record(FILE_HEAD, packed({"sha256": digest, "size": reader.size}))
            yield head_of(FILE, reader.size)
            yield from reader.chunks()
        self._done.files += 1

    def _keep(self) -> None:
        """Record the parcel before its file gets its name: none leaves the casebook untold."""
        shelf, done = self._shelf, self._done
        with shelf.file.transaction():
            if self._listed is not None:
                self._keep_list(self._listed)
            self._book.append(self._to, Step.SENT, done.number, self._held, shelf.person.name)
            shelf.events.append(
                EventKind.PARCEL_PACKED,
                {
                    "site": self._to.name,
                    "parcel": done.number,
                    "cases": len(done.cases),
                    "revisions": done.revisions,
                    "attachments": done.files,
                },
            )
        self._is_recorded = True

    def _keep_list(self, listed: RevisionList) -> None:
        held = {name: Held(tuple(ids)) for name, ids in listed.tips.items()}
        if listed.is_whole:
            gone = (name for name in self._peer.held if name not in held)
            held |= {name: Held(()) for name in gone}
        self._book.append(
            self._to, Step.LISTED, listed.number, held, self._shelf.person.name, listed.acknowledged
        )


def _files_of(version: Version) -> set[str]:
    return set(column_of(version.stored.document).split())

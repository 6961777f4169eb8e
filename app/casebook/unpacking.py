"""Unpacking: a parcel's revisions appended to this casebook, all of them or none.

A parcel is read twice. First everything is looked at, and the attached files are sealed under keys of this
casebook into drafts; then, in one transaction, the revisions that are new here are appended and the drafts
get their names. Each new revision keeps where it came from, and its content id is computed, never believed.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from app.casebook.attachment_check import Content
from app.casebook.attachment_folder import Draft
from app.casebook.boxes import KEY_BYTES
from app.casebook.cases import kind_of
from app.casebook.contents import COLUMN
from app.casebook.events import EventKind
from app.casebook.ledger import Entry
from app.casebook.lineage import Deed, Lineage, lineage_of
from app.casebook.packing import CASES_PARCEL, DOCUMENT, END, FILE, FILE_HEAD, INTRO, Progress, Shelf
from app.casebook.parcel_content import (
    ReceivedDocument,
    ReceivedRow,
    content_head,
    received_document,
)
from app.casebook.parcel_file import ParcelReader
from app.casebook.parcel_records import ParcelRefused, malformed, unpacked
from app.casebook.peers import Held, PeerBook, Received, Step
from app.casebook.problems import Purged
from app.casebook.purge import Gone
from app.casebook.records import VERSIONS
from app.casebook.sealed_file import CHUNK_BYTES, seal_to
from app.casebook.tables import Change
from app.errors import DictamenError, InvalidInput

_CASE = "case"


class MissingRevisions(ParcelRefused):
    """The parcel builds on revisions that this casebook lacks; nothing was taken.

    Attributes:
        case_ids: of the documents that lack some.
    """

    def __init__(self, case_ids: list[str]) -> None:
        self.case_ids = case_ids
        count = "1 case" if len(case_ids) == 1 else f"{len(case_ids)} cases"
        super().__init__(
            f"the parcel builds on earlier revisions of {count} that this casebook lacks; nothing was taken. "
            "Send the other site a list of what is here, and have it pack again"
        )


@dataclass
class Unpacked:
    """What came of unpacking.

    Attributes:
        number: of the parcel.
        site: that sent it.
        actor: who packed it there.
        repeated: when it was unpacked before, and nothing was done now.
        cases: the cases that got revisions, with how many.
        forked: the cases that have several versions now, to be settled by a person.
        purged: how many documents were left out because their case was purged here.
        files: how many attached files were new.
    """

    number: str
    site: str
    actor: str = ""
    repeated: Received | None = None
    cases: dict[str, int] = field(default_factory=dict)
    forked: list[str] = field(default_factory=list)
    purged: int = 0
    files: int = 0


class Unpacking:
    """Takes one parcel that was found to be genuine."""

    def __init__(self, shelf: Shelf, reader: ParcelReader, progress: Progress) -> None:
        self._shelf = shelf
        self._reader = reader
        self._progress = progress
        self._site = reader.sender
        self._book = PeerBook(shelf.ledger)
        self._done = Unpacked(reader.header.number, self._site.name)
        self._acknowledged: list[str] = []
        self._drafts: dict[str, tuple[Content, Draft]] = {}
        self._held: dict[str, Held] = {}
        self._forked: dict[str, None] = {}
        self._lacking: dict[str, None] = {}
        self._placed: list[str] = []

    def run(self) -> Unpacked:
        """Take everything, or nothing.

        Raises:
            MissingRevisions: it builds on what is not here.
            ParcelRefused: it holds what no site packs.
            DictamenError: it cannot be written.
        """
        if self._reader.header.kind != CASES_PARCEL:
            raise ParcelRefused("this is a list of revisions; give it to 'dictamen cases pack --have'")
        if self._is_repeated():
            return self._done
        with ExitStack() as drafts:
            self._look(drafts)
            try:
                with self._shelf.file.transaction():
                    if self._is_repeated():  # somebody else took it while this one was looked at
                        return self._done
                    self._append_all()
            except BaseException:
                for name in self._placed:
                    with suppress(DictamenError):
                        self._shelf.attachments.folder.remove(name)
                raise
        self._done.forked = list(self._forked)
        return self._done

    def _is_repeated(self) -> bool:
        self._done.repeated = self._book.peer(self._site).received.get(self._done.number)
        return self._done.repeated is not None

    # ------------------------------------------------------------ looking at everything

    def _look(self, drafts: ExitStack) -> None:
        """Read the whole parcel, write nothing but drafts."""
        documents, files, end, content = 0, 0, None, None
        for number, (each, parts) in enumerate(self._reader.records(FILE)):
            if end is not None or (number == 0) != (each.kind == INTRO):
                raise malformed()
            if each.kind == INTRO:
                self._take_intro(unpacked(each.data))
            elif each.kind == DOCUMENT and not files:
                self._progress(documents)
                received_document(each.data)
                documents += 1
            elif each.kind == FILE_HEAD and content is None:
                content = content_head(unpacked(each.data))
            elif each.kind == FILE and content is not None and each.size == content[1]:
                self._seal(drafts, content[0], parts)
                content, files = None, files + 1
            elif each.kind == END and content is None:
                end = unpacked(each.data)
            else:
                raise malformed()
        if end != {"records": documents, "files": files}:
            raise malformed()

    def _take_intro(self, intro: Any) -> None:
        match intro:
            case {"actor": str(actor), "acknowledged": list(numbers)}:
                self._done.actor = actor
                self._acknowledged = [str(number) for number in numbers]
            case _:
                raise malformed()

    def _seal(self, drafts: ExitStack, digest: str, parts: Iterator[bytes]) -> None:
        """Seal an attached file under a key of this casebook, into a draft."""
        draft = drafts.enter_context(self._shelf.attachments.folder.draft())
        key, told = os.urandom(KEY_BYTES), sha256()
        size = seal_to(draft.file, key, _full_chunks(parts, told.update))
        draft.finish()
        if told.hexdigest() != digest:
            raise malformed()
        content = self._shelf.attachments.content_of(told.digest(), size, key)
        self._drafts[digest] = content, draft

    # ------------------------------------------------------------ appending

    def _append_all(self) -> None:
        self._gone = Gone(self._shelf.ledger)
        for each, _ in self._reader.records(FILE):
            if each.kind in {FILE_HEAD, END}:
                break
            if each.kind == DOCUMENT:
                self._append_document(received_document(each.data))
        if self._lacking:
            raise MissingRevisions(list(self._lacking))
        shelf, done = self._shelf, self._done
        shelf_actor = shelf.person.name
        self._book.append(self._site, Step.RECEIVED, done.number, self._held, shelf_actor, self._acknowledged)
        shelf.events.append(
            EventKind.PARCEL_UNPACKED,
            {
                "site": done.site,
                "parcel": done.number,
                "cases": len(done.cases),
                "revisions": sum(done.cases.values()),
                "versions": len(self._forked),
                "attachments": done.files,
            },
        )

    def _append_document(self, document: ReceivedDocument) -> None:
        name = document.case_id
        self._progress(len(self._done.cases))
        try:
            lineage = lineage_of(self._shelf.ledger, name)
        except Purged:
            self._done.purged += 1
            return
        if not lineage.versions and name in self._gone:  # purged before the casebook got a new data key
            self._done.purged += 1
            return
        fresh = self._fresh(document, lineage)
        if name in self._lacking:
            return
        tips = {version.id for version in lineage.tips}
        newest = lineage.versions[-1].stored.seq if lineage.versions else 0
        for number, row in enumerate(fresh, 1):
            tips = (tips - set(row.deed.parents)) | {row.id}
            versions = len(tips) if number == len(fresh) else 1
            newest = self._append(row, versions)
        has_all = tips == set(document.tips)
        self._held[name] = Held(document.tips, newest if has_all else 0)
        if fresh and kind_of(fresh[-1].deed.document) == _CASE:
            self._done.cases[name] = self._done.cases.get(name, 0) + len(fresh)
            self._forked.pop(name, None)
            if len(tips) > 1:
                self._forked[name] = None

    def _fresh(self, document: ReceivedDocument, lineage: Lineage) -> list[ReceivedRow]:
        """The revisions that are new here."""
        known, fresh = set(lineage.ids), []
        for row in document.rows:
            if row.id in known:
                continue
            if not known.issuperset(row.deed.parents):
                self._lacking[document.case_id] = None
                return []
            known.add(row.id)
            fresh.append(row)
        return fresh

    def _append(self, row: ReceivedRow, versions: int) -> int:
        deed = row.deed
        entry = self._entry(deed)
        self._admit(str(entry.columns.get(COLUMN) or ""))
        at = deed.at.isoformat(timespec="microseconds")
        columns = {**entry.columns, "origin_by": deed.actor, "origin_at": at}
        if versions > 1:
            columns[VERSIONS] = versions
        saved = self._shelf.ledger.append(
            replace(
                entry,
                columns=columns,
                actor=f"{deed.actor} ({row.name})",
                expected=None,
                parents=deed.parents,
                origin={
                    "site": deed.site,
                    "name": row.name,
                    "actor": deed.actor,
                    "at": at,
                    "id": row.id,
                },
            )
        )
        return saved.seq

    def _entry(self, deed: Deed) -> Entry:
        try:
            return self._shelf.cases.entry_of(Change(deed.case_id, deed.document, 0), deed.action)
        except InvalidInput:
            raise malformed() from None

    def _admit(self, column: str) -> None:
        """Keep the attached files that a revision refers to."""
        for digest in column.split():
            if digest in self._drafts:
                content, draft = self._drafts.pop(digest)
                if self._shelf.attachments.admit(content, draft):
                    self._placed.append(content.name)
                    self._done.files += 1
        try:
            self._shelf.attachments.known.require(column)
        except InvalidInput:
            raise ParcelRefused(
                "the parcel names an attached file that is neither in it nor here; nothing was taken"
            ) from None


def _full_chunks(parts: Iterator[bytes], tell: Any) -> Iterator[bytes]:
    held = bytearray()
    for part in parts:
        tell(part)
        held += part
        while len(held) >= CHUNK_BYTES:
            yield bytes(held[:CHUNK_BYTES])
            del held[:CHUNK_BYTES]
    if held:
        yield bytes(held)

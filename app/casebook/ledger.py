"""The chain of sealed revisions: appending to it, and reading from it."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.casebook.columns import Known
from app.casebook.file import CasebookFile
from app.casebook.problems import Damaged, Forked, Purged, StaleSave, refuse_purged
from app.casebook.records import VERSIONS, Document, Origin, RevisionEntry, Row, Saved, Scalar, Stored
from app.casebook.sealing import NO_HASH, Place, Revision, Sealer

CASES = "case"
"""The space of ids that callers choose; the casebook's own documents live in a space of their own."""

OWN = "casebook"

Clock = Callable[[], datetime]

_COLUMNS = "seq, case_id, rev, prev, site, hash, link, cover, body"
_COVER_ONLY = "seq, case_id, rev, prev, site, hash, link, cover, x''"
_LINE = "seq, case_id, rev, prev, site, x'', x'', cover, x''"
_HEADS = "SELECT max(seq) FROM revision GROUP BY case_id"
_PLACES_FROM_INDEX = """SELECT seq, case_id FROM revision INDEXED BY sqlite_autoindex_revision_1
    WHERE case_id >= x'' AND seq > ? ORDER BY seq"""
_PAGE = 1000
"""Revisions read at a time where all are: a few megabytes."""


@dataclass(frozen=True)
class Entry:
    """A revision to be appended.

    Attributes:
        space: ``CASES`` or ``OWN``.
        expected: the revision that it follows, 0 for none; None: whichever is the newest.
        columns: of the worklist.
        parents: content ids of the revisions that it follows; None: the one before it, in a case that has
            one version.
        origin: as the cover holds it, of a revision that came from another site.
    """

    case_id: str
    document: Document
    columns: dict[str, Scalar]
    actor: str
    action: str
    expected: int | None
    space: str = CASES
    parents: tuple[str, ...] | None = None
    origin: dict[str, str] | None = None


class Ledger:
    """Reads and appends revisions. All that it gives back is open; all that it writes is sealed."""

    def __init__(self, file: CasebookFile, sealer: Sealer, clock: Clock) -> None:
        self._file = file
        self._sealer = sealer
        self._clock = clock
        ((self._site,),) = file.query("SELECT site FROM casebook")
        if not isinstance(self._site, bytes):
            raise Damaged("the casebook's own name for this seat was changed; restore it from a backup")

    def append(self, entry: Entry) -> Saved:
        """Append inside a transaction of the file.

        Raises:
            StaleSave: the case has another newest revision than ``expected``.
            Forked: two sites changed the case, and nobody has settled which of its versions stands.
            InvalidInput: the document is no JSON object.
        """
        case_key = self._sealer.case_key(entry.space, entry.case_id)
        head = self._one(_COVER_ONLY, "seq = (SELECT max(seq) FROM revision WHERE case_id = ?)", case_key)
        if head and head.is_emptied:
            refuse_purged()
        rev = head.rev if head else 0
        if head and entry.expected not in {None, rev}:
            self._refuse_stale(head)
        if head and entry.parents is None and entry.space == CASES:
            self._refuse_forked(head)
        if not head and entry.expected:
            raise Damaged("the revision that this save follows is gone; run 'dictamen cases verify'")
        place = Place(case_key, rev + 1, head.hash if head else NO_HASH, self._site)
        return self._write(entry, place)

    def newest_seq(self) -> int:
        """The place of the newest revision; 0 in an empty casebook."""
        with contextlib.suppress(Damaged):
            newest = int(self._file.query("SELECT coalesce(max(seq), 0) FROM revision")[0][0])
            if newest > 0:
                return newest
        # The newest page is damaged, or half of it gone; the index, which lies elsewhere, knows it too.
        return max((seq for seq, _ in self._file.query(_PLACES_FROM_INDEX, (0,))), default=0)

    def head(self, case_id: str, space: str = CASES) -> Stored | None:
        """The newest revision of a case with its document, None when there is none.

        Raises:
            Purged: there was one.
        """
        where = "seq = (SELECT max(seq) FROM revision WHERE case_id = ?)"
        found = self._one(_COLUMNS, where, self._sealer.case_key(space, case_id))
        return self.opened(found) if found else None

    def revisions(self, case_id: str) -> list[tuple[str, Stored]]:
        """Every revision of a case with its document and the seat that wrote it (hexadecimal), oldest first.

        Raises:
            Purged, Damaged: as in ``head``.
        """
        case_key = self._sealer.case_key(CASES, case_id)
        found = self._many(_COLUMNS, "case_id = ? ORDER BY seq", case_key)
        return [(_well_formed(each).site.hex(), self.opened(each)) for each in found]

    def revision(self, case_id: str, rev: int) -> Stored | None:
        """One revision of a case with its document, None when there is none; errors as in ``head``."""
        found = self._one(_COLUMNS, "case_id = ? AND rev = ?", self._sealer.case_key(CASES, case_id), rev)
        return self.opened(found) if found else None

    def history(self, case_id: str) -> list[RevisionEntry]:
        """Every revision of a case, oldest first, without documents; errors as in ``head``."""
        case_key = self._sealer.case_key(CASES, case_id)
        return [
            self.uncovered(revision)
            for revision in self._many(_COVER_ONLY, "case_id = ? ORDER BY seq", case_key)
        ]

    def chain(
        self, case_id: str, space: str, wanted: Callable[[RevisionEntry], bool] | None = None
    ) -> list[Stored]:
        """The revisions of a chain that are wanted by their covers, oldest first, with their documents.

        What is damaged is left out: ``verify`` tells of it.
        """
        case_key = self._sealer.case_key(space, case_id)
        found = []
        for revision in self._many(_COLUMNS, "case_id = ? ORDER BY seq", case_key):
            with contextlib.suppress(Damaged, Purged):
                if wanted is None or wanted(self.uncovered(revision)):
                    found.append(self.opened(revision))
        return found

    def at(self, seq: int) -> Revision | None:
        """The revision at a place in the casebook, sealed and without its body; None when there is none."""
        return self._one(_COVER_ONLY, "seq = ?", seq)

    def places_beside(self, seq: int) -> list[int]:
        """The places of every revision of the document that has one at ``seq``, oldest first."""
        same = "case_id = (SELECT case_id FROM revision WHERE seq = ?) ORDER BY seq"
        return [revision.seq for revision in self._many(_COVER_ONLY, same, seq)]

    def hashes_of(self, places: Sequence[int]) -> list[tuple[int, bytes]]:
        """The hashes of the revisions at these places, with the places."""
        found = (self.at(seq) for seq in places)
        return [(revision.seq, revision.hash) for revision in found if revision is not None]

    def heads(self) -> Iterator[Revision]:
        """The newest revision of each case and of the casebook's own documents, oldest first.

        Only what a line needs is read: no hash, link or body. Those that a purge emptied are left out; those
        that a damaged page hides are not well formed.
        """
        wanted = {seq for (seq,) in self._file.query(_HEADS)}
        for page in self._pages_of_lines(0):
            yield from [revision for revision in page if revision.seq in wanted]

    def after(self, seq: int) -> Iterator[Revision]:
        """The revisions after ``seq`` that hold something, oldest first; otherwise as ``heads``."""
        for page in self._pages_of_lines(seq):
            yield from page

    def holding(self, word: bytes, damaged: list[Damaged] | None = None) -> Iterator[RevisionEntry]:
        """The revisions that hold something and have a word in their covers, oldest first.

        Args:
            word: looked for in all that a cover says.
            damaged: takes what cannot be read and is left out.

        Raises:
            Damaged: where there is no such list.
        """
        for revision in self.after(0):
            try:
                if self._sealer.cover_holds(word, _well_formed(revision).binding, revision.cover):
                    yield self.uncovered(revision)
            except Damaged as error:
                if damaged is None:
                    raise
                damaged.append(error)

    def _pages_of_lines(self, seq: int) -> Iterator[list[Revision]]:
        while page := self._lines(seq, _PAGE):
            yield page
            if page[-1].seq <= seq:  # damaged inner pages can lead in a circle
                return
            seq = page[-1].seq

    def everything(self, seq: int = -(2**63)) -> Iterator[Revision]:
        """Every revision after ``seq`` in the chain's order, sealed; read in pages: others save meanwhile."""
        while page := self.page(seq, _PAGE):
            yield from page
            if page[-1].seq <= seq:  # damaged inner pages can lead in a circle
                raise Damaged("the casebook file is damaged inside; restore it from a backup")
            seq = page[-1].seq

    def page(self, after: int, size: int) -> list[Revision]:
        """The next revisions: one alone where a page cannot be read whole, to come as far as possible."""
        try:
            found = self._many(_COLUMNS, f"seq > ? ORDER BY seq LIMIT {size}", after)
            if not all(type(revision.seq) is int for revision in found):
                raise Damaged("the casebook's tables were changed; restore it from a backup")  # noqa: TRY301
            return found  # noqa: TRY300
        except Damaged:
            if size == 1:
                raise
            return self.page(after, 1)

    def line(self, revision: Revision, known: Known) -> Row:
        """A revision's cover, opened as a line of the worklist; errors as in ``uncovered``."""
        cover = self._sealer.open_cover(_well_formed(revision).binding, revision.cover, known)
        at = datetime.fromisoformat(cover.at)
        return Row(cover.case_id, revision.rev, cover.columns, cover.actor, cover.action, at, revision.seq)

    def uncovered(self, revision: Revision) -> RevisionEntry:
        """A revision's cover, opened.

        Raises:
            Purged: it was emptied.
            Damaged: it was changed, or belongs elsewhere.
        """
        return RevisionEntry(**self._entry(_well_formed(revision)))

    def opened(self, revision: Revision) -> Stored:
        """A revision with its document, opened.

        Raises:
            Purged: it was emptied.
            Damaged: it was changed, or belongs elsewhere.
        """
        if revision.is_emptied:
            raise Purged
        document = self._sealer.open_body(revision.place, revision.cover, revision.body)
        return Stored(**self._entry(revision), document=document)

    def _entry(self, revision: Revision) -> dict[str, Any]:
        if revision.is_emptied:
            raise Purged
        cover = self._sealer.open_cover(revision.binding, revision.cover)
        parents = cover.more.get("parents")
        return {
            "case_id": cover.case_id,
            "rev": revision.rev,
            "cover": cover.columns,
            "actor": cover.actor,
            "action": cover.action,
            "at": datetime.fromisoformat(cover.at),
            "seq": revision.seq,
            "link": revision.link.hex(),
            "clock_behind": cover.more.get("clock_behind", False),
            "was": tuple(cover.more.get("was", ())),
            "origin": Origin.of_cover(cover.more["origin"]) if cover.more.get("origin") else None,
            "parents": None if parents is None else tuple(parents),
        }

    def _write(self, entry: Entry, place: Place) -> Saved:
        newest = self._one(_COVER_ONLY, "seq = (SELECT max(seq) FROM revision)")
        cover = self._sealer.seal_cover(place, self._cover(entry, newest))
        body = self._sealer.seal_body(place, cover, entry.document)
        seq = newest.seq + 1 if newest else 1
        hash_ = place.hash(cover, body)
        link = self._sealer.link(newest.link if newest else NO_HASH, seq, hash_)
        row = Revision(seq, place.case_key, place.rev, place.prev, place.site, hash_, link, cover, body)
        self._file.write("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        # The header is written with every commit anyway, so this mark costs no page of its own.
        self._file.write(f"PRAGMA user_version = {self._sealer.tip(link)}")
        return Saved(entry.case_id, place.rev, seq, link.hex())

    def _cover(self, entry: Entry, newest: Revision | None) -> dict[str, Any]:
        """The cover of an entry; a clock that stands before the newest revision is marked, not corrected."""
        now = self._clock().astimezone(UTC)
        cover: dict[str, Any] = {
            "id": entry.case_id,
            "columns": entry.columns,
            "actor": entry.actor,
            "action": entry.action,
            "at": now.isoformat(timespec="microseconds"),
        }
        if entry.parents is not None:
            cover["parents"] = list(entry.parents)
        if entry.origin is not None:
            cover["origin"] = entry.origin
        if newest and not newest.is_emptied and now < self.uncovered(newest).at:
            cover["clock_behind"] = True
        return cover

    def _refuse_stale(self, head: Revision) -> None:
        newest = self.uncovered(head)
        raise StaleSave(newest.rev, newest.actor, newest.at)

    def _refuse_forked(self, head: Revision) -> None:
        newest = self.uncovered(head)
        versions = newest.cover.get(VERSIONS)
        if versions:
            raise Forked(newest.case_id, int(versions))

    def _lines(self, after: int, size: int) -> list[Revision]:
        where = f"seq > ? AND cover != x'' ORDER BY seq LIMIT {size}"
        try:
            return self._many(_LINE, where, after)
        except Damaged:
            return self._readable_lines(after, size)

    def _readable_lines(self, after: int, size: int) -> list[Revision]:
        """The next lines past a damaged page; the index, which lies elsewhere, knows what is missing."""
        found: list[Revision] = []
        for seq, case_key in self._file.query(_PLACES_FROM_INDEX, (after,)):
            try:
                found += self._many(_LINE, "seq = ? AND cover != x''", seq)
            except Damaged:
                found.append(_unreadable(seq, case_key))
            if len(found) == size:
                break
        return found

    def _one(self, columns: str, where: str, *parameters: object) -> Revision | None:
        found = self._many(columns, where, *parameters)
        return _well_formed(found[0]) if found else None

    def _many(self, columns: str, where: str, *parameters: object) -> list[Revision]:
        # The text is put together from this module's constants; values go in as parameters.
        rows = self._file.query(f"SELECT {columns} FROM revision WHERE {where}", parameters)  # noqa: S608
        self._file.require_key()  # afterwards: what was read before a new key came is then refused too
        return list(map(Revision._make, rows))


def _well_formed(revision: Revision) -> Revision:
    if not revision.is_well_formed:
        raise Damaged("a revision is damaged on the disk and cannot be read; run 'dictamen cases verify'")
    return revision


def _unreadable(seq: int, case_key: bytes) -> Revision:
    """What stands for a revision on a damaged page; it is not well formed."""
    return Revision._make((seq, case_key, None, b"", b"", b"", b"", b"", b""))

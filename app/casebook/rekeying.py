"""Sealing revisions anew under another data key, into the second table of a casebook's file."""

from collections.abc import Iterable, Iterator
from typing import Any

from app.casebook.columns import Cover
from app.casebook.file import CasebookFile
from app.casebook.layout import REVISION_NEXT, REVISION_TRIGGERS
from app.casebook.ledger import CASES, OWN
from app.casebook.problems import Damaged
from app.casebook.sealing import NO_HASH, Place, Revision, Sealer


class Resealer:
    """Seals revisions under another data key.

    Attributes:
        after: the sealer of the new key.
        data_key: the new one.
    """

    def __init__(self, file: CasebookFile, before: Sealer, after: Sealer, data_key: bytes) -> None:
        self._file = file
        self._before = before
        self.after = after
        self.data_key = data_key
        self._heads: dict[bytes, bytes] = {}
        self._keys: dict[bytes, bytes] = {}

    def sealed(self, page: list[Revision], link: bytes) -> Iterator[Revision]:
        """The revisions sealed anew; ``link`` is the new one of the revision before them."""
        self._heads = {}
        for revision in page:
            new = self._emptied(revision) if revision.is_emptied else self._resealed(revision)
            link = self.after.link(link, new.seq, new.hash)
            self._heads[new.case_key] = new.hash
            yield new._replace(link=link)

    def _resealed(self, revision: Revision) -> Revision:
        cover = self._before.open_cover(revision.binding, revision.cover)
        packed = self._before.open_packed(revision.place, revision.cover, revision.body)
        case_key = self._key_of(revision, cover.case_id)
        place = Place(case_key, revision.rev, self._prev(case_key, revision.rev), revision.site)
        sealed_cover = self.after.seal_cover(place, _with_link(cover, revision.link))
        body = self.after.seal_packed(place, sealed_cover, packed)
        hash_ = place.hash(sealed_cover, body)
        return Revision(
            revision.seq, case_key, place.rev, place.prev, place.site, hash_, b"", sealed_cover, body
        )

    def _emptied(self, revision: Revision) -> Revision:
        """A purged revision keeps its hash, by which the purge names it."""
        case_key = self._keys.get(revision.case_key) or self._key_from_another(revision)
        prev = self._prev(case_key, revision.rev)
        return revision._replace(case_key=case_key, prev=prev, link=b"")

    def _key_of(self, revision: Revision, case_id: str) -> bytes:
        for space in (CASES, OWN):
            if self._before.case_key(space, case_id) == revision.case_key:
                case_key = self.after.case_key(space, case_id)
                self._keys[revision.case_key] = case_key
                return case_key
        raise Damaged("a revision lies under another case's number; run 'dictamen cases verify'")

    def _key_from_another(self, revision: Revision) -> bytes:
        """Of a case whose revisions are emptied only in part; else there is no telling, and it stays."""
        rows = self._file.query(
            "SELECT seq, case_id, rev, prev, site, hash, link, cover, x'' FROM revision "
            "WHERE case_id = ? AND cover != x'' LIMIT 1",
            (revision.case_key,),
        )
        if not rows:
            self._keys[revision.case_key] = revision.case_key
            return revision.case_key
        other = Revision(*rows[0])
        return self._key_of(other, self._before.open_cover(other.binding, other.cover).case_id)

    def _prev(self, case_key: bytes, rev: int) -> bytes:
        if rev == 1:
            return NO_HASH
        if case_key in self._heads:
            return self._heads[case_key]
        found = self._file.query(
            "SELECT hash FROM revision_next WHERE case_id = ? ORDER BY seq DESC LIMIT 1", (case_key,)
        )
        if not found:
            raise Damaged(
                "a case lacks a revision, so that it cannot be sealed anew; run 'dictamen cases verify'"
            )
        return bytes(found[0][0])


def _with_link(cover: Cover, link: bytes) -> dict[str, Any]:
    """A cover that remembers the link which its revision had."""
    return {
        "id": cover.case_id,
        "columns": cover.columns,
        "actor": cover.actor,
        "action": cover.action,
        "at": cover.at,
        **cover.more,
        "was": [*cover.more.get("was", ()), link.hex()],
    }


def discard(file: CasebookFile) -> None:
    """Take away what was begun towards a new key; inside a transaction."""
    file.write("DELETE FROM rekey")
    file.write("DROP TABLE revision_next")
    file.write(REVISION_NEXT)


def exchange_tables(file: CasebookFile) -> None:
    """Put the second table in the place of the first; inside a transaction."""
    file.write("DROP TABLE revision")
    file.write("ALTER TABLE revision_next RENAME TO revision")
    file.write(REVISION_NEXT)
    for trigger in REVISION_TRIGGERS:
        file.write(trigger)


def append(file: CasebookFile, revisions: Iterable[Revision]) -> None:
    """Keep what was sealed anew; inside a transaction."""
    for revision in revisions:
        file.write("INSERT INTO revision_next VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", revision)


def tip_of_next(file: CasebookFile) -> tuple[int, bytes]:
    """Place and link of the newest revision that is sealed anew."""
    found = file.query("SELECT seq, link FROM revision_next ORDER BY seq DESC LIMIT 1")
    return found[0] if found else (0, NO_HASH)


def check(file: CasebookFile, after: Sealer) -> None:
    """Look at what was sealed anew before it counts: it has lain on the disk, perhaps for days.

    Raises:
        Damaged: it is not as it was written.
    """
    seq, link = 0, NO_HASH
    while page := _page(file, seq):
        for revision in page:
            whole = revision.is_emptied or revision.has_its_content
            link = after.link(link, revision.seq, revision.hash)
            if revision.seq != seq + 1 or not whole or link != revision.link:
                raise Damaged("what was sealed anew is damaged on the disk; nothing was changed, begin again")
            seq = revision.seq


def _page(file: CasebookFile, after: int) -> list[Revision]:
    rows = file.query(
        "SELECT seq, case_id, rev, prev, site, hash, link, cover, body FROM revision_next "
        "WHERE seq > ? ORDER BY seq LIMIT ?",
        (after, _PAGE),
    )
    return [Revision(*row) for row in rows]


_PAGE = 500
"""Revisions read at a time."""

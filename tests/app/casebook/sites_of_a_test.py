"""Two or three casebooks whose administrators have exchanged their sites' cards."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations
from pathlib import Path

from app.casebook import Casebook, Document
from app.casebook.exchange import Exchange
from app.casebook.lineage import lineage_of
from app.people import Person, Role
from tests.app.casebook.conftest import CHEAP, cover

NAMES = ("Norte", "Sur", "Este")
PASSPHRASE = "a passphrase of a site"


def person_at(name: str) -> Person:
    """Who administers the casebook of a site."""
    return Person(f"Ana {name} Sample", Role.REVIEWER, "RN-00000")


def letters_of(document: Document) -> Iterable[str]:
    """The ids of the documents that belong to a case of these tests."""
    letters = document.get("letters", [])
    return letters if isinstance(letters, list) else []


class At:
    """One site at work.

    Attributes:
        name: of the site.
        book: its casebook, open.
        folder: where its parcels go.
    """

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self.folder = folder
        folder.mkdir()
        self.home = folder / "home"
        person = person_at(name)
        self.book = Casebook.create(self.home, person, PASSPHRASE, cover_of=cover, cost=CHEAP)
        self.book.sites.name(name)
        self._parcels = 0

    @property
    def exchange(self) -> Exchange:
        """The exchange of the casebook."""
        return self.book.exchange(letters_of)

    def pack(self, to: "At", case_ids: Sequence[str] | None = None, have: Path | None = None) -> Path | None:
        """A new parcel for another site; None where it has everything."""
        self._parcels += 1
        path = self.folder / f"parcel-{self._parcels}"
        packed = self.exchange.pack(to.name, path, case_ids, have)
        assert path.exists() == bool(packed.number)
        return path if packed.number else None

    def save(self, case_id: str, action: str = "saved", **content: object) -> None:
        """Save the next revision of a case."""
        rows = {row.case_id: row for row in self.book.worklist()}
        rev = rows[case_id].rev if case_id in rows else 0
        self.book.save({"member": "M 1", **content}, case_id, rev, action)

    def ids(self, case_id: str) -> set[str]:
        """Content ids of a case's revisions."""
        return lineage_of(self.book._ledger, case_id).ids

    def tips(self, case_id: str) -> set[str]:
        """Content ids of its newest revisions."""
        return {tip.id for tip in lineage_of(self.book._ledger, case_id).tips}


@contextlib.contextmanager
def sites(folder: Path, count: int = 2) -> Iterator[list[At]]:
    """That many sites that trust one another."""
    made = [At(name, folder / name) for name in NAMES[:count]]
    try:
        for one, other in permutations(made, 2):
            own = other.book.sites.require_own().site
            one.book.sites.trust(own.card, own.fingerprint)
        yield made
    finally:
        for each in made:
            each.book.close()


def sent(one: At, other: At, case_ids: list[str] | None = None) -> Path:
    """A parcel from one site for another."""
    path = one.pack(other, case_ids)
    assert path is not None
    return path


@contextlib.contextmanager
def site_after_a_loss(site: At) -> Iterator[At]:
    """The site as it is when its casebook is lost and made again under the same keys."""
    key = site.book.sites.require_own().key
    lost = At("lost", site.folder / "lost")
    try:
        for other in site.book.sites.trusted():
            lost.book.sites.trust(other.card)
        document = lost.book.sites._document()
        document["own"] = {"name": site.name, "key": key.hex()}
        with lost.book._file.transaction():
            lost.book.sites._save(document, "site named", site.book.sites.require_own().site)
        yield lost
    finally:
        lost.book.close()

"""The small world that a casebook's works begin in: cases, attached files, an older backup, a parcel.

``casebook_work`` has the works that a person does in it, ``casebook_look`` what must hold after each.
"""

import contextlib
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.casebook import Casebook, NotLetIn
from app.casebook.backup_manifest import Reason
from tests.tools.flip_casebook import ANA, CHEAP, FIRST, INES, LONG_AGO, OTHERS, PASSPHRASE, RULES

ADDED, POLICY = "policies/invented.toml", b"an invented policy file\n"
"""A file that was added: its place in the casebook's folder, and its bytes."""


@dataclass(frozen=True)
class World:
    """The folders of one casebook and what lies about it."""

    folder: Path

    @property
    def home(self) -> Path:
        """The casebook's folder."""
        return self.folder / "home"

    @property
    def backups(self) -> Path:
        """Where new backups go."""
        return self.folder / "backups"

    @property
    def older(self) -> Path:
        """Where the backup lies that is restored."""
        return self.folder / "older"

    @property
    def parcel(self) -> Path:
        """Of another site, for this one."""
        return self.folder / "parcel"

    @property
    def out(self) -> Path:
        """Where exported files go."""
        return self.folder / "out"


def content(number: int) -> bytes:
    """Bytes of a file to attach; more than one chunk."""
    return random.Random(number).randbytes(70_000 + number)  # noqa: S311  # a content


def prepare(folder: Path) -> World:
    """Make the world that each work begins in."""
    world = World(folder)
    for path in (world.backups, world.older, world.out):
        path.mkdir(parents=True)
    with Casebook.create(world.home, ANA, FIRST, cost=CHEAP, clock=lambda: LONG_AGO) as book:
        book.add_person(INES, OTHERS)
        attach_to(book, 4, "C-0")
    with Casebook.unlock(world.home, ANA.name, FIRST) as book:
        for number in range(1, 4):
            book.save({"number": number, "filler": content(number)[:900].hex()}, f"C-{number}")
        attach_to(book, 1, "C-FILE")
        _add_policy(book)
        book.backups.make(world.older, Reason.BY_HAND)
        book.save({"number": 4}, "C-LATER")
        book.retention(RULES).propose(["C-0"])
        _parcel_for(book, world)
    with Casebook.unlock(world.home, INES.name, OTHERS) as book:  # takes in what signing in takes in
        book.save({"number": 5}, "C-INES")
    return world


def _add_policy(book: Casebook) -> None:
    """As ``app.added_files.add`` does, without a check of what it says."""
    sha256 = book.attachments.keep(io.BytesIO(POLICY)).sha256
    target = book.shelf.home / ADDED
    target.parent.mkdir()
    target.write_bytes(POLICY)
    book.shelf.confirm(f"policy/{target.name}", sha256, {ADDED: sha256})


def _parcel_for(book: Casebook, world: World) -> None:
    with Casebook.create(world.folder / "there", ANA, FIRST, cost=CHEAP) as other:
        here, there = book.sites.name("Here"), other.sites.name("There")
        book.sites.trust(there.site.card)
        other.sites.trust(here.site.card)
        attach_to(other, 2, "P-1")
        other.exchange(no_letters).pack("Here", world.parcel, ["P-1"])


def no_letters(_document: object) -> list[str]:
    """These cases have no letters that would go with them."""
    return []


def attach_to(book: Casebook, number: int, case_id: str) -> str:
    """Seal a file into a new case; gives its SHA-256."""
    kept = book.attachments.keep(io.BytesIO(content(number)))
    book.save({"attachments": [{"id": "A1", "sha256": kept.sha256}]}, case_id)
    return kept.sha256


@contextlib.contextmanager
def signed_in(world: World) -> Iterator[Casebook]:
    """The casebook, opened by its administrator with either of her passphrases."""
    try:
        book = Casebook.unlock(world.home, ANA.name, FIRST)
    except NotLetIn:
        book = Casebook.unlock(world.home, ANA.name, PASSPHRASE)
    with book:
        yield book

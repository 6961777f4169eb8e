"""A casebook with three people in it, at a cost that tests can afford."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.casebook import Casebook, Cost, Document, Scalar
from app.casebook.attachment_check import Content
from app.people import Person, Role
from tests.tools.casebook_world import World, prepare

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
ANA = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
INES = Person("Inés Muñiz Sample", Role.PHYSICIAN, "MD-00000")
QUINN = Person("Quinn Sample", Role.QA, "QA-00000")
PASSPHRASES = {ANA: "ana's passphrase", INES: "contraseña de Inés", QUINN: "quinn's passphrase"}

Unlock = Callable[[Person], Casebook]


def cover(document: Document) -> dict[str, Scalar]:
    return {"member": document.get("member")}


def content_of(size: int) -> bytes:
    """Bytes of which no two chunks are alike."""
    return bytes((place * 7 + place // 251) % 256 for place in range(size))


def case_with(*contents: Content) -> Document:
    """A case that these contents are attached to."""
    return {"attachments": [{"sha256": content.sha256} for content in contents]}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    with Casebook.create(folder, ANA, PASSPHRASES[ANA], cost=CHEAP) as book:
        book.add_person(INES, PASSPHRASES[INES])
        book.add_person(QUINN, PASSPHRASES[QUINN])
    return folder


@pytest.fixture
def unlock(home: Path) -> Iterator[Unlock]:
    opened: list[Casebook] = []

    def unlock_as(person: Person) -> Casebook:
        book = Casebook.unlock(home, person.name, PASSPHRASES[person], cover_of=cover)
        opened.append(book)
        return book

    yield unlock_as
    for book in opened:
        book.close()


@pytest.fixture
def book(unlock: Unlock) -> Casebook:
    return unlock(ANA)


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    """A small world, in memory where the system can: no test of it depends on what a flush does to a disk."""
    memory = Path("/dev/shm")  # noqa: S108  # a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield prepare(Path(folder) / "world")

"""Backups on another disk, and a casebook that went on since."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.casebook.backup_manifest import Backup, Reason
from app.casebook.restore import Candidate, open_backup
from app.people import Person, Role
from tests.app.casebook.conftest import ANA, PASSPHRASES

Unlock = Callable[[Person], Casebook]
NOON = datetime(2026, 11, 24, 16, tzinfo=UTC)


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


@pytest.fixture
def filled(home: Path, unlock: Unlock) -> Path:
    with unlock(ANA) as book:
        for number in range(3):
            book.save({"member": f"Member {number}", "text": os.urandom(3000).hex()}, f"C-{number}")
    return home


def make(home: Path, disk: Path, at: datetime = NOON, reason: Reason = Reason.BY_HAND) -> Backup:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA], clock=lambda: at) as book:
        return book.backups.make(disk, reason)


@pytest.fixture
def backup(home: Path, disk: Path, unlock: Unlock) -> Backup:
    """A backup of C-0 to C-2; later C-0 was saved again, C-3 was entered, and Eva was let in."""
    with unlock(ANA) as book:
        for number in range(3):
            book.save({"member": f"Member {number}"}, f"C-{number}")
        made = book.backups.make(disk, Reason.BY_HAND)
        book.save({"member": "Member 0 again"}, "C-0", rev=1)
        book.save({"member": "Member 3"}, "C-3")
        book.save({"kind": "letter", "pdf": "x"}, "L-1")
        book.add_person(Person("Eva Sample", Role.REVIEWER, "RN-1"), "eva's passphrase")
    assert home.exists()
    return made


def clock() -> datetime:
    return datetime.now(UTC)


@contextmanager
def candidate(home: Path, backup: Backup, person: Person = ANA, word: str = "") -> Iterator[Candidate]:
    with open_backup(backup, home, person.name, word or PASSPHRASES[person], clock) as found:
        yield found


def restore(home: Path, backup: Backup, person: Person = ANA) -> Path | None:
    with candidate(home, backup, person) as found:
        return found.put_in_place(clock)

"""A casebook of which everything is read before and after a new data key."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, cover

Unlock = Callable[[Person], Casebook]
CASES = 12


@pytest.fixture
def filled(home: Path, unlock: Unlock) -> Path:
    with unlock(ANA) as book:
        for number in range(CASES):
            book.save({"v": 1, "number": number, "member": f"M {number}"}, f"C-{number}")
        for number in range(CASES):
            book.save({"v": 2, "number": number, "member": f"M {number}"}, f"C-{number}", rev=1)
        book.record("letter printed", case_id="C-1", pages=2)
    return home


def contents(home: Path, person: Person = INES) -> list[object]:
    """Everything that one person reads, and that the casebook is whole."""
    with Casebook.unlock(home, person.name, PASSPHRASES[person], cover_of=cover) as book:
        assert book.verify() == []
        assert len(book.worklist()) == CASES
        read: list[object] = [
            (row.case_id, row.rev, row.actor, row.action, row.at, dict(row.cover))
            for row in sorted(book.worklist(), key=lambda row: row.case_id)
        ]
        for number in range(CASES):
            read += [book.revision(f"C-{number}", rev).document for rev in (1, 2)]
            read += [(entry.rev, entry.seq, entry.at) for entry in book.history(f"C-{number}")]
        return read


def stop_at(revisions: int) -> Callable[[int, int], None]:
    """A progress that ends the work there, as if the process were killed."""

    def stop(done: int, _total: int) -> None:
        if done >= revisions:
            raise Stop

    return stop


class Stop(Exception):
    """Ends a work between two steps."""

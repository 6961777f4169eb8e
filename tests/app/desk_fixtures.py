"""A casebook with a reviewer and a physician, opened at a cost that tests can afford."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import resources
from app.case import cover_of
from app.casebook import Casebook, Cost
from app.desk import OpenCase, add_case, open_case
from app.people import Person, Role

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "correct horse battery"
REVIEWER = Person("Ana Ruiz Sample, RN", Role.REVIEWER, "RN-00000")
PHYSICIAN = Person("Inés Peña Sample, MD", Role.PHYSICIAN, "MD-00000")
WATCHER = Person("Quality Sample", Role.QA, "QA-00000")


def make_casebook(home: Path) -> None:
    """A casebook that the reviewer administers, with a physician and a QA reader in it."""
    with Casebook.create(home, REVIEWER, PASSPHRASE, cover_of=cover_of, cost=CHEAP) as casebook:
        casebook.add_person(PHYSICIAN, PASSPHRASE)
        casebook.add_person(WATCHER, PASSPHRASE)


def unlock(home: Path, person: Person) -> Casebook:
    return Casebook.unlock(home, person.name, PASSPHRASE, cover_of=cover_of)


@contextmanager
def at_the_desk(home: Path, person: Person, case_id: str) -> Iterator[OpenCase]:
    with unlock(home, person) as casebook:
        yield open_case(casebook, case_id)


def sample_case(start: str) -> dict[str, object]:
    """A shipped sample by the start of its file name."""
    (source,) = resources.path("samples").glob(f"{start}-*.json")
    document = json.loads(source.read_text(encoding="utf-8"))
    assert isinstance(document, dict)
    return document


def keep_sample(home: Path, start: str) -> str:
    """The case id under which a sample was kept."""
    with unlock(home, REVIEWER) as casebook:
        return add_case(casebook, sample_case(start)).case_id

"""The door of a casebook: made for its first person, opened with a passphrase, closed again."""

import dataclasses
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from app import passphrases
from app.casebook import folder
from app.casebook.attempts import Attempts
from app.casebook.boxes import KEY_BYTES
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.keys import SALT_BYTES, Cost, OpenedSlot, new_slot
from app.casebook.ledger import Clock, Ledger
from app.casebook.problems import NotLetIn
from app.casebook.register import Member, Register
from app.casebook.sealing import Sealer
from app.casebook.slot_table import add_slot
from app.casebook.staff import open_way_in
from app.people import Person

_SITE_BYTES = 8


class Opening(NamedTuple):
    """A casebook's file, and the way in that somebody opened.

    Attributes:
        file: open; whoever keeps it closes it.
        slot: the way in.
        attempts: those that failed before, where they are still to be told.
    """

    file: CasebookFile
    slot: OpenedSlot
    attempts: Attempts


class Closable:
    """Holds the open file of a casebook. Close it, or use it as a context manager."""

    def __init__(self, file: CasebookFile) -> None:
        self._file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file for all threads."""
        self._file.close()


@contextmanager
def created(home: Path, first: Person, passphrase: str, clock: Clock, cost: Cost) -> Iterator[Opening]:
    """A new casebook with one person, who administers it; closed again where the body fails.

    Raises:
        As ``Casebook.create``.
    """
    passphrases.check_new(passphrase, first)
    opened = new_slot(first.name, passphrase, os.urandom(KEY_BYTES), os.urandom(SALT_BYTES), cost)
    member = Member.new(dataclasses.replace(first, administers=True), opened)
    folder.require_not_lost(home)
    folder.prepare(home)
    file = CasebookFile.create(home / FILE_NAME)
    with _closed_on_failure(file):
        file.refuse_if_laid_out()
        with file.transaction():
            sealer = Sealer(opened.data_key)
            file.write_schema(os.urandom(_SITE_BYTES), sealer.audit)
            add_slot(file, opened.slot, opened.data_key)
            Register(Ledger(file, sealer, clock)).admit(member, first.name)
        yield Opening(file, opened, Attempts(file, clock))


@contextmanager
def unlocked(
    home: Path, name: str, passphrase: str, clock: Clock, tried: str = "passphrase"
) -> Iterator[Opening]:
    """The casebook of a folder, opened by a name and passphrase; closed again where the body fails.

    Args:
        home: the folder.
        name: the person's.
        passphrase: theirs.
        clock: gives the time of a failed attempt.
        tried: what a failed attempt is noted as.

    Raises:
        As ``Casebook.unlock``.
    """
    folder.require_not_lost(home)
    file = CasebookFile.open(home / FILE_NAME)
    with _closed_on_failure(file):
        attempts = Attempts(file, clock)
        attempts.require_turn()
        try:
            opened = open_way_in(file, name, passphrase)
        except NotLetIn:
            attempts.note(tried)
            raise
        yield Opening(file, opened, attempts)


@contextmanager
def _closed_on_failure(file: CasebookFile) -> Iterator[None]:
    try:
        yield
    except BaseException:
        file.close()
        raise

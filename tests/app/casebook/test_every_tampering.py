"""Every row of a small casebook deleted, any two exchanged, every one replayed, every earlier copy put back.

Whoever does it knows SQLite and not the key: the guards are put back afterwards, the header's mark is kept or
exchanged for any that was ever there. Only findings of the chain count here, not traces in the file's pages.
"""

import itertools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.casebook import Casebook, TroubleKind, Witness
from app.casebook.book import utc_now
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.layout import REVISION_TRIGGERS
from app.casebook.ledger import Ledger
from app.casebook.register import Register
from app.casebook.sealing import Sealer
from app.casebook.verify import verify
from app.people import Person
from tests.app.casebook.conftest import ANA, INES

Unlock = Callable[[Person], Casebook]
Row = tuple[object, ...]

IN_THE_PAGES = {TroubleKind.UNREADABLE, TroubleKind.LAYOUT}


@dataclass
class Small:
    """A casebook of a dozen revisions, with its copies and witnesses after each save.

    Attributes:
        copies: the whole file after each save.
        marks: the header's mark after each save.
        witnesses: place and link of each save.
    """

    home: Path
    sealer: Sealer
    copies: list[bytes] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    witnesses: list[Witness] = field(default_factory=list)

    @property
    def path(self) -> Path:
        return self.home / FILE_NAME

    def findings(self, witness: Witness | None = None) -> list[str]:
        file = CasebookFile.open(self.path)
        try:
            ledger = Ledger(file, self.sealer, utc_now)
            troubles = verify(file, ledger, Register(ledger), self.sealer, witness)
        finally:
            file.close()
        return [str(trouble) for trouble in troubles if trouble.kind not in IN_THE_PAGES]

    @contextmanager
    def tampered(self) -> Iterator[sqlite3.Connection]:
        """The file with its guards off; on leaving they are on again."""
        self.path.write_bytes(self.copies[-1])
        with closing(sqlite3.connect(self.path)) as raw, raw:
            raw.execute("DROP TRIGGER revision_is_kept")
            raw.execute("DROP TRIGGER revision_is_final")
            yield raw
            for trigger in REVISION_TRIGGERS:
                raw.execute(trigger)


@pytest.fixture
def small(home: Path, unlock: Unlock) -> Small:
    with unlock(ANA) as book, unlock(INES) as other:
        kept = Small(home, Sealer(book.staff.opened.data_key))
        for number in range(8):
            who, case_id, rev = (book, other)[number % 2], f"C-{number % 3}", number // 3
            saved = who.save({"number": number}, case_id, rev=rev)
            kept.copies.append(kept.path.read_bytes())
            kept.marks.append(who._file.query("PRAGMA user_version")[0][0])
            kept.witnesses.append((saved.seq, saved.link))
    kept.path.write_bytes(kept.copies[-1])
    assert kept.findings() == []
    return kept


def rows(raw: sqlite3.Connection) -> list[Row]:
    return raw.execute("SELECT * FROM revision ORDER BY seq").fetchall()


def put(raw: sqlite3.Connection, new: list[Row], mark: int) -> None:
    raw.execute("DELETE FROM revision")
    raw.executemany("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", new)
    raw.execute(f"PRAGMA user_version = {mark}")


def numbered(new: list[Row]) -> list[Row]:
    """The rows with their places counted anew, so that no gap tells."""
    return [(place, *row[1:]) for place, row in enumerate(new, 1)]


def rewritten(small: Small, change: Callable[[list[Row]], list[Row]], mark: int) -> list[str]:
    with small.tampered() as raw:
        try:
            put(raw, change(rows(raw)), mark)
        except sqlite3.IntegrityError:  # two revisions may not follow the same one
            return ["refused by the file itself"]
    return small.findings()


def test_every_deleted_row_and_run_of_rows_is_found(small: Small) -> None:
    last = small.witnesses[-1][0]
    for first, end in itertools.combinations(range(last + 1), 2):
        for again in (list, numbered):
            for mark in {small.marks[-1], small.marks[max(0, first - last + 7)]}:
                found = rewritten(small, lambda old: again(old[:first] + old[end:]), mark)  # noqa: B023
                if end == last and mark != small.marks[-1] and not found:
                    # exactly an earlier state with its mark: only a witness can tell
                    found = small.findings(small.witnesses[-1])
                assert found, f"rows {first + 1} to {end}"


def test_every_exchange_of_two_rows_is_found(small: Small) -> None:
    last = small.witnesses[-1][0]

    def exchanged(old: list[Row], one: int, other: int) -> list[Row]:
        old[one], old[other] = old[other], old[one]
        return numbered(old)

    for one, other in itertools.combinations(range(last), 2):
        found = rewritten(small, lambda old: exchanged(old, one, other), small.marks[-1])  # noqa: B023
        assert found, f"rows {one + 1} and {other + 1}"


def test_every_replayed_row_is_found_wherever_it_is_put(small: Small) -> None:
    last = small.witnesses[-1][0]
    for one, place in itertools.product(range(last), range(last + 1)):
        for prev in (None, b"another prev"):

            def replayed(old: list[Row]) -> list[Row]:
                row = list(old[one])  # noqa: B023
                if prev is not None:  # noqa: B023
                    row[3] = prev  # noqa: B023
                return numbered([*old[:place], tuple(row), *old[place:]])  # noqa: B023

            assert rewritten(small, replayed, small.marks[-1]), f"row {one + 1} at {place + 1}"


def test_every_column_of_every_row_is_bound(small: Small) -> None:
    """Each value exchanged for that of each other row."""
    with closing(sqlite3.connect(small.path)) as raw:
        old = rows(raw)
    for (one, row), other, column in itertools.product(enumerate(old), old, range(1, 9)):
        mixed = (*row[:column], other[column], *row[column + 1 :])
        if mixed != row:
            new = [*old[:one], mixed, *old[one + 1 :]]
            found = rewritten(small, lambda _: new, small.marks[-1])  # noqa: B023
            assert found, f"column {column} of row {one + 1} from row {other[0]}"


def test_every_earlier_copy_is_found_by_every_later_witness(small: Small) -> None:
    for state, content in enumerate(small.copies):
        small.path.write_bytes(content)
        assert small.findings() == [], "an earlier state is whole by itself"
        for later, witness in enumerate(small.witnesses):
            assert bool(small.findings(witness)) == (later > state)


def test_another_history_is_found_by_every_witness_of_the_first(small: Small, unlock: Unlock) -> None:
    small.path.write_bytes(small.copies[2])
    with unlock(ANA) as book:
        for number in range(5):
            book.save({"other": number}, f"N-{number}")
    for witness in small.witnesses[3:]:
        assert small.findings(witness) != []
    for witness in small.witnesses[:3]:
        assert small.findings(witness) == []

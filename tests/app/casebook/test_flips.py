"""Every bit of a casebook's file counts: one that flips is noticed, wherever it stands."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.page_rows import NotAsWritten, varint
from app.casebook.pages import PAGE, PageCheck
from app.casebook.whole_file import UNKNOWN
from app.errors import DictamenError
from tests.tools.flip_casebook import (
    ANA,
    CHEAP,
    PASSPHRASE,
    attachment_is_noticed,
    every_bit,
    make,
    sealer_of,
    some_bits,
    unnoticed,
    unnoticed_in,
)

JOURNAL = f"{FILE_NAME}-journal"


@pytest.fixture(scope="module", params=[False, True], ids=["first key", "second key"])
def home(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flips") / "home"
    make(folder, rekeyed=request.param)
    return folder


def test_no_bit_flips_unnoticed(home: Path) -> None:
    """One bit of every 67th byte; ``tests.tools.flip_casebook`` flips all of them."""
    length = (home / FILE_NAME).stat().st_size
    assert list(unnoticed(home, sealer_of(home), some_bits(length, 67, seed=20261124))) == []


def test_no_bit_of_an_attachment_flips_unnoticed(home: Path) -> None:
    (path,) = (each for each in (home / "attachments").rglob("*") if each.is_file())
    flips = some_bits(path.stat().st_size, 5, seed=1)
    assert list(unnoticed_in(path, lambda: attachment_is_noticed(home), flips)) == []


def test_no_bit_of_the_header_flips_unnoticed(home: Path) -> None:
    assert list(unnoticed(home, sealer_of(home), every_bit(100))) == []


def test_a_flip_is_noticed_before_signing_in_writes_over_it(home: Path) -> None:
    """The way of the command line: signing in is recorded, and may write where the bit has flipped."""
    path = home / FILE_NAME
    whole = path.read_bytes()
    for place, bit in some_bits(len(whole), 1009, seed=7):
        flipped = bytearray(whole)
        flipped[place] ^= 1 << bit
        path.write_bytes(flipped)
        try:
            with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
                book.record("signed in")
                assert book.verify() != [], f"byte {place}, bit {bit}"
        except DictamenError:
            pass
    path.write_bytes(whole)


def test_a_file_that_is_longer_or_shorter_is_noticed(home: Path) -> None:
    path = home / FILE_NAME
    whole = path.read_bytes()
    for content in (whole + bytes(PAGE), whole + b"x", whole[:-1]):
        path.write_bytes(content)
        try:
            with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
                assert book.verify() != []
        except DictamenError:
            pass
    path.write_bytes(whole)


@pytest.mark.parametrize("cases", [40, 400])
def test_an_untouched_casebook_is_whole_however_it_grew(tmp_path: Path, cases: int) -> None:
    """Index pages split at some sixty revisions, inner pages later; both while open and after closing."""
    chance = random.Random(cases)  # noqa: S311  # sizes, no secrets
    with Casebook.create(tmp_path, ANA, PASSPHRASE, cost=CHEAP) as book:
        table = book.database.table("cases")
        for _ in range(4):
            table.insert_multiple({"x": chance.randbytes(chance.randrange(4000)).hex()} for _ in range(cases))
        assert book.verify() == []
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        assert raw.execute("SELECT slack = ? OR rest = ? FROM casebook", (UNKNOWN, UNKNOWN)).fetchone() == (
            0,
        )
    with Casebook.unlock(tmp_path, ANA.name, PASSPHRASE) as book:
        assert book.verify() == []


def test_the_unused_space_of_a_large_casebook_is_noted_too(tmp_path: Path) -> None:
    with Casebook.create(tmp_path, ANA, PASSPHRASE, cost=CHEAP) as book:
        table = book.database.table("cases")
        table.insert_multiple({"x": random.Random(n).randbytes(3000).hex()} for n in range(1500))  # noqa: S311
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    with closing(sqlite3.connect(path)) as raw:
        (root,) = raw.execute(
            "SELECT rootpage FROM sqlite_master WHERE name LIKE 'sqlite_auto%revision_1'"
        ).fetchone()
    assert whole[(root - 1) * PAGE] == 2, "an index that has grown over several pages"
    cells = int.from_bytes(whole[(root - 1) * PAGE + 3 : (root - 1) * PAGE + 5])
    place = (root - 1) * PAGE + 12 + 2 * cells + 5
    assert list(unnoticed(tmp_path, sealer_of(tmp_path), iter([(place, 3)]))) == []


def test_a_killed_sitting_is_no_finding(tmp_path: Path) -> None:
    Casebook.create(tmp_path, ANA, PASSPHRASE, cost=CHEAP).close()
    with Casebook.unlock(tmp_path, ANA.name, PASSPHRASE) as book:
        book.save({"v": 1}, "C-1")
        killed = (tmp_path / FILE_NAME).read_bytes()
    (tmp_path / FILE_NAME).write_bytes(killed)
    with Casebook.unlock(tmp_path, ANA.name, PASSPHRASE) as book:
        assert book.verify() == []


@pytest.mark.parametrize(
    ("page", "value", "end"),
    [(b"\x05", 5, 1), (b"\x81\x00", 128, 2), (b"\xff\x7f", 16383, 2), (b"\xff" * 9, 2**64 - 1, 9)],
)
def test_numbers_are_read_as_sqlite_writes_them(page: bytes, value: int, end: int) -> None:
    assert varint(page, 0) == (value, end)


@pytest.mark.parametrize("page", [b"\x80\x05", b"\x80\x80\x01", b"\x80" * 8 + b"\xff"])
def test_a_number_written_longer_than_needed_is_noticed(page: bytes) -> None:
    with pytest.raises(NotAsWritten, match="longer than needed"):
        varint(page, 0)


def test_pages_that_lead_in_a_circle_end(home: Path) -> None:
    file = CasebookFile.open(home / FILE_NAME)
    whole = bytearray((home / FILE_NAME).read_bytes())
    for child in range(4):  # every inner page leads back to page 5
        for page in range(len(whole) // PAGE):
            if whole[page * PAGE] == 5:
                whole[page * PAGE + 8 + child] = (0, 0, 0, 5)[child]
    file.close()
    check = PageCheck(lambda number: bytes(whole[(number - 1) * PAGE : number * PAGE]), len(whole))
    list(check.problems({}, whole=True))


def hot_journal(home: Path, into: Path) -> None:
    """The folder as a crash leaves it in the middle of a save that had begun to change the file."""
    shutil.copytree(home, into)
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size = 2")
        raw.execute("BEGIN IMMEDIATE")
        raw.execute("UPDATE slot SET memory_kib = 65")
        for seq in range(10_000, 10_030):
            row = (seq, seq.to_bytes(16), b"prev", b"site", bytes(32), bytes(32), bytes(900), bytes(900))
            raw.execute("INSERT INTO revision VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)", row)
        for name in (FILE_NAME, JOURNAL):
            (into / name).write_bytes((home / name).read_bytes())
        raw.execute("ROLLBACK")


def test_a_journal_with_a_flipped_bit_never_gives_wrong_content(home: Path, tmp_path: Path) -> None:
    """Its bits are used once, to roll back; afterwards the casebook is as before, or that is told."""
    working, crashed = tmp_path / "working", tmp_path / "crashed"
    shutil.copytree(home, working)
    with closing(sqlite3.connect(working / FILE_NAME)) as raw, raw:
        raw.execute("UPDATE casebook SET rest = ?", (UNKNOWN,))  # as before every transaction
    before = (working / FILE_NAME).read_bytes()
    hot_journal(working, crashed)
    torn, journal = (crashed / FILE_NAME).read_bytes(), (crashed / JOURNAL).read_bytes()
    assert torn != before
    outcomes = {"whole": 0, "told": 0}
    for place, bit in [(0, None), *some_bits(len(journal), 211, seed=3)]:
        flipped = bytearray(journal)
        if bit is not None:
            flipped[place] ^= 1 << bit
        (crashed / FILE_NAME).write_bytes(torn)
        (crashed / JOURNAL).write_bytes(flipped)
        try:
            with Casebook.unlock(crashed, ANA.name, PASSPHRASE) as book:
                told = bool(book.verify())
                assert told or book.get("C-4").document["filler"] == "x" * 400
        except DictamenError:
            told = True
        outcomes["told" if told else "whole"] += 1
        assert bit is not None or not told, "without a flip it rolls back"
    assert min(outcomes.values()) > 0

"""Pages that hold nothing: what a cut-off transaction left in them is no finding, and does not stay."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.casebook.file import FILE_NAME
from app.casebook.pages import PAGE
from tests.tools.flip_casebook import ANA, CHEAP, PASSPHRASE, every_bit, sealer_of, unnoticed

JOURNAL = f"{FILE_NAME}-journal"


class CutOffError(Exception):
    """Ends the transaction that the copy has in it for ever."""


def cut_off(home: Path, into: Path) -> None:
    """The folder as a kill leaves it in the middle of a save that has begun to write to unused pages."""
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book, suppress(CutOffError):
        book._file.connection().execute("PRAGMA cache_size = 2")
        with book._file.transaction():
            content = random.Random(1).randbytes(40_000)  # noqa: S311  # content, no secret
            row = (99, b"case", 1, b"prev", b"site", bytes(32), bytes(32), b"cover", content)
            book._file.write("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
            into.mkdir(mode=0o700)
            for name in (FILE_NAME, JOURNAL):
                shutil.copy(home / name, into)
            raise CutOffError


def unused_pages(home: Path) -> dict[int, bytes]:
    """The unused pages by number, but for those that list the others."""
    content = (home / FILE_NAME).read_bytes()
    pages: dict[int, bytes] = {}
    trunk = int.from_bytes(content[32:36])
    while trunk:
        page = content[(trunk - 1) * PAGE : trunk * PAGE]
        for at in range(8, 8 + 4 * int.from_bytes(page[4:8]), 4):
            number = int.from_bytes(page[at : at + 4])
            pages[number] = content[(number - 1) * PAGE : number * PAGE]
        trunk = int.from_bytes(page[:4])
    return pages


def is_noted(home: Path) -> bool:
    with closing(sqlite3.connect(home / FILE_NAME)) as raw:
        return bool(raw.execute("SELECT rest != zeroblob(32) FROM casebook").fetchone()[0])


@pytest.fixture
def crashed(tmp_path: Path) -> Path:
    """A casebook with unused pages, some of which a cut-off save has begun to fill."""
    home = tmp_path / "home"
    with Casebook.create(home, ANA, PASSPHRASE, cost=CHEAP) as book:
        for number in range(8):
            book.save({"filler": random.Random(number).randbytes(8000).hex()})  # noqa: S311
        book.rekey.run()
    assert is_noted(home)
    assert not any(map(any, unused_pages(home).values()))
    cut_off(home, tmp_path / "crashed")
    return tmp_path / "crashed"


@pytest.fixture
def other(crashed: Path) -> Iterator[Casebook]:
    """A sitting that rolls the cut-off save back, but does not write."""
    with Casebook.unlock(crashed, ANA.name, PASSPHRASE) as book:
        yield book


def test_what_a_cut_off_save_left_is_no_finding(crashed: Path, other: Casebook) -> None:
    assert any(map(any, unused_pages(crashed).values())), "else this tests nothing"
    assert other.verify() == []
    with Casebook.unlock(crashed, ANA.name, PASSPHRASE) as book:
        assert book.warnings == []
        assert book.verify() == []


def test_it_is_gone_after_the_next_sitting_that_saves(crashed: Path, other: Casebook) -> None:
    left = unused_pages(crashed)
    with Casebook.unlock(crashed, ANA.name, PASSPHRASE) as book:
        book.save({"v": 1})
    assert any(map(any, left.values()))
    assert not any(map(any, unused_pages(crashed).values()))
    assert is_noted(crashed)
    assert other.verify() == []


def test_afterwards_a_bit_that_flips_there_is_noticed_again(crashed: Path) -> None:
    with Casebook.unlock(crashed, ANA.name, PASSPHRASE) as book:
        book.save({"v": 1})
    page = max(unused_pages(crashed))
    flips = ((place + (page - 1) * PAGE, bit) for place, bit in every_bit(4))
    assert list(unnoticed(crashed, sealer_of(crashed), flips)) == []


def test_the_note_is_given_up_before_anything_is_written(tmp_path: Path) -> None:
    """So that the file says so, too, after the transaction was rolled back."""
    with Casebook.create(tmp_path, ANA, PASSPHRASE, cost=CHEAP) as book:
        book.save({"v": 1})
    assert is_noted(tmp_path)
    with Casebook.unlock(tmp_path, ANA.name, PASSPHRASE) as book:
        with suppress(CutOffError), book._file.transaction():
            raise CutOffError
        assert not is_noted(tmp_path)
    assert is_noted(tmp_path)

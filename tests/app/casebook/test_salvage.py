"""What a damaged disk leaves readable stays readable, and what is lost is told."""

import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import Casebook, Damaged, NotSaved
from app.casebook.file import FILE_NAME
from app.casebook.pages import PAGE
from app.errors import DictamenError
from tests.app.casebook.conftest import ANA, CHEAP, PASSPHRASES

CASES = 40
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits of POSIX")


@pytest.fixture
def filled(home: Path) -> Path:
    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book:
        for number in range(CASES):
            book.save({"number": number, "filler": os.urandom(600).hex()}, f"C-{number}")
    return home


def leaves(home: Path) -> list[int]:
    """The pages that hold revisions, in their order."""
    content = (home / FILE_NAME).read_bytes()
    with closing(sqlite3.connect(home / FILE_NAME)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'revision'").fetchone()
    page = content[(root - 1) * PAGE : root * PAGE]
    assert page[0] == 5, "the table has grown over several pages"
    count = int.from_bytes(page[3:5])
    places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n]) for n in range(count)]
    return [int.from_bytes(page[at : at + 4]) for at in places] + [int.from_bytes(page[8:12])]


def wreck(home: Path, number: int) -> None:
    with (home / FILE_NAME).open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(os.urandom(PAGE))


@pytest.mark.parametrize("which", [-1, -2, 4])
def test_a_damaged_page_costs_its_own_cases_alone(filled: Path, which: int) -> None:
    wreck(filled, leaves(filled)[which])
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        listed = [row.case_id for row in book.worklist()]
        lost = CASES - len(listed)
        assert 1 <= lost <= 5
        assert [book.get(case_id).document["number"] for case_id in listed] == [
            int(case_id.removeprefix("C-")) for case_id in listed
        ]
        missing = {f"C-{number}" for number in range(CASES)} - set(listed)
        for case_id in missing:
            with pytest.raises(DictamenError, match="damaged"):
                book.get(case_id)
        assert any(f"{lost} cases are damaged" in warning for warning in book.warnings)
        assert book.verify() != []


def test_saving_into_a_damaged_casebook_is_refused_or_whole(filled: Path) -> None:
    wreck(filled, leaves(filled)[-1])
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        before = len(book.worklist())
        with pytest.raises(DictamenError, match="damaged"):
            book.save({"number": 99}, "C-99")
        assert len(book.worklist()) == before


def test_of_a_file_that_was_cut_off_all_is_read_that_is_left(filled: Path) -> None:
    """At each page's end and in each page's middle; the last cases go first."""
    whole = (filled / FILE_NAME).read_bytes()
    before = 0
    for length in range(PAGE, len(whole), PAGE // 2):
        (filled / FILE_NAME).write_bytes(whole[:length])
        try:
            with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
                listed = [row.case_id for row in book.worklist()]
                readable = sum(is_readable(book, case_id) for case_id in listed)
                assert readable >= before
                assert book.verify() != []
                assert any("damaged" in warning for warning in book.warnings)
                with pytest.raises(NotSaved, match="cut off"):
                    book.save({"number": 99}, "C-99")
                before = readable
        except Damaged:
            assert before == 0, "what was readable with less of the file is so with more"
        assert (filled / FILE_NAME).read_bytes() == whole[:length], "it is left as it is"
    assert before >= CASES - 3, "of the last page alone"


def is_readable(book: Casebook, case_id: str) -> bool:
    try:
        return bool(book.get(case_id).document)
    except Damaged:
        return False


@pytest.mark.parametrize("length", [16, 100, 512, PAGE - 1])
def test_of_less_than_a_page_nothing_is_read_and_nothing_made_anew(filled: Path, length: int) -> None:
    rest = (filled / FILE_NAME).read_bytes()[:length]
    (filled / FILE_NAME).write_bytes(rest)
    with pytest.raises(Damaged, match="restore it from a backup"):
        Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA])
    with pytest.raises(DictamenError):
        Casebook.create(filled, ANA, PASSPHRASES[ANA], cost=CHEAP)
    assert (filled / FILE_NAME).read_bytes() == rest


FULL = """
import os, pathlib, resource, signal, sys
from app.casebook import Casebook
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
book = Casebook.unlock(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3])
size = (pathlib.Path(sys.argv[1]) / "casebook.db").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
try:
    book.save({"filler": os.urandom(100_000).hex()}, "C-NEW")
except Exception as error:
    print(type(error).__name__, error)
print(len(book.worklist()), book.get("C-1").document["number"])
"""


@POSIX
def test_a_disk_that_takes_no_more_is_said_and_all_stays_readable(filled: Path) -> None:
    """The system itself refuses the write, as where a quota is used up."""
    assert resource.RLIMIT_FSIZE is not None
    command = [sys.executable, "-c", FULL, str(filled), ANA.name, PASSPHRASES[ANA]]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    refused, readable = run.stdout.splitlines()
    assert refused.startswith("NotSaved the casebook was not saved:")
    assert readable == f"{CASES} 1"
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        assert book.verify() == []
        assert book.save({"number": 99}, "C-NEW").rev == 1


def journal_of(home: Path) -> Path:
    return home / f"{FILE_NAME}-journal"


def test_the_journal_of_another_casebook_is_told_or_does_no_harm(filled: Path, tmp_path: Path) -> None:
    """A journal names the pages of its own file; played into another one, it overwrites them."""
    other = tmp_path / "other"
    with Casebook.create(other, ANA, PASSPHRASES[ANA], cost=CHEAP):
        pass
    with closing(sqlite3.connect(other / FILE_NAME, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size = 2")
        raw.execute("BEGIN IMMEDIATE")
        for seq in range(1000, 1030):
            row = (seq, seq.to_bytes(16), b"p", b"s", bytes(32), bytes(32), bytes(900), bytes(900))
            raw.execute("INSERT INTO revision VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?)", row)
        journal_of(filled).write_bytes(journal_of(other).read_bytes())
        raw.execute("ROLLBACK")
    with (
        contextlib.suppress(DictamenError),  # refused
        Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book,
    ):
        assert book.verify() != [] or len(book.worklist()) == CASES


@pytest.mark.parametrize("content", [b"", b"no journal at all", bytes(8192)])
def test_a_journal_that_says_nothing_is_passed_over(filled: Path, content: bytes) -> None:
    journal_of(filled).write_bytes(content)
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        assert len(book.worklist()) == CASES
        assert book.verify() == []
        assert book.save({"number": 99}, "C-NEW").rev == 1

"""What was changed behind the casebook's back is found, and named."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import Casebook, Trouble
from app.casebook.file import FILE_NAME
from app.casebook.sealing import Place
from app.casebook.slot_table import slots
from app.errors import DictamenError
from app.people import Person
from tests.app.casebook.conftest import ANA, INES

Unlock = Callable[[Person], Casebook]

DROP = "DROP TRIGGER revision_is_kept; DROP TRIGGER revision_is_final"
SWAP = """
    UPDATE revision SET seq = -1 WHERE seq = 5; UPDATE revision SET seq = 5 WHERE seq = 6;
    UPDATE revision SET seq = 6 WHERE seq = -1"""
OUT_OF_ORDER = """
    INSERT INTO revision SELECT -4, case_id, rev, link, site, hash, link, cover, body
    FROM revision WHERE seq = 4"""
REPLAY = """
    INSERT INTO revision SELECT 12, case_id, rev, link, site, hash, link, cover, body
    FROM revision WHERE seq = 5"""


@pytest.fixture
def filled(home: Path, unlock: Unlock) -> Path:
    """Revisions 1 to 3 let three people in; 4 to 11 are two revisions of four cases."""
    with unlock(ANA) as book:
        for number in range(4):
            book.save({"v": 1, "number": number}, f"C-{number}")
        for number in range(4):
            book.save({"v": 2, "number": number}, f"C-{number}", rev=1)
    return home


def tamper(home: Path, script: str, *parameters: bytes) -> None:
    with closing(sqlite3.connect(home / FILE_NAME)) as raw, raw:
        for statement in script.split(";"):
            raw.execute(statement, parameters if "?" in statement else ())


def first_trouble(unlock: Unlock) -> Trouble:
    return unlock(ANA).verify()[0]


@pytest.mark.usefixtures("filled")
def test_a_whole_casebook_has_no_troubles(unlock: Unlock) -> None:
    assert unlock(INES).verify() == []


def test_revisions_can_be_neither_changed_nor_deleted(filled: Path) -> None:
    for statement in ("UPDATE revision SET rev = 9", "DELETE FROM revision"):
        with pytest.raises(sqlite3.IntegrityError, match="revisions are"):
            tamper(filled, statement)


@pytest.mark.parametrize(
    ("script", "seq", "words"),
    [
        ("UPDATE revision SET body = zeroblob(900) WHERE seq = 5", 5, "changed after it was saved"),
        ("UPDATE revision SET cover = cover || x'FF' WHERE seq = 6", 6, "damaged"),
        ("UPDATE revision SET rev = -7 WHERE seq = 6", 6, "changed after it was saved"),
        ("UPDATE revision SET site = zeroblob(8) WHERE seq = 7", 7, "changed after it was saved"),
        ("UPDATE revision SET hash = zeroblob(32) WHERE seq = 7", 7, "changed after it was saved"),
        ("UPDATE revision SET link = zeroblob(32) WHERE seq = 7", 7, "not the revision that was saved here"),
        ("UPDATE revision SET body = 'text' WHERE seq = 8", 8, "damaged"),
        ("DELETE FROM revision WHERE seq = 5", 6, "before it, 5 is missing"),
        ("DELETE FROM revision WHERE seq IN (5, 6)", 7, "before it, 5 to 6 is missing"),
        ("UPDATE revision SET seq = 20 WHERE seq = 5", 6, "before it, 5 is missing"),
        (SWAP, 5, "not the revision that was saved here"),
        (REPLAY, 12, "changed after it was saved"),
        (OUT_OF_ORDER, -4, "out of order"),
    ],
)  # fmt: skip
def test_a_tampered_row_is_found_and_named(
    filled: Path, unlock: Unlock, script: str, seq: int, words: str
) -> None:
    tamper(filled, f"{DROP};{script}")
    found = first_trouble(unlock)
    assert (found.seq, words in found.problem) == (seq, True), str(found)


def test_a_recomputed_hash_does_not_help_without_the_key(filled: Path, unlock: Unlock) -> None:
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw:
        place = Place(*raw.execute("SELECT case_id, rev, prev, site FROM revision WHERE seq = 5").fetchone())
    cover, body = b"a forged cover", b"a forged body"
    tamper(filled, DROP)
    forged = "UPDATE revision SET cover = ?, body = ?, hash = ? WHERE seq = 5"
    tamper(filled, forged, cover, body, place.hash(cover, body))
    assert "not the revision that was saved here" in first_trouble(unlock).problem


def test_the_newest_rows_cut_off_show_in_the_header(filled: Path, unlock: Unlock) -> None:
    tamper(filled, DROP)
    tamper(filled, "DELETE FROM revision WHERE seq > 9")
    assert "should go on after 9" in first_trouble(unlock).problem


def test_dropped_triggers_are_found(filled: Path, unlock: Unlock) -> None:
    tamper(filled, DROP)
    assert "triggers" in first_trouble(unlock).problem


def test_an_older_copy_in_its_place_shows_beside_a_witness(filled: Path, unlock: Unlock) -> None:
    older = (filled / FILE_NAME).read_bytes()
    with unlock(ANA) as book:
        saved = book.save({"v": 3}, "C-0", rev=2)
        witness = (saved.seq, saved.link)
        assert book.verify(witness) == []
    (filled / FILE_NAME).write_bytes(older)
    with unlock(ANA) as book:
        assert book.verify() == []
        assert "the witness saw revision 12" in book.verify(witness)[0].problem
        book.save({"v": "another history"}, "C-0", rev=2)
        assert "another than the witness saw" in book.verify(witness)[0].problem


def test_a_changed_slot_is_found(filled: Path, unlock: Unlock) -> None:
    book = unlock(ANA)
    others = next(slot for slot in slots(book._file) if slot.fingerprint != book._opened.slot.fingerprint)
    tamper(filled, "UPDATE slot SET data_box = zeroblob(60) WHERE holder = ?", others.holder)
    told = "\n".join(map(str, book.verify()))
    assert "the way in of" in told
    assert "does not know: 1" in told


def test_an_exchanged_slot_opens_nothing(filled: Path, unlock: Unlock) -> None:
    slot = unlock(ANA)._opened.slot
    tamper(filled, "UPDATE slot SET holder = zeroblob(16) WHERE tag = ?", slot.tag)
    with pytest.raises(DictamenError, match="changed on the disk"):
        unlock(ANA)


def test_one_damaged_case_leaves_the_others_readable(filled: Path, unlock: Unlock) -> None:
    tamper(filled, DROP)
    tamper(filled, "UPDATE revision SET cover = zeroblob(80) WHERE seq = 9")
    book = unlock(ANA)
    assert [row.case_id for row in book.worklist()] == ["C-3", "C-2", "C-0"]
    assert any("1 cases are damaged" in warning for warning in book.warnings)
    assert book.get("C-2").document["number"] == 2
    with pytest.raises(DictamenError, match="cases verify"):
        book.get("C-1")
    assert book.revision("C-1", 1).document["v"] == 1

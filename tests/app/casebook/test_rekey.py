"""A new data key: nothing is lost whenever it is killed, the old key opens nothing, old witnesses verify."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import (
    Busy,
    Casebook,
    Damaged,
    KeyChanged,
    NotAllowed,
    NotLetIn,
    NotSaved,
    StaleSave,
    TroubleKind,
    WitnessFit,
    patience,
)
from app.casebook.book import utc_now
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.keys import open_slot
from app.casebook.recovery import RecoveryDoor
from app.casebook.rekey import Cancelled
from app.casebook.sealing import Revision, Sealer
from app.casebook.slot_table import slots
from app.identity import certificate_pem
from app.people import Person, Role
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN, cover

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


def test_everything_is_as_before_under_another_key(filled: Path, unlock: Unlock) -> None:
    before = contents(filled)
    with unlock(ANA) as book:
        old_key = book._opened.data_key
        certificate = certificate_pem(book.identity(PASSPHRASES[ANA]))
        raw_before = book._file.query("SELECT cover, body, case_id FROM revision")
        newest = book.data_version
        assert book.rekey.run(batch=7) == newest
    on_disk = (filled / FILE_NAME).read_bytes()
    assert not [part for row in raw_before for part in row if part in on_disk]
    assert not (filled / f"{FILE_NAME}-journal").exists()
    for person in (ANA, INES, QUINN):
        assert contents(filled, person) == before
    with unlock(ANA) as book:
        assert book._opened.data_key != old_key
        assert certificate_pem(book.identity(PASSPHRASES[ANA])) == certificate
        book.save({"v": 3}, "C-1", rev=2)
        assert book.verify() == []


def test_it_can_be_done_again_and_again_and_by_another_administrator(filled: Path, unlock: Unlock) -> None:
    before = contents(filled)
    with unlock(ANA) as book:
        book.staff.set_role(INES.name, Role.PHYSICIAN, administers=True)
    for person in (ANA, ANA, INES, ANA):
        with unlock(person) as book:
            book.rekey.run(batch=5)
    assert contents(filled, QUINN)[CASES:] == before[CASES:]  # Quinn missed four keys


@pytest.mark.usefixtures("filled")
def test_witnesses_of_any_age_still_verify(unlock: Unlock) -> None:
    seen = []
    for _ in range(3):
        with unlock(ANA) as book:
            seen.append((book.history("C-3")[1].seq, book.history("C-3")[1].link))
            book.rekey.run()
    with unlock(ANA) as book:
        assert len({link for _, link in seen}) == 3
        for witness in seen:
            assert book.verify(witness) == []
            assert book.witness_fits(witness) is WitnessFit.FITS_BEFORE_REKEY
        seq, link = seen[0]
        assert "rewritten" in str(book.verify((seq, link[::-1]))[0])
        assert "rewritten" in str(book.verify((seq - 1, link))[0])


def test_who_left_and_knows_the_old_key_opens_nothing(filled: Path, unlock: Unlock) -> None:
    with unlock(INES) as leaving:
        known = leaving._opened
    with unlock(ANA) as book:
        book.staff.retire(INES.name)
        book.rekey.run()
    with pytest.raises(NotLetIn):
        Casebook.unlock(filled, INES.name, PASSPHRASES[INES])
    with closing(CasebookFile.open(filled / FILE_NAME)) as file:
        assert known.slot.holder not in {slot.holder for slot in slots(file)}
        assert file.query("SELECT count(*) FROM rekey") == [(0,)]
        rows = file.query("SELECT seq, case_id, rev, prev, site, hash, link, cover, body FROM revision")
    old = Sealer(known.data_key)
    for revision in (Revision(*row) for row in rows):
        with pytest.raises(Damaged):
            old.open_packed(revision.place, revision.cover, revision.body)


def test_the_recovery_key_outlives_a_new_key(filled: Path, unlock: Unlock) -> None:
    with unlock(ANA) as book:
        code = book.recovery.make()
        book.rekey.run()
    with RecoveryDoor.open(filled, code, utc_now) as door:
        door.set_passphrase(ANA.name, "seven blue lamps")
    with Casebook.unlock(filled, ANA.name, "seven blue lamps") as again:
        assert again.verify() == []


@pytest.mark.usefixtures("filled")
def test_others_work_on_meanwhile_and_sign_in_again_afterwards(unlock: Unlock) -> None:
    admin, other = unlock(ANA), unlock(INES)
    saved = []

    def work(done: int, _total: int) -> None:
        if done:
            saved.append(other.save({"number": done, "member": "meanwhile"}).case_id)

    admin.rekey.run(work, batch=4)
    assert len(saved) > 3
    for use in (
        lambda: other.save({}, "C-x"),
        lambda: other.get("C-1"),
        other.worklist,
        lambda: other.history("C-1"),
        lambda: admin.get("C-1"),
    ):
        with pytest.raises(KeyChanged, match="got a new key since you signed in; sign in again"):
            use()
    again = unlock(INES)
    assert {row.case_id for row in again.worklist()} >= set(saved)
    with pytest.raises(StaleSave):
        again.save({}, "C-1", rev=1)
    assert again.verify() == []


def test_cancelled_it_leaves_the_casebook_as_it_was(filled: Path, unlock: Unlock) -> None:
    before = contents(filled)
    admin = unlock(ANA)
    key = admin._opened.data_key

    def cancel(done: int, _total: int) -> None:
        if done > 10:
            raise Cancelled

    with pytest.raises(Cancelled):
        admin.rekey.run(cancel, batch=4)
    assert admin.rekey.begun() is None
    assert admin._file.query("SELECT (SELECT count(*) FROM revision_next), (SELECT count(*) FROM rekey)") == [
        (0, 0)
    ]
    admin.get("C-1")
    assert admin._opened.data_key == key
    assert contents(filled) == before


def test_begun_work_is_told_and_taken_up_or_undone(filled: Path, unlock: Unlock) -> None:
    before = contents(filled)
    admin = unlock(ANA)

    def stop(done: int, _total: int) -> None:
        if done >= 8:
            raise RuntimeError("killed")

    for ends in (admin.rekey.undo, admin.rekey.run):
        with pytest.raises(RuntimeError):
            admin.rekey.run(stop, batch=4)
        begun = admin.rekey.begun()
        assert begun is not None
        assert (begun.done, begun.total) == (8, admin.data_version)
        assert contents(filled) == before
        ends()
    assert unlock(ANA).rekey.begun() is None
    assert contents(filled) == before


@pytest.mark.usefixtures("filled")
def test_another_administrator_begins_anew_where_they_were_none(unlock: Unlock) -> None:
    admin = unlock(ANA)

    def stop(done: int, _total: int) -> None:
        if done >= 8:
            raise RuntimeError("killed")

    with pytest.raises(RuntimeError):
        admin.rekey.run(stop, batch=4)
    admin.staff.set_role(INES.name, Role.PHYSICIAN, administers=True)
    unlock(INES).rekey.run(batch=4)
    assert unlock(QUINN).verify() == []


@pytest.mark.usefixtures("filled")
def test_a_begun_key_is_given_up_when_an_administrator_leaves(unlock: Unlock) -> None:
    admin = unlock(ANA)
    admin.staff.set_role(INES.name, Role.PHYSICIAN, administers=True)

    def stop(done: int, _total: int) -> None:
        if done >= 8:
            raise RuntimeError("killed")

    for person, is_given_up in ((QUINN, False), (INES, True)):
        with pytest.raises(RuntimeError):
            admin.rekey.run(stop, batch=4)
        admin.staff.retire(person.name)
        assert (admin.rekey.begun() is None) is is_given_up
    assert unlock(ANA).verify() == []


def test_only_who_administers_gives_a_new_key(unlock: Unlock) -> None:
    for act in (unlock(INES).rekey.run, unlock(QUINN).rekey.undo):
        with pytest.raises(NotAllowed):
            act()


def test_failed_attempts_meanwhile_are_not_lost(filled: Path, unlock: Unlock) -> None:
    admin = unlock(ANA)
    with pytest.raises(NotLetIn):
        Casebook.unlock(filled, ANA.name, "something wrong")
    admin.rekey.run()
    again = unlock(ANA)
    assert "failed to unlock" in [entry.action for entry in again.trail()]
    assert again.verify() == []


def test_a_full_disk_stops_it_and_it_goes_on_later(filled: Path, unlock: Unlock) -> None:
    before = contents(filled)
    with unlock(ANA) as admin:
        pages = admin._file.query("PRAGMA page_count")[0][0]
        admin._file.query(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(NotSaved, match="disk is full"):
            admin.rekey.run(batch=4)
    assert contents(filled) == before
    with unlock(ANA) as admin:
        assert admin.rekey.begun() is not None
        admin.rekey.run()
    assert contents(filled) == before


def test_a_file_held_by_another_program_stops_it_and_it_goes_on_later(
    filled: Path, unlock: Unlock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(filled)
    monkeypatch.setattr(patience, "BUSY_SECONDS", 0.05)
    admin = unlock(ANA)
    with closing(sqlite3.connect(filled / FILE_NAME, isolation_level=None)) as other:

        def hold(done: int, _total: int) -> None:
            if done == 8:
                other.execute("BEGIN IMMEDIATE")

        with pytest.raises(Busy):
            admin.rekey.run(hold, batch=4)
        other.execute("ROLLBACK")
        admin.rekey.run(batch=4)
    assert contents(filled) == before


def test_a_damaged_revision_stops_it_before_anything_changed(filled: Path, unlock: Unlock) -> None:
    admin = unlock(ANA)
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
        raw.execute("DROP TRIGGER revision_is_final")
        raw.execute("UPDATE revision SET body = zeroblob(90) WHERE seq = 9")
    with pytest.raises(Damaged):
        admin.rekey.run(batch=4)
    assert admin.rekey.begun() is None
    assert admin.get("C-0").document["v"] == 2


def test_what_was_damaged_after_it_was_sealed_anew_never_counts(filled: Path, unlock: Unlock) -> None:
    before = contents(filled)
    admin = unlock(ANA)

    def damage(done: int, _total: int) -> None:
        if done == 12:
            with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
                raw.execute("UPDATE revision_next SET body = zeroblob(90) WHERE seq = 9")

    with pytest.raises(Damaged, match="nothing was changed"):
        admin.rekey.run(damage, batch=4)
    assert contents(filled) == before


@pytest.mark.parametrize("table", ["handover", "rekey", "attempt"])
def test_foreign_rows_beside_the_chain_are_found(filled: Path, unlock: Unlock, table: str) -> None:
    unlock(ANA).rekey.run()
    book = unlock(ANA)
    row = {"handover": "(7, x'00', x'00')", "rekey": "(x'00', x'00', x'00')", "attempt": "(7, x'00')"}[table]
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
        raw.execute(f"INSERT INTO {table} VALUES {row}")  # noqa: S608  # of this test
    assert TroubleKind.WAY_IN in [trouble.kind for trouble in book.verify()]


def test_a_casebook_under_a_key_of_somebody_elses_choice_is_not_opened(filled: Path, unlock: Unlock) -> None:
    """Who writes the file can seal any key to a public key; the person's own memory of the last one tells."""
    opened = unlock(INES)._opened
    forged = opened.slot.with_data_key(os.urandom(32), 1)
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
        raw.execute("UPDATE slot SET data_box = ? WHERE tag = ?", (forged.data_box, forged.tag))
    with pytest.raises(Damaged, match="changed on the disk"):
        Casebook.unlock(filled, INES.name, PASSPHRASES[INES])
    later = opened.slot.with_data_key(os.urandom(32), 2)
    with pytest.raises(Damaged):
        open_slot(INES.name, PASSPHRASES[INES], [later], 2, {2: os.urandom(60)})


REKEY = """
import pathlib, sys
from app.casebook import Casebook
home, name, passphrase = sys.argv[1:]
with Casebook.unlock(pathlib.Path(home), name, passphrase) as book:
    print("unlocked", flush=True)
    book.rekey.run(batch=2)
    print("done", flush=True)
"""


def test_killed_at_any_moment_nothing_is_lost(filled: Path) -> None:
    before = contents(filled)
    chance = random.Random(20261124)  # noqa: S311  # moments, no secrets
    finished = cut_off = 0
    for _ in range(15):
        command = [sys.executable, "-c", REKEY, str(filled), ANA.name, PASSPHRASES[ANA]]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.12))
            process.kill()
            if "done" in process.stdout.read():
                finished += 1
            else:
                cut_off += 1
        assert contents(filled) == before
    assert cut_off > 2
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        book.rekey.run()
    assert contents(filled) == before


class Killed(BaseException):
    """Stands for the end of the process at a fault point."""


def test_cut_off_at_every_statement_nothing_is_lost(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each write of the whole work in turn is the last one that reached the disk."""
    before = contents(filled)
    whole = (filled / FILE_NAME).read_bytes()
    last = 0
    while not finishes(filled, last, monkeypatch):
        assert contents(filled) == before
        (filled / FILE_NAME).write_bytes(whole)
        last += 1
    assert last > 40
    assert contents(filled) == before


def finishes(home: Path, last: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether so many statements are enough to get a new key."""
    write, count = CasebookFile.write, 0

    def cut(file: CasebookFile, sql: str, parameters: Sequence[object] = ()) -> int:
        nonlocal count
        count += 1
        if count > last:
            raise Killed
        return write(file, sql, parameters)

    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book, monkeypatch.context() as patched:
        patched.setattr(CasebookFile, "write", cut)
        try:
            book.rekey.run(batch=10)
        except Killed:
            return False
        return True

"""A new data key: everything is as before, the old key opens nothing, old witnesses verify."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import (
    Casebook,
    Damaged,
    KeyChanged,
    NotAllowed,
    NotLetIn,
    StaleSave,
    TroubleKind,
    WitnessFit,
)
from app.casebook.book import utc_now
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.keys import open_slot
from app.casebook.recovery import RecoveryDoor
from app.casebook.sealing import Revision, Sealer
from app.casebook.slot_table import slots
from app.identity import certificate_pem
from app.people import Person, Role
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN
from tests.app.casebook.rekey.conftest import CASES, contents

Unlock = Callable[[Person], Casebook]


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


@pytest.mark.parametrize("table", ["handover", "rekey", "attempt"])
def test_foreign_rows_beside_the_chain_are_found(filled: Path, unlock: Unlock, table: str) -> None:
    unlock(ANA).rekey.run()
    book = unlock(ANA)
    rows = {"handover": "(7, x'00', x'00')", "rekey": "(x'00', x'00', x'00')", "attempt": "(7, 7, x'00')"}
    with closing(sqlite3.connect(filled / FILE_NAME)) as raw, raw:
        raw.execute(f"INSERT INTO {table} VALUES {rows[table]}")  # noqa: S608  # of this test
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

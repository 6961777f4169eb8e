"""A new data key that is stopped, by a person or by trouble: told, taken up, or undone."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook import Busy, Casebook, Damaged, NotSaved, patience
from app.casebook.file import FILE_NAME
from app.casebook.rekey import Cancelled
from app.people import Person, Role
from tests.app.casebook.conftest import ANA, INES, QUINN
from tests.app.casebook.rekey.conftest import Stop, contents, stop_at

Unlock = Callable[[Person], Casebook]


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

    for ends in (admin.rekey.undo, admin.rekey.run):
        with pytest.raises(Stop):
            admin.rekey.run(stop_at(8), batch=4)
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

    with pytest.raises(Stop):
        admin.rekey.run(stop_at(8), batch=4)
    admin.staff.set_role(INES.name, Role.PHYSICIAN, administers=True)
    unlock(INES).rekey.run(batch=4)
    assert unlock(QUINN).verify() == []


@pytest.mark.usefixtures("filled")
def test_a_begun_key_is_given_up_when_an_administrator_leaves(unlock: Unlock) -> None:
    admin = unlock(ANA)
    admin.staff.set_role(INES.name, Role.PHYSICIAN, administers=True)

    for person, is_given_up in ((QUINN, False), (INES, True)):
        with pytest.raises(Stop):
            admin.rekey.run(stop_at(8), batch=4)
        admin.staff.retire(person.name)
        assert (admin.rekey.begun() is None) is is_given_up
    assert unlock(ANA).verify() == []


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

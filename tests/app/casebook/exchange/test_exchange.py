"""Exchange between sites: what arrives is what was sent, once, whole, and shown as theirs."""

import pytest

from app.casebook import Casebook
from app.casebook.unpacking import MissingRevisions, Unpacked
from tests.app.casebook.conftest import INES, PASSPHRASES
from tests.app.casebook.sites_of_a_test import PASSPHRASE, At, letters_of, sent, site_after_a_loss


def test_a_case_arrives_with_its_history_and_is_shown_as_theirs(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", "added", step=1)
    norte.save("C-1", "answered", step=2)
    norte.save("C-2", step=1)
    parcel = sent(norte, sur, ["C-1"])
    assert b"C-1" not in parcel.read_bytes()
    assert parcel.stat().st_mode & 0o777 == 0o600
    done = sur.exchange.unpack(parcel)
    assert (done.cases, done.forked, done.repeated, done.actor) == ({"C-1": 2}, [], None, "Ana Norte Sample")
    theirs, mine = norte.book.history("C-1"), sur.book.history("C-1")
    assert [entry.action for entry in mine] == ["added", "answered"]
    assert [entry.actor for entry in mine] == ["Ana Norte Sample (Norte)"] * 2
    assert [(e.origin.actor, e.origin.at) for e in mine if e.origin] == [(e.actor, e.at) for e in theirs]
    assert sur.book.get("C-1").document == norte.book.get("C-1").document
    assert [row.case_id for row in sur.book.worklist()] == ["C-1"]
    assert sur.ids("C-1") == norte.ids("C-1")
    assert sur.book.verify() == norte.book.verify() == []


def test_only_what_the_other_site_lacks_is_packed_once_it_has_answered(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    norte.save("C-2", step=1)
    sur.exchange.unpack(sent(norte, sur))
    sur.save("C-1", step=2)
    done = norte.exchange.unpack(sent(sur, norte))
    assert done.cases == {"C-1": 1}
    assert norte.pack(sur) is None
    norte.save("C-1", step=3)
    done = sur.exchange.unpack(sent(norte, sur))
    assert done.cases == {"C-1": 1}
    assert norte.tips("C-1") == sur.tips("C-1")


def test_what_was_lost_on_the_way_is_packed_again(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    sent(norte, sur).unlink()
    assert sur.exchange.unpack(sent(norte, sur)).cases == {"C-1": 1}


def test_a_parcel_that_was_unpacked_changes_nothing(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    parcel = sent(norte, sur)
    sur.exchange.unpack(parcel)
    before = sur.book.data_version
    again = sur.exchange.unpack(parcel)
    assert again.repeated is not None
    assert again.repeated.actor == "Ana Sur Sample"
    assert sur.book.data_version == before


def test_two_people_who_unpack_at_once_take_it_once(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    norte.save("C-2", step=1)
    parcel = sent(norte, sur)
    sur.book.add_person(INES, PASSPHRASES[INES])
    quicker: list[Unpacked] = []
    with Casebook.unlock(sur.home, INES.name, PASSPHRASES[INES]) as ines:

        def meanwhile(_done: int) -> None:
            if not quicker:
                quicker.append(ines.exchange(letters_of).unpack(parcel))

        slower = sur.exchange.unpack(parcel, meanwhile)
    assert quicker[0].cases == {"C-1": 1, "C-2": 1}
    assert slower.cases == {}
    assert slower.repeated is not None
    assert slower.repeated.actor == INES.name
    told = [line.actor for line in sur.book.trail() if line.action == "parcel unpacked"]
    assert told == [INES.name] * 2  # the event and the step, each once
    assert sur.book.verify() == []


def test_what_somebody_packed_who_left_since_is_taken_under_their_name(two: list[At]) -> None:
    norte, sur = two
    norte.book.add_person(INES, PASSPHRASES[INES])
    with Casebook.unlock(norte.home, INES.name, PASSPHRASES[INES]) as ines:
        ines.save({"member": "M 1"}, "C-1", 0, "added")
        ines.exchange(letters_of).pack("Sur", norte.folder / "last")
    norte.book.staff.retire(INES.name)
    norte.book.rekey.run()  # the casebook has another key; the parcel is sealed by the sites' own
    norte.book.close()
    norte.book = Casebook.unlock(norte.home, "Ana Norte Sample", PASSPHRASE)
    assert sur.exchange.unpack(norte.folder / "last").actor == INES.name
    (entry,) = sur.book.history("C-1")
    assert entry.actor == f"{INES.name} (Norte)"
    norte.save("C-1", step=2)
    assert sur.exchange.unpack(sent(norte, sur)).cases == {"C-1": 1}
    sur.save("C-1", step=3)
    assert norte.exchange.unpack(sent(sur, norte)).cases == {"C-1": 1}
    assert norte.book.verify() == sur.book.verify() == []


def test_an_old_parcel_brings_back_nothing_that_was_settled_since(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    sur.exchange.unpack(sent(norte, sur))
    norte.save("C-1", at="norte")
    sur.save("C-1", at="sur")
    fresh, late = sent(norte, sur), sent(norte, sur)  # the same revisions, under two numbers
    assert sur.exchange.unpack(fresh).forked == ["C-1"]
    sur.book.forks.settle(sur.book.forks.find("C-1"), {"member": "M 1", "settled": True})
    before = sur.book.history("C-1")
    assert sur.exchange.unpack(fresh).repeated is not None
    done = sur.exchange.unpack(late)
    assert (done.repeated, done.cases, done.forked) == (None, {}, [])
    assert sur.book.history("C-1") == before
    assert list(sur.book.forks.rows()) == []


def test_what_the_parcel_builds_on_is_asked_for(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    sur.exchange.unpack(sent(norte, sur))
    sur.save("C-2", step=1)
    norte.exchange.unpack(sent(sur, norte))
    norte.save("C-1", step=2)
    missed = sent(norte, sur)
    sur.exchange.unpack(missed)
    sur.save("C-2", step=2)
    norte.exchange.unpack(sent(sur, norte))  # acknowledges what is then lost
    norte.save("C-1", step=3)
    later = sent(norte, sur)
    with site_after_a_loss(sur) as lost:
        # the restored casebook has the keys of the site, and none of its cases
        with pytest.raises(MissingRevisions) as caught:
            lost.exchange.unpack(later)
        assert caught.value.case_ids == ["C-1"]
        assert lost.book.worklist() == []
        listed = lost.folder / "list"
        assert lost.exchange.write_list("Norte", listed, caught.value.case_ids) == 1
        parcel = norte.pack(sur, ["C-1"], have=listed)
        assert parcel is not None
        assert lost.exchange.unpack(parcel).cases == {"C-1": 3}
        whole = lost.folder / "whole"
        lost.exchange.write_list("Norte", whole)
        rest = norte.pack(sur, have=whole)
        assert rest is not None
        assert lost.exchange.unpack(rest).cases == {"C-2": 2}
        assert lost.tips("C-1") == norte.tips("C-1")

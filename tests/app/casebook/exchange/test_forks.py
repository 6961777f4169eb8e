"""Cases that two sites changed: shown, kept apart, and settled by a person."""

import pytest

from app.casebook import Casebook, Forked, StaleSave
from app.casebook.retention_rules import Rules
from tests.app.casebook.conftest import INES, PASSPHRASES
from tests.app.casebook.sites_of_a_test import PASSPHRASE, At, letters_of, sent


def forked(norte: At, sur: At) -> None:
    norte.save("C-1", step=1)
    sur.exchange.unpack(sent(norte, sur))
    norte.save("C-1", at="norte")
    sur.save("C-1", at="sur")
    assert sur.exchange.unpack(sent(norte, sur)).forked == ["C-1"]
    norte.exchange.unpack(sent(sur, norte))


def test_two_versions_wait_for_a_person(two: list[At]) -> None:
    norte, sur = two
    forked(norte, sur)
    for site in two:
        assert [row.case_id for row in site.book.forks.rows()] == ["C-1"]
        with pytest.raises(Forked):
            site.save("C-1", at="nowhere")
        fork = site.book.forks.find("C-1")
        assert {tip.stored.document["at"] for tip in fork.tips} == {"norte", "sur"}
        assert fork.common is not None
        assert fork.common.stored.document["step"] == 1
        assert site.book.verify() == []
    fork = sur.book.forks.find("C-1")
    sur.book.forks.settle(fork, {"member": "M 1", "at": "both"})
    assert sur.book.forks.rows() == []
    with pytest.raises(StaleSave):
        sur.book.forks.settle(fork, {"member": "M 1", "at": "again"})
    norte.exchange.unpack(sent(sur, norte))
    assert norte.book.forks.rows() == []
    assert norte.book.get("C-1").document["at"] == "both"
    norte.save("C-1", step=9)
    assert norte.book.verify() == []


def test_the_same_number_made_at_two_sites_is_a_fork(two: list[At]) -> None:
    norte, sur = two
    norte.save("C-1", at="norte")
    sur.save("C-1", at="sur")
    assert sur.exchange.unpack(sent(norte, sur)).forked == ["C-1"]
    assert sur.book.forks.find("C-1").common is None
    assert sur.book.verify() == []


def test_a_new_key_and_a_purge_keep_what_came_from_elsewhere_right(two: list[At]) -> None:
    norte, sur = two
    forked(norte, sur)
    ids, tips = sur.ids("C-1"), sur.tips("C-1")
    sur.book.rekey.run()
    sur.book.close()
    sur.book = Casebook.unlock(sur.home, "Ana Sur Sample", PASSPHRASE)
    assert (sur.ids("C-1"), sur.tips("C-1")) == (ids, tips)
    assert sur.book.verify() == []
    assert [row.case_id for row in sur.book.forks.rows()] == ["C-1"]
    norte.save("C-2", step=1)
    assert sur.exchange.unpack(sent(norte, sur)).cases == {"C-2": 1}
    sur.book.add_person(INES, PASSPHRASES[INES])
    at_once = Rules(years=lambda _row: 0, belongings=letters_of)
    retention = sur.book.retention(at_once)
    assert [case.row.case_id for case in retention.past()] == ["C-2"]  # a fork is settled first
    sur.book.forks.settle(sur.book.forks.find("C-1"), {"member": "M 1", "settled": True})
    proposal = retention.propose(["C-1"])
    with Casebook.unlock(sur.home, INES.name, PASSPHRASES[INES]) as ines:
        ines.retention(at_once).confirm(proposal.number)
    norte.book.forks.settle(norte.book.forks.find("C-1"), {"member": "M 1", "settled": True})
    norte.save("C-2", step=2)
    done = sur.exchange.unpack(sent(norte, sur, ["C-1", "C-2"]))
    assert (done.cases, done.purged) == ({"C-2": 1}, 1)
    assert [row.case_id for row in sur.book.worklist()] == ["C-2"]
    assert sur.book.verify() == []
    sur.save("C-2", step=3)
    assert norte.exchange.unpack(sent(sur, norte)).cases == {"C-2": 1}
    sur.book.rekey.run()
    sur.book.close()
    sur.book = Casebook.unlock(sur.home, "Ana Sur Sample", PASSPHRASE)
    assert sur.book.verify() == []
    norte.save("C-1", step=9)
    done = sur.exchange.unpack(sent(norte, sur, ["C-1"]))
    assert (done.cases, done.purged) == ({}, 1), "under the new key too, a purged case stays purged"

"""Exchange between sites: what arrives is what was sent, once, whole, and shown as theirs."""

import io
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from app.casebook import Casebook, Forked, NotAllowed, StaleSave
from app.casebook.parcel_records import ParcelRefused
from app.casebook.retention_rules import Rules
from app.casebook.unpacking import MissingRevisions, Unpacked
from app.errors import DictamenError, InvalidInput
from app.people import Person, Role
from tests.app.casebook.conftest import INES, PASSPHRASES
from tests.app.casebook.sites_of_a_test import PASSPHRASE, At, letters_of, sites


@pytest.fixture
def two(tmp_path: Path) -> Iterator[list[At]]:
    with sites(tmp_path) as made:
        yield made


def sent(one: At, other: At, case_ids: list[str] | None = None) -> Path:
    path = one.pack(other, case_ids)
    assert path is not None
    return path


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
    with sites_after_a_loss(sur) as lost:
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


class sites_after_a_loss:  # noqa: N801  # used as a function
    """The site as it is when its casebook is lost and made again under the same keys."""

    def __init__(self, site: At) -> None:
        self._site = site

    def __enter__(self) -> At:
        key = self._site.book.sites.require_own().key
        lost = At("lost", self._site.folder / "lost")
        for other in self._site.book.sites.trusted():
            lost.book.sites.trust(other.card)
        document = lost.book.sites._document()
        document["own"] = {"name": self._site.name, "key": key.hex()}
        with lost.book._file.transaction():
            lost.book.sites._save(document, "site named", self._site.book.sites.require_own().site)
        self._lost = lost
        return lost

    def __exit__(self, *_: object) -> None:
        self._lost.book.close()


# ---------------------------------------------------------------- refused whole


def test_every_changed_byte_is_noticed_and_nothing_is_taken(two: list[At], tmp_path: Path) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    genuine = sent(norte, sur).read_bytes()
    before = sur.book.data_version
    changed = tmp_path / "changed"
    for place in range(len(genuine)):
        changed.write_bytes(genuine[:place] + bytes([genuine[place] ^ 1]) + genuine[place + 1 :])
        with pytest.raises(ParcelRefused):
            sur.exchange.unpack(changed)
    for length in (*range(0, len(genuine), 7), len(genuine) - 1):
        changed.write_bytes(genuine[:length])
        with pytest.raises(ParcelRefused):
            sur.exchange.unpack(changed)
    changed.write_bytes(genuine + b"\0")
    with pytest.raises(ParcelRefused):
        sur.exchange.unpack(changed)
    assert sur.book.data_version == before
    changed.write_bytes(genuine)
    assert sur.exchange.unpack(changed).cases == {"C-1": 1}


def test_parcels_for_others_and_from_strangers_are_refused(tmp_path: Path) -> None:
    with sites(tmp_path, 3) as (norte, sur, este):
        norte.save("C-1", step=1)
        for_sur = sent(norte, sur)
        with pytest.raises(ParcelRefused, match="another site"):
            este.exchange.unpack(for_sur)
        sur.book.sites.drop("Norte")
        with pytest.raises(ParcelRefused, match="no administrator entered"):
            sur.exchange.unpack(for_sur)
        assert sur.book.worklist() == []
        own = norte.book.sites.renew().site
        sur.book.sites.trust(own.card)
        with pytest.raises(ParcelRefused, match="no administrator entered"):
            sur.exchange.unpack(for_sur)  # signed with the keys that were given up
        assert sur.exchange.unpack(sent(norte, sur)).cases == {"C-1": 1}
        assert not list(este.folder.glob("home/attachments/*"))


def test_a_site_that_lies_about_its_name_is_not_taken_for_another(tmp_path: Path) -> None:
    with sites(tmp_path, 3) as (norte, sur, este):
        norte.save("C-1", step=1)
        stolen = sent(norte, sur).read_bytes()
        # Este signs what Norte sealed: the box is bound to the sender
        own = este.book.sites.require_own()
        norte_id = norte.book.sites.require_own().site.key_id.encode()
        body = stolen[:-64].replace(norte_id, own.site.key_id.encode())
        forged = tmp_path / "forged"
        forged.write_bytes(body + own.sign(b"dictamen parcel signature 1" + sha256(body).digest()))
        with pytest.raises(ParcelRefused, match="not as it was packed"):
            sur.exchange.unpack(forged)


def test_quality_assurance_neither_packs_nor_unpacks(two: list[At], tmp_path: Path) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    parcel = sent(norte, sur)
    sur.book.add_person(Person("Quinn Sample", Role.QA, "QA-00000"), "quinn's passphrase")
    with Casebook.unlock(sur.home, "Quinn Sample", "quinn's passphrase") as book:
        exchange = book.exchange(lambda _document: ())
        with pytest.raises(NotAllowed):
            exchange.unpack(parcel)
        with pytest.raises(NotAllowed):
            exchange.pack("Norte", tmp_path / "p")
        with pytest.raises(NotAllowed):
            exchange.write_list("Norte", tmp_path / "p")
        with pytest.raises(NotAllowed):
            book.sites.renew()


def test_what_cannot_be_packed_is_said_in_one_line(two: list[At], tmp_path: Path) -> None:
    norte, sur = two
    norte.save("C-1", step=1)
    with pytest.raises(InvalidInput, match="Sur"):
        norte.pack(At("Oeste", tmp_path / "Oeste"))
    with pytest.raises(DictamenError, match="holds no case"):
        norte.pack(sur, ["C-9"])
    taken = tmp_path / "taken"
    taken.write_bytes(b"")
    with pytest.raises(DictamenError, match="already"):
        norte.exchange.pack("Sur", taken)
    with pytest.raises(DictamenError, match="cannot be written"):
        norte.exchange.pack("Sur", tmp_path / "missing" / "parcel")
    with pytest.raises(ParcelRefused, match="is not a parcel"):
        sur.exchange.unpack(taken)
    with pytest.raises(DictamenError, match="cannot be read"):
        sur.exchange.unpack(tmp_path / "nothing")


# ---------------------------------------------------------------- attached files


def attach(site: At, case_id: str, content: bytes) -> str:
    kept = site.book.attachments.keep(io.BytesIO(content))
    site.save(case_id, attachments=[{"id": "A1", "sha256": kept.sha256}])
    return kept.sha256


def test_attached_files_come_along_once(two: list[At]) -> None:
    norte, sur = two
    content = os.urandom(300_000)
    digest = attach(norte, "C-1", content)
    done = sur.exchange.unpack(sent(norte, sur))
    assert done.files == 1
    with sur.book.attachments.open(digest) as reader:
        assert b"".join(reader.chunks()) == content
    assert sur.book.verify() == []
    sur.save("C-1", attachments=[{"id": "A1", "sha256": digest}], note="seen")
    back = sent(sur, norte)
    assert back.stat().st_size < 10_000
    assert norte.exchange.unpack(back).files == 0
    assert norte.book.verify() == []


def test_files_of_a_refused_parcel_leave_nothing(two: list[At], monkeypatch: pytest.MonkeyPatch) -> None:
    norte, sur = two
    attach(norte, "C-1", b"a fax")
    parcel = sent(norte, sur)

    def fail(*_: object, **__: object) -> None:
        raise DictamenError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("app.casebook.peers.PeerBook.append", fail)
        with pytest.raises(DictamenError, match="disk is full"):
            sur.exchange.unpack(parcel)
    assert sur.book.worklist() == []
    assert sur.book.attachments.folder.names() == set()
    assert sur.book.attachments.folder.strangers() == []
    assert sur.exchange.unpack(parcel).files == 1


def test_belongings_come_along(two: list[At]) -> None:
    norte, sur = two
    letter = norte.book.save({"kind": "letter", "pdf": "x"}).case_id
    norte.save("C-1", letters=[letter])
    done = sur.exchange.unpack(sent(norte, sur, ["C-1"]))
    assert done.cases == {"C-1": 1}
    assert sur.book.get(letter).document["pdf"] == "x"
    again = norte.book.save({"kind": "letter", "pdf": "y"}).case_id
    norte.save("C-1", letters=[letter, again])
    sur.exchange.unpack(sent(norte, sur))
    assert sur.book.get(again).document["pdf"] == "y"


# ---------------------------------------------------------------- forks


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

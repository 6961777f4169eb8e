"""Parcels that are altered, foreign, or for others: refused whole, in one plain line."""

from hashlib import sha256
from pathlib import Path

import pytest

from app.casebook import Casebook, NotAllowed
from app.casebook.parcel_records import ParcelRefused
from app.errors import DictamenError, InvalidInput
from app.people import Person, Role
from tests.app.casebook.sites_of_a_test import At, sent, sites


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

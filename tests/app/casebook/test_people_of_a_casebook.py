"""Who is let in, what opens for them, and what lies readable on the disk (nothing)."""

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from app.casebook import Casebook, Cost, NoCasebook, NotAllowed, NotLetIn
from app.casebook.file import FILE_NAME
from app.casebook.keys import Slot, new_slot, open_slot
from app.errors import DictamenError, InvalidInput
from app.identity import certificate_pem, new_identity, open_identity
from app.people import Person, Role
from tests.app.casebook.conftest import ANA, CHEAP, INES, PASSPHRASES, QUINN

Unlock = Callable[[Person], Casebook]


def test_everybody_gets_in_with_their_own_passphrase(unlock: Unlock) -> None:
    for person in (ANA, INES, QUINN):
        opened = unlock(person).person
        assert (opened.name, opened.role, opened.license) == (person.name, person.role, person.license)


def test_the_first_person_administers_whatever_their_role(unlock: Unlock) -> None:
    assert [person.administers for person in unlock(QUINN).people()] == [True, False, False]


def test_a_name_that_is_taken_is_said_and_the_casebook_stays_open(book: Casebook) -> None:
    with pytest.raises(InvalidInput, match="somebody who is let in already"):
        book.add_person(INES, "quite another passphrase")
    book.add_person(Person("Luz Sample, RPh", Role.REVIEWER, "RPH-1"), "quite another passphrase")
    assert [person.name for person in book.people()].count(INES.name) == 1


def test_typing_a_name_otherwise_is_no_hindrance(home: Path) -> None:
    Casebook.unlock(home, "  ine\u0301s   MUN\u0303IZ sample ", PASSPHRASES[INES]).close()


@pytest.mark.parametrize(
    ("name", "passphrase"),
    [
        (ANA.name, "wrong passphrase"),
        (ANA.name, ""),
        ("Nobody", PASSPHRASES[ANA]),
        (INES.name, PASSPHRASES[ANA]),
    ],
)
def test_a_wrong_name_and_a_wrong_passphrase_look_the_same(home: Path, name: str, passphrase: str) -> None:
    with pytest.raises(NotLetIn, match="check both") as refused:
        Casebook.unlock(home, name, passphrase)
    assert passphrase == "" or passphrase not in str(refused.value)


def test_a_wrong_passphrase_leaves_a_note_and_no_revision(home: Path, book: Casebook) -> None:
    before = book.data_version
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, ANA.name, "wrong passphrase")
    assert book.data_version == before
    assert book._file.query("SELECT count(*) FROM attempt") == [(1,)]
    assert book.verify() == []


def test_finding_a_slot_takes_one_derivation_for_any_number_of_people(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from app.casebook import keys  # noqa: PLC0415  # patched below

    salt = bytes(range(16))
    slots = [new_slot(f"Person {n}", f"passphrase {n}", b"k" * 32, salt, CHEAP).slot for n in range(8)]
    runs = 0
    derive = keys._derive

    def counted(name: str, passphrase: str, salt: bytes, cost: Cost) -> object:
        nonlocal runs
        runs += 1
        return derive(name, passphrase, salt, cost)

    monkeypatch.setattr(keys, "_derive", counted)
    assert open_slot("Person 5", "passphrase 5", slots).data_key == b"k" * 32
    with pytest.raises(NotLetIn):
        open_slot("Person 5", "passphrase 6", slots)
    assert runs == 2


def test_a_slot_that_asks_for_an_absurd_cost_is_not_tried() -> None:
    greedy = Slot(b"t", b"h", bytes(16), Cost(memory_kib=2**40), b"p", bytes(32), b"d", b"k")
    with pytest.raises(NotLetIn):
        open_slot("Ana", "passphrase", [greedy])


def test_a_person_signs_with_their_own_identity(unlock: Unlock) -> None:
    book = unlock(INES)
    identity = book.identity(PASSPHRASES[INES])
    assert (identity.person.name, identity.person.role) == (INES.name, Role.PHYSICIAN)
    assert certificate_pem(identity) in unlock(ANA).trusted()
    with pytest.raises(NotLetIn, match="nothing was signed"):
        book.identity(PASSPHRASES[ANA])


def test_only_who_administers_lets_people_in_and_trusts_signers(unlock: Unlock) -> None:
    stranger = certificate_pem(
        open_identity(new_identity(Person("Eve", Role.PHYSICIAN, "MD-1"), "12345678"), "12345678")
    )
    with pytest.raises(NotAllowed, match="administers"):
        unlock(INES).add_person(Person("Eve", Role.PHYSICIAN, "MD-1"), "a passphrase")
    with pytest.raises(NotAllowed, match="administers"):
        unlock(INES).trust(stranger)
    unlock(ANA).trust(stranger)
    unlock(ANA).trust(stranger)
    assert unlock(INES).trusted().count(stranger) == 1
    assert unlock(INES).verify() == []


@pytest.mark.parametrize(
    ("person", "passphrase", "field"),
    [
        (Person("ANA  RUIZ sample", Role.QA, "X"), "a passphrase", "name"),
        (Person("Eve", Role.QA, "X"), "short", "passphrase"),
        (Person("E" * 65, Role.QA, "X"), "a passphrase", "name"),
        (Person("Eve", Role.QA, "Nº 1"), "a passphrase", "license"),
    ],
)
def test_a_person_who_cannot_be_added_leaves_no_trace(
    home: Path, book: Casebook, person: Person, passphrase: str, field: str
) -> None:
    before = (home / FILE_NAME).read_bytes()
    with pytest.raises(InvalidInput) as refused:
        book.add_person(person, passphrase)
    assert refused.value.field == field
    assert (home / FILE_NAME).read_bytes() == before


def test_what_is_no_certificate_is_not_trusted(book: Casebook) -> None:
    with pytest.raises(InvalidInput, match="PEM"):
        book.trust("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")


def test_a_second_casebook_is_refused(home: Path) -> None:
    assert Casebook.exists(home)
    with pytest.raises(DictamenError, match="there is a casebook already"):
        Casebook.create(home, ANA, PASSPHRASES[ANA], cost=CHEAP)
    Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]).close()


def test_no_casebook_is_said(tmp_path: Path) -> None:
    assert not Casebook.exists(tmp_path)
    with pytest.raises(NoCasebook, match="there is no casebook here"):
        Casebook.unlock(tmp_path, "Ana", "passphrase")
    assert list(tmp_path.iterdir()) == []


def test_nothing_readable_lies_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temp = tmp_path / "temp"
    temp.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", None)
    planted = [f"Planted{number:02}Zq" for number in range(25)]
    person, other = Person(planted[0], Role.PHYSICIAN, planted[1]), Person(planted[2], Role.QA, planted[3])
    home = tmp_path / "home"
    with Casebook.create(
        home, person, planted[4], cost=CHEAP, cover_of=lambda d: {planted[5]: str(d["member"])}
    ) as book:
        book.add_person(other, planted[6])
        saved = book.save({"member": planted[7], planted[8]: planted[9:24]}, planted[24], action=planted[10])
        book.save({"member": planted[7] * 3}, saved.case_id, rev=1)
        book.record(planted[11], detail=planted[12])
        book.search(lambda row: row["actor"] == planted[0])
        with pytest.raises(DictamenError):
            Casebook.unlock(home, planted[0], planted[13])
        assert book.verify() == []
        on_disk = _bytes_under(tmp_path)
    on_disk += _bytes_under(tmp_path)
    for text in planted:
        for encoded in (text.encode(), text.encode("utf-16-le"), text.lower().encode()):
            assert encoded not in on_disk


def _bytes_under(folder: Path) -> bytes:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(path.read_bytes() + path.name.encode() for path in files)

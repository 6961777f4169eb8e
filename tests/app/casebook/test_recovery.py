"""The recovery key: read out, mistyped, used, replaced, revoked."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.casebook import Casebook, KeyChanged, NotAllowed, NotLetIn, TooSoon
from app.casebook.ledger import OWN
from app.casebook.recovery import ACTOR, RecoveryDoor, new_code, read_code
from app.casebook.slot_table import slots
from app.errors import DictamenError, InvalidInput
from app.people import Person
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES

Unlock = Callable[[Person], Casebook]

NEW = "seven blue lamps"


def now() -> datetime:
    return datetime.now(UTC)


def test_keys_differ_are_long_and_hold_nothing_that_is_mistaken() -> None:
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert not set("".join(codes)) & set("01ILOabc ")
    assert {len(code) for code in codes} == {39}


@pytest.mark.parametrize("change", [str, str.lower, lambda code: code.replace("-", " "), lambda c: f" {c}\n"])
def test_how_it_is_spaced_and_written_does_not_matter(change: Callable[[str], str]) -> None:
    code = new_code()
    assert read_code(change(code)) == code.replace("-", "")


def test_every_single_typo_and_most_swaps_are_noticed() -> None:
    code = read_code("625Z-SJXQ-XDG5-KMBD-VSQ3-6BMK-9M4R-BDBG")
    for place, letter in enumerate(code):
        other = "2" if letter != "2" else "3"
        with pytest.raises(InvalidInput, match="mistyped"):
            read_code(code[:place] + other + code[place + 1 :])
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        if swapped != code:
            with pytest.raises(InvalidInput, match="mistyped"):
                read_code(swapped)


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", "0 were typed"), ("ABCD-EFGH", "8 were typed"), ("O" * 32, "0, 1, I, L, O are none")],
)
def test_what_is_no_recovery_key_is_said_and_not_repeated(typed: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words) as refused:
        read_code(typed)
    assert refused.value.field == "recovery_key"
    assert not typed or typed not in str(refused.value)


def test_the_only_administrator_gets_in_again(home: Path, unlock: Unlock) -> None:
    with unlock(ANA) as book:
        code = book.recovery.make()
        entry = book.recovery.entry()
        assert entry is not None
        assert entry.made_by == ANA.name
        assert book.verify() == []
    with RecoveryDoor.open(home, code, now) as door:
        assert door.administrators() == [ANA.name]
        door.set_passphrase(ANA.name, NEW)
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, ANA.name, PASSPHRASES[ANA])
    with Casebook.unlock(home, ANA.name, NEW) as book:
        assert book.identity(NEW).person.name == ANA.name
        last = book._ledger.chain("people", OWN)[-1]
        assert (last.actor, last.action) == (ACTOR, "passphrase set with the recovery key")
        assert book.verify() == []
    RecoveryDoor.open(home, code, now).close()  # it stays good until it is replaced


def test_it_gives_a_passphrase_to_administrators_alone(home: Path, unlock: Unlock) -> None:
    code = unlock(ANA).recovery.make()
    with RecoveryDoor.open(home, code, now) as door:
        with pytest.raises(InvalidInput, match="administrator's"):
            door.set_passphrase(INES.name, NEW)
        with pytest.raises(InvalidInput, match="harder to guess"):
            door.set_passphrase(ANA.name, "password1")
    Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]).close()


def test_a_replaced_or_revoked_key_opens_nothing(home: Path, unlock: Unlock) -> None:
    book = unlock(ANA)
    first, second = book.recovery.make(), book.recovery.make()
    with pytest.raises(NotLetIn, match="replaced or revoked"):
        RecoveryDoor.open(home, first, now)
    RecoveryDoor.open(home, second, now).close()
    book.recovery.revoke()
    with pytest.raises(NotLetIn):
        RecoveryDoor.open(home, second, now)
    assert book.recovery.entry() is None
    with pytest.raises(NotAllowed, match="no recovery key"):
        book.recovery.revoke()
    assert len(slots(book._file)) == 3
    assert book.verify() == []


def test_an_open_door_closes_when_the_key_is_revoked(home: Path, unlock: Unlock) -> None:
    book = unlock(ANA)
    with RecoveryDoor.open(home, book.recovery.make(), now) as door:
        book.recovery.revoke()
        with pytest.raises(KeyChanged):
            door.set_passphrase(ANA.name, NEW)


def test_only_who_administers_makes_one(unlock: Unlock) -> None:
    with pytest.raises(NotAllowed):
        unlock(INES).recovery.make()


def test_guessing_it_waits_as_guessing_a_passphrase_does(home: Path) -> None:
    for _ in range(3):
        with pytest.raises(NotLetIn):
            RecoveryDoor.open(home, new_code(), now)
    with pytest.raises(TooSoon):
        Casebook.unlock(home, ANA.name, PASSPHRASES[ANA])


def test_it_is_no_way_into_the_cases(home: Path, unlock: Unlock) -> None:
    code = unlock(ANA).recovery.make()
    for name in ("recovery key", "\0recovery key"):
        with pytest.raises(DictamenError):
            Casebook.unlock(home, name, code.replace("-", ""))

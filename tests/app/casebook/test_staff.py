"""People come, change and leave; who may do what about whom; what stays of those who left."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.casebook import Casebook, KeyChanged, NotAllowed, NotLetIn
from app.casebook.ledger import OWN
from app.errors import InvalidInput
from app.identity import certificate_pem
from app.people import Person, Role
from app.signers import TrustedSigner
from tests.app.casebook.conftest import ANA, INES, PASSPHRASES, QUINN

Unlock = Callable[[Person], Casebook]

NEW = "seven blue lamps"


def person(book: Casebook, name: str) -> Person:
    return next(known for known in book.people() if known.name == name)


def test_a_new_passphrase_opens_and_the_old_one_does_not(home: Path, unlock: Unlock) -> None:
    book = unlock(INES)
    before = book.identity(PASSPHRASES[INES])
    book.staff.change_passphrase(PASSPHRASES[INES], NEW)
    book.save({"v": 1}, "C-1")  # the sitting goes on
    assert book.identity(NEW).certificate == before.certificate
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, INES.name, PASSPHRASES[INES])
    with Casebook.unlock(home, INES.name, NEW) as again:
        assert again.identity(NEW).certificate == before.certificate
        assert again.verify() == []


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("wrong passphrase", NEW, NotLetIn),
        (PASSPHRASES[INES], PASSPHRASES[INES], InvalidInput),
        (PASSPHRASES[INES], "password1", InvalidInput),
        (PASSPHRASES[INES], "MD-00000", InvalidInput),
    ],
)
def test_a_passphrase_is_changed_by_who_knows_the_old_one_to_one_that_holds(
    home: Path, unlock: Unlock, old: str, new: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        unlock(INES).staff.change_passphrase(old, new)
    Casebook.unlock(home, INES.name, PASSPHRASES[INES]).close()


def test_a_renamed_person_signs_in_under_the_new_name_and_signed_under_the_old_one(
    home: Path, unlock: Unlock
) -> None:
    book = unlock(INES)
    before = certificate_pem(book.identity(PASSPHRASES[INES]))
    book.staff.rename("Inés Peña Sample", PASSPHRASES[INES])
    with pytest.raises(KeyChanged, match="sign in again"):
        book.save({}, "C-1")
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, INES.name, PASSPHRASES[INES])
    with Casebook.unlock(home, "Inés Peña Sample", PASSPHRASES[INES]) as again:
        identity = again.identity(PASSPHRASES[INES])
        assert identity.person.name == again.person.name == "Inés Peña Sample"
        assert before not in again.trusted()
        assert certificate_pem(identity) in again.trusted()
        ended = {certificate_pem_of(signer): signer.until for signer in again.signers()}
        assert ended[before] is not None
        assert ended[certificate_pem(identity)] is None
        assert again.verify() == []


def certificate_pem_of(signer: TrustedSigner) -> str:
    return signer.certificate.public_bytes(Encoding.PEM).decode()


@pytest.mark.parametrize("name", [ANA.name, "ANA ruiz  Sample", INES.name])
def test_nobody_takes_a_name_of_somebody_else_or_their_own_again(unlock: Unlock, name: str) -> None:
    with pytest.raises(InvalidInput, match="name: "):
        unlock(INES).staff.rename(name, PASSPHRASES[INES])


def test_a_former_name_stays_its_owners(unlock: Unlock) -> None:
    unlock(INES).staff.rename("Inés Peña Sample", PASSPHRASES[INES])
    with pytest.raises(InvalidInput, match="let in already"):
        unlock(ANA).add_person(Person(INES.name, Role.QA, "QA-1"), NEW)


def test_a_reset_gives_a_new_key_and_the_former_identity_is_gone(home: Path, unlock: Unlock) -> None:
    before = certificate_pem(unlock(INES).identity(PASSPHRASES[INES]))
    unlock(ANA).staff.reset(INES.name, NEW, "Inés Peña Sample")
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, INES.name, PASSPHRASES[INES])
    with Casebook.unlock(home, "Inés Peña Sample", NEW) as again:
        assert certificate_pem(again.identity(NEW)) != before
        assert before not in again.trusted()
        assert again.verify() == []


def test_nobody_resets_themselves_and_only_who_administers_resets(unlock: Unlock) -> None:
    with pytest.raises(NotAllowed, match="with the old one"):
        unlock(ANA).staff.reset(ANA.name, NEW)
    with pytest.raises(NotAllowed, match="administers"):
        unlock(INES).staff.reset(QUINN.name, NEW)
    with pytest.raises(InvalidInput, match="somebody who is let in"):
        unlock(ANA).staff.reset("Nobody Sample", NEW)


def test_a_new_role_ends_the_sitting_and_brings_a_new_certificate_at_signing_in(unlock: Unlock) -> None:
    open_elsewhere = unlock(INES)
    before = certificate_pem(open_elsewhere.identity(PASSPHRASES[INES]))
    admin = unlock(ANA)
    admin.staff.set_role(INES.name, Role.REVIEWER)
    assert before not in admin.trusted()
    with pytest.raises(KeyChanged, match="your way into the casebook was changed"):
        open_elsewhere.save({}, "C-1")
    again = unlock(INES)
    assert again.person.role is Role.REVIEWER
    assert again.identity(PASSPHRASES[INES]).person.role is Role.REVIEWER
    assert admin.verify() == again.verify() == []


def test_administering_is_given_and_taken_beside_a_role(unlock: Unlock) -> None:
    admin = unlock(ANA)
    certificate = certificate_pem(unlock(INES).identity(PASSPHRASES[INES]))
    admin.staff.set_role(INES.name, Role.PHYSICIAN, administers=True)
    second = unlock(INES)
    assert second.person.administers
    assert certificate_pem(second.identity(PASSPHRASES[INES])) == certificate
    second.staff.set_role(ANA.name, Role.REVIEWER, administers=False)
    assert not unlock(ANA).person.administers


def test_somebody_always_administers(unlock: Unlock) -> None:
    admin = unlock(ANA)
    acts: list[Callable[[], None]] = [
        lambda: admin.staff.retire(ANA.name),
        lambda: admin.staff.set_role(ANA.name, Role.REVIEWER, administers=False),
        lambda: admin.staff.set_role(ANA.name, Role.QA, administers=False),
    ]
    for act in acts:
        with pytest.raises(InvalidInput, match="the last person who administers"):
            act()
    admin.save({}, "C-1")


def test_who_left_gets_in_no_more_and_keeps_the_name_and_what_was_signed(home: Path, unlock: Unlock) -> None:
    open_elsewhere = unlock(INES)
    signed_with = certificate_pem(open_elsewhere.identity(PASSPHRASES[INES]))
    open_elsewhere.save({"v": 1}, "C-1")
    admin = unlock(ANA)
    admin.staff.retire(INES.name)
    with pytest.raises(KeyChanged):
        open_elsewhere.save({"v": 2}, "C-1", rev=1)
    with pytest.raises(NotLetIn):
        Casebook.unlock(home, INES.name, PASSPHRASES[INES])
    assert INES.name not in [known.name for known in admin.people()]
    (left,) = [member for member in admin.staff.everybody() if member.retired]
    assert left.person.name == INES.name
    assert left.retired is not None
    assert abs((datetime.now(UTC) - left.retired).total_seconds()) < 60
    with pytest.raises(InvalidInput, match="let in before"):
        admin.add_person(INES, NEW)
    ended = {certificate_pem_of(signer): signer.until for signer in admin.signers()}
    assert ended[signed_with] == left.retired
    assert admin.history("C-1")[0].actor == INES.name
    assert admin.verify() == []


def test_a_former_certificate_entered_by_hand_is_not_trusted_again(unlock: Unlock) -> None:
    pem = certificate_pem(unlock(INES).identity(PASSPHRASES[INES]))
    admin = unlock(ANA)
    admin.staff.retire(INES.name)
    admin.trust(pem)
    assert pem not in admin.trusted()


def test_the_trail_tells_every_change_with_who_did_it_and_to_whom(unlock: Unlock) -> None:
    admin = unlock(ANA)
    admin.staff.set_role(INES.name, Role.REVIEWER)
    unlock(INES).staff.change_passphrase(PASSPHRASES[INES], NEW)
    admin.staff.reset(QUINN.name, NEW)
    admin.staff.retire(QUINN.name)
    told = [(entry.actor, entry.action) for entry in admin._ledger.chain("people", OWN)]
    assert told[3:] == [
        (ANA.name, "role changed"),
        (INES.name, "signing identity made"),
        (INES.name, "passphrase changed"),
        (ANA.name, "passphrase reset"),
        (ANA.name, "person retired"),
    ]


def test_two_changes_of_one_person_at_once_do_not_mix(unlock: Unlock) -> None:
    """The second one was prepared on what the first one changed meanwhile."""
    admin = unlock(ANA)
    register = admin._register
    before = register.named(INES.name)
    admin.staff.set_role(INES.name, Role.REVIEWER)
    with pytest.raises(InvalidInput, match="changed meanwhile"), admin._file.transaction():
        register.change(before, before, ANA.name, "late")
    assert person(admin, INES.name).role is Role.REVIEWER

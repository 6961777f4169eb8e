"""A person's signing identity: an organization's taken in, a new one made, the own one handed out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from app.casebook import Casebook, NotLetIn
from app.casebook.ledger import OWN
from app.casebook.own_identity import OwnIdentity
from app.errors import InvalidInput
from app.expiry import WARN_DAYS, days_left, ends_soon
from app.identity import SigningIdentity, generate, open_identity, to_pkcs12
from app.people import Person, Role
from tests.app.casebook.conftest import INES, PASSPHRASES

Unlock = Callable[[Person], Casebook]

MINE = PASSPHRASES[INES]
OF_FILE = "a sealed envelope"


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def named(person: Person) -> x509.Name:
    return generate(person).certificate.subject


def issued(person: Person, key: rsa.RSAPrivateKey, *, begins: int = -1, ends: int = 365) -> SigningIdentity:
    """An RSA identity that an organization's authority signed, valid from and to so many days from now."""
    authority = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sample Clinic CA")])
    now = datetime.now(UTC)

    def certificate(subject: x509.Name) -> x509.Certificate:
        return (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(authority)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now + timedelta(days=begins))
            .not_valid_after(now + timedelta(days=ends))
            .sign(key, hashes.SHA256())
        )

    return SigningIdentity(person, key, certificate(named(person)), (certificate(authority),))


def file_of(identity: SigningIdentity) -> bytes:
    return to_pkcs12(identity, OF_FILE, rounds=1000)


def test_an_organizations_identity_signs_from_then_on_with_its_chain(
    unlock: Unlock, key: rsa.RSAPrivateKey
) -> None:
    book = unlock(INES)
    before = book.identity(MINE).certificate
    given = issued(INES, key)
    OwnIdentity(book.staff).take(file_of(given), OF_FILE, MINE)
    now = book.identity(MINE)
    assert (now.certificate, now.chain) == (given.certificate, given.chain)
    assert isinstance(now.key, rsa.RSAPrivateKey)
    ends = {signer.certificate: signer.until for signer in book.signers()}
    assert ends[given.certificate] is None
    assert ends[before] is not None
    assert book.verify() == []


def test_each_act_is_a_revision_with_who_did_it(unlock: Unlock, key: rsa.RSAPrivateKey) -> None:
    book = unlock(INES)
    own = OwnIdentity(book.staff)
    own.take(file_of(issued(INES, key)), OF_FILE, MINE)
    own.renew(MINE)
    own.hand_out(MINE, OF_FILE)
    acts = [(entry.actor, entry.action) for entry in book.staff.register._ledger.chain("people", OWN)]
    assert acts[-3:] == [
        (INES.name, "signing identity imported"),
        (INES.name, "signing identity renewed"),
        (INES.name, "signing identity exported"),
    ]


def test_what_is_handed_out_is_the_identity_in_use(unlock: Unlock, key: rsa.RSAPrivateKey) -> None:
    book = unlock(INES)
    own = OwnIdentity(book.staff)
    given = issued(INES, key)
    own.take(file_of(given), OF_FILE, MINE)
    out = open_identity(own.hand_out(MINE, "seven blue lamps"), "seven blue lamps")
    assert (out.certificate, out.chain, out.person) == (given.certificate, given.chain, INES)
    assert own.certificate() == given.certificate


@pytest.mark.parametrize("act", ["take", "renew", "hand_out"])
def test_each_act_asks_for_the_persons_passphrase(act: str, unlock: Unlock, key: rsa.RSAPrivateKey) -> None:
    book = unlock(INES)
    own, before = OwnIdentity(book.staff), book.identity(MINE).certificate
    doing: dict[str, Callable[[], object]] = {
        "take": lambda: own.take(file_of(issued(INES, key)), OF_FILE, "not mine at all"),
        "renew": lambda: own.renew("not mine at all"),
        "hand_out": lambda: own.hand_out("not mine at all", "seven blue lamps"),
    }
    with pytest.raises(NotLetIn, match="not your passphrase"):
        doing[act]()
    assert own.certificate() == before


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": "Otra Persona"}, "another name"),
        ({"role": Role.REVIEWER}, "another role"),
        ({"license": "MD-1"}, "another license"),
    ],
)
def test_an_identity_of_somebody_else_is_refused(
    change: dict[str, object], words: str, unlock: Unlock, key: rsa.RSAPrivateKey
) -> None:
    other = issued(replace(INES, **change), key)  # type: ignore[arg-type]  # the fields of a person
    with pytest.raises(InvalidInput, match=words):
        OwnIdentity(unlock(INES).staff).take(file_of(other), OF_FILE, MINE)


@pytest.mark.parametrize(("begins", "ends", "words"), [(-30, -1, "ended on"), (30, 60, "counts only from")])
def test_an_identity_out_of_its_time_is_refused(
    begins: int, ends: int, words: str, unlock: Unlock, key: rsa.RSAPrivateKey
) -> None:
    late = issued(INES, key, begins=begins, ends=ends)
    with pytest.raises(InvalidInput, match=words):
        OwnIdentity(unlock(INES).staff).take(file_of(late), OF_FILE, MINE)


def test_a_wrong_passphrase_of_the_file_is_told_plainly(unlock: Unlock, key: rsa.RSAPrivateKey) -> None:
    with pytest.raises(InvalidInput, match="passphrase does not open this identity") as told:
        OwnIdentity(unlock(INES).staff).take(file_of(issued(INES, key)), "another one", MINE)
    assert told.value.field == "file"


def test_a_withdrawn_identity_does_not_come_back(unlock: Unlock, key: rsa.RSAPrivateKey) -> None:
    own = OwnIdentity(unlock(INES).staff)
    given = file_of(issued(INES, key))
    own.take(given, OF_FILE, MINE)
    own.renew(MINE)
    with pytest.raises(InvalidInput, match="signs with here, or did before"):
        own.take(given, OF_FILE, MINE)


def test_the_end_of_an_identity_is_told_sixty_days_before(key: rsa.RSAPrivateKey) -> None:
    certificate = issued(INES, key).certificate
    ends = certificate.not_valid_after_utc
    assert days_left(certificate, ends - timedelta(days=10)) == 10
    assert not ends_soon(certificate, ends - timedelta(days=WARN_DAYS, minutes=1))
    assert ends_soon(certificate, ends - timedelta(days=WARN_DAYS) + timedelta(minutes=1))
    assert ends_soon(certificate, ends + timedelta(days=1))

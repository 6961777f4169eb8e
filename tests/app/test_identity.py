"""Signing identities: what the certificate says, and what a wrong file or passphrase is answered with."""

import warnings
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from app.errors import DictamenError, InvalidInput
from app.identity import (
    VALID_FOR,
    _usable_key,
    certificate_pem,
    new_identity,
    open_identity,
    read_passphrase_file,
)
from app.people import Person, Role

INES = Person("Inés Muñiz Peña", Role.PHYSICIAN, "MD-00000")
PASSPHRASE = "contraseña larga"

ForeignKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


@pytest.fixture(scope="module")
def p12() -> bytes:
    return new_identity(INES, PASSPHRASE)


@pytest.fixture(scope="module")
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def foreign(key: ForeignKey, subject: dict[x509.ObjectIdentifier, str]) -> bytes:
    """An identity as another program makes it."""
    name = x509.Name([x509.NameAttribute(oid, value) for oid, value in subject.items()])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=1))
        .sign(key, None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256())
    )
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, encryption)


SUBJECT = {NameOID.COMMON_NAME: "Ana Sample", NameOID.SERIAL_NUMBER: "RN-0"}


def test_the_certificate_says_name_role_and_license(p12: bytes) -> None:
    identity = open_identity(p12, PASSPHRASE)
    assert identity.person == INES
    assert (
        identity.certificate.subject.rfc4514_string()
        == "2.5.4.5=MD-00000,2.5.4.12=physician,CN=Inés Muñiz Peña"
    )
    assert identity.chain == ()


def test_the_certificate_is_for_signing_documents(p12: bytes) -> None:
    certificate = open_identity(p12, PASSPHRASE).certificate
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    assert (usage.digital_signature, usage.content_commitment) == (True, True)
    assert [usage.key_cert_sign, usage.key_encipherment, usage.crl_sign] == [False, False, False]
    assert not certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    assert certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier)
    assert certificate.not_valid_before_utc <= datetime.now(UTC) - timedelta(hours=23)
    assert datetime.now(UTC) + VALID_FOR - certificate.not_valid_after_utc < timedelta(minutes=5)
    certificate.verify_directly_issued_by(certificate)


def test_the_key_is_p256_and_belongs_to_the_certificate(p12: bytes) -> None:
    identity = open_identity(p12, PASSPHRASE)
    assert isinstance(identity.key, ec.EllipticCurvePrivateKey)
    assert identity.key.curve.name == "secp256r1"
    assert identity.key.public_key() == identity.certificate.public_key()


def test_the_file_is_encrypted_with_aes_256_and_shows_no_name(p12: bytes) -> None:
    aes_256_cbc, pbes2 = bytes.fromhex("060960864801650304012a"), bytes.fromhex("06092a864886f70d01050d")
    assert aes_256_cbc in p12
    assert pbes2 in p12
    assert "Muñiz".encode() not in p12


def test_the_pem_is_the_certificate_alone(p12: bytes) -> None:
    identity = open_identity(p12, PASSPHRASE)
    pem = certificate_pem(identity)
    assert x509.load_pem_x509_certificate(pem.encode()) == identity.certificate
    assert "PRIVATE" not in pem


@pytest.mark.parametrize("name", ["ñ" * 64, "María de los Ángeles Núñez-Muñiz Peña de la Concepción"])
def test_accents_do_not_shorten_the_longest_name(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        person = Person(name, Role.REVIEWER, "RN-0")
        assert open_identity(new_identity(person, PASSPHRASE), PASSPHRASE).person == person


@pytest.mark.parametrize(
    ("person", "passphrase", "words"),
    [
        (Person("n" * 65, Role.QA, "QA-0"), PASSPHRASE, "name: must be at most 64 characters"),
        (Person("Ana", Role.QA, "Nº 5"), PASSPHRASE, "license: must consist of"),
        (Person("Ana", Role.QA, "5" * 65), PASSPHRASE, "license: must consist of"),
        (INES, "", "passphrase: must be at least 8 characters"),
        (INES, "1234567", "passphrase: must be at least 8 characters"),
    ],
)
def test_what_fits_no_certificate_is_refused(person: Person, passphrase: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        new_identity(person, passphrase)


@pytest.mark.parametrize("wrong", ["contraseña corta", "Contraseña larga", "contraseña larga "])
def test_a_wrong_passphrase_is_said(p12: bytes, wrong: str) -> None:
    with pytest.raises(DictamenError, match="passphrase does not open this identity"):
        open_identity(p12, wrong)


def test_an_empty_passphrase_is_refused(p12: bytes) -> None:
    with pytest.raises(DictamenError, match="empty"):
        open_identity(p12, "")


@pytest.mark.parametrize(
    "data", [b"", b"0", b"hello", b"-----BEGIN CERTIFICATE-----", b"\x30\x03\x02\x01\x01"]
)
def test_another_file_is_said_to_be_no_identity(data: bytes) -> None:
    with pytest.raises(DictamenError, match="not a PKCS#12 identity"):
        open_identity(data, PASSPHRASE)


def test_a_file_cut_short_is_said(p12: bytes) -> None:
    for length in (10, len(p12) // 2, len(p12) - 1):
        with pytest.raises(DictamenError, match="cut short"):
            open_identity(p12[:length], PASSPHRASE)


def test_an_rsa_identity_of_another_program_is_accepted(rsa_key: rsa.RSAPrivateKey) -> None:
    identity = open_identity(foreign(rsa_key, SUBJECT), PASSPHRASE)
    assert isinstance(identity.key, rsa.RSAPrivateKey)
    assert identity.person == Person("Ana Sample", Role.REVIEWER, "RN-0")


@pytest.mark.parametrize("title", ["Physician", "MD", "physician reviewer", "chief"])
def test_a_title_that_is_no_role_reads_as_reviewer(title: str) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    identity = open_identity(foreign(key, {**SUBJECT, NameOID.TITLE: title}), PASSPHRASE)
    assert identity.person.role is Role.REVIEWER


def test_keys_that_letters_cannot_be_signed_with_are_refused() -> None:
    with pytest.raises(DictamenError, match="use ECDSA or RSA"):
        open_identity(foreign(ed25519.Ed25519PrivateKey.generate(), SUBJECT), PASSPHRASE)
    short = rsa.generate_private_key(public_exponent=65537, key_size=1024)  # noqa: S505  # that is the point
    with pytest.raises(DictamenError, match="too short"):
        open_identity(foreign(short, SUBJECT), PASSPHRASE)


@pytest.mark.parametrize(
    ("lacking", "words"), [(NameOID.COMMON_NAME, "common name"), (NameOID.SERIAL_NUMBER, "license")]
)
def test_a_certificate_that_does_not_say_whose_it_is_is_refused(
    lacking: x509.ObjectIdentifier, words: str
) -> None:
    subject = {oid: value for oid, value in SUBJECT.items() if oid != lacking}
    with pytest.raises(DictamenError, match=words):
        open_identity(foreign(ec.generate_private_key(ec.SECP256R1()), subject), PASSPHRASE)


def test_a_certificate_without_its_key_is_refused(p12: bytes) -> None:
    certificate = open_identity(p12, PASSPHRASE).certificate
    encryption = BestAvailableEncryption(PASSPHRASE.encode())
    alone = pkcs12.serialize_key_and_certificates(b"x", None, None, [certificate], encryption)
    with pytest.raises(DictamenError, match="lacks a private key"):
        open_identity(alone, PASSPHRASE)


def test_a_key_of_another_certificate_is_refused(p12: bytes) -> None:
    """Asked of the check itself: the library would not make such a file."""
    certificate = open_identity(p12, PASSPHRASE).certificate
    with pytest.raises(DictamenError, match="does not belong"):
        _usable_key(ec.generate_private_key(ec.SECP256R1()), certificate)


@pytest.mark.parametrize(
    "content", ["señal\n", "señal", "señal\r\n", "señal\nsecond line\n", "\ufeffseñal\n"]
)
def test_the_passphrase_is_the_files_first_line(tmp_path: Path, content: str) -> None:
    path = tmp_path / "passphrase"
    path.write_bytes(content.encode())
    assert read_passphrase_file(path) == "señal"


def test_spaces_belong_to_the_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "passphrase"
    path.write_text(" two  words \n", encoding="utf-8")
    assert read_passphrase_file(path) == " two  words "


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such passphrase file"),
        (b"", "first line"),
        (b"\nlater\n", "first line"),
        (b"\xff\xfe", "UTF-8"),
    ],
)
def test_a_passphrase_file_without_a_passphrase_is_refused(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "passphrase"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DictamenError, match=words) as refused:
        read_passphrase_file(path)
    assert str(path) in str(refused.value)


def test_a_folder_is_no_passphrase_file(tmp_path: Path) -> None:
    with pytest.raises(DictamenError, match="cannot be read"):
        read_passphrase_file(tmp_path)

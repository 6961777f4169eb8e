"""A person's signing identity: a private key with a certificate that says name, role and license."""

import datetime as dt
import re
import warnings
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PrivateFormat, pkcs12
from cryptography.x509.oid import NameOID, ObjectIdentifier

from app.errors import DictamenError, InvalidInput, reason_of
from app.people import Person, Role

MIN_PASSPHRASE = 8
"""Characters in a new passphrase: the least that NIST SP 800-63B, 5.1.1.2 allows a person to choose."""

MAX_COMMON_NAME = 64
"""Characters in a certificate's name, X.520 ub-common-name."""

VALID_FOR = dt.timedelta(days=5 * 365 + 1)
"""Five years: longer than a license period, short enough that a key is replaced before it is in doubt."""

CLOCK_ALLOWANCE = dt.timedelta(days=1)
"""A new certificate counts from yesterday: computers that verify it may be set to another time zone."""

KDF_ROUNDS = 600_000
"""PBKDF2-HMAC-SHA256 rounds for a passphrase that a person chose (OWASP password storage, 2023)."""

MIN_RSA_BITS = 2048
"""The shortest RSA key that still counts as strong, NIST SP 800-131A."""

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True)
class SigningIdentity:
    """What is needed to sign as a person.

    Attributes:
        person: who signs, as the certificate says; ``administers`` is not the certificate's to say.
        key: ECDSA or RSA private key.
        certificate: the signer's own.
        chain: further certificates that came with it, in their order.
    """

    person: Person
    key: PrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()


def new_identity(person: Person, passphrase: str) -> bytes:
    """A new ECDSA P-256 key with a self-signed certificate, as a PKCS#12 file under the passphrase.

    Raises:
        InvalidInput: the passphrase is too short, or the name or license does not fit a certificate.
    """
    check_new_passphrase(passphrase)
    return to_pkcs12(generate(person), passphrase)


def generate(person: Person) -> SigningIdentity:
    """A new ECDSA P-256 key with a self-signed certificate.

    Raises:
        InvalidInput: the name or license does not fit a certificate.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    return SigningIdentity(person=person, key=key, certificate=_self_signed(person, key))


def to_pkcs12(identity: SigningIdentity, passphrase: str, rounds: int = KDF_ROUNDS) -> bytes:
    """The identity as PKCS#12, under PBES2 with AES-256 and ``rounds`` rounds of PBKDF2-HMAC-SHA256."""
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    chain = list(identity.chain) or None
    return pkcs12.serialize_key_and_certificates(None, identity.key, identity.certificate, chain, encryption)


def open_identity(p12: bytes, passphrase: str) -> SigningIdentity:
    """Read an identity from PKCS#12.

    Raises:
        DictamenError: this is no PKCS#12 file, the passphrase is wrong, or the content cannot sign letters.
    """
    if not _looks_like_pkcs12(p12):
        raise DictamenError("this is not a PKCS#12 identity (.p12 or .pfx), or it is cut short")
    if not passphrase:
        raise DictamenError("the passphrase of the identity is empty; give the one it was made with")
    try:
        stored = pkcs12.load_pkcs12(p12, passphrase.encode())
    except ValueError:
        raise DictamenError("the passphrase does not open this identity; check it and try again") from None
    if stored.key is None or stored.cert is None:
        raise DictamenError(
            "this PKCS#12 file lacks a private key or its certificate, so it cannot sign letters"
        )
    chain = tuple(extra.certificate for extra in stored.additional_certs)
    certificate = stored.cert.certificate
    return SigningIdentity(person_in(certificate), _usable_key(stored.key, certificate), certificate, chain)


def person_in(certificate: x509.Certificate) -> Person:
    """The person whom a certificate names; a title that is no role of ours reads as reviewer.

    Raises:
        DictamenError: the certificate does not say whose it is.
    """
    try:
        return Person(
            name=_attribute(certificate, NameOID.COMMON_NAME),
            role=_role_in(certificate),
            license=_attribute(certificate, NameOID.SERIAL_NUMBER),
        )
    except InvalidInput as error:
        lacking = {"name": "a common name", "license": "a license (its serialNumber attribute)"}[error.field]
        raise DictamenError(f"the identity's certificate must carry {lacking}: it {error.problem}") from None


def certificate_pem(identity: SigningIdentity) -> str:
    """The certificate alone, in PEM: what is handed to those who verify letters."""
    return identity.certificate.public_bytes(Encoding.PEM).decode("ascii")


def certificate_from_pem(pem: bytes, source: str) -> x509.Certificate:
    """The one certificate in a PEM file.

    Raises:
        InvalidInput: naming the source: it is no certificate in PEM, or holds more than one.
    """
    try:
        (certificate,) = x509.load_pem_x509_certificates(pem)
    except ValueError:
        raise InvalidInput("certificate", "must be one X.509 certificate in PEM", source) from None
    return certificate


def check_new_passphrase(passphrase: str) -> None:
    """Refuse a new passphrase that is too short.

    Raises:
        InvalidInput: it is empty or shorter than ``MIN_PASSPHRASE`` characters.
    """
    if len(passphrase) < MIN_PASSPHRASE:
        raise InvalidInput("passphrase", f"must be at least {MIN_PASSPHRASE} characters long")


def read_passphrase_file(path: Path) -> str:
    """The first line of a UTF-8 file, without its line end.

    Raises:
        DictamenError: the file is missing, cannot be read, is not UTF-8, or its first line is empty.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise DictamenError(f"{path}: there is no such passphrase file") from None
    except OSError as error:
        raise DictamenError(f"{path}: the passphrase file cannot be read ({reason_of(error)})") from None
    except UnicodeDecodeError:
        raise DictamenError(f"{path}: the passphrase file must be text in UTF-8") from None
    passphrase = text.partition("\n")[0].removesuffix("\r")
    if not passphrase:
        raise DictamenError(f"{path}: the passphrase file must hold the passphrase on its first line")
    return passphrase


def _self_signed(person: Person, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    subject = _subject(person)
    now = dt.datetime.now(dt.UTC)
    public = key.public_key()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(public)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCK_ALLOWANCE)
        .not_valid_after(now + VALID_FOR)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_SIGNS_DOCUMENTS, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .sign(key, hashes.SHA256())
    )


_SIGNS_DOCUMENTS = x509.KeyUsage(
    digital_signature=True,
    content_commitment=True,  # the present name of nonRepudiation, RFC 5280 section 4.2.1.3
    key_encipherment=False,
    data_encipherment=False,
    key_agreement=False,
    key_cert_sign=False,
    crl_sign=False,
    encipher_only=False,
    decipher_only=False,
)

_PRINTABLE_STRING = re.compile(r"[A-Za-z0-9 '()+,\-./:=?]{1,64}")
"""What X.520 allows in a serialNumber."""


def _subject(person: Person) -> x509.Name:
    if len(person.name) > MAX_COMMON_NAME:
        raise InvalidInput(
            "name", f"must be at most {MAX_COMMON_NAME} characters long to stand in a certificate"
        )
    if not _PRINTABLE_STRING.fullmatch(person.license):
        allowed = "up to 64 letters A-Z, digits, spaces and ' ( ) + , - . / : = ?, to stand in a certificate"
        raise InvalidInput("license", f"must consist of {allowed}")
    with warnings.catch_warnings():
        # X.520 counts characters where the library counts UTF-8 bytes and would cut accented names short.
        warnings.simplefilter("ignore", UserWarning)
        name = x509.NameAttribute(NameOID.COMMON_NAME, person.name, _validate=False)
    return x509.Name(
        [
            name,
            x509.NameAttribute(NameOID.TITLE, person.role.value),
            x509.NameAttribute(NameOID.SERIAL_NUMBER, person.license),
        ]
    )


def _attribute(certificate: x509.Certificate, oid: ObjectIdentifier) -> str:
    with warnings.catch_warnings():
        # As in _subject: a name of 64 accented characters is more than 64 bytes long.
        warnings.simplefilter("ignore", UserWarning)
        found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _role_in(certificate: x509.Certificate) -> Role:
    try:
        return Role(_attribute(certificate, NameOID.TITLE))
    except ValueError:
        return Role.REVIEWER


def _looks_like_pkcs12(data: bytes) -> bool:
    """Whether the bytes are one whole ASN.1 sequence that starts with the version 3 (RFC 7292, PFX)."""
    if data[:1] != _SEQUENCE:
        return False
    long_form = data[1] & 0x80 if len(data) > 1 else 0
    header = 2 + (data[1] & 0x7F if long_form else 0)
    length = int.from_bytes(data[2:header]) if long_form else int.from_bytes(data[1:2])
    # Some programs export with an indefinite length (BER), which gives no length to compare with.
    whole = data[1:2] == _INDEFINITE or len(data) == header + length
    return whole and data[header : header + 3] == _PFX_VERSION_3


_SEQUENCE = b"\x30"
_INDEFINITE = b"\x80"
_PFX_VERSION_3 = b"\x02\x01\x03"


def _usable_key(key: object, certificate: x509.Certificate) -> PrivateKey:
    if not isinstance(key, PrivateKey):
        raise DictamenError(
            "the identity's key is of a kind that letters cannot be signed with; use ECDSA or RSA"
        )
    if isinstance(key, rsa.RSAPrivateKey) and key.key_size < MIN_RSA_BITS:
        raise DictamenError(f"the identity's RSA key is too short; it must have at least {MIN_RSA_BITS} bits")
    if key.public_key() != certificate.public_key():
        raise DictamenError("the identity's private key does not belong to its certificate")
    return key

"""A person's own signing identity in the casebook: made anew, taken from an organization, handed out."""

from datetime import UTC
from typing import TYPE_CHECKING

from cryptography import x509

from app.casebook.keys import OpenedSlot
from app.casebook.problems import NotAllowed
from app.casebook.register import Member
from app.errors import DictamenError, InvalidInput
from app.expiry import refuse_ended, refuse_unborn
from app.identity import SigningIdentity, open_identity, to_pkcs12
from app.passphrases import check_new
from app.people import Person, same_name

if TYPE_CHECKING:
    from app.casebook.staff import Staff

IMPORTED, RENEWED, EXPORTED = (
    "signing identity imported",
    "signing identity renewed",
    "signing identity exported",
)
_NONE_YET = "your signing identity is made when you sign in where the casebook can be written"


class OwnIdentity:
    """The signing identity of the person who unlocked the casebook; each act asks for their passphrase."""

    def __init__(self, staff: "Staff") -> None:
        self._staff = staff

    def certificate(self) -> x509.Certificate | None:
        """The certificate in use; None until one is made at the first sign-in."""
        pem = self._staff.register.holder_of(self._staff.opened.slot).certificate
        return x509.load_pem_x509_certificate(pem.encode()) if pem else None

    def take(self, p12: bytes, p12_passphrase: str, passphrase: str) -> SigningIdentity:
        """Sign with an identity from elsewhere from now on; the one until now is withdrawn.

        Args:
            p12: a PKCS#12 file, as an organization hands it out; ECDSA or RSA.
            p12_passphrase: the file's.
            passphrase: the person's own.

        Raises:
            NotLetIn: the passphrase is not theirs.
            InvalidInput: naming ``file``: it does not open, cannot sign, names somebody else, or was used.
        """
        try:
            given = open_identity(p12, p12_passphrase)
            refuse_ended(given.certificate, self._staff.clock())
            refuse_unborn(given.certificate, self._staff.clock())
        except DictamenError as error:
            raise InvalidInput("file", f"cannot be used: {error}") from None
        _require_same(self._staff.person, given.person)
        self._refuse_known(given.certificate)
        self._put(self._opened(passphrase), given, IMPORTED)
        return given

    def renew(self, passphrase: str) -> None:
        """Make a new identity; the one until now is withdrawn, and what it signed still counts.

        Raises:
            NotLetIn: the passphrase is not theirs.
        """
        self._put(self._opened(passphrase), None, RENEWED)

    def hand_out(self, passphrase: str, p12_passphrase: str) -> bytes:
        """The identity as a PKCS#12 file under another passphrase; that it leaves is recorded first.

        Raises:
            NotLetIn: the passphrase is not theirs.
            InvalidInput: the file's passphrase is too short or trivially guessed.
        """
        staff = self._staff
        check_new(p12_passphrase, staff.person)
        opened = self._opened(passphrase)
        member = staff.register.holder_of(opened.slot)
        if not member.identity:
            raise NotAllowed(_NONE_YET)
        identity = open_identity(member.identity, opened.personal_key.hex())
        with staff.file.transaction():
            staff.register.change(member, member, staff.person.name, EXPORTED)
        return to_pkcs12(identity, p12_passphrase)

    def _opened(self, passphrase: str) -> OpenedSlot:
        return self._staff.open_own(passphrase, "nothing was changed")

    def _put(self, opened: OpenedSlot, identity: SigningIdentity | None, action: str) -> None:
        staff = self._staff
        before = staff.register.holder_of(opened.slot)
        withdrawn = before.without_identity(staff.clock().astimezone(UTC))
        after = withdrawn.with_identity(opened.personal_key, identity)
        with staff.file.transaction():
            staff.register.change(before, after, staff.person.name, action)

    def _refuse_known(self, certificate: x509.Certificate) -> None:
        known = (member for member in self._staff.register.everybody() if _holds(member, certificate))
        if next(known, None) is not None:
            raise InvalidInput(
                "file", "holds an identity that somebody signs with here, or did before; take a new one"
            )


def _holds(member: Member, certificate: x509.Certificate) -> bool:
    held = (member.certificate, *(former.certificate for former in member.former))
    return any(pem and x509.load_pem_x509_certificate(pem.encode()) == certificate for pem in held)


def _require_same(person: Person, named: Person) -> None:
    """Refuse an identity whose certificate names another person, role or license: no letter would verify."""
    pairs = (
        ("name", person.name, named.name, same_name(person.name, named.name)),
        ("role (title)", person.role.value, named.role.value, person.role is named.role),
        ("license (serialNumber)", person.license, named.license, person.license == named.license),
    )
    for what, expected, found, fits in pairs:
        if not fits:
            raise InvalidInput(
                "file",
                f"names another {what} than you have here: “{found}”, not “{expected}”; letters show both, so"
                " they must agree",
            )

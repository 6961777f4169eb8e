"""``dictamen identity show``, ``import``, ``renew``, ``export``: one's own identity in the casebook."""

import argparse
import hashlib
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from app.casebook.own_identity import OwnIdentity
from app.errors import DictamenError, InvalidInput
from app.files import read_file, write_file
from app.identity import read_passphrase_file
from ui.commands.letters import warn_of_end
from ui.commands.output import say
from ui.commands.people import unlock


def show(options: argparse.Namespace) -> int:
    """Say whose identity it is, who vouches for it and until when it counts.

    Raises:
        DictamenError: the casebook does not open.
    """
    with unlock(options) as casebook:
        certificate = OwnIdentity(casebook.staff).certificate()
        person = casebook.person
    if certificate is None:
        raise DictamenError("there is no signing identity yet; it is made at the next sign-in")
    say(f"{person.name}, {person.role}, license {person.license}")
    say(f"issued by {_issuer(certificate)}")
    say(f"counts from {_day(certificate.not_valid_before_utc)} to {_day(certificate.not_valid_after_utc)}")
    say(f"fingerprint {hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest()}")
    warn_of_end(certificate)
    if options.out is not None:
        write_file(options.out, certificate.public_bytes(Encoding.PEM), replace=False)
        say(f"certificate {options.out}")
    return 0


def take(options: argparse.Namespace) -> int:
    """Sign with the identity of a PKCS#12 file from now on.

    Raises:
        DictamenError: it does not open, names somebody else, or cannot sign.
    """
    p12 = read_file(options.identity)
    of_file = read_passphrase_file(options.identity_passphrase_file)
    with unlock(options) as casebook:
        try:
            given = OwnIdentity(casebook.staff).take(
                p12, of_file, read_passphrase_file(options.passphrase_file)
            )
        except InvalidInput as error:
            raise error.in_source(str(options.identity)) from None
    say(f"{casebook.person.name} signs with the identity of {_issuer(given.certificate)} from now on")
    say(f"certificates that came with it, and go onto each letter: {len(given.chain)}")
    warn_of_end(given.certificate)
    return 0


def renew(options: argparse.Namespace) -> int:
    """Make a new signing identity; the one until now is withdrawn.

    Raises:
        DictamenError: the casebook does not open or cannot be written.
    """
    with unlock(options) as casebook:
        OwnIdentity(casebook.staff).renew(read_passphrase_file(options.passphrase_file))
    say(f"{casebook.person.name} has a new signing identity; letters signed until now still count")
    return 0


def export(options: argparse.Namespace) -> int:
    """Write one's own identity as a PKCS#12 file under another passphrase.

    Raises:
        DictamenError: the casebook does not open, the new passphrase cannot be used, or a file is there.
    """
    if options.out.exists():
        raise DictamenError(f"{options.out}: there is a file of this name already; choose another")
    new = read_passphrase_file(options.new_passphrase_file)
    with unlock(options) as casebook:
        own = OwnIdentity(casebook.staff)
        p12 = own.hand_out(read_passphrase_file(options.passphrase_file), new)
        write_file(options.out, p12, private=True, replace=False)
    say(f"identity {options.out}")
    return 0


def _issuer(certificate: x509.Certificate) -> str:
    if certificate.issuer == certificate.subject:
        return "this program (self-signed)"
    return certificate.issuer.rfc4514_string()


def _day(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d}"

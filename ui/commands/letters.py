"""``dictamen identity``, ``letter`` and ``verify``."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509

from app.case_json import parse_json, read_text, storable
from app.copies import Copy
from app.determination import Outcome
from app.errors import DictamenError, InvalidInput
from app.expiry import days_left, ends_soon, refuse_ended
from app.files import read_file, write_file, write_letter
from app.identity import (
    SigningIdentity,
    certificate_from_pem,
    certificate_pem,
    open_identity,
    read_passphrase_file,
)
from app.identity import new_identity as make_identity
from app.passphrases import check_new
from app.people import Person, Role
from app.plan import plan
from app.signers import TrustedSigner
from ui.commands.output import say, say_json, say_verdict

if TYPE_CHECKING:
    from reports.issue import IssuedLetter
    from reports.replaced import Earlier
    from reports.verdict import Verdict


def new_identity(options: argparse.Namespace) -> int:
    """Make a signing identity, and its certificate beside it for those who verify letters.

    Raises:
        DictamenError: a name, license or passphrase cannot be used, or a file of that name is there.
    """
    passphrase = read_passphrase_file(options.passphrase_file)
    person = Person(options.name, Role(options.role), options.license)
    check_new(passphrase, person)
    certificate = _certificate_beside(options.out)
    p12 = make_identity(person, passphrase)
    pem = certificate_pem(open_identity(p12, passphrase)).encode()
    # the certificate first: an identity without one would look finished
    write_file(certificate, pem, replace=False)
    try:
        write_file(options.out, p12, private=True, replace=False)
    except DictamenError:
        certificate.unlink()
        raise
    say(f"identity {options.out}")
    say(f"certificate {certificate}")
    return 0


def _certificate_beside(identity: Path) -> Path:
    if not identity.name or identity.suffix == ".pem":
        raise InvalidInput(
            "--out", "must name a file such as ID.p12; its certificate, ID.pem, goes beside it"
        )
    return identity.with_suffix(".pem")


def letter(options: argparse.Namespace) -> int:
    """Decide a case and write the signed letter.

    Raises:
        DictamenError: the case, the identity or the decision cannot be used; nothing was written.
    """
    from reports.issue import issue  # noqa: PLC0415  # identities need no PDF

    identity = _identity_of(options)
    case = read_document(options.case)
    _refuse_input_as_letter(options)
    try:
        issued = issue(
            case,
            Outcome(options.decision) if options.decision else None,
            identity,
            reason=options.reason,
            language=options.language,
            large_print=options.large_print,
            copy=Copy(options.copy) if options.copy else None,
            earlier=_earlier(options.replaces),
            waive=options.without_notices,
            at=datetime.now().astimezone(),
            with_copies=options.copies is not None,
        )
    except InvalidInput as error:
        raise error.in_source(str(options.case)) from None
    except DictamenError as error:
        raise DictamenError(f"{options.case}: {error}") from None
    written = [(options.out, issued.pdf), *_copies(options.copies, issued)]
    for path, pdf in written:
        write_letter(path, pdf)
    say(f"{issued.determination.outcome} {issued.letter_number} {options.out}")
    for path, _ in written[1:]:
        say(f"copy {path}")
    _warn_of_form(issued)
    return 0


def _warn_of_form(issued: "IssuedLetter") -> None:
    """Say on standard error that the approval of a form that was used ends soon, or has ended."""
    decided = issued.determination
    used = plan(decided.review.policy.plan)
    for one in (issued, *issued.copies):
        if one.record.edition.copy is Copy.MEMBER and decided.outcome.is_adverse:
            line, day = decided.review.case.request.line_of_business, decided.at.date()
            form = used.form_for(line, one.record.language, day)
            told = form.warning(day) if form is not None else None
            if told:
                sys.stderr.write(f"dictamen: {told}\n")


def _earlier(source: Path | None) -> "Earlier | None":
    from reports.earlier import earlier_letter  # noqa: PLC0415  # identities need no PDF

    return None if source is None else earlier_letter(read_file(source))


def _copies(folder: Path | None, issued: "IssuedLetter") -> list[tuple[Path, bytes]]:
    """The files of the copies; their names say whose copy and in which language, and nothing of anybody."""
    if folder is None:
        return []
    if not folder.is_dir():
        raise InvalidInput("--copies", "must name a folder that is there", str(folder))
    return [
        (folder / f"{issued.letter_number}-{one.record.edition.copy}-{one.record.language}.pdf", one.pdf)
        for one in issued.copies
    ]


def _identity_of(options: argparse.Namespace) -> SigningIdentity:
    p12 = read_file(options.identity)
    passphrase = read_passphrase_file(options.passphrase_file)
    try:
        identity = open_identity(p12, passphrase)
        refuse_ended(identity.certificate, datetime.now(UTC))
    except DictamenError as error:
        raise DictamenError(f"{options.identity}: {error}") from None
    warn_of_end(identity.certificate)
    return identity


def warn_of_end(certificate: x509.Certificate) -> None:
    """Say on standard error that a certificate ends soon, or has ended."""
    now = datetime.now(UTC)
    if not ends_soon(certificate, now):
        return
    left, day = days_left(certificate, now), f"{certificate.not_valid_after_utc.astimezone():%Y-%m-%d}"
    told = f"ends on {day}, in {left} days" if left >= 0 else f"ended on {day}; nothing can be signed with it"
    sys.stderr.write(f"dictamen: the signing identity {told}; make a new one, or import one, in time\n")


def _refuse_input_as_letter(options: argparse.Namespace) -> None:
    # an identity that a letter had replaced would be lost for good
    inputs = (options.case, options.identity, options.passphrase_file, options.replaces)
    if options.out.exists() and any(options.out.samefile(file) for file in inputs if file is not None):
        raise InvalidInput(
            "--out", "names a file that the letter is made from; choose another", str(options.out)
        )


def read_document(source: Path) -> dict[str, object]:
    """A case file's document, as plain JSON values.

    Raises:
        InvalidInput: naming the file: it cannot be read or is not a JSON object.
    """
    try:
        document = parse_json(read_text(source))
    except InvalidInput as error:
        raise error.in_source(str(source)) from None
    if not isinstance(document, dict):
        raise InvalidInput("", "must be a case file: one JSON object", str(source))
    return storable(document)


def verify(options: argparse.Namespace) -> int:
    """Check a letter, perhaps against the casebook too, and say each check with its reason.

    Returns:
        0 when every check passes, else 1.

    Raises:
        DictamenError: the letter or a certificate cannot be read, or the casebook does not open.
    """
    certificates = [certificate_from_pem(read_file(path), str(path)) for path in options.trust]
    pdf = read_file(options.letter)
    verdict = (
        _held_against_casebook(options, pdf, certificates) if options.casebook else _check(pdf, certificates)
    )
    if options.json:
        say_json({"letter": str(options.letter), **verdict.document()})
    else:
        say_verdict(verdict, "the letter is genuine", "the letter is NOT to be trusted")
    return 0 if verdict.good else 1


def _check(pdf: bytes, trusted: Sequence[x509.Certificate | TrustedSigner]) -> "Verdict":
    from reports.check import check  # noqa: PLC0415  # identities need no PDF

    return check(pdf, trusted)


def _held_against_casebook(
    options: argparse.Namespace, pdf: bytes, certificates: list[x509.Certificate]
) -> "Verdict":
    from app.casebook import EventKind  # noqa: PLC0415  # a letter alone needs no casebook
    from reports.casebook_check import against_casebook  # noqa: PLC0415  # as above
    from ui.commands.people import unlock  # noqa: PLC0415  # as above

    if options.user is None or options.passphrase_file is None:
        raise InvalidInput("--casebook", "needs --user and --passphrase-file: only who is let in can read it")
    with unlock(options) as casebook:
        verdict = against_casebook(_check(pdf, [*certificates, *casebook.signers()]), casebook)
        casebook.record(EventKind.LETTERS_CHECKED, letters=1, bad=0 if verdict.good else 1)
    return verdict

"""The words of ``dictamen identity``, ``letter`` and ``verify``."""

from pathlib import Path

from app.copies import Copy
from app.determination import Outcome
from app.people import Role
from app.text import LANGUAGES
from ui.commands.menu import Menu, Parser, Work, add_unlocking

_WORK = "ui.commands.letters"
_IDENTITIES = "ui.commands.identities"


def add_identity_words(identity: Parser) -> None:
    """What may follow ``dictamen identity``."""
    menu = Menu(identity)
    new = menu.add(
        "new", "a new signing identity, with its certificate beside it", Work(_WORK, "new_identity")
    )
    new.add_argument("--name", required=True)
    new.add_argument("--role", required=True, choices=[role.value for role in Role if role.may_decide])
    new.add_argument("--license", required=True)
    new.add_argument("--passphrase-file", required=True, type=Path, metavar="P")
    new.add_argument("--out", required=True, type=Path, metavar="ID.p12")

    _add_own_identity(menu)


def _add_own_identity(menu: Menu) -> None:
    """What a person may do with their identity in the casebook."""
    show = menu.add("show", "your identity: whose, by whom, until when", Work(_IDENTITIES, "show"))
    show.add_argument("--out", type=Path, metavar="CERT.pem", help="also write its certificate")
    take = menu.add(
        "import", "sign with an organization's identity (PKCS#12) from now on", Work(_IDENTITIES, "take")
    )
    take.add_argument("identity", type=Path, metavar="ID.p12")
    take.add_argument("--identity-passphrase-file", required=True, type=Path, metavar="Q")
    renew = menu.add(
        "renew", "make yourself a new identity; the old one is withdrawn", Work(_IDENTITIES, "renew")
    )
    export = menu.add("export", "write your identity as a PKCS#12 file", Work(_IDENTITIES, "export"))
    export.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")
    export.add_argument("--out", required=True, type=Path, metavar="ID.p12")
    for parser in (show, take, renew, export):
        add_unlocking(parser)


def add_letter_words(parser: Parser) -> None:
    """What may follow ``dictamen letter``."""
    parser.does(Work(_WORK, "letter"))
    parser.add_argument("case", type=Path, metavar="CASE.json")
    parser.add_argument("--identity", required=True, type=Path, metavar="ID.p12")
    parser.add_argument("--passphrase-file", required=True, type=Path, metavar="P")
    parser.add_argument(
        "--decision", choices=[outcome.value for outcome in Outcome], help="default: as recommended"
    )
    parser.add_argument("--reason", help="needed where the decision is not the recommended one")
    parser.add_argument("--language", choices=LANGUAGES, help="default: the member's")
    parser.add_argument("--large-print", action="store_true")
    parser.add_argument(
        "--copy",
        choices=[copy.value for copy in Copy],
        help="whose copy; default: both pages of an approval, else the prescriber's",
    )
    parser.add_argument(
        "--copies",
        type=Path,
        metavar="DIR",
        help="also write the copies for member and prescriber, signed in the same act, into DIR",
    )
    parser.add_argument(
        "--replaces",
        type=Path,
        metavar="OLD.pdf",
        help="the letter whose place this one takes: corrected, changed, or only dated anew",
    )
    parser.add_argument(
        "--without-notices", metavar="REASON", help="why it goes out although a mandatory notice is missing"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="LETTER.pdf")


def add_verify_words(parser: Parser) -> None:
    """What may follow ``dictamen verify``."""
    parser.does(Work(_WORK, "verify"))
    parser.add_argument("letter", type=Path, metavar="LETTER.pdf")
    parser.add_argument("--trust", action="append", default=[], type=Path, metavar="CERT.pem")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--casebook",
        action="store_true",
        help="hold the letter against the casebook too, and trust whom it trusts; needs --user",
    )
    add_unlocking(parser, required=False)

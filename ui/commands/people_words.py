"""The words of ``dictamen people``."""

from pathlib import Path

from app.people import Role
from ui.commands.menu import Menu, Parser, Work, add_home, add_unlocking, folder

_ROLES = [role.value for role in Role]
_STAFF = "ui.commands.staff"


def add_people_words(parser: Parser) -> None:
    """What may follow ``dictamen people``."""
    people = Menu(parser)
    add = people.add(
        "add", "let a person in; the first one creates the casebook", Work("ui.commands.people", "add")
    )
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, choices=_ROLES)
    add.add_argument("--license", required=True)
    add.add_argument("--passphrase-file", required=True, type=Path, metavar="P")
    add.add_argument("--home", type=folder, metavar="DIR")
    add.add_argument("--by", metavar="ADMIN")
    add.add_argument("--by-passphrase-file", type=Path, metavar="Q")
    listing = people.add("list", "everybody who is let in", Work("ui.commands.people", "listing"))
    add_unlocking(listing)
    listing.add_argument("--all", action="store_true", help="those who left as well")
    listing.add_argument("--json", action="store_true")
    _add_own(people)
    _add_of_others(people)
    _add_recovery(Menu(people.add("recovery", "the recovery key, for the only administrator who forgets")))


def _add_own(people: Menu) -> None:
    passphrase = people.add("passphrase", "give yourself another passphrase", Work(_STAFF, "passphrase"))
    add_unlocking(passphrase)
    passphrase.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")
    rename = people.add(
        "rename", "give yourself another name, with a new signing identity", Work(_STAFF, "rename")
    )
    rename.add_argument("name", metavar="NEW_NAME")
    add_unlocking(rename)


def _add_of_others(people: Menu) -> None:
    role = people.add("role", "give somebody another role", Work(_STAFF, "role"))
    role.add_argument("name", metavar="NAME")
    role.add_argument("--role", choices=_ROLES, help="default: as it is")
    role.add_argument("--administers", choices=("yes", "no"), help="beside the role; default: as it is")
    add_unlocking(role)
    reset = people.add(
        "reset",
        "give somebody who forgot theirs a new passphrase; their former signing key is lost",
        Work(_STAFF, "reset"),
    )
    reset.add_argument("name", metavar="NAME")
    reset.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")
    reset.add_argument("--new-name", metavar="NEW_NAME", help="where the name changed as well")
    add_unlocking(reset)
    retire = people.add(
        "retire", "close somebody's way in; what they did and signed stays", Work(_STAFF, "retire")
    )
    retire.add_argument("name", metavar="NAME")
    retire.add_argument(
        "--keep-key",
        action="store_true",
        help="do not give the casebook a new data key, although the person may still know the present one",
    )
    add_unlocking(retire)
    rekey = people.add(
        "rekey", "give the casebook a new data key; everybody signs in again", Work(_STAFF, "rekey")
    )
    rekey.add_argument("--undo", action="store_true", help="give up what was begun towards a new key")
    add_unlocking(rekey)


def _add_recovery(keys: Menu) -> None:
    make = keys.add(
        "make",
        "a new recovery key, printed once; the one before opens nothing more",
        Work(_STAFF, "recovery_make"),
    )
    add_unlocking(make)
    revoke = keys.add("revoke", "let the recovery key open nothing more", Work(_STAFF, "recovery_revoke"))
    add_unlocking(revoke)
    use = keys.add(
        "use", "give an administrator a new passphrase with the recovery key", Work(_STAFF, "recovery_use")
    )
    use.add_argument("name", metavar="ADMIN")
    add_home(use)
    use.add_argument("--recovery-key-file", required=True, type=Path, metavar="K")
    use.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")

"""The words of ``dictamen people`` beside ``add`` and ``list``; their work is in ``ui.commands.staff``."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

_ROLES = ("reviewer", "physician", "administrator", "qa")

Command = Callable[[argparse.Namespace], int]
Unlocking = Callable[[argparse.ArgumentParser], None]


class Menu(Protocol):
    """Where the words are added."""

    def add(self, name: str, summary: str, command: Command | None = None) -> argparse.ArgumentParser:
        """One more command."""


def add_words(
    people: Menu, recovery: Callable[[argparse.ArgumentParser], Menu], unlocking: Unlocking, home: Unlocking
) -> None:
    """Add the words.

    Args:
        people: the menu of ``dictamen people``.
        recovery: makes the menu below ``dictamen people recovery``.
        unlocking: adds the options by which a person signs in.
        home: adds the option that names the casebook's folder.
    """
    _add_own(people, unlocking)
    _add_of_others(people, unlocking)
    keys = recovery(people.add("recovery", "the recovery key, for the only administrator who forgets"))
    make = keys.add(
        "make", "a new recovery key, printed once; the one before opens nothing more", _recovery_make
    )
    unlocking(make)
    unlocking(keys.add("revoke", "let the recovery key open nothing more", _recovery_revoke))
    use = keys.add("use", "give an administrator a new passphrase with the recovery key", _recovery_use)
    use.add_argument("name", metavar="ADMIN")
    home(use)
    use.add_argument("--recovery-key-file", required=True, type=Path, metavar="K")
    use.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")


def _add_own(people: Menu, unlocking: Unlocking) -> None:
    passphrase = people.add("passphrase", "give yourself another passphrase", _passphrase)
    unlocking(passphrase)
    passphrase.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")
    rename = people.add("rename", "give yourself another name, with a new signing identity", _rename)
    rename.add_argument("name", metavar="NEW_NAME")
    unlocking(rename)


def _add_of_others(people: Menu, unlocking: Unlocking) -> None:
    role = people.add("role", "give somebody another role", _role)
    role.add_argument("name", metavar="NAME")
    role.add_argument("--role", choices=_ROLES, help="default: as it is")
    role.add_argument("--administers", choices=("yes", "no"), help="beside the role; default: as it is")
    unlocking(role)
    reset = people.add(
        "reset", "give somebody who forgot theirs a new passphrase; their former signing key is lost", _reset
    )
    reset.add_argument("name", metavar="NAME")
    reset.add_argument("--new-passphrase-file", required=True, type=Path, metavar="N")
    reset.add_argument("--new-name", metavar="NEW_NAME", help="where the name changed as well")
    unlocking(reset)
    retire = people.add("retire", "close somebody's way in; what they did and signed stays", _retire)
    retire.add_argument("name", metavar="NAME")
    retire.add_argument(
        "--keep-key",
        action="store_true",
        help="do not give the casebook a new data key, although the person may still know the present one",
    )
    unlocking(retire)
    rekey = people.add("rekey", "give the casebook a new data key; everybody signs in again", _rekey)
    rekey.add_argument("--undo", action="store_true", help="give up what was begun towards a new key")
    unlocking(rekey)


def _passphrase(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.passphrase(options)


def _rename(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.rename(options)


def _role(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.role(options)


def _reset(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.reset(options)


def _retire(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.retire(options)


def _rekey(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.rekey(options)


def _recovery_make(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.recovery_make(options)


def _recovery_revoke(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.recovery_revoke(options)


def _recovery_use(options: argparse.Namespace) -> int:
    from ui.commands import staff  # noqa: PLC0415

    return staff.recovery_use(options)

"""``dictamen people``: who may use the casebook."""

import argparse
from pathlib import Path

from app import visit
from app.case import cover_of
from app.casebook import Casebook
from app.errors import InvalidInput
from app.home import casebook_home
from app.identity import read_passphrase_file
from app.people import Person, Role
from ui.commands.output import say, say_json


def home_of(options: argparse.Namespace) -> Path:
    """The folder that the options name, or where the casebook lies on this computer."""
    home: Path | None = options.home
    return home or casebook_home()


def unlock(options: argparse.Namespace) -> Casebook:
    """The casebook, opened by the person whom the options name; the visit is recorded.

    Raises:
        DictamenError: there is none, or name and passphrase do not open it.
    """
    passphrase = read_passphrase_file(options.passphrase_file)
    casebook = Casebook.unlock(home_of(options), options.user, passphrase, cover_of=cover_of)
    visit.begin(casebook, options.through)
    return casebook


def add(options: argparse.Namespace) -> int:
    """Let a person in; the first one creates the casebook.

    Raises:
        DictamenError: who lets them in is missing or may not, or the person cannot be added.
    """
    person = Person(options.name, Role(options.role), options.license)
    passphrase = read_passphrase_file(options.passphrase_file)
    home = home_of(options)
    if not Casebook.exists(home):
        Casebook.create(home, person, passphrase, cover_of=cover_of).close()
        say(f"created the casebook in {home}; {person.name} administers it")
        return 0
    if options.by is None or options.by_passphrase_file is None:
        raise InvalidInput(
            "--by", "and --by-passphrase-file are required: a person who administers lets others in"
        )
    by = read_passphrase_file(options.by_passphrase_file)
    with Casebook.unlock(home, options.by, by, cover_of=cover_of) as casebook:
        visit.begin(casebook, options.through)
        casebook.add_person(person, passphrase)
    say(f"added {person.name}, {person.role}")
    return 0


def listing(options: argparse.Namespace) -> int:
    """Everybody who is let in.

    Raises:
        DictamenError: the casebook does not open.
    """
    with unlock(options) as casebook:
        people = casebook.people()
    if options.json:
        say_json(
            [
                {"name": p.name, "role": p.role.value, "license": p.license, "administers": p.administers}
                for p in people
            ]
        )
        return 0
    for person in people:
        also = ", administers" if person.administers else ""
        say(f"{person.name}, {person.role}, license {person.license}{also}")
    return 0

"""``dictamen people``: who may use the casebook."""

import argparse
import sys
from pathlib import Path

from app import visit
from app.case import cover_of
from app.casebook import Casebook
from app.casebook.register import Member
from app.errors import InvalidInput
from app.home import casebook_home
from app.identity import read_passphrase_file
from app.passphrases import Level, strength
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
        warn_of_weakness(passphrase, person)
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
    warn_of_weakness(passphrase, person)
    say(f"added {person.name}, {person.role}")
    return 0


def warn_of_weakness(passphrase: str, person: Person) -> None:
    """Say on standard error what a passphrase that was accepted lacks."""
    found = strength(passphrase, (person.name, person.license))
    if found.reason is not None:
        level = "weak" if found.level is Level.WEAK else "fair, not strong"
        sys.stderr.write(f"dictamen: the new passphrase is {level}: {found.reason['en']}\n")


def listing(options: argparse.Namespace) -> int:
    """Everybody who is let in.

    Raises:
        DictamenError: the casebook does not open.
    """
    with unlock(options) as casebook:
        everybody = casebook.staff.everybody()
    shown = [member for member in everybody if options.all or member.retired is None]
    if options.json:
        say_json([_told(member) for member in shown])
        return 0
    for member in shown:
        person = member.person
        also = ", administers" if person.administers else ""
        left = f", left on {member.retired.astimezone():%Y-%m-%d}" if member.retired else ""
        before = f", before: {', '.join(member.names)}" if member.names else ""
        say(f"{person.name}, {person.role}, license {person.license}{also}{left}{before}")
    return 0


def _told(member: Member) -> dict[str, object]:
    person = member.person
    return {
        "name": person.name,
        "role": person.role.value,
        "license": person.license,
        "administers": person.administers,
        "retired": member.retired.isoformat() if member.retired else None,
        "former_names": list(member.names),
    }

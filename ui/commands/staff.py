"""``dictamen people``: renaming, roles, passphrases, leaving, the recovery key and a new data key."""

import argparse
import sys

from app.casebook import Casebook
from app.casebook.book import utc_now
from app.casebook.recovery import RecoveryDoor
from app.casebook.rekey import Cancelled
from app.errors import DictamenError, InvalidInput
from app.identity import read_passphrase_file
from app.people import Role, same_name
from ui.commands.output import say
from ui.commands.people import home_of, unlock, warn_of_weakness


def passphrase(options: argparse.Namespace) -> int:
    """Give the person who signs in another passphrase.

    Raises:
        DictamenError: they do not get in, or the new one cannot be used.
    """
    new = read_passphrase_file(options.new_passphrase_file)
    with unlock(options) as casebook:
        casebook.staff.change_passphrase(read_passphrase_file(options.passphrase_file), new)
        warn_of_weakness(new, casebook.person)
    say(f"{casebook.person.name} has a new passphrase")
    return 0


def rename(options: argparse.Namespace) -> int:
    """Give the person who signs in another name.

    Raises:
        DictamenError: they do not get in, or the name cannot be used.
    """
    with unlock(options) as casebook:
        casebook.staff.rename(options.name, read_passphrase_file(options.passphrase_file))
    before, after = casebook.person.name, options.name.strip()
    say(f"{before} is {after} now, with a new signing identity; sign in by that name")
    return 0


def role(options: argparse.Namespace) -> int:
    """Give somebody another role.

    Raises:
        DictamenError: who signs in may not, or nobody has the name, or nobody would administer any more.
    """
    if options.role is None and options.administers is None:
        raise InvalidInput("--role", "or --administers is required")
    administers = {"yes": True, "no": False, None: None}[options.administers]
    with unlock(options) as casebook:
        member = casebook.staff.register.named(options.name)
        new = Role(options.role) if options.role else member.person.role
        casebook.staff.set_role(options.name, new, administers=administers)
        after = casebook.staff.register.named(options.name).person
    also = ", administers" if after.administers else ""
    say(f"{after.name} is {after.role}{also}; they sign in again; a new role brings a new signing identity")
    return 0


def reset(options: argparse.Namespace) -> int:
    """Give somebody who forgot theirs a new passphrase.

    Raises:
        DictamenError: who signs in may not, or name or passphrase cannot be used.
    """
    new = read_passphrase_file(options.new_passphrase_file)
    with unlock(options) as casebook:
        casebook.staff.reset(options.name, new, options.new_name)
        person = casebook.staff.register.named(options.new_name or options.name).person
    warn_of_weakness(new, person)
    say(f"{person.name} has a new passphrase and a new signing identity; the former key is lost for ever")
    return 0


def retire(options: argparse.Namespace) -> int:
    """Close somebody's way in, and give the casebook a new data key unless that is not wanted.

    Raises:
        DictamenError: who signs in may not, or nobody has the name, or nobody would administer any more.
    """
    with unlock(options) as casebook:
        is_own = same_name(options.name, casebook.person.name)
        if is_own and not options.keep_key:
            raise InvalidInput(
                "--keep-key",
                "is required to retire yourself; another administrator gives the new key afterwards",
            )
        casebook.staff.retire(options.name)
        say(f"{options.name} is let in no more; what they did and signed stays")
        return 0 if options.keep_key else _new_key(casebook)


def rekey(options: argparse.Namespace) -> int:
    """Give the casebook a new data key, or give up what was begun.

    Returns:
        1 when it was interrupted, and nothing was changed.

    Raises:
        DictamenError: who signs in may not, or it could not be finished.
    """
    with unlock(options) as casebook:
        if not options.undo:
            return _new_key(casebook)
        if casebook.rekey.begun() is None:
            raise DictamenError("nothing was begun towards a new key")
        casebook.rekey.undo()
    say("what was begun towards a new key was given up; the casebook is as it was")
    return 0


def recovery_make(options: argparse.Namespace) -> int:
    """Make a recovery key and print it, once.

    Raises:
        DictamenError: who signs in may not.
    """
    with unlock(options) as casebook:
        code = casebook.recovery.make()
    say(code)
    sys.stderr.write(
        "dictamen: write this recovery key down now and keep it in a safe; it cannot be shown again, "
        "and the one before opens nothing more\n"
    )
    return 0


def recovery_revoke(options: argparse.Namespace) -> int:
    """Let the recovery key open nothing more.

    Raises:
        DictamenError: who signs in may not, or there is none.
    """
    with unlock(options) as casebook:
        casebook.recovery.revoke()
    say("the recovery key opens nothing any more")
    return 0


def recovery_use(options: argparse.Namespace) -> int:
    """Give an administrator a new passphrase with the recovery key.

    Raises:
        DictamenError: the key opens nothing, or name or passphrase cannot be used.
    """
    code, new = (
        read_passphrase_file(options.recovery_key_file),
        read_passphrase_file(options.new_passphrase_file),
    )
    with RecoveryDoor.open(home_of(options), code, utc_now) as door:
        door.set_passphrase(options.name, new)
        person = door.register.named(options.name).person
    warn_of_weakness(new, person)
    say(f"{person.name} has a new passphrase and a new signing identity; the use of the key is recorded")
    return 0


def _new_key(casebook: Casebook) -> int:
    told = -1

    def progress(done: int, total: int) -> None:
        nonlocal told
        tenth = 10 * done // max(total, 1)
        if tenth != told:
            told = tenth
            sys.stderr.write(f"dictamen: new key: {done} of {total} revisions\n")

    try:
        revisions = casebook.rekey.run(progress)
    except (KeyboardInterrupt, Cancelled):
        casebook.rekey.undo()
        say("interrupted: the casebook keeps its key, nothing was changed")
        return 1
    say(f"the casebook has a new data key; {revisions} revisions were sealed anew; everybody signs in again")
    return 0

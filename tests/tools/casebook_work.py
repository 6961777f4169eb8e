"""What a person does with a casebook, one work after the other, in the world of ``casebook_world``."""

import contextlib
import hashlib
import io
from collections.abc import Callable
from datetime import date

from app.audit import Period
from app.casebook import Casebook, NoSuchCase, NotLetIn
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import Reason
from app.casebook.book import utc_now
from app.casebook.restore import open_backup
from app.people import Person, Role
from tests.tools.casebook_world import World, content, no_letters, signed_in
from tests.tools.flip_casebook import ANA, CHEAP, FIRST, INES, OTHERS, PASSPHRASE, RULES
from ui.history import export_files

NEWCOMER = Person("New Sample", Role.REVIEWER, "RN-00002")
PERIOD = Period(date(2014, 1, 1), date(2099, 1, 1))

Tell = Callable[[str], None]
"""Is told what was acknowledged: ``saved ID REV``, ``attached SHA256``, ``backup NAME``, ``written NAME``,
``purged``, ``passphrase``."""


def _rev(book: Casebook, case_id: str) -> int:
    try:
        return book.get(case_id).rev
    except NoSuchCase:
        return 0


def unlock(world: World, _tell: Tell) -> None:
    """Sign in after a wrong passphrase, which is noted, taken in and told."""
    with contextlib.suppress(NotLetIn):
        Casebook.unlock(world.home, INES.name, "a wrong passphrase")
    with Casebook.unlock(world.home, INES.name, OTHERS) as book:
        book.record("unlocked")


def save(world: World, tell: Tell) -> None:
    """Save a new case, and one that is there."""
    with Casebook.unlock(world.home, INES.name, OTHERS) as book:
        for case_id in ("C-NEW", "C-1"):
            saved = book.save({"new": True, "filler": "x" * 5000}, case_id, _rev(book, case_id))
            tell(f"saved {saved.case_id} {saved.rev}")


def attach(world: World, tell: Tell) -> None:
    """Seal a file into a new case."""
    with Casebook.unlock(world.home, INES.name, OTHERS) as book:
        kept = book.attachments.keep(io.BytesIO(content(3)))
        saved = book.save({"attachments": [{"id": "A1", "sha256": kept.sha256}]})
        tell(f"attached {kept.sha256}")
        tell(f"saved {saved.case_id} {saved.rev}")


def back_up(world: World, tell: Tell) -> None:
    """Make a backup."""
    with signed_in(world) as book:
        tell(f"backup {book.backups.make(world.backups, Reason.BY_HAND).name}")


def restore(world: World, tell: Tell) -> None:
    """Put the older backup in the place of the casebook."""
    (backup,) = BackupFolder(world.older).backups()
    with open_backup(backup, world.home, ANA.name, FIRST, utc_now) as candidate:
        candidate.put_in_place(utc_now)
    tell("restored")


def move(world: World, tell: Tell) -> None:
    """Restore the older backup on another computer, where there is no casebook."""
    (backup,) = BackupFolder(world.older).backups()
    with open_backup(backup, world.folder / "new" / "home", ANA.name, FIRST, utc_now) as candidate:
        candidate.put_in_place(utc_now)
    tell("created")
    tell("new C-FILE")


def rekey(world: World, tell: Tell) -> None:
    """Give the casebook a new key."""
    with signed_in(world) as book:
        book.rekey.run(batch=8)
    tell("new key")


def unpack(world: World, tell: Tell) -> None:
    """Take the other site's parcel."""
    with signed_in(world) as book:
        book.exchange(no_letters).unpack(world.parcel)
        tell("saved P-1 1")
        tell(f"attached {hashlib.sha256(content(2)).hexdigest()}")


def pack(world: World, tell: Tell) -> None:
    """Make a parcel; one that was made before is made anew."""
    (world.out / "parcel").unlink(missing_ok=True)
    with signed_in(world) as book:
        book.exchange(no_letters).pack("There", world.out / "parcel", ["C-1", "C-FILE"])
        tell("written parcel")


def purge(world: World, tell: Tell) -> None:
    """Purge, as the second person, what the first proposed."""
    with Casebook.unlock(world.home, INES.name, OTHERS) as book:
        retention = book.retention(RULES)
        for proposal in retention.proposals():
            if proposal.is_open:
                retention.confirm(proposal.number)
    tell("purged")


def export_trail(world: World, tell: Tell) -> None:
    """Write the audit trail as a list."""
    with signed_in(world) as book:
        trail = export_files.read(book, PERIOD, with_members=False, language="en", tell=lambda _place: None)
        export_files.write_list(book, trail, world.out / "trail.csv")
        tell("written trail.csv")


def change_passphrase(world: World, tell: Tell) -> None:
    """Change the administrator's passphrase."""
    with contextlib.suppress(NotLetIn), Casebook.unlock(world.home, ANA.name, FIRST) as book:
        book.staff.change_passphrase(FIRST, PASSPHRASE)
    tell("passphrase")


def add_person(world: World, tell: Tell) -> None:
    """Let somebody in."""
    with signed_in(world) as book:
        if NEWCOMER.name not in [person.name for person in book.people()]:
            book.add_person(NEWCOMER, OTHERS)
    tell("person")


def create(world: World, tell: Tell) -> None:
    """Set up a casebook, at another place."""
    with Casebook.create(world.folder / "new" / "home", ANA, FIRST, cost=CHEAP) as book:
        tell("created")
        saved = book.save({"new": True})
        tell(f"new {saved.case_id}")


Work = Callable[[World, Tell], None]

WORKS: dict[str, Work] = {
    "unlock": unlock,
    "save": save,
    "attach": attach,
    "backup": back_up,
    "restore": restore,
    "move": move,
    "rekey": rekey,
    "unpack": unpack,
    "pack": pack,
    "purge": purge,
    "export": export_trail,
    "passphrase": change_passphrase,
    "person": add_person,
    "create": create,
}

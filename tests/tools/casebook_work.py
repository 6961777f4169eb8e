"""What a casebook goes through, one work after the other, and what must hold after each that was cut off.

``prepare`` makes a small world: a casebook with cases, attached files and a proposed purge, an older backup,
and a parcel of another site. ``WORKS`` are what a person does in it. ``look`` says what is wrong
afterwards, whether the work came to its end, failed or was killed in the middle.
"""

import contextlib
import hashlib
import io
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.audit import Period
from app.casebook import Casebook, NoCasebook, NoSuchCase, NotLetIn
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import Reason
from app.casebook.book import utc_now
from app.casebook.looking import check_backup, open_casebook
from app.casebook.replacing import KEPT
from app.casebook.restore import open_backup
from app.errors import DictamenError
from app.people import Person, Role
from tests.tools.flip_casebook import ANA, CHEAP, FIRST, INES, LONG_AGO, OTHERS, PASSPHRASE, RULES
from ui.history import export_files

NEWCOMER = Person("New Sample", Role.REVIEWER, "RN-00002")
PERIOD = Period(date(2014, 1, 1), date(2099, 1, 1))


@dataclass(frozen=True)
class World:
    """The folders of one casebook and what lies about it."""

    folder: Path

    @property
    def home(self) -> Path:
        """The casebook's folder."""
        return self.folder / "home"

    @property
    def backups(self) -> Path:
        """Where new backups go."""
        return self.folder / "backups"

    @property
    def older(self) -> Path:
        """Where the backup lies that is restored."""
        return self.folder / "older"

    @property
    def parcel(self) -> Path:
        """Of another site, for this one."""
        return self.folder / "parcel"

    @property
    def out(self) -> Path:
        """Where exported files go."""
        return self.folder / "out"


Tell = Callable[[str], None]
"""Is told what was acknowledged: ``saved ID REV``, ``attached SHA256``, ``backup NAME``, ``written NAME``,
``purged``, ``passphrase``."""


def content(number: int) -> bytes:
    """Bytes of a file to attach; more than one chunk."""
    return random.Random(number).randbytes(70_000 + number)  # noqa: S311  # a content


def prepare(folder: Path) -> World:
    """Make the world that each work begins in."""
    world = World(folder)
    for path in (world.backups, world.older, world.out):
        path.mkdir(parents=True)
    with Casebook.create(world.home, ANA, FIRST, cost=CHEAP, clock=lambda: LONG_AGO) as book:
        book.add_person(INES, OTHERS)
        _attach(book, 4, "C-0")
    with Casebook.unlock(world.home, ANA.name, FIRST) as book:
        for number in range(1, 4):
            book.save({"number": number, "filler": content(number)[:900].hex()}, f"C-{number}")
        _attach(book, 1, "C-FILE")
        book.backups.make(world.older, Reason.BY_HAND)
        book.save({"number": 4}, "C-LATER")
        book.retention(RULES).propose(["C-0"])
        _parcel_for(book, world)
    with Casebook.unlock(world.home, INES.name, OTHERS) as book:  # takes in what signing in takes in
        book.save({"number": 5}, "C-INES")
    return world


def _parcel_for(book: Casebook, world: World) -> None:
    with Casebook.create(world.folder / "there", ANA, FIRST, cost=CHEAP) as other:
        here, there = book.sites.name("Here"), other.sites.name("There")
        book.sites.trust(there.site.card)
        other.sites.trust(here.site.card)
        _attach(other, 2, "P-1")
        other.exchange(_no_letters).pack("Here", world.parcel, ["P-1"])


def _no_letters(_document: object) -> list[str]:
    return []


def _attach(book: Casebook, number: int, case_id: str) -> str:
    kept = book.attachments.keep(io.BytesIO(content(number)))
    book.save({"attachments": [{"id": "A1", "sha256": kept.sha256}]}, case_id)
    return kept.sha256


@contextlib.contextmanager
def signed_in(world: World) -> Iterator[Casebook]:
    """The casebook, opened by its administrator with either of her passphrases."""
    try:
        book = Casebook.unlock(world.home, ANA.name, FIRST)
    except NotLetIn:
        book = Casebook.unlock(world.home, ANA.name, PASSPHRASE)
    with book:
        yield book


# ------------------------------------------------------------ the works


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
        book.exchange(_no_letters).unpack(world.parcel)
        tell("saved P-1 1")
        tell(f"attached {hashlib.sha256(content(2)).hexdigest()}")


def pack(world: World, tell: Tell) -> None:
    """Make a parcel; one that was made before is made anew."""
    (world.out / "parcel").unlink(missing_ok=True)
    with signed_in(world) as book:
        book.exchange(_no_letters).pack("There", world.out / "parcel", ["C-1", "C-FILE"])
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

# ------------------------------------------------------------ what must hold afterwards

BEFORE = {"C-1": 1, "C-2": 1, "C-3": 1, "C-FILE": 1, "C-LATER": 1, "C-INES": 1}


def look(world: World, work: str, told: list[str]) -> list[str]:
    """Everything that is lost or not whole, and whether the work can be done (again) now."""
    try:
        found = [*_in_the_casebook(world, work, told), *_in_the_backups(world, told)]
        found += [*_files(world, told), *_in_the_new_one(world, told)]
    except DictamenError as error:
        return [f"cannot be read: {error}"]
    try:
        _again(world, work)
    except DictamenError as error:
        found.append(f"cannot be done afterwards: {error}")
    return found


def _in_the_casebook(world: World, work: str, told: list[str]) -> Iterator[str]:
    saves = [line.split()[1:] for line in told if line.startswith("saved ")]
    with signed_in(world) as book:
        yield from (f"not whole: {trouble}" for trouble in book.verify() if not _is_left_over(str(trouble)))
        for case_id, rev in [*BEFORE.items(), *((case_id, int(rev)) for case_id, rev in saves)]:
            if not (_has(book, case_id, rev) or (work == "restore" and _is_kept(world, case_id, rev))):
                yield f"lost: {case_id} revision {rev}"
        if _has(book, "C-0", 1) and "purged" in told:
            yield "C-0 is there again"
        if not _has(book, "C-0", 1) and work != "purge":
            yield "lost: C-0 revision 1"
        for digest in [line.split()[1] for line in told if line.startswith("attached ")]:
            with book.attachments.open(digest) as reader:
                if reader.digest() != digest:
                    yield f"another content: {digest}"
        if "person" in told and NEWCOMER.name not in [person.name for person in book.people()]:
            yield "lost: a person"
    if "passphrase" in told:
        Casebook.unlock(world.home, ANA.name, PASSPHRASE).close()


def _is_left_over(trouble: str) -> bool:
    """A sealed file or a draft that a cut-off write left, which a sweep removes: no harm."""
    return "'dictamen cases sweep' removes it" in trouble


def _has(book: Casebook, case_id: str, rev: int) -> bool:
    try:
        book.revision(case_id, rev)
    except NoSuchCase:
        return False
    return True


def _is_kept(world: World, case_id: str, rev: int) -> bool:
    """Whether a casebook that a restore replaced, and kept, holds the revision."""
    for path in world.home.glob(f"{KEPT}*.db"):
        opened = open_casebook(path, ANA.name, FIRST, utc_now)
        try:
            if opened.ledger.revision(case_id, rev) is not None:
                return True
        finally:
            opened.file.close()
    return False


def _in_the_backups(world: World, told: list[str]) -> Iterator[str]:
    made = [line.split()[1] for line in told if line.startswith("backup ")]
    there = {backup.name: backup for backup in BackupFolder(world.backups).backups()}
    yield from (f"lost: {name}" for name in made if name not in there)
    for backup in (*there.values(), *BackupFolder(world.older).backups()):
        yield from check_backup(backup, ANA.name, FIRST, utc_now)


def _files(world: World, told: list[str]) -> Iterator[str]:
    for name in [line.split()[1] for line in told if line.startswith("written ")]:
        if not (world.out / name).is_file():
            yield f"lost: {name}"
    trail = world.out / "trail.csv"
    if trail.is_file() and not trail.read_bytes().endswith(b"\r\n"):
        yield "half a list was written"


def _in_the_new_one(world: World, told: list[str]) -> Iterator[str]:
    cases = [line.split()[1] for line in told if line.startswith("new ") and line != "new key"]
    try:
        with Casebook.unlock(world.folder / "new" / "home", ANA.name, FIRST) as book:
            yield from (f"not whole: {trouble}" for trouble in book.verify())
            yield from (f"lost: {case_id}" for case_id in cases if not _has(book, case_id, 1))
    except NoCasebook:
        if "created" in told:
            yield "lost: the new casebook"


def _again(world: World, work: str) -> None:
    """Do the work now that nothing stands in its way; what is left over is swept first."""
    with signed_in(world) as book:
        book.attachments.sweep()
    if work == "create" and Casebook.exists(world.folder / "new" / "home"):
        return
    WORKS[work](world, lambda _what: None)

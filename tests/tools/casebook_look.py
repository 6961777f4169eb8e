"""What must hold of a casebook after a work that came to its end, failed, or was killed in the middle."""

from collections.abc import Iterator

from app.casebook import Casebook, NoCasebook, NoSuchCase
from app.casebook.backup_folder import BackupFolder
from app.casebook.book import utc_now
from app.casebook.looking import check_backup, open_casebook
from app.casebook.replacing import KEPT
from app.errors import DictamenError
from tests.tools.casebook_work import NEWCOMER, WORKS
from tests.tools.casebook_world import ADDED, POLICY, World, signed_in
from tests.tools.flip_casebook import ANA, FIRST, PASSPHRASE

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
        yield from _added(book)
    if "passphrase" in told:
        Casebook.unlock(world.home, ANA.name, PASSPHRASE).close()


def _added(book: Casebook) -> Iterator[str]:
    """What is wrong with the policy that was added, once a person has come in."""
    for place in book.shelf.confirmed():
        book.shelf.put_back()
        path = book.shelf.home / ADDED
        if not path.is_file() or path.read_bytes() != POLICY:
            yield f"lost: {place}"


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
            yield from _added(book)
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

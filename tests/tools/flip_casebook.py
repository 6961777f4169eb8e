"""Flips bits of a small casebook's files, one at a time, and counts those that nothing notices.

Run as ``python -m tests.tools.flip_casebook [--every N] [--rekeyed] [--jobs N]``; without ``--every`` it
flips each bit of the casebook, of its attachment and of a backup's manifest, and some of the backup's copy,
whose digest the manifest holds. The casebook has people (one retired, one with a new passphrase), cases with
an attachment, one from another site with two versions that somebody settled, events, a hold, a purge and a
failed attempt.
"""

import argparse
import contextlib
import itertools
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from app.casebook import Casebook, Cost, NotLetIn
from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import MANIFEST, Reason
from app.casebook.book import utc_now
from app.casebook.file import FILE_NAME, CasebookFile
from app.casebook.holds import HoldReason
from app.casebook.ledger import Ledger
from app.casebook.looking import check_backup
from app.casebook.register import Register
from app.casebook.retention_rules import Rules
from app.casebook.sealing import Sealer
from app.casebook.verify import verify
from app.errors import DictamenError
from app.people import Person, Role

ANA = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
INES = Person("Inés Muñiz Sample", Role.PHYSICIAN, "MD-00000")
GONE = Person("Gone Sample", Role.REVIEWER, "RN-00001")
FIRST, PASSPHRASE = "ana's first passphrase", "ana's second passphrase"
OTHERS = "a passphrase of theirs"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
RULES = Rules(lambda _row: 10, lambda _document: [])
LONG_AGO = datetime(2014, 3, 1, 12, tzinfo=UTC)
BACKUPS = "backups"
OF_A_COPY = 64
"""Of so many bytes of a backup's copy, one bit is flipped: the manifest holds a digest over all of it."""

Flips = Iterator[tuple[int, int]]


def make(home: Path, rekeyed: bool) -> None:
    """A small casebook to which most things have happened, and a backup of it beside its folder."""
    with Casebook.create(home, ANA, FIRST, cost=CHEAP, clock=lambda: LONG_AGO) as book:
        book.add_person(INES, OTHERS)
        book.add_person(GONE, OTHERS)
        book.save({"member": "Long Ago", "v": 1}, "C-0")
        book.save({"member": "Long Ago", "v": 2}, "C-0", rev=1)
    with Casebook.unlock(home, ANA.name, FIRST) as book:
        for number in range(1, 5):
            book.save({"member": "Ana", "filler": "x" * 100 * number}, f"C-{number}")
        book.save({"filler": [random.Random(1).random() for _ in range(500)]}, "C-1", rev=1)  # noqa: S311
        book.record("letter printed", case_id="C-1", pages=2)
        content = book.attachments.keep(BytesIO(b"evidence, invented"))
        book.save({"attachments": [{"sha256": content.sha256}]}, "C-2", rev=1)
        _exchange(book)
        book.staff.change_passphrase(FIRST, PASSPHRASE)
        book.staff.retire(GONE.name)
        book.retention(RULES).holds.hold("C-1", HoldReason.APPEAL)
        proposal = book.retention(RULES).propose(["C-0"])
    with Casebook.unlock(home, INES.name, OTHERS) as book:
        book.retention(RULES).confirm(proposal.number)
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        if rekeyed:
            book.rekey.run()
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        (home.parent / BACKUPS).mkdir()
        book.backups.make(home.parent / BACKUPS, Reason.BY_HAND)
    with contextlib.suppress(NotLetIn):
        Casebook.unlock(home, ANA.name, "a wrong passphrase")


def _exchange(book: Casebook) -> None:
    """Have two sites change one case, and settle it here."""
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        with Casebook.create(away / "home", INES, OTHERS, cost=CHEAP) as other:
            here, there = book.sites.name("Here"), other.sites.name("There")
            book.sites.trust(there.site.card)
            other.sites.trust(here.site.card)
            book.exchange(_no_letters).pack("There", away / "out", ["C-3"])
            other.exchange(_no_letters).unpack(away / "out")
            other.save({"member": "Ana", "changed": "there"}, "C-3", rev=1)
            other.exchange(_no_letters).pack("Here", away / "back", ["C-3"])
        book.save({"member": "Ana", "changed": "here"}, "C-3", rev=1)
        book.exchange(_no_letters).unpack(away / "back")
        book.forks.settle(book.forks.find("C-3"), {"member": "Ana", "changed": "both"})


def _no_letters(_document: dict[str, object]) -> list[str]:
    return []


def sealer_of(home: Path) -> Sealer:
    """What opens the casebook; the costly part of unlocking, done once."""
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        return Sealer(book.staff.opened.data_key)


def is_noticed(path: Path, sealer: Sealer) -> bool:
    """Whether opening or verifying refuses the file or finds anything, by the product's own code."""
    file = None
    try:
        file = CasebookFile.open(path)
        if file.found:
            return True
        ledger = Ledger(file, sealer, utc_now)
        return bool(verify(file, ledger, Register(ledger), sealer, None))
    except DictamenError:
        return True
    finally:
        if file is not None:
            file.close()


def attachment_is_noticed(home: Path) -> bool:
    """Whether the check of the attachments finds anything."""
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        return bool(list(book.attachments.check()))


def backup_is_noticed(home: Path) -> bool:
    """Whether the check of the backup finds anything."""
    try:
        (backup,) = BackupFolder(home.parent / BACKUPS).backups()
        return bool(check_backup(backup, ANA.name, PASSPHRASE, utc_now))
    except DictamenError:
        return True


def unnoticed(home: Path, sealer: Sealer, flips: Flips) -> Flips:
    """Those flips (byte, bit) of the casebook that nothing notices; the file is whole again after each."""
    path = home / FILE_NAME
    return unnoticed_in(path, lambda: is_noticed(path, sealer), flips)


def unnoticed_in(path: Path, look: Callable[[], bool], flips: Flips) -> Flips:
    """As ``unnoticed``, of any file, as far as ``look`` does not see them."""
    whole = path.read_bytes()
    assert not look(), "an unchanged file is whole"
    with path.open("r+b", buffering=0) as file:
        for place, bit in flips:
            file.seek(place)
            file.write(bytes([whole[place] ^ 1 << bit]))
            if not look():
                yield place, bit
            file.seek(place)
            file.write(whole[place : place + 1])
    assert path.read_bytes() == whole, "verification writes nothing"


def every_bit(length: int) -> Flips:
    """All of them."""
    return ((place, bit) for place in range(length) for bit in range(8))


def some_bits(length: int, every: int, seed: int) -> Flips:
    """One random bit of every so manyeth byte."""
    chance = random.Random(seed)  # noqa: S311  # a choice, no secret
    return ((place, chance.randrange(8)) for place in range(chance.randrange(every), length, every))


def files_of(home: Path) -> list[Path]:
    """What is flipped: the casebook, the attachment, the backup's manifest and copy."""
    found = [home / FILE_NAME, *(home / "attachments").rglob("*"), *(home.parent / BACKUPS).rglob(MANIFEST)]
    copies = (home.parent / BACKUPS).rglob(FILE_NAME)
    return [path.relative_to(home.parent) for path in (*found, *copies) if path.is_file()]


def flips_of(path: Path, every: int) -> Flips:
    """The flips of a file; all of them where ``every`` is 0."""
    length = path.stat().st_size
    if path.parts[-3:-2] == (BACKUPS,) and path.name == FILE_NAME:
        every = max(every, OF_A_COPY)
    return some_bits(length, every, seed=length) if every else every_bit(length)


def share(folder: Path, file: Path, every: int, number: int, of: int) -> tuple[int, list[tuple[int, int]]]:
    """Flip one share of a file's bits, in a copy of all files; gives how many, and those not noticed."""
    with tempfile.TemporaryDirectory() as elsewhere:
        copy = Path(elsewhere) / "copy"
        shutil.copytree(folder, copy)
        home = copy / "home"
        sealer = sealer_of(home)
        looks = {"home": lambda: attachment_is_noticed(home), BACKUPS: lambda: backup_is_noticed(home)}
        look = looks[file.parts[0]]
        if file.name == FILE_NAME and file.parts[0] == "home":
            look = lambda: is_noticed(copy / file, sealer)  # noqa: E731  # one of three
        flips = list(itertools.islice(flips_of(copy / file, every), number, None, of))
        return len(flips), list(unnoticed_in(copy / file, look, iter(flips)))


def main() -> None:
    """Flip, and print what went unnoticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=0, metavar="N")
    parser.add_argument("--rekeyed", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(options.jobs) as pool:
        folder = Path(name)
        make(folder / "home", options.rekeyed)
        for file in files_of(folder / "home"):
            began = time.monotonic()
            shares = [
                pool.submit(share, folder, file, options.every, number, options.jobs)
                for number in range(options.jobs)
            ]
            done = [each.result() for each in shares]
            found = sorted(flip for _, missed in done for flip in missed)
            for place, bit in found:
                print(f"not noticed: page {place // 4096 + 1}, byte {place % 4096}, bit {bit}")
            tried = sum(count for count, _ in done)
            length = (folder / file).stat().st_size
            print(
                f"{file}: {tried} flips in {length} bytes, {len(found)} not noticed, "
                f"{time.monotonic() - began:.0f} s",
                flush=True,
            )


if __name__ == "__main__":
    main()

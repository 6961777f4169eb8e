"""Measures backup, restore and purge beside a plain copy of the same file.

Run as ``python -m tests.benchmarks.keeping [--cases N]``; prints one figure a line. Times are of the
processor, which others hardly lengthen; ratios are to copying the casebook's file and reading it once.
"""

import argparse
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.casebook import Casebook
from app.casebook.backup_manifest import Reason
from app.casebook.book import utc_now
from app.casebook.copying import sha256_of
from app.casebook.file import FILE_NAME
from app.casebook.restore import open_backup
from app.casebook.retention_rules import Rules
from app.casebook.tables import Change
from app.people import Person, Role
from tests.benchmarks.casebook import CHEAP, PASSPHRASE, PERSON, case, cover

OTHER = Person("Second Person", Role.PHYSICIAN, "MD-2")
RULES = Rules(lambda _row: 10, lambda _document: [])
_TOGETHER, _PURGED = 500, 100


def taken(work: Callable[[], object]) -> float:
    """Processor time in seconds."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def fill(home: Path, cases: int) -> None:
    """A casebook with so many cases of one revision, and two people."""
    with Casebook.create(home, PERSON, PASSPHRASE, cover_of=cover, cost=CHEAP) as book:
        book.add_person(OTHER, PASSPHRASE)
        for first in range(0, cases, _TOGETHER):
            numbers = range(first, min(first + _TOGETHER, cases))
            book.save_together([(Change(f"C-{number}", case(number), 0), "saved") for number in numbers])


def measure(place: Path, cases: int) -> None:
    """Print the figures."""
    home, disk, later = place / "home", place / "disk", datetime.now(UTC) + timedelta(days=11 * 366)
    disk.mkdir()
    fill(home, cases)
    plain = min(taken(lambda: _copy(home, place / "plain")) for _ in range(3))
    with Casebook.unlock(home, PERSON.name, PASSPHRASE, cover_of=cover) as book:
        verify = taken(book.verify)
        made = []
        backup = taken(lambda: made.append(book.backups.make(disk, Reason.BY_HAND)))
        book.worklist()
        listed = taken(book.retention(RULES).past)
    size = (home / FILE_NAME).stat().st_size / 1e6
    print(f"{cases} cases, {size:.0f} MB; copying and reading the file: {plain:.2f} s")
    print(f"verifying: {verify:.2f} s; a backup: {backup:.2f} s, {backup / (verify + plain):.2f} times both")
    print(f"looking for cases past their retention, none there: {listed:.3f} s")
    with Casebook.unlock(home, PERSON.name, PASSPHRASE, cover_of=cover, clock=lambda: later) as book:
        kept = book.retention(RULES)
        ids = [f"C-{number}" for number in range(min(_PURGED, cases))]
        number = kept.propose(ids).number
    with Casebook.unlock(home, OTHER.name, PASSPHRASE, cover_of=cover, clock=lambda: later) as book:
        kept = book.retention(RULES)
        print(f"purging {len(ids)} cases: {taken(lambda: kept.confirm(number)):.2f} s")

    def restore() -> None:
        with open_backup(made[0], home, PERSON.name, PASSPHRASE, utc_now) as candidate:
            print(f"cases that would come back: {len(candidate.difference.back)}")
            candidate.put_in_place(utc_now)

    print(f"restoring: {taken(restore):.2f} s")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def _copy(home: Path, target: Path) -> None:
    shutil.copyfile(home / FILE_NAME, target)
    sha256_of(target)


def main() -> None:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), parser.parse_args().cases)


if __name__ == "__main__":
    main()

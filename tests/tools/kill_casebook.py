"""Kills processes at work on a casebook at random moments, and looks whether anything acknowledged is lost.

Run as ``python -m tests.tools.kill_casebook [--kills N] [SCENARIO…]``. Each round has two processes at work
and kills both: two that save, or one that saves beside one that gives the casebook a new key, backs it up,
restores it or unpacks parcels. Afterwards the casebook must open, verify, and hold every acknowledged save.
"""

import argparse
import multiprocessing
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from app.casebook import Busy, Casebook, Cost, KeyChanged, NoSuchCase
from app.casebook.backup_folder import BackupFolder, find_backup
from app.casebook.backup_manifest import Reason
from app.casebook.book import utc_now
from app.casebook.file import FILE_NAME
from app.casebook.looking import check_backup, open_casebook
from app.casebook.problems import Replaced
from app.casebook.restore import open_backup
from app.errors import DictamenError
from app.people import Person, Role

PERSON = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
PASSPHRASE = "a passphrase for killing"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
ROUNDS_PER_CASEBOOK = 20
"""Then a new one is begun, because each round reads all of it."""

BACKUPS, FROM, PARCELS = "backups", "from", "parcels"
CASES_IN_A_PARCEL, SOME_PARCELS = 5, 60
_SERVER: Any = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")


@dataclass
class Tally:
    """What came of it."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    troubles: list[str] = field(default_factory=list)


def unlocked(home: Path) -> Casebook:
    """The casebook, opened; again and again while another process has it in hand."""
    while True:
        with suppress(Busy):
            return Casebook.unlock(home, PERSON.name, PASSPHRASE)


def acknowledge(path: Path, what: str) -> None:
    """One line; what was handed to the system survives a kill."""
    with path.open("ab", buffering=0) as file:
        file.write(f"{what}\n".encode())


def save(home: Path, heard: Path) -> None:
    """Save new cases without end."""
    while True:
        with suppress(KeyChanged, Replaced, Busy), unlocked(home) as book:
            while True:
                saved = book.save({"filler": "x" * random.randrange(6000)})  # noqa: S311  # a size
                acknowledge(heard, f"saved {saved.case_id}")


def rekey(home: Path, heard: Path) -> None:
    """Give the casebook a new key without end."""
    while True:
        with unlocked(home) as book, suppress(Busy):
            book.rekey.run(batch=8)
            acknowledge(heard, "rekeyed")


def back_up(home: Path, heard: Path) -> None:
    """Back the casebook up without end."""
    folder = home.parent / BACKUPS
    while True:
        with unlocked(home) as book, suppress(Busy):
            acknowledge(heard, f"backup {book.backups.make(folder, Reason.BY_HAND).name}")


def restore(home: Path, heard: Path) -> None:
    """Restore one backup without end."""
    (backup,) = BackupFolder(home.parent / FROM).backups()
    while True:
        with suppress(Busy), open_backup(backup, home, PERSON.name, PASSPHRASE, utc_now) as candidate:
            candidate.put_in_place(utc_now)
            acknowledge(heard, "restored")


def no_letters(_document: dict[str, Any]) -> list[str]:
    """These cases have no letters that would go with them."""
    return []


def unpack(home: Path, heard: Path) -> None:
    """Take the parcels of another site without end; those that were taken before change nothing."""
    while True:
        with suppress(Busy), unlocked(home) as book:
            for parcel in sorted((home.parent / PARCELS).iterdir()):
                book.exchange(no_letters).unpack(parcel)
                for number in range(CASES_IN_A_PARCEL):
                    acknowledge(heard, f"saved {parcel.stem}-{number}")


LONGEST = {"saves": 0.03, "rekey": 0.15, "backup": 0.15, "restore": 0.15, "unpack": 0.15}
"""Seconds until the kill, so that it may fall into any part of the work."""

Work = Callable[[Path, Path], None]

SCENARIOS: dict[str, tuple[Work, Work]] = {
    "saves": (save, save),
    "rekey": (rekey, save),
    "backup": (back_up, save),
    "restore": (restore, save),
    "unpack": (unpack, save),
}


@contextmanager
def at_work(work: Work, home: Path, heard: Path) -> Iterator[BaseProcess]:
    """A process that works, killed on leaving."""
    process = _SERVER.Process(target=work, args=(home, heard), daemon=True)
    process.start()
    try:
        yield process
    finally:
        process.kill()
        process.join()
        process.close()


def begin(home: Path, scenario: str) -> None:
    """A casebook with a case, a folder for backups, one to restore from, and one with parcels to unpack."""
    shutil.rmtree(home.parent, ignore_errors=True)
    for folder in (BACKUPS, FROM, PARCELS):
        (home.parent / folder).mkdir(parents=True)
    with Casebook.create(home, PERSON, PASSPHRASE, cost=CHEAP) as book:
        book.save({"filler": "the first"}, "C-FIRST")
        book.backups.make(home.parent / FROM, Reason.BY_HAND)
        if scenario == "unpack":
            pack(book, home.parent)


def pack(book: Casebook, folder: Path) -> None:
    """Parcels from another site for this casebook, each with new cases."""
    with Casebook.create(folder / "there", PERSON, PASSPHRASE, cost=CHEAP) as other:
        here, there = book.sites.name("Here"), other.sites.name("There")
        book.sites.trust(there.site.card)
        other.sites.trust(here.site.card)
        for parcel in range(SOME_PARCELS):
            ids = [f"P{parcel:02}-{number}" for number in range(CASES_IN_A_PARCEL)]
            for case_id in ids:
                other.save({"filler": "x" * 500}, case_id)
            other.exchange(no_letters).pack("Here", folder / PARCELS / f"P{parcel:02}.parcel", ids)


def round_of(scenario: str, home: Path, tally: Tally, chance: random.Random) -> None:
    """Two processes, killed shortly after the second has done something; then look at what is there."""
    works = SCENARIOS[scenario]
    heard = [home.parent / f"heard {number}" for number in (0, 1)]
    for path in heard:
        path.write_bytes(b"")
    with at_work(works[0], home, heard[0]) as one, at_work(works[1], home, heard[1]) as other:
        while not heard[1].stat().st_size and other.is_alive():
            time.sleep(0.001)
        time.sleep(chance.uniform(0, LONGEST[scenario]))
        if not (one.is_alive() and other.is_alive()):
            tally.troubles.append(f"{scenario}: a process ended by itself")
    tally.kills += 2
    lines = [line for path in heard for line in path.read_text().splitlines()]
    tally.acknowledged += sum(line.startswith("saved") for line in lines)
    look(scenario, home, lines, tally)


def look(scenario: str, home: Path, lines: list[str], tally: Tally) -> None:
    """Count what is lost, and everything that is not whole."""
    saves = [line.removeprefix("saved ") for line in lines if line.startswith("saved ")]
    try:
        with unlocked(home) as book:
            tally.troubles += [f"{scenario}: {trouble}" for trouble in book.verify()]
            missing = [case_id for case_id in ("C-FIRST", *saves) if not _is_there(book, case_id)]
        if scenario == "restore":
            missing = [case_id for case_id in missing if not _is_kept(home, case_id)]
        tally.lost += len(missing)
        for line in [line for line in lines if line.startswith("backup ")][-1:]:
            found = find_backup(home.parent / BACKUPS, line.removeprefix("backup "))
            tally.troubles += check_backup(found, PERSON.name, PASSPHRASE, utc_now)
    except DictamenError as error:
        tally.troubles.append(f"{scenario}: {error}")


def _is_there(book: Casebook, case_id: str) -> bool:
    try:
        book.get(case_id)
    except NoSuchCase:
        return False
    return True


def _is_kept(home: Path, case_id: str) -> bool:
    """Whether a casebook that a restore replaced, and kept, holds the case."""
    for path in home.glob("*before*"):
        if path.suffix == Path(FILE_NAME).suffix:
            opened = open_casebook(path, PERSON.name, PASSPHRASE, utc_now)
            try:
                if opened.ledger.head(case_id) is not None:
                    return True
            finally:
                opened.file.close()
    return False


def kill(folder: Path, kills: int, seed: int, scenario: str = "saves") -> Tally:
    """Rounds of two kills each."""
    if os.name == "posix":
        _SERVER.set_forkserver_preload(["tests.tools.kill_casebook"])
    home = folder / "work" / "home"
    tally, chance = Tally(), random.Random(seed)  # noqa: S311  # moments, no secrets
    while tally.kills < kills:
        if tally.kills % (2 * ROUNDS_PER_CASEBOOK) == 0:
            begin(home, scenario)
        round_of(scenario, home, tally, chance)
    return tally


def main() -> None:
    """Kill, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("scenario", nargs="*", choices=[[], *SCENARIOS])
    options = parser.parse_args()
    for scenario in options.scenario or SCENARIOS:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            tally = kill(Path(folder), options.kills, time.time_ns(), scenario)
        print(
            f"{scenario}: {tally.kills} kills, {tally.acknowledged} saves acknowledged, {tally.lost} lost, "
            f"{len(tally.troubles)} troubles, {time.monotonic() - began:.0f} s",
            flush=True,
        )
        for trouble in sorted(set(tally.troubles)):
            print(f"  {trouble}", flush=True)


if __name__ == "__main__":
    __spec__ = None  # type: ignore[assignment]  # its children then load this file by its path, instead of twice by its name
    main()

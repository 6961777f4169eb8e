"""Kills the unpacking of a parcel at random moments: afterwards all of it is there, or nothing of it.

Run as ``python -m tests.tools.kill_unpacking [--kills N]``.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.casebook import Casebook, Cost
from app.people import Person, Role

PERSON = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
PASSPHRASE = "a passphrase for killing"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
CASES = 60


def prepare(folder: Path) -> None:
    """Two sites, and a parcel of cases with attached files from one to the other."""
    homes = [folder / "there", folder / "here"]
    there, here = (Casebook.create(home, PERSON, PASSPHRASE, cost=CHEAP) for home in homes)
    with there, here:
        for book, name in ((there, "There"), (here, "Here")):
            book.sites.name(name)
        for book, other in ((there, here), (here, there)):
            book.sites.trust(other.sites.require_own().site.card)
        source = folder / "content"
        for number in range(CASES):
            source.write_bytes(os.urandom(20_000))
            with source.open("rb") as file:
                digest = there.attachments.keep(file).sha256
            there.save({"number": number, "attachments": [{"id": "A1", "sha256": digest}]}, f"C-{number}")
        there.exchange(lambda _document: ()).pack("Here", folder / "parcel")


def unpack(folder: Path) -> None:
    """Unpack, and say so."""
    with Casebook.unlock(folder / "here", PERSON.name, PASSPHRASE) as book:
        sys.stdout.write("begun\n")
        sys.stdout.flush()
        book.exchange(lambda _document: ()).unpack(folder / "parcel")
        sys.stdout.write("done\n")
        sys.stdout.flush()


def duration(folder: Path) -> float:
    """Seconds that unpacking takes when it is left alone, in a copy of the folder."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        shutil.copytree(folder, copy)
        with Casebook.unlock(copy / "here", PERSON.name, PASSPHRASE) as book:
            begun = time.monotonic()
            book.exchange(lambda _document: ()).unpack(copy / "parcel")
            return time.monotonic() - begun


def kill_once(folder: Path, chance: random.Random, longest: float) -> int:
    """Unpack in a copy of the folder, kill it, and look; gives how many cases are there: none, or all."""
    with tempfile.TemporaryDirectory() as place:
        copy = Path(place) / "copy"
        shutil.copytree(folder, copy)
        command = [sys.executable, "-m", "tests.tools.kill_unpacking", "--unpack", str(copy)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0, longest))
            process.kill()
            was_done = "done" in process.stdout.read()
        with Casebook.unlock(copy / "here", PERSON.name, PASSPHRASE) as book:
            cases = len(book.worklist())
            assert cases in {0, CASES}
            assert cases or not was_done
            assert book.exchange(lambda _document: ()).unpack(copy / "parcel").site == "There"
            book.attachments.sweep()
            # drafts of the killed process count as being written for an hour
            assert [str(found) for found in book.verify() if "partial-" not in str(found)] == []
            assert len(book.worklist()) == CASES
    return cases


def main() -> None:
    """Kill, or unpack until killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--unpack", metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.unpack:
        unpack(Path(options.unpack))
        return
    chance = random.Random(time.time_ns())  # noqa: S311  # moments, no secrets
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        longest = 1.3 * duration(Path(folder))
        found = [kill_once(Path(folder), chance, longest) for _ in range(options.kills)]
    print(f"{len(found)} kills: nothing taken after {found.count(0)}, everything after {found.count(CASES)}")


if __name__ == "__main__":
    main()

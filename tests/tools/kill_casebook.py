"""Kills writers of a casebook at random moments and looks whether anything that was acknowledged is lost.

Run as ``python -m tests.tools.kill_casebook [--kills N]``. Each round has two writers at work and kills both.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.casebook import Casebook, Cost
from app.people import Person, Role

PERSON = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
PASSPHRASE = "a passphrase for killing"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)


@dataclass
class Tally:
    """What came of it."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    troubles: int = 0


def write(home: Path, writer: str) -> None:
    """Save new cases without end, and print each id once it is durable."""
    with Casebook.unlock(home, PERSON.name, PASSPHRASE) as book:
        while True:
            saved = book.save({"writer": writer, "filler": "x" * random.randrange(6000)})  # noqa: S311
            sys.stdout.write(f"{saved.case_id}\n")
            sys.stdout.flush()


@contextmanager
def writing(home: Path, writer: str) -> Iterator[subprocess.Popen[str]]:
    """A process that writes, killed on leaving."""
    command = [sys.executable, "-m", __spec__.name if __spec__ else __name__, "--write", str(home), writer]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def kill_once(home: Path, tally: Tally, chance: random.Random) -> None:
    """Two writers, killed shortly after both have begun."""
    with writing(home, "one") as one, writing(home, "two") as two:
        assert one.stdout
        assert two.stdout
        heard = [one.stdout.readline(), two.stdout.readline()]
        time.sleep(chance.uniform(0, 0.03))
        one.kill()
        two.kill()
        heard += [*one.stdout, *two.stdout]
    acknowledged = [line.strip() for line in heard if line.endswith("\n")]
    tally.kills += 2
    tally.acknowledged += len(acknowledged)
    with Casebook.unlock(home, PERSON.name, PASSPHRASE) as book:
        known = {row.case_id for row in book.worklist()}
        tally.lost += sum(case_id not in known for case_id in acknowledged)
        tally.troubles += len(book.verify())


def kill(home: Path, kills: int, seed: int) -> Tally:
    """Rounds of two kills each, in one growing casebook."""
    Casebook.create(home, PERSON, PASSPHRASE, cost=CHEAP).close()
    tally, chance = Tally(), random.Random(seed)  # noqa: S311  # moments, no secrets
    while tally.kills < kills:
        kill_once(home, tally, chance)
    return tally


def main() -> None:
    """Kill, or write until killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--write", nargs=2, metavar=("HOME", "WRITER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.write:
        write(Path(options.write[0]), options.write[1])
    with tempfile.TemporaryDirectory() as folder:
        print(kill(Path(folder) / "home", options.kills, seed=time.time_ns()))


if __name__ == "__main__":
    main()

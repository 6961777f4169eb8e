"""Kill a process that attaches files, again and again, and see whether any file that it had told of is lost.

Usage: python -m tests.tools.kill_attaching [KILLS]
"""

import io
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.casebook import Casebook, Cost
from app.people import Person, Role

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
ANA = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
PASSPHRASE = "ana's passphrase"
_LONGEST = 0.4
_AN_HOUR = 3700


def attach_without_end(home: Path) -> None:
    """Attach one new file after the other to a case of its own each, and tell of each once it is durable."""
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while True:
            kept = book.attachments.keep(io.BytesIO(os.urandom(random.randrange(1, 300_000))))  # noqa: S311  # a size
            book.save({"attachments": [{"sha256": kept.sha256}]})
            sys.stdout.write(kept.sha256 + "\n")
            sys.stdout.flush()


def kill_once(home: Path) -> list[str]:
    """Let a process attach files and kill it; gives the SHA-256 of each that it told of."""
    words = [sys.executable, "-m", "tests.tools.kill_attaching", "--attach", str(home)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
        time.sleep(random.uniform(0, _LONGEST))  # noqa: S311  # a pause
        worker.send_signal(signal.SIGKILL)
        told = worker.stdout.read().split("\n")
    return told[:-1]  # what was cut off was not told


def check(home: Path, told: list[str]) -> list[str]:
    """What is wrong afterwards, once what was cut off is swept up; empty when all is well."""
    found = []
    with Casebook.unlock(home, ANA.name, PASSPHRASE) as book:
        for digest in told:
            with book.attachments.open(digest) as reader:
                if reader.digest() != digest:
                    found.append(f"{digest}: another content")
        for path in book.attachments.folder.strangers():
            os.utime(path, (time.time() - _AN_HOUR,) * 2)
        book.attachments.sweep()
        found += [str(trouble) for trouble in book.verify()]
    return found


def main(kills: int) -> int:
    """Kill so often; 1 when anything that was told of was lost, or the casebook is not whole."""
    told: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        home = Path(place) / "home"
        Casebook.create(home, ANA, PASSPHRASE, cost=CHEAP).close()
        for number in range(1, kills + 1):
            new = kill_once(home)
            told += new
            # each time what is new, at the end everything
            if wrong := check(home, told if number == kills else new):
                print(f"after kill {number}: {wrong}")
                return 1
    print(f"{kills} kills, {len(told)} attached files, none lost")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--attach"]:
        attach_without_end(Path(sys.argv[2]))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))

"""Measures the casebook: a save beside a raw SQLite commit of the same bytes, and what reading costs.

Run as ``python -m tests.benchmarks.casebook [--cases N]``; prints one figure a line with its goal, and exits
1 where one is missed. Reading is told in seconds of this processor's time, which other programs do not
lengthen much; opening is measured in fresh processes, the quickest of three. A bare start of Python tells
how fast the machine is: opening and verifying are told in so many of it, too. Saves are compared on a real
disk: on one in memory a commit costs nothing, and only the sealing is left.
"""

import argparse
import json
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from app.casebook import Casebook, Cost
from app.casebook.file import FILE_NAME
from app.people import Person, Role

PERSON = Person("Inés Muñiz Peña", Role.PHYSICIAN, "MD-0001")
PASSPHRASE = "a passphrase for measuring"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
RAW_TABLE = (
    "CREATE TABLE revision (seq INTEGER PRIMARY KEY, case_id BLOB, rev INTEGER, prev BLOB, site BLOB,"
    " hash BLOB, link BLOB, cover BLOB, body BLOB, UNIQUE (case_id, prev, site))"
)


def case(number: int) -> dict[str, object]:
    """A case file of about 5.6 KB, with what a real one holds."""
    notes = [
        f"Finding {line} of case {number}: value {number * line % 97}, as documented." for line in range(70)
    ]
    return {
        "format": "dictamen.case/1",
        "policy": "MP-RX-FP-12-23",
        "member": {"member_id": f"M{number:08}", "given_name": "María", "family_name": f"Núñez {number}"},
        "due": f"2026-12-{number % 28 + 1:02}T14:05:00-04:00",
        "notes": notes,
    }


_FURTHER = (
    *(
        "Example Prescriber, MD",
        "A title that says what this case is about, as samples have it",
        "initial",
        1,
    ),
    *("2026-11-20T14:05:00-04:00", "2026-11-23T18:05:00+00:00", "met", "", "", 0, None, None, None, None),
    *("1968-04-02", "2026-11-30", "2026-12-20", 1, None, None, None, None, None, None, None),
)
"""What a real line holds besides: 33 columns in all."""


def cover(document: dict[str, object]) -> dict[str, str | int | float | bool | None]:
    """Columns as a worklist has them."""
    member = document["member"]
    assert isinstance(member, dict)
    return {
        "member": f"{member['given_name']} {member['family_name']}",
        "member_id": member["member_id"],
        "due": str(document["due"]),
        "policy": str(document["policy"]),
        "state": "open",
        "recommendation": "pend",
        "priority": "standard",
        "line_of_business": "MMM MA",
        **{f"column {number}": value for number, value in enumerate(_FURTHER)},
    }


class Goals:
    """Prints figures, and remembers whether one missed its goal."""

    def __init__(self) -> None:
        self.missed = False

    def tell(self, what: str, figure: float, unit: str, goal: float | None = None) -> None:
        """One line: a figure, and the most that it may be."""
        verdict = ""
        if goal is not None:
            verdict = f"  goal {goal:g}: {'reached' if figure <= goal else 'MISSED'}"
            self.missed |= figure > goal
        print(f"{what:<34}{figure:10.3f} {unit:<4}{verdict}", flush=True)


def timed(action: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def computed(action: Callable[[], object]) -> float:
    """Seconds of the processor that it takes."""
    start = time.process_time()
    action()
    return time.process_time() - start


def fill(book: Casebook, count: int) -> None:
    """Add cases in few transactions: only their number matters here."""
    table = book.database.table("cases")
    for first in range(0, count, 5000):
        table.insert_multiple(case(number) for number in range(first, min(first + 5000, count)))


def saves_beside_commits(book: Casebook, folder: Path, rounds: int = 300) -> tuple[float, float]:
    """Median seconds of a save and of a raw commit of the same sealed row, taken in turns."""
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute(RAW_TABLE)
    reader = sqlite3.connect(folder / FILE_NAME)
    saves, commits = [], []
    for number in range(rounds):
        document = case(10_000_000 + number)
        saves.append(timed(lambda document=document: book.save(document)))  # type: ignore[misc]
        row = reader.execute("SELECT * FROM revision ORDER BY seq DESC LIMIT 1").fetchone()
        commits.append(timed(lambda row=row: commit(raw, row)))  # type: ignore[misc]
    raw.close()
    reader.close()
    return statistics.median(saves), statistics.median(commits)


def commit(raw: sqlite3.Connection, row: tuple[object, ...]) -> None:
    """One row, one transaction."""
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    raw.execute("COMMIT")


def measure_opening(home: Path) -> None:
    """In a process of its own: print seconds to the worklist after unlocking, and the most memory, in MB."""
    with Casebook.unlock(home, PERSON.name, PASSPHRASE, cover_of=cover) as book:
        seconds = computed(book.worklist)
    print(json.dumps([seconds, most_memory()]))


def most_memory() -> float:
    """The most that this process held at once, in MB."""
    status = Path("/proc/self/status")
    if status.exists():  # getrusage tells of the process, too, that this one was started by
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def opening(home: Path) -> tuple[float, float]:
    """Seconds and MB of ``measure_opening``, the least of three runs."""
    command = [sys.executable, "-m", "tests.benchmarks.casebook", "--open", str(home)]
    runs = [json.loads(subprocess.run(command, check=True, capture_output=True).stdout) for _ in range(3)]
    return min(run[0] for run in runs), min(run[1] for run in runs)


def bare_start() -> float:
    """Seconds of the processor that a bare start of Python takes, the least of ten."""
    return min(
        _of_children(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) for _ in range(10)
    )


def _of_children(action: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def attach(book: Casebook) -> None:
    """Have one case refer to a file: then verifying looks in every revision for such."""
    content = book.attachments.keep(BytesIO(b"evidence, invented"))
    book.save({**case(0), "attachments": [{"sha256": content.sha256}]})


def measure_saves(goals: Goals, home: Path, cases: int) -> float:
    """Fill a new casebook, and tell what a save in it costs; gives its ratio to a raw commit."""
    with Casebook.create(home, PERSON, PASSPHRASE, cost=CHEAP, cover_of=cover) as book:
        fill(book, cases)
        save, raw = saves_beside_commits(book, home)
        attach(book)
    goals.tell(f"save at {cases}", save * 1000, "ms")
    goals.tell(f"save / raw commit at {cases}", save / raw, "", 3)
    return save / raw


def measure_reading(goals: Goals, home: Path, cases: int, start: float) -> None:
    """Tell what opening, getting and verifying cost in a casebook."""
    seconds, megabytes = opening(home)
    goals.tell(f"worklist of {cases}", seconds * 1000, "ms", max(200, cases / 50))
    goals.tell("  in starts of Python", seconds / start, "")
    goals.tell("  memory with it", megabytes, "MB", 250)
    with Casebook.unlock(home, PERSON.name, PASSPHRASE, cover_of=cover) as book:
        ids = [row.case_id for row in book.worklist()[:: max(1, cases // 500)]]
        goals.tell("  worklist again", computed(book.worklist) * 1000, "ms")
        gets = [computed(lambda case_id=case_id: book.get(case_id)) for case_id in ids]  # type: ignore[misc]
        goals.tell(f"get at {cases}, median", statistics.median(gets) * 1000, "ms", 0.3)
        took = min(computed(lambda: check(book)) for _ in range(3)) / book.data_version * 100_000
        goals.tell(f"verify at {cases}, per 100,000", took, "s", 3)
        goals.tell("  in starts of Python", took / start, "")


def report(sizes: list[int], folder: Path) -> bool:
    """Print every figure; gives whether a goal was missed."""
    goals = Goals()
    start = bare_start()
    goals.tell("bare start of Python", start * 1000, "ms")
    ratios = [measure_saves(goals, folder / str(cases), cases) for cases in sizes]
    goals.tell("growth of that ratio", ratios[-1] / ratios[0], "", 1.5)
    for cases in sizes[1:]:
        measure_reading(goals, folder / str(cases), cases, start)
    goals.tell("unlock at full cost", timed(lambda: unlock_at_full_cost(folder)) * 1000, "ms")
    return goals.missed


def check(book: Casebook) -> None:
    """The casebook is whole."""
    assert book.verify() == []


def unlock_at_full_cost(folder: Path) -> None:
    """Create and unlock with the cost that people get."""
    home = folder / "real"
    Casebook.create(home, PERSON, PASSPHRASE).close()
    Casebook.unlock(home, PERSON.name, PASSPHRASE).close()


def main() -> int:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--open", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.open:
        measure_opening(options.open)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        sizes = [100, *(size for size in (10_000,) if size < options.cases), options.cases]
        return int(report(sizes, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())

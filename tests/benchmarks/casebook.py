"""Measures the casebook: a save beside a raw SQLite commit of the same bytes, and what reading costs.

Run as ``python -m tests.benchmarks.casebook [--cases N]``; prints one figure a line.
"""

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
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
    }


def timed(action: Callable[[], object]) -> float:
    """Seconds that it takes."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def fill(book: Casebook, count: int) -> None:
    """Add cases in one transaction: only their number matters here."""
    table = book.database.table("cases")
    for first in range(0, count, 5000):
        table.insert_multiple(case(number) for number in range(first, min(first + 5000, count)))


def save_ratio(book: Casebook, folder: Path, rounds: int = 300) -> tuple[float, float]:
    """Median seconds of a save and of a raw commit of the same sealed row, taken in turns."""
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA synchronous = EXTRA")
    raw.execute(RAW_TABLE)
    reader = sqlite3.connect(folder / "home" / FILE_NAME)
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


def report(cases: int, folder: Path) -> None:
    """Print every figure."""
    home = folder / "home"
    with Casebook.create(home, PERSON, PASSPHRASE, cost=CHEAP, cover_of=cover) as book:
        fill(book, cases)
        save, raw = save_ratio(book, folder)
        print(f"save                 {save * 1000:8.3f} ms")
        print(f"save / raw commit    {save / raw:8.2f} (raw commit {raw * 1000:.3f} ms)")
        ids = [row.case_id for row in book.worklist()[:: max(1, cases // 500)]]
    with Casebook.unlock(home, PERSON.name, PASSPHRASE, cover_of=cover) as book:
        print(f"worklist, first      {timed(book.worklist) * 1000:8.1f} ms at {cases} cases")
        print(f"worklist, again      {timed(book.worklist) * 1000:8.1f} ms")
        gets = [timed(lambda case_id=case_id: book.get(case_id)) for case_id in ids]  # type: ignore[misc]
        print(f"get, median          {statistics.median(gets) * 1000:8.3f} ms")
        seconds = timed(lambda: print(f"troubles             {len(book.verify()):8}"))
        revisions = book.data_version
        per_100k = seconds / revisions * 100_000
        print(
            f"verify               {seconds:8.2f} s for {revisions} revisions = {per_100k:.2f} s per 100,000"
        )
    print(f"unlock               {timed(lambda: unlock_at_full_cost(folder)) * 1000:8.0f} ms, full cost")


def unlock_at_full_cost(folder: Path) -> None:
    """Create and unlock with the cost that people get."""
    home = folder / "real"
    Casebook.create(home, PERSON, PASSPHRASE).close()
    Casebook.unlock(home, PERSON.name, PASSPHRASE).close()


def main() -> None:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    with tempfile.TemporaryDirectory() as folder:
        report(parser.parse_args().cases, Path(folder))


if __name__ == "__main__":
    main()

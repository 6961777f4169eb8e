"""The letters of a day saved as files: how long it takes, what it keeps, how soon it stops.

Goals: 1,000 letters with memory flat, and stopped within a second at any place.

Run: ``python -m tests.benchmarks.batch [--letters 1000]``.
"""

import argparse
import gc
import resource
import tempfile
import time
from datetime import datetime
from pathlib import Path

from app.casebook import Casebook, Change
from app.copies import Copy
from app.desk import open_case
from app.determination import Outcome, determine
from app.signed_letters import SignedCopy, kept_letter
from reports.batch import export_day
from reports.issue import issue
from tests.app.desk_fixtures import PASSPHRASE, REVIEWER, keep_sample, make_casebook, unlock

LETTERS = 1000
MOST_SECONDS_TO_STOP = 1.0
STATUS = Path("/proc/self/statm")
PAGE_BYTES = resource.getpagesize()


class Stopped(Exception):
    """A person stopped it."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--letters", type=int, default=LETTERS)
    count = parser.parse_args().letters
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        make_casebook(folder / "home")
        at = datetime.now().astimezone()
        case_id = keep_sample(folder / "home", "01")
        with unlock(folder / "home", REVIEWER) as casebook:
            _fill(casebook, case_id, at, count)
            _measure(casebook, at, folder, count)
            _measure_stops(casebook, at, folder, count)


def _fill(casebook: Casebook, case_id: str, at: datetime, count: int) -> None:
    """Keep one signed letter under as many numbers: its bytes are what is written."""
    case = open_case(casebook, case_id)
    review = case.judgment.review
    if review is None:
        raise SystemExit("the sample is no complete case")
    document = {**case.record.case, "case_id": case_id}
    pdf = issue(document, None, casebook.identity(PASSPHRASE), at=at).pdf
    decided = determine(review, Outcome.APPROVE, REVIEWER, at, None)
    changes: list[tuple[Change, str]] = []
    for place in range(count):
        signed = SignedCopy(Copy.BOTH.value, "es", pdf)
        _, change = kept_letter(decided, f"D-{at:%Y%m%d}-{place:06d}", signed, casebook.new_id(), case_id)
        changes.append((change, "signed a letter"))
        if len(changes) == 100:
            casebook.save_together(changes)
            changes = []
    casebook.save_together(changes) if changes else None
    print(f"{count} letters of {len(pdf) / 1000:.0f} kB each")


def _measure(casebook: Casebook, at: datetime, folder: Path, count: int) -> None:
    (folder / "warm").mkdir()
    marks: list[float] = []
    gc.collect()

    def tell(done: int) -> None:
        if done % max(1, count // 4) == 0:
            gc.collect()
            marks.append(_megabytes())

    began = time.perf_counter()
    export_day(casebook, at.date(), folder / "warm", language="es", tell=tell)
    took = time.perf_counter() - began
    print(f"saved in {took:.1f} s, {1000 * took / count:.1f} ms a letter, list and records included")
    print(
        "memory at each quarter, MB:", ", ".join(f"{mark:.1f}" for mark in marks), f"end {_megabytes():.1f}"
    )


def _measure_stops(casebook: Casebook, at: datetime, folder: Path, count: int) -> None:
    (folder / "stopped").mkdir()
    worst, asked = 0.0, 0.0
    for after in (1, count // 2, count):

        def tell(done: int, after: int = after) -> None:
            nonlocal asked
            if done == after:
                asked = time.perf_counter()
                raise Stopped

        try:
            export_day(casebook, at.date(), folder / "stopped", language="es", tell=tell)
        except Stopped:
            worst = max(worst, time.perf_counter() - asked)
        if list((folder / "stopped").iterdir()):
            raise SystemExit("something was left behind")
    print(f"stopped and cleared within {worst:.2f} s (goal {MOST_SECONDS_TO_STOP:.0f}); nothing left behind")


def _megabytes() -> float:
    return int(STATUS.read_text().split()[1]) * PAGE_BYTES / 1e6


if __name__ == "__main__":
    main()

"""The letters of a day saved as files: how long it takes, what it keeps, how soon it stops.

Goals: 1,000 letters with memory flat, and stopped within a second at any place.

Run: ``python -m tests.benchmarks.batch [--letters 1000]``.
"""

import argparse
import contextlib
import gc
import resource
import shutil
import statistics
import tempfile
import threading
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
STOPS = 6
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
    marks: dict[int, float] = {}
    gc.collect()

    def tell(done: int) -> None:
        if done % max(1, count // 4) == 0 and done not in marks:
            gc.collect()
            marks[done] = _megabytes()

    began = time.perf_counter()
    export_day(casebook, at.date(), folder / "warm", language="es", tell=tell)
    took = time.perf_counter() - began
    print(f"saved in {took:.1f} s, {1000 * took / count:.1f} ms a letter, list and records included")
    print(
        "memory at each quarter, MB:",
        ", ".join(f"{mark:.1f}" for mark in marks.values()),
        f"end {_megabytes():.1f}",
    )


def _measure_stops(casebook: Casebook, at: datetime, folder: Path, count: int) -> None:
    """Ask for a stop at moments spread over the whole work, as a click does, and wait for the answer."""
    (folder / "stopped").mkdir()
    whole = _timed(casebook, at, folder / "stopped", asked_after=None)
    shutil.rmtree(next((folder / "stopped").iterdir()))
    answers = []
    for share in range(1, STOPS + 1):
        answers.append(_timed(casebook, at, folder / "stopped", asked_after=whole * share / (STOPS + 1)))
        made = [path for path in (folder / "stopped").iterdir() if not path.name.startswith(".")]
        for path in made:  # asked too late: all was done already
            shutil.rmtree(path)
    while left := list((folder / "stopped").iterdir()):
        time.sleep(0.01)
        if not left[0].name.startswith("."):
            raise SystemExit("something was left behind")
    print(
        f"{STOPS} stops spread over {whole:.1f} s and {count} letters: answered within {max(answers):.2f} s"
        f" (goal {MOST_SECONDS_TO_STOP:.0f}), {statistics.median(answers):.2f} s in the middle;"
        " nothing left behind"
    )


def _timed(casebook: Casebook, at: datetime, parent: Path, asked_after: float | None) -> float:
    """Seconds from the wish to stop until the answer; without a wish, those of the whole work."""
    began, asked = time.perf_counter(), threading.Event()
    wished = began

    def wish() -> None:
        nonlocal wished
        wished = time.perf_counter()
        asked.set()

    def tell(_: int) -> None:
        if asked.is_set():
            raise Stopped

    click = threading.Timer(asked_after or 0, wish)
    if asked_after is not None:
        click.start()
    with contextlib.suppress(Stopped):
        export_day(casebook, at.date(), parent, language="es", tell=tell)
    ended = time.perf_counter()
    click.cancel()
    return max(0.0, ended - wished) if asked.is_set() or asked_after is None else 0.0


def _megabytes() -> float:
    return int(STATUS.read_text().split()[1]) * PAGE_BYTES / 1e6


if __name__ == "__main__":
    main()

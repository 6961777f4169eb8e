"""What sealing and reading attached files costs, beside what the same bytes cost unsealed.

Usage: python -m tests.benchmarks.attachments [MEGABYTES]

Times are processor time, the least of a few repetitions: the disk's own time is the same on both sides.
"""

import io
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from app.casebook import Casebook, Cost
from app.people import Person, Role

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
ANA = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
PASSPHRASE = "ana's passphrase"
REPETITIONS = 3
MOST_MEMORY_MB = 8.0
MOST_SEALING, MOST_READING = 4.0, 4.0


class Made(io.RawIOBase):
    """A file of noise that takes no memory; another one for each seed."""

    def __init__(self, size: int, seed: int) -> None:
        super().__init__()
        self._left = size
        self._block = sha256(seed.to_bytes(8)).digest() * 2048

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]  # a buffer, said plainly
        count = min(len(buffer), self._left, len(self._block))
        memoryview(buffer)[:count] = self._block[:count]
        self._left -= count
        return count


def least(work: Callable[[int], object]) -> float:
    """Seconds of processor time, the least of the repetitions."""
    times = []
    for number in range(REPETITIONS):
        start = time.process_time()
        work(number)
        times.append(time.process_time() - start)
    return min(times)


def plain(folder: Path, size: int) -> float:
    """Copying the same bytes and hashing them on the way, as somebody would without sealing."""

    def copy(number: int) -> None:
        digest = sha256()
        source = Made(size, number)
        with (folder / f"plain-{number}").open("wb") as target:
            while part := source.read(64 * 1024):
                digest.update(part)
                target.write(part)
            target.flush()
            os.fsync(target.fileno())

    return least(copy)


def peak_mb() -> float:
    """The most memory that this process ever had, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> int:
    """Measure, print each figure with its goal; 1 where one is missed."""
    size = int(sys.argv[1]) * 1_000_000 if len(sys.argv) > 1 else 100_000_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with Casebook.create(folder / "home", ANA, PASSPHRASE, cost=CHEAP) as book:
            attachments = book.attachments
            attachments.keep(io.BytesIO(b"warm"))
            before = peak_mb()
            sealing = least(lambda number: attachments.keep(Made(size, number)))  # type: ignore[arg-type]  # raw
            grown = peak_mb() - before
            copying = plain(folder, size)
            kept = attachments.known.all()[-1]
            path = attachments.folder.file(kept.name)
            reading = least(lambda _number: attachments.open(kept.sha256).digest())
            hashing = least(lambda _number: sha256(path.read_bytes()).hexdigest())
            opening = least(lambda _number: attachments.open(kept.sha256).close())
            jumps = least(lambda _number: _jump_about(book, kept.sha256))
        missed = False
        for words, figure, unit, most in (
            (f"sealing {size // 1_000_000} MB", sealing, "s", None),
            ("sealing, times copying and hashing", sealing / copying, "", MOST_SEALING),
            ("memory that sealing takes", grown, "MB", MOST_MEMORY_MB),
            ("checking, times hashing the file", reading / hashing, "", MOST_READING),
            ("opening", opening * 1000, "ms", None),
            ("200 reads of 4 KB anywhere", jumps * 1000, "ms", None),
        ):
            goal = f"at most {most}" if most is not None else ""
            print(f"{words:40} {figure:10.2f} {unit:3} {goal}")
            missed = missed or (most is not None and figure > most)
    return int(missed)


def _jump_about(book: Casebook, digest: str) -> None:
    with book.attachments.open(digest) as reader:
        step = max(reader.size // 200, 1)
        for number in range(200):
            reader.seek((number * 7919 * step) % reader.size)
            reader.read(4096)


if __name__ == "__main__":
    sys.exit(main())

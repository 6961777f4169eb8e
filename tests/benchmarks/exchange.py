"""What packing and unpacking cost: time per case and memory, for more and more cases.

Run as ``python -m tests.benchmarks.exchange [COUNT…]``. Goal: both stay flat per case.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import resources
from app.case import cover_of
from app.casebook import Casebook, Cost
from app.desk import add_case, open_case
from app.exchange import exchange_of
from app.people import Person, Role

PERSON = Person("Ana Ruiz Sample", Role.REVIEWER, "RN-00000")
PASSPHRASE = "a passphrase for measuring"
CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
REVISIONS = 4


def measure(count: int) -> dict[str, float]:
    """CPU milliseconds per case for packing and unpacking, and how far the process's memory grew (MB)."""
    source = next(iter(sorted(resources.path("samples").glob("01-*.json"))))
    sample = json.loads(source.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as place:
        homes = [Path(place) / "norte", Path(place) / "sur"]
        norte, sur = (
            Casebook.create(home, PERSON, PASSPHRASE, cover_of=cover_of, cost=CHEAP) for home in homes
        )
        with norte, sur:
            norte.sites.name("Norte")
            sur.sites.name("Sur")
            norte.sites.trust(sur.sites.require_own().site.card)
            sur.sites.trust(norte.sites.require_own().site.card)
            for _ in range(count):
                case = open_case(norte, add_case(norte, sample).case_id)
                for weight in range(70, 69 + REVISIONS):
                    case.set("measurements.weight_kg", weight)
            len(norte.worklist()), len(sur.worklist())
            before, begun = _memory(), time.process_time()
            exchange_of(norte).pack("Sur", Path(place) / "parcel")
            packed, at = time.process_time() - begun, time.process_time()
            exchange_of(sur).unpack(Path(place) / "parcel")
            return {
                "cases": count,
                "pack_ms_per_case": 1000 * packed / count,
                "unpack_ms_per_case": 1000 * (time.process_time() - at) / count,
                "memory_mb": _memory() - before,
            }


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Each count in a process of its own, as memory only grows."""
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
        return
    for count in sys.argv[1:] or ("100", "300", "1000"):
        command = [sys.executable, "-m", "tests.benchmarks.exchange", "--one", count]
        print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


if __name__ == "__main__":
    main()

"""How long the core that judges a case takes to import, beyond a Python that does nothing.

Fresh processes take turns, with compiled bytecode as an installed product has it. Of each the least processor
time of its whole life counts, and beside it the least time by the clock. Exits 1 where the core takes longer
than the goal.

Run: python -m tests.benchmarks.core_import [--runs 30]
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

MOST_MILLISECONDS = 30

CORE = "import app.evaluation, app.regimen, app.authorization, app.determination, app.result"
"""Finding, doses, window and clock, determination, and the result of all of them."""

_BARE = "pass"
_TRACE_ALONE = "import app.evaluation"
_ROOT = Path(__file__).parents[2]


class Spent(NamedTuple):
    """Milliseconds of one process: of the processor, and by the clock."""

    worked: float
    waited: float


def spent(code: str, environment: Mapping[str, str]) -> Spent:
    """What a fresh process spends on some code."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run((sys.executable, "-c", code), env=environment, cwd=_ROOT, check=True)
    waited, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(1000 * worked, 1000 * waited)


def main(arguments: Sequence[str]) -> int:
    """Measure; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=30)
    options = parser.parse_args(arguments)
    codes = (_BARE, _TRACE_ALONE, CORE)
    with tempfile.TemporaryDirectory() as compiled:
        environment = {
            **os.environ,
            "PYTHONPYCACHEPREFIX": compiled,
            "PYTHONDONTWRITEBYTECODE": "",
        }
        rounds = [[spent(code, environment) for code in codes] for _ in range(options.runs + 1)]
    # the first round compiles
    worked, waited = ([min(each) for each in zip(*figures, strict=True)] for figures in _figures(rounds[1:]))
    print(f"bare Python: {worked[0]:.1f} ms of the processor, {waited[0]:.1f} ms by the clock")
    for place, code in enumerate(codes[1:], 1):
        beyond = worked[place] - worked[0]
        print(f"beyond it {beyond:.1f} ms, {waited[place] - waited[0]:.1f} ms by the clock: {code}")
    reached = worked[-1] - worked[0] < MOST_MILLISECONDS
    print(f"goal under {MOST_MILLISECONDS} ms: {'reached' if reached else 'missed'}")
    return 0 if reached else 1


def _figures(rounds: list[list[Spent]]) -> tuple[list[list[float]], list[list[float]]]:
    return [[s.worked for s in each] for each in rounds], [[s.waited for s in each] for each in rounds]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

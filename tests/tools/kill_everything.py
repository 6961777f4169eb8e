"""Kills processes at work on a casebook in every way, and prints what came of each.

Run as ``python -m tests.tools.kill_everything [--kills N]``. Half of the kills fall at random moments on two
processes at once, or on one that attaches files; the other half fall on one process at its calls to the disk,
spread over all works. Kills in the middle of unpacking many attached files come on top.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.casebook import Casebook
from tests.tools import kill_attaching, kill_unpacking
from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import prepare
from tests.tools.cut_off import Fault, calls_of, moments, try_at
from tests.tools.cut_off import Tally as Tries
from tests.tools.kill_casebook import SCENARIOS, Tally, kill

_ATTACHINGS = 8
"""Kills for each casebook."""

_UNPACKINGS = 20
"""One of so many kills, on top: each copies and reads a casebook with many attached files."""


def at_random(folder: Path, kills: int, scenario: str) -> Tally:
    """Kill two processes at random moments."""
    return kill(folder, kills, time.time_ns(), scenario)


def while_attaching(folder: Path, kills: int) -> Tally:
    """Kill a process that attaches files at random moments, in a new casebook every so often."""
    tally = Tally()
    for number in range(kills):
        home = folder / str(number // _ATTACHINGS)
        if number % _ATTACHINGS == 0:
            shutil.rmtree(folder / str(number // _ATTACHINGS - 1), ignore_errors=True)
            Casebook.create(
                home, kill_attaching.ANA, kill_attaching.PASSPHRASE, cost=kill_attaching.CHEAP
            ).close()
        told = kill_attaching.kill_once(home)
        tally.kills += 1
        tally.acknowledged += len(told)
        tally.troubles += kill_attaching.check(home, told)
    return tally


def while_unpacking(folder: Path, kills: int) -> Tally:
    """Kill the unpacking of many files at random moments: all of it is there, or nothing."""
    tally, chance = Tally(), random.Random(time.time_ns())  # noqa: S311  # moments, no secrets
    kill_unpacking.prepare(folder)
    longest = 1.3 * kill_unpacking.duration(folder)
    for _ in range(kills):
        tally.acknowledged += kill_unpacking.kill_once(folder, chance, longest)
        tally.kills += 1
    return tally


def at_calls(folder: Path, kills: int) -> Tally:
    """Kill one process at its calls to the disk, at equal distances through all works."""
    world = prepare(folder / "world")
    calls = {work: calls_of(world, work) for work in WORKS}
    every = max(1, round(sum(calls.values()) / kills))
    tries = Tries()
    for work, count in calls.items():
        for number in moments(count, every, seed=time.time_ns()):
            try_at(world, work, Fault.KILLED, number, tries)
    lost = [wrong for wrong in tries.wrong if "lost: " in wrong]
    return Tally(tries.tries, tries.told, len(lost), tries.wrong)


def main() -> int:
    """Kill, and print what came of it; 1 when anything was lost or not whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    options = parser.parse_args()
    share = max(2, options.kills // (2 * (len(SCENARIOS) + 1)))
    few, half = max(1, options.kills // _UNPACKINGS), options.kills // 2
    ways: dict[str, Callable[[Path], Tally]] = {
        f"two processes, {scenario}": partial(at_random, kills=share, scenario=scenario)
        for scenario in SCENARIOS
    }
    ways["one process, attaching"] = partial(while_attaching, kills=share)
    ways["one process, unpacking files"] = partial(while_unpacking, kills=few)
    ways["one process, at its calls to the disk"] = partial(at_calls, kills=half)
    total = Tally()
    for words, way in ways.items():
        with tempfile.TemporaryDirectory() as folder:
            tally = way(Path(folder))
        _say(words, tally)
        total.kills += tally.kills
        total.acknowledged += tally.acknowledged
        total.lost += tally.lost
        total.troubles += tally.troubles
    _say("in all", total)
    return int(total.lost > 0 or total.troubles != [])


def _say(words: str, tally: Tally) -> None:
    print(
        f"{words}: {tally.kills} kills, {tally.acknowledged} results acknowledged, {tally.lost} lost, "
        f"{len(tally.troubles)} findings or unreadable",
        flush=True,
    )
    for trouble in sorted(set(tally.troubles)):
        print(f"    {trouble}", flush=True)


if __name__ == "__main__":
    sys.exit(main())

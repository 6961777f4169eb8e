"""Loses power in the middle of each of a casebook's works, and looks whether anything that was told is lost.

Run as ``python -m tests.tools.power_loss [--states N] [WORK…]``. The steps are those that SQLite and Python
take for the work; after any of them, what was not flushed may be lost (``power_model``). From each state all
that was acknowledged must be there and whole, and the work must succeed again.
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.tools.casebook_look import look
from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import World, prepare
from tests.tools.disk_record import Step, recording
from tests.tools.power_model import Disk


def recorded(world: World, work: str) -> list[Step]:
    """The steps of a work in a copy of the world, with a mark for each thing that it tells."""
    copy = place_of(world)
    shutil.rmtree(copy.folder, ignore_errors=True)
    shutil.copytree(world.folder, copy.folder)
    with recording() as record:
        WORKS[work](copy, record.mark)
    return record.steps


def place_of(world: World) -> World:
    """Where a work is done: a name of its own, which the steps hold."""
    return World(world.folder.with_name("under power"))


def lose_power(world: World, work: str, steps: Sequence[Step], states: int, seed: int) -> list[str]:
    """Go through the steps, lose power in so many ways, and give what was broken."""
    chance = random.Random(seed)  # noqa: S311  # losses, no secrets
    place = place_of(world)
    told: list[str] = []
    found: list[str] = []
    shutil.rmtree(place.folder, ignore_errors=True)
    shutil.copytree(world.folder, place.folder)
    disk = Disk(place.folder)
    moments = sorted(chance.choices(range(len(steps) + 1), k=states))
    for number, step in enumerate([*steps, Step("mark", data="the end")]):
        while moments and moments[0] == number:
            del moments[0]
            _put(disk.after_loss(chance), place.folder)
            found += [f"{work}, after step {number}: {problem}" for problem in look(place, work, told)]
        if step.kind == "mark":
            told.append(str(step.data))
        else:
            disk.take(step)
    return found


def _put(files: dict[str, bytes | None], folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()
    for name, content in files.items():
        path = Path(name)
        if content is None:
            path.mkdir(mode=0o700, exist_ok=True)
        else:
            path.write_bytes(content)


def main() -> int:
    """Lose power again and again, and print what broke; 1 when anything did."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--states", type=int, default=500, help="for each work")
    parser.add_argument("work", nargs="*", choices=[[], *WORKS])
    options = parser.parse_args()
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        world = prepare(Path(folder) / "world")
        for work in options.work or WORKS:
            steps, began = recorded(world, work), time.monotonic()
            found = lose_power(world, work, steps, options.states, time.time_ns())
            broken += len(found)
            seconds = time.monotonic() - began
            print(
                f"{work}: {options.states} losses among {len(steps)} steps, {len(found)} broke a promise, "
                f"{seconds:.0f} s",
                flush=True,
            )
            for problem in sorted(set(found))[:20]:
                print(f"    {problem}", flush=True)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())

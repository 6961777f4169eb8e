"""Cuts a casebook's works off at each of their calls to the disk: the disk refuses, or the process is killed.

Run as ``python -m tests.tools.cut_off [--every N] [FAULT…]``. Without ``--every`` each call of each work is
tried. A fault is ``full`` (no room from this call on), ``error`` (input and output fail from this call on),
``once`` (they fail at this call alone) or ``killed``. After each, all that was told must be there and whole,
and the work must succeed once nothing stands in its way.
"""

import argparse
import errno
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.errors import DictamenError
from tests.tools.casebook_look import look
from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import World, prepare
from tests.tools.disk_record import Step, recording, watching


class Fault(StrEnum):
    """How a work is cut off."""

    FULL = "full"
    ERROR = "error"
    ONCE = "once"
    KILLED = "killed"


_TAKES_ROOM = frozenset({"create", "write", "mkdir", "link", "sync", "rename"})


class Obstacle:
    """A watch that makes a call fail, or is the end of the process."""

    def __init__(self, fault: Fault, number: int) -> None:
        """``number`` is the first call that fails, 0 the very first."""
        self._fault = fault
        self._left = number
        self.met = False

    def __call__(self, step: Step) -> int:
        """Let the step pass, or not."""
        self._left -= 1
        if self._left >= 0 or (self._fault is Fault.ONCE and self.met):
            return 0
        if self._fault is Fault.KILLED:
            os.kill(os.getpid(), signal.SIGKILL)
        if self._fault is Fault.FULL and step.kind not in _TAKES_ROOM:
            return 0
        self.met = True
        return errno.ENOSPC if self._fault is Fault.FULL else errno.EIO


@dataclass
class Tally:
    """What came of it.

    Attributes:
        tries: works that were cut off.
        told: what they had acknowledged until then.
        failed: how many of them ended with an error for a person.
        sentences: those errors, without the folder's name.
        wrong: what was found afterwards; also an error that was none for a person.
    """

    tries: int = 0
    told: int = 0
    failed: int = 0
    sentences: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)


def calls_of(world: World, work: str) -> int:
    """How many calls to the disk the work takes when nothing stands in its way."""
    with _copied(world) as copy, recording() as record:
        WORKS[work](copy, lambda _what: None)
    return len(record.steps)


def try_at(world: World, work: str, fault: Fault, number: int, tally: Tally) -> None:
    """Do the work in a copy of the world, cut it off at a call, and look."""
    with _copied(world) as copy:
        if fault is Fault.KILLED:
            told = killed(copy, work, number)
        else:
            told = _refused(copy, work, Obstacle(fault, number), tally)
        tally.tries += 1
        tally.told += len(told)
        tally.wrong += [f"{work}, {fault} at {number}: {wrong}" for wrong in look(copy, work, told)]


def _refused(world: World, work: str, obstacle: Obstacle, tally: Tally) -> list[str]:
    told: list[str] = []
    try:
        with watching(obstacle):
            WORKS[work](world, told.append)
    except DictamenError as error:
        tally.failed += 1
        tally.sentences.add(str(error).replace(str(world.folder), ""))
    except Exception as error:  # noqa: BLE001  # that is what is looked for
        tally.wrong.append(f"{work}: no error for a person, but {error!r} at {_place(error)}")
    return told


def _place(error: Exception) -> str:
    """The product's own line that an exception comes from."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "/app/" in frame.filename]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno} {frames[-1].name}" if frames else "?"


def killed(world: World, work: str, number: int) -> list[str]:
    """Do the work in a process of its own, which ends at that call; gives what it told until then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with watching(Obstacle(Fault.KILLED, number)):
                WORKS[work](world, lambda what: _say(writing, what))
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        told = pipe.read().splitlines()
    os.waitpid(child, 0)
    return told


def _say(pipe: int, what: str) -> None:
    os.write(pipe, f"{what}\n".encode())


class _copied:  # noqa: N801  # reads as a word
    """A copy of a world, gone on leaving; always under the same name, so that works take the same calls."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._copy = world.folder.with_name("copy")

    def __enter__(self) -> World:
        shutil.rmtree(self._copy, ignore_errors=True)
        shutil.copytree(self._world.folder, self._copy)
        return World(self._copy)

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._copy, ignore_errors=True)


def moments(calls: int, every: int, seed: int) -> Iterator[int]:
    """The calls to be tried: one of every so many, beginning at a place that depends on the seed."""
    yield from range(seed % every, calls, every)


def main() -> int:
    """Cut off, and print what came of it; 1 when anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("--work", choices=WORKS, action="append")
    parser.add_argument("--sentences", action="store_true", help="print what a person is told")
    parser.add_argument("fault", nargs="*", choices=[[], *Fault])
    options = parser.parse_args()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        world = prepare(Path(folder) / "world")
        for fault in map(Fault, options.fault or Fault):
            for work in options.work or WORKS:
                wrong += _report(world, work, fault, options.every, sentences=options.sentences)
    return int(wrong > 0)


def _report(world: World, work: str, fault: Fault, every: int, *, sentences: bool) -> int:
    tally, began = Tally(), time.monotonic()
    for number in moments(calls_of(world, work), every, seed=time.time_ns()):
        try_at(world, work, fault, number, tally)
    seconds = time.monotonic() - began
    print(
        f"{work}, {fault}: cut off {tally.tries} times, {tally.failed} told a person, {tally.told} results "
        f"acknowledged before, {len(tally.wrong)} findings, {seconds:.0f} s",
        flush=True,
    )
    for line in [*tally.wrong, *(sorted(tally.sentences) if sentences else [])]:
        print(f"    {line}", flush=True)
    return len(tally.wrong)


if __name__ == "__main__":
    sys.exit(main())

"""Work that is cut off at any of its calls to the disk: all that was told is there; it can be done again."""

import shutil
from pathlib import Path

import pytest

from tests.tools.casebook_look import look
from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import World
from tests.tools.cut_off import Fault, Tally, calls_of, try_at
from tests.tools.disk_record import available

pytestmark = pytest.mark.skipif(not available(), reason="SQLite is built into this Python")

TRIES = 1
"""Of each work under each fault; ``tests.tools.cut_off`` tries every call."""


@pytest.mark.parametrize("work", WORKS)
def test_a_work_that_is_cut_off_loses_nothing_and_can_be_done_again(world: World, work: str) -> None:
    calls, tries = calls_of(world, work), TRIES * len(Fault)
    tally = Tally()
    for number in range(tries):
        place = calls * (number + 1) // (tries + 1)  # between the first call and the last
        try_at(world, work, list(Fault)[number % len(Fault)], place, tally)
    assert tally.wrong == []
    assert tally.tries == tries
    assert tally.failed, "the obstacles are met"
    said = " ".join(tally.sentences)
    assert not any(word in said for word in ("Errno", "sqlite", "Traceback", "No space left"))


def test_the_look_afterwards_finds_what_is_lost(world: World, tmp_path: Path) -> None:
    """Told as saved and never done: the trial itself can fail."""
    copy = tmp_path / "copy"
    shutil.copytree(world.folder, copy)
    found = look(World(copy), "save", ["saved C-NEVER 1", "backup never", "written never"])
    assert {"lost: C-NEVER revision 1", "lost: never"} <= set(found)

"""Power lost at any moment, with any part of what was not flushed: everything acknowledged is there."""

import random

import pytest

from tests.tools.casebook_work import WORKS
from tests.tools.casebook_world import World
from tests.tools.disk_record import Step, available
from tests.tools.power_loss import lose_power, recorded
from tests.tools.power_model import Disk

RECORDED = pytest.mark.skipif(not available(), reason="SQLite is built into this Python")
STATES = 6
"""For each work; ``tests.tools.power_loss`` loses power many thousand times."""


@RECORDED
@pytest.mark.parametrize("work", WORKS)
def test_power_loss_breaks_no_promise(world: World, work: str) -> None:
    assert lose_power(world, work, recorded(world, work), STATES, seed=20261124) == []


@RECORDED
@pytest.mark.parametrize("work", ["save", "backup", "restore", "attach"])
def test_the_model_finds_what_is_not_flushed(world: World, work: str) -> None:
    """Without a single flush the same steps break promises: the model can fail."""
    steps = [step for step in recorded(world, work) if step.kind != "sync"]
    careless = [Step(step.kind, step.path, step.at, step.data) for step in steps]
    # One loss in some forty hits a restore at its one step that matters.
    assert any(lose_power(world, work, careless, 20, seed=seed) for seed in range(1, 16))


@RECORDED
@pytest.mark.parametrize("work", ["save", "passphrase"])
def test_the_folder_is_flushed_after_each_journal(world: World, work: str) -> None:
    """Otherwise a journal could come back after its save was acknowledged, and undo it."""
    deletions = [step for step in recorded(world, work) if step.kind == "delete"]
    assert deletions
    assert all(step.durable for step in deletions)


def found(*steps: Step) -> list[dict[str, bytes | None]]:
    """What may be found after these steps, in many losses."""
    disk = Disk()
    for step in steps:
        disk.take(step)
    return [disk.after_loss(random.Random(seed)) for seed in range(60)]  # noqa: S311


def test_the_model_keeps_what_was_flushed_and_may_lose_the_rest() -> None:
    states = found(Step("write", "d/f", 0, b"kept"), Step("sync", "d/f"), Step("write", "d/f", 4, b"lost?"))
    assert all((state["d/f"] or b"").startswith(b"kept") for state in states)
    assert {b"kept", b"keptlost?"} <= {state["d/f"] for state in states}


def test_a_new_name_is_certain_only_once_its_folder_is_flushed() -> None:
    steps = [Step("write", "d/draft", 0, b"new"), Step("sync", "d/draft")]
    steps += [Step("write", "d/f", 0, b"old"), Step("sync", "d/f"), Step("rename", "d/draft", 0, "d/f")]
    assert {state["d/f"] for state in found(*steps)} == {b"old", b"new"}
    assert {state["d/f"] for state in found(*steps, Step("sync", "d"))} == {b"new"}


def test_a_file_goes_with_a_folder_that_was_not_kept() -> None:
    steps = [Step("mkdir", "d/sub"), Step("write", "d/sub/f", 0, b"x"), Step("sync", "d/sub/f")]
    kept = [Step("mkdir", "d"), Step("sync", ".")]
    states = found(*kept, *steps)
    assert {"d/sub/f" in state for state in states} == {True, False}
    assert all("d/sub/f" in state for state in found(*kept, *steps, Step("sync", "d")))

"""Power lost at any moment, with any part of what was not flushed: everything acknowledged is there."""

import random
from pathlib import Path

import pytest

from tests.tools.disk_record import Step, available
from tests.tools.power_loss import Disk, lose_power, recorded

RECORDED = pytest.mark.skipif(not available(), reason="SQLite is built into this Python")


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    return recorded(tmp_path_factory.mktemp("recorded"))


@RECORDED
def test_power_loss_breaks_no_promise(steps: list[Step], tmp_path: Path) -> None:
    """``tests.tools.power_loss`` loses power many thousand times."""
    assert lose_power(steps, tmp_path / "after", 200, seed=20261124) == []


@RECORDED
def test_the_model_finds_what_is_not_flushed(steps: list[Step], tmp_path: Path) -> None:
    """Without a single flush the same steps break promises: the model can fail."""
    careless = [step for step in steps if step.kind != "sync"]
    assert lose_power(careless, tmp_path / "after", 60, seed=1) != []


@RECORDED
def test_the_folder_is_flushed_after_each_journal(steps: list[Step]) -> None:
    """Otherwise a journal could come back after its save was acknowledged, and undo it."""
    purging = next(n for n, step in enumerate(steps) if step.kind == "mark" and "purging" in step.data)
    deletions = [
        step for step in steps[:purging] if step.kind == "delete"
    ]  # a purge's journal is overwritten
    assert deletions
    assert all(step.durable for step in deletions)


def test_the_model_keeps_what_was_flushed_and_may_lose_the_rest() -> None:
    disk = Disk()
    for step in (Step("write", "f", 0, b"kept"), Step("sync", "f"), Step("write", "f", 4, b"lost?")):
        disk.take(step)
    found = {disk.after_loss(random.Random(seed))["f"] for seed in range(40)}  # noqa: S311
    assert all(content.startswith(b"kept") for content in found)
    assert {b"kept", b"keptlost?"} <= found

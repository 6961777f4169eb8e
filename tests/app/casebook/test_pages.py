"""The look at the file's pages takes for whole whatever SQLite itself writes, and nothing besides."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.casebook.pages import PAGE, PageCheck, Tree

_STEPS = 400


def worked_on(path: Path, seed: int) -> bytes:
    """A file in which rows of many sizes came and went."""
    chance = random.Random(seed)  # noqa: S311  # sizes, no secrets
    keys: list[bytes] = []
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA secure_delete = ON")
        raw.execute("CREATE TABLE came (key BLOB UNIQUE)")
        for _ in range(_STEPS):
            if keys and chance.random() < 0.45:
                gone = keys.pop(chance.randrange(len(keys)))
                raw.execute("DELETE FROM came WHERE key = ?", (gone,))
            else:
                keys.append(chance.randbytes(chance.randrange(20, 40)))
                raw.execute("INSERT INTO came VALUES (?)", (keys[-1],))
        raw.commit()
    return path.read_bytes()


def found(content: bytes) -> list[str]:
    """What the look at the pages finds."""
    trees = {
        "sqlite_master": Tree(1, is_index=False),
        "came": Tree(2, is_index=False, is_small=True),
        "sqlite_autoindex_came_1": Tree(3, is_index=True, is_small=True),
    }
    check = PageCheck(lambda number: content[(number - 1) * PAGE : number * PAGE], len(content))
    return list(check.problems(trees, whole=True))


@pytest.mark.parametrize("seed", range(12))
def test_pages_on_which_rows_came_and_went_are_whole(tmp_path: Path, seed: int) -> None:
    """Bytes too few to be listed as a hole lie side by side here, four and more of them."""
    assert found(worked_on(tmp_path / "file", seed)) == []


def test_a_miscounted_byte_between_rows_is_noticed(tmp_path: Path) -> None:
    content = bytearray(worked_on(tmp_path / "file", 0))
    content[2 * PAGE + 7] ^= 1  # the index's root page: how many bytes lie between its rows
    assert found(bytes(content)) == ["sqlite_autoindex_came_1: the unused bytes of page 3 are miscounted"]

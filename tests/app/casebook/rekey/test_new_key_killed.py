"""A new data key, cut off at any moment: nothing is lost, and it is finished later."""

import random
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.casebook import Casebook
from app.casebook.file import FILE_NAME, CasebookFile
from app.people import Person
from tests.app.casebook.conftest import ANA, PASSPHRASES
from tests.app.casebook.rekey.conftest import contents

Unlock = Callable[[Person], Casebook]


REKEY = """
import pathlib, sys
from app.casebook import Casebook
home, name, passphrase = sys.argv[1:]
with Casebook.unlock(pathlib.Path(home), name, passphrase) as book:
    print("unlocked", flush=True)
    book.rekey.run(batch=2)
    print("done", flush=True)
"""


def test_killed_at_any_moment_nothing_is_lost(filled: Path) -> None:
    before = contents(filled)
    chance = random.Random(20261124)  # noqa: S311  # moments, no secrets
    finished = cut_off = 0
    for _ in range(15):
        command = [sys.executable, "-c", REKEY, str(filled), ANA.name, PASSPHRASES[ANA]]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.12))
            process.kill()
            if "done" in process.stdout.read():
                finished += 1
            else:
                cut_off += 1
        assert contents(filled) == before
    assert cut_off > 2
    with Casebook.unlock(filled, ANA.name, PASSPHRASES[ANA]) as book:
        book.rekey.run()
    assert contents(filled) == before


class Killed(BaseException):
    """Stands for the end of the process at a fault point."""


def test_cut_off_at_every_statement_nothing_is_lost(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each write of the whole work in turn is the last one that reached the disk."""
    before = contents(filled)
    whole = (filled / FILE_NAME).read_bytes()
    last = 0
    while not finishes(filled, last, monkeypatch):
        assert contents(filled) == before
        (filled / FILE_NAME).write_bytes(whole)
        last += 1
    assert last > 40
    assert contents(filled) == before


def finishes(home: Path, last: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether so many statements are enough to get a new key."""
    write, count = CasebookFile.write, 0

    def cut(file: CasebookFile, sql: str, parameters: Sequence[object] = ()) -> int:
        nonlocal count
        count += 1
        if count > last:
            raise Killed
        return write(file, sql, parameters)

    with Casebook.unlock(home, ANA.name, PASSPHRASES[ANA]) as book, monkeypatch.context() as patched:
        patched.setattr(CasebookFile, "write", cut)
        try:
            book.rekey.run(batch=10)
        except Killed:
            return False
        return True

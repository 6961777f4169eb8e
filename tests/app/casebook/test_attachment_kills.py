"""A process that is killed while it attaches files: what it had told of is there, nothing is half written."""

from pathlib import Path

from app.casebook import Casebook
from tests.tools.kill_attaching import ANA, CHEAP, PASSPHRASE, check, kill_once


def test_no_file_that_was_told_of_is_lost_by_a_kill(tmp_path: Path) -> None:
    home = tmp_path / "home"
    Casebook.create(home, ANA, PASSPHRASE, cost=CHEAP).close()
    told = [digest for _ in range(4) for digest in kill_once(home)]
    assert check(home, told) == []

"""A casebook in which several people are let in, and its desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.casebook import Casebook
from tests.app.desk_fixtures import REVIEWER, make_casebook, unlock


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a casebook that the reviewer administers, with a physician and a QA reader in it."""
    make_casebook(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def casebook(home: Path) -> Iterator[Casebook]:
    """That casebook, unlocked by the reviewer."""
    with unlock(home, REVIEWER) as opened:
        yield opened

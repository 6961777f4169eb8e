"""Two sites that trust each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app.casebook.sites_of_a_test import At, sites


@pytest.fixture
def two(tmp_path: Path) -> Iterator[list[At]]:
    with sites(tmp_path) as made:
        yield made

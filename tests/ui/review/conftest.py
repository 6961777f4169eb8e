"""A sitting with a case view, for the tests of the review's frame and its input pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.review.driven import Driven


@pytest.fixture
def driven(qtbot: "QtBot", tmp_path: Path) -> "Iterator[Driven]":
    """A reviewer's sitting in a casebook of its own; the shipped look."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415  # pytest-qt must have chosen its Qt

    from tests.ui.review.driven import Driven  # noqa: PLC0415  # as above
    from ui import theme  # noqa: PLC0415  # as above

    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Theme.LIGHT)
    sitting = Driven(qtbot, tmp_path / "book")
    yield sitting
    sitting.close()

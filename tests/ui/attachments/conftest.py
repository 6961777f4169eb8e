"""A sitting with a case view, as for the review's own tests, and what the window was told."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.ui.review.conftest import driven

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.review.driven import Driven
    from ui.review.case_view import CaseView

__all__ = ["driven"]


@pytest.fixture(autouse=True)
def _work_ends(qtbot: "QtBot") -> Iterator[None]:
    """Pages that nobody waited for are drawn to their end."""
    from ui.review import work  # noqa: PLC0415  # pytest-qt must have chosen its Qt

    yield
    qtbot.waitUntil(lambda: not work._running, timeout=20_000)


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What the window's bar was told."""
    from ui import messages  # noqa: PLC0415  # as above

    heard: list[str] = []
    door = messages.door()
    door.open()
    door.said.connect(lambda _notice, text: heard.append(text))
    yield heard
    door.shut()


@pytest.fixture
def view(driven: "Driven") -> "CaseView":
    """A case at its request page."""
    from app.route import Page  # noqa: PLC0415  # as above
    from tests.ui.review.closing_cases import sample  # noqa: PLC0415  # as above

    return driven.open(sample(1), Page.REQUEST)

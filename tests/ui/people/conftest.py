"""The people page, in sight."""

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.ui.shell import Shell


@pytest.fixture
def people(opened: "Shell") -> "Shell":
    """The reviewer, who administers, on the page."""
    opened.click("nav/people")
    return opened

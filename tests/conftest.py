"""What tests of every layer share."""

from collections.abc import Iterator

import pytest

from app.plan import INSTALLED_PLANS
from app.policy_file import INSTALLATION


@pytest.fixture
def nothing_added() -> Iterator[None]:
    """Afterwards no added policy or plan is installed any more, in this process."""
    yield
    INSTALLATION.set_added(())
    INSTALLED_PLANS.set_added({})

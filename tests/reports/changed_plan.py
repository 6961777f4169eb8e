"""Letters under a plan whose file was changed."""

from pathlib import Path

import pytest

from app import copy_set
from app.plan import Plan
from reports import issue as issuing
from reports import reissue
from tests.app.test_plan_files import changed


class Use:
    """Makes letters with a changed plan."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self._monkeypatch, self.folder = monkeypatch, folder

    def __call__(self, *swaps: tuple[str, str]) -> Plan:
        plan = changed(self.folder, *swaps)
        for module in (issuing, reissue, copy_set):
            self._monkeypatch.setattr(module, "plan", lambda _: plan)
        return plan

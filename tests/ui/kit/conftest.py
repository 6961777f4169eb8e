import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from ui import theme

if TYPE_CHECKING:  # at run time it can be imported only after pytest-qt has chosen its Qt
    from pytestqt.modeltest import ModelTester

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def _look(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Theme.LIGHT)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def check_model(qtmodeltester: "ModelTester") -> Callable[[QAbstractItemModel], None]:
    """Hold a model to the rules that Qt's views rely on."""

    def check(model: QAbstractItemModel) -> None:
        qtmodeltester.check(model)  # type: ignore[no-untyped-call] # pytest-qt leaves it untyped

    return check

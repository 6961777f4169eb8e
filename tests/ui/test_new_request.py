"""A new request where more than one policy is installed: the person chooses."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.policies.every_policy import POLICIES, all_installed
from tests.ui.shell import Shell
from ui.review.case_view import CaseView


@pytest.fixture
def several() -> Iterator[None]:
    with all_installed():
        yield


def begun(shell: Shell) -> list[str]:
    views = shell.window.findChildren(CaseView)
    return [view.desk.policy.number for view in views if view.isVisible()]


def test_with_one_policy_the_request_opens_at_once(opened: Shell) -> None:
    opened.ctrl(Qt.Key.Key_N)
    assert begun(opened) == ["MP-RX-FP-12-23"]


@pytest.mark.usefixtures("several")
@pytest.mark.qt_log_ignore("This plugin does not support")  # a menu takes keyboard and front, where it can
@pytest.mark.parametrize("place", range(len(POLICIES)))
def test_of_several_policies_one_is_chosen_by_keyboard(opened: Shell, place: int) -> None:
    opened.ctrl(Qt.Key.Key_N)
    (menu,) = opened.window.findChildren(QMenu, "new_request/policies")
    assert [action.objectName() for action in menu.actions()] == [f"new_request/{n}" for n in POLICIES]
    assert begun(opened) == []
    for _ in range(place):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    opened.qtbot.waitUntil(lambda: begun(opened) == [list(POLICIES)[place]])

"""Every screen between two cases: controls have names and sizes, and one filled button at most."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.ui.shell import Shell
from ui.kit.buttons import PrimaryButton

_LEAST_TARGET = 24


@pytest.fixture(params=["first", "unlock", "worklist", "decided", "audit", "people", "settings"])
def screen(request: pytest.FixtureRequest, shell: Shell) -> Shell:
    """The window on this screen."""
    if request.param != "first":
        shell.create_casebook()
    shell.open()
    if request.param not in {"first", "unlock"}:
        shell.unlock()
        shell.add("01")
        shell.places.cases.refresh()
        shell.places.show_place(request.param)
    return shell


def test_every_control_has_a_name_for_screen_readers_and_one_for_tests(screen: Shell) -> None:
    controls = _controls(screen)
    assert controls
    nameless = [repr(control) for control in controls if not control.objectName() or not _spoken(control)]
    assert nameless == []
    names = [control.objectName() for control in controls]
    assert len(names) == len(set(names))


def test_no_target_is_smaller_than_a_finger_can_hit(screen: Shell) -> None:
    small = [
        (control.objectName(), control.size().toTuple())
        for control in _controls(screen)
        if min(control.width(), control.height()) < _LEAST_TARGET
    ]
    assert small == []


def test_one_button_at_most_is_filled(screen: Shell) -> None:
    filled = [button for button in screen.window.findChildren(PrimaryButton) if button.isVisible()]
    assert len(filled) == 1


def _controls(shell: Shell) -> list[QWidget]:
    return [
        widget
        for widget in shell.window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
    ]


def _spoken(control: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(control)
    return interface.text(QAccessible.Text.Name)

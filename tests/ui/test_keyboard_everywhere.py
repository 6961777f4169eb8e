"""Every page by keyboard alone: Tab goes through all of it with the focus in sight, and Esc leaves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from app.desk import open_case
from app.route import Page
from tests.ui.shell import Shell
from ui.kit.focus_ring import FocusRing
from ui.places import Places
from ui.start.job import running
from ui.start.unlock_page import UnlockPage

_MOST_TABS = 300
_CTRL = Qt.KeyboardModifier.ControlModifier
_PLACES = tuple(Places.destinations())


def _press(shell: Shell, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the system hands it on: to the window, where the focus ring listens."""
    QTest.keyClick(shell.window.windowHandle(), key, held)


def _tabbed(shell: Shell) -> Iterator[QWidget]:
    """What has the focus after each Tab, until it comes round."""
    seen: list[QWidget] = []
    for _ in range(_MOST_TABS):
        _press(shell, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None, (
            f"the focus is lost after {seen[-1].objectName() if seen else 'the first Tab'}"
        )
        if here in seen:
            return
        seen.append(here)
        yield here
    pytest.fail("Tab never comes round")


def _hidden(widget: QWidget) -> str:
    """How a control with the focus is out of sight; nothing where it can be seen."""
    window = widget.window()
    place = QRect(widget.mapTo(window, QPoint()), widget.size())
    step = widget.parentWidget()
    while step is not None and step is not window:
        if isinstance(step, QAbstractScrollArea) and step.viewport().isAncestorOf(widget):
            view = QRect(step.viewport().mapTo(window, QPoint()), step.viewport().size())
            if not view.intersects(place) or view.intersected(place).height() < min(place.height(), 24):
                return f"{widget.objectName()} is scrolled out of {step.objectName()}"
        step = step.parentWidget()
    return "" if widget.isVisible() else f"{widget.objectName()} is hidden"


def _reachable(window: QWidget) -> set[str]:
    """The controls that Tab should reach: of a group of options, one stands for all."""
    found = set()
    for widget in window.findChildren(QWidget):
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isVisible() and widget.isEnabled() and by_tab and not widget.focusProxy():
            group = widget.group() if isinstance(widget, QAbstractButton) else None
            if group is None or not group.exclusive():
                found.add(widget.objectName())
    return found


def _wait_for_work(shell: Shell) -> None:
    """What a worker reads is shown, with the focus where it brings it."""
    shell.qtbot.waitUntil(lambda: not running())
    QApplication.processEvents()


def _walk_by_tab(shell: Shell) -> None:
    """Tab all the way round: everything is reached, and what has the focus is in sight and wears the ring."""
    ring = shell.window.findChild(FocusRing)
    assert ring is not None
    _wait_for_work(shell)
    reached, wrong = set(), []
    for here in _tabbed(shell):
        reached.add(here.objectName())
        wrong += [hidden] if (hidden := _hidden(here)) else []
        if ring.target() is not here:
            wrong.append(f"{here.objectName()} has the focus and no ring")
    assert wrong == []
    assert _reachable(shell.window) - reached == set()


@pytest.mark.parametrize("place", _PLACES)
def test_each_place_is_reached_by_the_palette_walked_by_tab_and_left_by_esc(
    opened: Shell, place: str
) -> None:
    opened.add("01")
    opened.places.cases.refresh()
    _press(opened, Qt.Key.Key_K, _CTRL)
    opened.keys(Places.destinations()[place])
    _press(opened, Qt.Key.Key_Return)
    assert opened.places.place() == place
    _walk_by_tab(opened)
    for _ in range(3):  # a field, then what is open, then the page
        _press(opened, Qt.Key.Key_Escape)
    assert opened.places.place() == "worklist"


@pytest.mark.parametrize("page", list(Page))
def test_each_page_of_a_case_is_walked_by_tab_and_left_by_esc(opened: Shell, page: Page) -> None:
    case_id = opened.add("25")
    assert opened.window.session is not None
    opened.window.show_case(open_case(opened.window.session.casebook, case_id), page)
    _walk_by_tab(opened)
    _press(opened, Qt.Key.Key_Escape)
    assert opened.window.case is None
    assert opened.places.worklist.table.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_H, Qt.Key.Key_K, Qt.Key.Key_Slash])
def test_what_lies_over_a_case_is_walked_by_tab_and_left_by_esc(opened: Shell, key: Qt.Key) -> None:
    case_id = opened.add("25")
    assert opened.window.session is not None
    opened.window.show_case(open_case(opened.window.session.casebook, case_id), Page.CRITERIA)
    before = QApplication.focusWidget()
    _press(opened, key, _CTRL)
    assert QApplication.focusWidget() is not before
    if key is Qt.Key.Key_H:
        _walk_by_tab(opened)
    _press(opened, Qt.Key.Key_Escape)
    assert opened.window.case is not None
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("way", ["restore", "recovery", "verify"])
def test_each_other_way_in_is_walked_by_tab_and_left_by_esc(shell: Shell, way: str) -> None:
    shell.create_casebook()
    shell.open()
    link = shell.find(QAbstractButton, f"unlock/{way}")
    for here in _tabbed(shell):
        if here is link:
            break
    _press(shell, Qt.Key.Key_Space)
    assert not isinstance(shell.window.entry, UnlockPage)
    _walk_by_tab(shell)
    _press(shell, Qt.Key.Key_Escape)
    assert isinstance(shell.window.entry, UnlockPage)


def test_the_pages_before_the_casebook_are_walked_by_tab(shell: Shell) -> None:
    shell.open()
    _walk_by_tab(shell)
    shell.close()
    shell.create_casebook()
    shell.open()
    _walk_by_tab(shell)

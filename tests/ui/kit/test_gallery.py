"""Walks every widget of the gallery in every theme and text size."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.tools import gallery
from ui import theme
from ui.kit.buttons import PaintedButton, PrimaryButton
from ui.kit.scroll_page import ScrollPage
from ui.kit.text import Text
from ui.kit.wrapping import wrapped

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)
_LEAST_TARGET = 24


@pytest.fixture(params=gallery.PAGES, ids=lambda page: page.__name__)
def page(request: pytest.FixtureRequest) -> Callable[[], QWidget]:
    made: Callable[[], QWidget] = request.param
    return made


@pytest.fixture(params=[(1.0, 1280), (1.25, 1280), (2.0, 1900)], ids=["100", "125", "200"])
def shown(
    request: pytest.FixtureRequest, page: Callable[[], QWidget], qapp: QApplication, qtbot: QtBot
) -> Iterator[QWidget]:
    scale, width = request.param
    theme.apply(qapp, theme.Theme.LIGHT, scale)
    window = page()
    qtbot.addWidget(window)
    window.resize(width, 1000)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    yield window
    window.close()


def _visible(window: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [widget for kind in kinds for widget in window.findChildren(kind) if widget.isVisible()]


def test_every_control_has_a_name_for_people_and_one_for_qa(shown: QWidget) -> None:
    controls = _visible(shown, *_CONTROLS)
    names = [control.objectName() for control in controls]

    assert all(names)
    assert len(set(names)) == len(names)
    assert all(control.accessibleName() for control in controls)


def test_every_target_can_be_hit(shown: QWidget) -> None:
    for control in _visible(shown, *_CONTROLS):
        assert min(control.width(), control.height()) >= _LEAST_TARGET, control.objectName()


def test_there_is_one_filled_button_at_most(shown: QWidget) -> None:
    assert len(_visible(shown, PrimaryButton)) <= 1


def test_no_text_is_cut(shown: QWidget) -> None:
    for label in shown.findChildren(Text):
        if label.isVisible():
            needed = wrapped(label.fontMetrics(), label.text(), label.width())
            assert needed.width() <= label.width(), label.text()
            assert needed.height() <= label.height(), label.text()
    for button in _visible(shown, PaintedButton):
        assert button.width() >= button.minimumSizeHint().width(), button.objectName()


def test_nothing_stands_outside_its_page_sideways(shown: QWidget) -> None:
    for area in shown.findChildren(ScrollPage):
        inside = area.widget()
        assert inside is not None
        assert inside.width() <= area.viewport().width()
        for control in inside.findChildren(QWidget):
            if control.isVisible():
                right = control.mapTo(inside, QPoint(control.width(), 0)).x()
                assert right <= inside.width(), control.objectName()


@pytest.mark.parametrize("chosen", [theme.Theme.LIGHT, theme.Theme.DARK])
def test_a_page_is_drawn_in_the_colours_of_its_theme(
    page: Callable[[], QWidget], chosen: theme.Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, chosen)
    window = page()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    picture = window.grab().toImage()

    tokens = theme.current()
    seen = {picture.pixelColor(x, y).name() for x in range(0, 1280, 7) for y in range(0, 800, 7)}
    assert {tokens.window.name(), tokens.surface.name()} <= seen

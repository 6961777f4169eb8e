"""What lights up under the mouse is painted anew when the mouse comes and when it goes."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.key_button import KeyButton


class Counted(KeyButton):
    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.painted += 1
        super().paintEvent(event)


def test_a_button_is_painted_anew_when_the_mouse_comes_and_goes(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    button = Counted("somewhere/open", "Enter", "open")
    button.setParent(window)
    button.move(100, 100)
    with qtbot.waitExposed(window):
        window.show()
    for place, inside in ((QPoint(5, 5), False), (QPoint(110, 110), True), (QPoint(5, 5), False)):
        before = button.painted
        moves = button.underMouse() is not inside
        QTest.mouseMove(window.windowHandle(), place)
        qtbot.waitUntil(lambda inside=inside: button.underMouse() is inside)  # type: ignore[misc]
        if moves:
            qtbot.waitUntil(lambda before=before: button.painted > before)  # type: ignore[misc]

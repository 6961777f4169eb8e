"""What lights up under the mouse is painted anew when the mouse comes and when it goes."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.kit.key_button import KeyButton


def test_a_button_is_painted_anew_when_the_mouse_comes_and_goes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    painted: list[bool] = []
    usual = KeyButton.paintEvent

    def paint(button: KeyButton, event: QPaintEvent) -> None:
        painted.append(button.underMouse())
        usual(button, event)

    monkeypatch.setattr(KeyButton, "paintEvent", paint)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 200)
    button = KeyButton("somewhere/open", "Enter", "open")
    button.setParent(window)
    button.move(100, 100)
    with qtbot.waitExposed(window):
        window.show()
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    qtbot.waitUntil(lambda: painted[-1:] == [False])
    QTest.mouseMove(window.windowHandle(), QPoint(110, 110))
    qtbot.waitUntil(lambda: painted[-1])
    QTest.mouseMove(window.windowHandle(), QPoint(5, 5))
    qtbot.waitUntil(lambda: not painted[-1])

"""A card over the dimmed window: it keeps the focus until it is closed, and gives it back then."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column
from ui.kit.drawing import painting, surface

_DIM = QColor(0, 0, 0, 100)
_LEAST_MARGIN = 24
_TOP_SHARE = 0.14
"""Of the window's height, above the card."""


class _Sheet(QFrame):
    """The card; it paints itself, as a style sheet on a container would reach into every child."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            surface(painter, self.rect(), px(10), tokens.surface, (tokens.line, 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a click beside the controls is no click beside the card


class Overlay(QWidget):
    """Lies over one window. A subclass fills ``column``, says its height, and where the focus goes.

    Signals:
        closed: it is out of sight; whoever opened it takes it away.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str, title: str, width: int) -> None:
        """``width`` of the card, in pixels at 100 %; less where the window is narrow."""
        super().__init__(window)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._window, self._width = window, width
        self._came_from: QWidget | None = None
        self.sheet = _Sheet(self)
        self.sheet.setObjectName(f"{name}/card")
        self.column = Column(self.sheet, margins=(12, 12, 12, 12), gap=8)
        window.installEventFilter(self)
        theme.changes().changed.connect(self.fit)
        self.hide()

    def first(self) -> QWidget:
        """The control that has the focus first."""
        raise NotImplementedError

    def wanted_height(self, width: int) -> int:
        """How high the card would be, this wide, if there were room."""
        raise NotImplementedError

    def open(self) -> None:
        """Come to sight and take the focus."""
        self._came_from = QApplication.focusWidget()
        self.fit()
        self.show()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_overlay(self) -> None:
        """Go, and give the focus back to where it came from."""
        if self.isHidden():
            return
        self.hide()
        before = self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def fit(self) -> None:
        """Lie over the whole window, the card in its upper half."""
        whole = self._window.rect()
        self.setGeometry(whole)
        margin = px(_LEAST_MARGIN)
        width = min(px(self._width), whole.width() - 2 * margin)
        wanted = self.wanted_height(width)
        top = max(min(int(whole.height() * _TOP_SHARE), whole.height() - wanted - margin), margin)
        height = min(wanted, whole.height() - top - margin)
        self.sheet.setGeometry(QRect((whole.width() - width) // 2, top, width, height))

    # ------------------------------------------------------------ events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize and self.isVisible():
            self.fit()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.close_overlay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), _DIM)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        return True  # what lies under it cannot be reached

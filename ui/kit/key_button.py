"""A key and what it does, at the foot of a page; pressing the words does the same as the key."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui import fonts, theme
from ui.fonts import px
from ui.kit.drawing import ONE_LINE, ONE_LINE_CENTRED, Ink, fill, outline, painting, put

_HEIGHT, _CAP, _GAP = 24, 19, 5


class KeyButton(QAbstractButton):
    """For the mouse and for screen readers, which press it; the keyboard has the key itself.

    Example::

        button = KeyButton("worklist/open", "Enter", "open")
        button.clicked.connect(table.open_current)
    """

    def __init__(self, name: str, keys: str, does: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._keys = keys
        self.setObjectName(name)
        self.setText(does)
        self.setAccessibleName(does)
        self.setAccessibleDescription(keys)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = fonts.metrics(fonts.Size.SECONDARY).horizontalAdvance(self.text())
        return QSize(self._cap_width() + px(_GAP) + words + 1, px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        lively = self.underMouse() or self.isDown()
        cap = QRect(0, (self.height() - px(_CAP)) // 2, self._cap_width(), px(_CAP))
        words = self.rect().adjusted(cap.width() + px(_GAP), 0, 0, 0)
        with painting(self) as painter:
            fill(painter, cap.adjusted(1, 1, -1, -1), px(4), tokens.hover if lively else tokens.surface)
            outline(painter, cap, px(4), tokens.control)
            key_ink = Ink(fonts.font(fonts.Size.LEGEND, fonts.MEDIUM), tokens.text)
            put(painter, cap, self._keys, key_ink, ONE_LINE_CENTRED)
            colour = tokens.accent if lively else tokens.text3
            put(painter, words, self.text(), Ink(fonts.font(fonts.Size.SECONDARY), colour), ONE_LINE)

    def _cap_width(self) -> int:
        return fonts.metrics(fonts.Size.LEGEND, fonts.MEDIUM).horizontalAdvance(self._keys) + 2 * px(8)

"""The surface on which a log stands; it takes no part in showing the focus."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame

from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column
from ui.kit.drawing import painting, surface

_LEAST_HEIGHT = 170


class LogSurface(QFrame):
    """Put the log into ``column``."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.column = Column(self, margins=(1, 1, 1, 8))
        theme.changes().changed.connect(self._fit)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            surface(painter, self.rect(), px(10), tokens.surface, (tokens.line, 1))

    def _fit(self) -> None:
        self.setMinimumHeight(px(_LEAST_HEIGHT))

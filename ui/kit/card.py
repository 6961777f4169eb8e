"""The surface that groups what belongs together."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column
from ui.kit.drawing import painting, surface


class Card(QFrame):
    """A rounded surface with 16 px padding; its edge takes the accent colour while the focus is inside.

    Put widgets into ``card.column``.
    """

    def __init__(self, name: str, *, gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._active = False
        self._aimed = False
        self.column = Column(self, margins=(17, 15, 17, 15), gap=gap)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def is_active(self) -> bool:
        """Whether the focus is inside."""
        return self._active

    def set_aimed(self, aimed: bool) -> None:
        """Show that what is being dragged can be dropped here."""
        self._aimed = aimed
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        edge = tokens.accent if self._active or self._aimed else tokens.line
        with painting(self) as painter:
            surface(painter, self.rect(), px(10), tokens.surface, (edge, 1))

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and self.isAncestorOf(new)
        if inside is not self._active:
            self._active = inside
            self.update()


class Panel(QWidget):
    """A plain full surface, such as the finding's panel, with a line on the edges that are named."""

    def __init__(self, name: str, lines: Qt.Edge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._lines = lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            painter.fillRect(self.rect(), tokens.surface)
            width, height = self.width(), self.height()
            for edge, area in (
                (Qt.Edge.TopEdge, (0, 0, width, 1)),
                (Qt.Edge.BottomEdge, (0, height - 1, width, 1)),
                (Qt.Edge.LeftEdge, (0, 0, 1, height)),
                (Qt.Edge.RightEdge, (width - 1, 0, 1, height)),
            ):
                if edge in self._lines:
                    painter.fillRect(*area, tokens.line)


class Divider(QFrame):
    """A line of one pixel between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.current().line)

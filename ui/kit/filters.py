"""What narrows a list: ``FilterBar`` (counts, not charts) and ``SearchLine``."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.drawing import Ink, fill, painting, put, square_in, surface
from ui.kit.flow import Flow

_HEIGHT, _PADDING, _COUNT_GAP, _ICON = 30, 10, 9, 16


class FilterTab(QPushButton):
    """One filter and how many it would show."""

    def __init__(self, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setObjectName(name)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.count = 0

    def set_count(self, count: int) -> None:
        """Show how many rows pass."""
        self.count = count
        self.setAccessibleName(f"{self.text()}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words, count = self._widths()
        return QSize(words + px(_COUNT_GAP) + count + 2 * px(_PADDING), px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        weight = fonts.SEMIBOLD if self.isChecked() else fonts.REGULAR
        colour = tokens.text if self.isChecked() else tokens.text2
        ink = Ink(fonts.font(fonts.Size.BODY, weight), colour)
        with painting(self) as painter:
            if self.isChecked():
                surface(painter, self.rect(), px(6), tokens.surface, (tokens.control, 1))
            elif self.underMouse():
                fill(painter, self.rect(), px(6), tokens.hover)
            put(painter, self.rect().adjusted(px(_PADDING), 0, 0, 0), self.text(), ink)
            left = px(_PADDING) + self._widths()[0] + px(_COUNT_GAP)
            put(painter, self.rect().adjusted(left, 0, 0, 0), f"{self.count:,}", ink)

    def _widths(self) -> tuple[int, int]:
        metrics = fonts.metrics(fonts.Size.BODY, fonts.SEMIBOLD)
        return metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(f"{self.count:,}") + 1


class FilterBar(QWidget):
    """Filters of which one is in force; they wrap where the window is narrow. Tabs are named ``NAME/ID``.

    Signals:
        chosen(str): a person chose the filter of this id.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._tabs: dict[str, FilterTab] = {}
        self._flow = Flow(self, gap=4)

    def add(self, filter_id: str, text: str) -> FilterTab:
        """Add a filter; the first one is in force until another is selected."""
        tab = FilterTab(f"{self.objectName()}/{filter_id}", text, self)
        tab.setChecked(not self._tabs)
        tab.clicked.connect(lambda: self._choose(filter_id))
        self._tabs[filter_id] = tab
        self._flow.addWidget(tab)
        return tab

    def set_count(self, filter_id: str, count: int) -> None:
        """Show how many rows a filter would show."""
        self._tabs[filter_id].set_count(count)

    def current(self) -> str:
        """The id of the filter in force."""
        return next(filter_id for filter_id, tab in self._tabs.items() if tab.isChecked())

    def select(self, filter_id: str) -> None:
        """Put a filter in force without telling anybody."""
        self._tabs[filter_id].setChecked(True)

    def _choose(self, filter_id: str) -> None:
        self.select(filter_id)
        self.chosen.emit(filter_id)


class SearchLine(QLineEdit):
    """A line to search with; Esc empties it first. Connect to ``textChanged``."""

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with painting(self) as painter:
            square = square_in(self.rect(), px(8), px(_ICON))
            icons.paint(painter, "search", theme.current().text2, square)

    def _fit(self) -> None:
        self.setTextMargins(px(_ICON + 9), 0, 0, 0)

"""Lays options out in one, two or three columns of equal width; rows of one line share their height."""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.fonts import px

GAP = 8
_MOST_TITLE_LINES, _MOST_HINT_LINES = 2, 3
_THREE = 3


class Option(Protocol):
    """What the layout asks of an option's face."""

    def lines_for(self, width: int) -> tuple[int, int]:
        """Lines of title and hint in this width."""

    def least_width(self) -> int:
        """The width below which a word would be cut."""


class _Grid(NamedTuple):
    columns: int
    width: int
    heights: list[int]

    def height(self) -> int:
        return sum(self.heights) + px(GAP) * max(len(self.heights) - 1, 0)


class Columns(QLayout):
    """Three columns where the options come in threes and their words stay short, else two, else one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self._options: list[Option] = []

    def add_option(self, widget: QWidget, option: Option) -> None:
        """Add an option at the end."""
        self._options.append(option)
        self.addWidget(widget)

    def columns_in(self, width: int) -> int:
        """How many columns the options get in this width."""
        for columns in (_THREE, 2):
            each = self._each(width, columns)
            in_threes = columns != _THREE or len(self._options) % _THREE == 0
            if in_threes and all(self._fits(option, each) for option in self._options):
                return columns
        return 1

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        del self._options[index]
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._grid(width).height()

    def sizeHint(self) -> QSize:
        width = 2 * max((item.sizeHint().width() for item in self._items), default=0) + px(GAP)
        return QSize(width, self._grid(width).height())

    def minimumSize(self) -> QSize:
        width = max((option.least_width() for option in self._options), default=0)
        # The height follows from the width that is given, not from the narrowest one.
        return QSize(width, max((item.minimumSize().height() for item in self._items), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        grid = self._grid(rect.width())
        top = rect.top()
        for line, height in enumerate(grid.heights):
            for column, item in enumerate(self._line(line, grid.columns)):
                left = rect.left() + column * (grid.width + px(GAP))
                item.setGeometry(QRect(left, top, grid.width, height))
            top += height + px(GAP)

    def _grid(self, width: int) -> _Grid:
        columns = self.columns_in(width)
        each = self._each(width, columns)
        lines = range(-(-len(self._items) // columns))
        heights = [max(item.heightForWidth(each) for item in self._line(line, columns)) for line in lines]
        return _Grid(columns, each, heights)

    def _line(self, line: int, columns: int) -> list[QLayoutItem]:
        return self._items[line * columns : (line + 1) * columns]

    @staticmethod
    def _each(width: int, columns: int) -> int:
        return (width - (columns - 1) * px(GAP)) // columns

    @staticmethod
    def _fits(option: Option, width: int) -> bool:
        if option.least_width() > width:
            return False
        title, hint = option.lines_for(width)
        return title <= _MOST_TITLE_LINES and hint <= _MOST_HINT_LINES

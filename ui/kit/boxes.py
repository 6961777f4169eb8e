"""Box layouts whose margins and gaps grow with the text size: ``Column`` and ``Row``.

Example::

    column = Column(card, margins=(16, 16, 16, 16), gap=8)
    column.addWidget(SectionTitle("Your decision"))
"""

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from ui import theme
from ui.fonts import px

Margins = tuple[int, int, int, int]
_NONE: Margins = (0, 0, 0, 0)


class _Box(QBoxLayout):
    _direction = QBoxLayout.Direction.TopToBottom

    def __init__(self, parent: QWidget | None = None, *, margins: Margins = _NONE, gap: int = 0) -> None:
        """``margins`` (left, top, right, bottom) and ``gap`` in pixels at 100 %."""
        super().__init__(self._direction)
        if parent is not None:
            parent.setLayout(self)
        self._margins = margins
        self._gap = gap
        self._rescale()
        theme.changes().changed.connect(self._rescale)

    def set_margins(self, margins: Margins) -> None:
        """Take other margins, in pixels at 100 %."""
        self._margins = margins
        self._rescale()

    def _rescale(self) -> None:
        self.setContentsMargins(*(px(margin) for margin in self._margins))
        self.setSpacing(px(self._gap))


class Column(_Box):
    """Widgets one below the other."""


class Row(_Box):
    """Widgets side by side."""

    _direction = QBoxLayout.Direction.LeftToRight


def at_left(*widgets: QWidget, gap: int = 0) -> Row:
    """A row of widgets at the left, as wide as they need to be; the rest stays free."""
    row = Row(gap=gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while item := layout.takeAt(0):
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

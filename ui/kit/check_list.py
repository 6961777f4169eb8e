"""Facts to look over: ``CheckList`` before something final, ``Figures`` for values side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui import fonts, theme
from ui.fonts import px
from ui.kit.banner import Fact
from ui.kit.boxes import Column, empty
from ui.kit.buttons import LinkButton
from ui.kit.card import Divider
from ui.kit.flow import Flow
from ui.kit.text import Hint, SectionTitle, Value
from ui.kit.words import tr

_LABEL, _VALUE, _NOTE, _LINK = range(4)
_MOST_LABEL = 148  # at 100 %; a longer label wraps, so that value and note keep their room


class CheckLine(NamedTuple):
    """One line: what it is, its value, where it comes from; ``id`` is what ``CheckList.change`` gives."""

    id: str
    label: str
    value: str
    note: str = ""


class CheckList(QWidget):
    """Lines with a Change link each, named ``NAME/ID/change``.

    Signals:
        change(str): a person wants to change the line of this id.
    """

    change = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(_VALUE, 6)
        self._grid.setColumnStretch(_NOTE, 5)
        self._labels: list[Hint] = []
        theme.changes().changed.connect(self._rescale)
        self._rescale()

    def set_lines(self, lines: Sequence[CheckLine], *, changeable: bool = True) -> None:
        """Show these lines; without ``changeable`` they are only read."""
        empty(self._grid)
        self._labels = []
        for number, line in enumerate(lines):
            if number:
                self._grid.addWidget(Divider(), 2 * number - 1, 0, 1, 4)
            self._add(2 * number, line, changeable=changeable)
        self._rescale()

    def _add(self, row: int, line: CheckLine, *, changeable: bool) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        label = Hint(line.label)
        self._labels.append(label)
        self._grid.addWidget(label, row, _LABEL, middle)
        self._grid.addWidget(Value(line.value), row, _VALUE, middle)
        self._grid.addWidget(Hint(line.note), row, _NOTE, middle)
        if changeable:
            link = LinkButton(tr("Change"), f"{self.objectName()}/{line.id}/change")
            link.setAccessibleName(f"{link.words()}: {line.label}")
            link.clicked.connect(lambda: self.change.emit(line.id))
            self._grid.addWidget(link, row, _LINK)

    def _rescale(self) -> None:
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(4))
        metrics = fonts.metrics(fonts.Size.SECONDARY)
        widest = max((metrics.horizontalAdvance(label.text()) for label in self._labels), default=0)
        for label in self._labels:
            label.setFixedWidth(min(widest + 2, px(_MOST_LABEL)))


class _Figure(QWidget):
    def __init__(self, fact: Fact) -> None:
        super().__init__()
        column = Column(self, gap=1)
        column.addWidget(Hint(fact.label, wraps=False))
        column.addWidget(SectionTitle(fact.value or tr("Not known"), wraps=False))


class Figures(QWidget):
    """Values side by side, each under its label: height, weight, body surface area. They wrap."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._flow = Flow(self, gap=28, line_gap=8)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these values, in the order given."""
        empty(self._flow)
        for fact in facts:
            self._flow.addWidget(_Figure(fact))

"""The member banner: who this is about, and how long the decision may take. Nothing stands above it."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row, empty
from ui.kit.card import Panel
from ui.kit.chips import ChipFace
from ui.kit.drawing import Ink, painting, put
from ui.kit.flow import Flow
from ui.kit.names import NameLabel, written_name
from ui.kit.status import Status
from ui.kit.text import Hint, Value
from ui.kit.tokens import Tokens
from ui.kit.words import tr


class Urgency(StrEnum):
    """How near a decision's due time is."""

    NORMAL = "normal"
    SOON = "soon"
    PRESSING = "pressing"
    LATE = "late"


def urgent_colour(urgency: Urgency, tokens: Tokens) -> QColor:
    """The colour of the time that is left."""
    return {
        Urgency.NORMAL: tokens.text,
        Urgency.SOON: tokens.open,
        Urgency.PRESSING: tokens.open,
        Urgency.LATE: tokens.late,
    }[urgency]


def urgent_chip(urgency: Urgency, left: str) -> ChipFace | None:
    """The chip around the time left in the last hour and past it; None while it is plain text."""
    if urgency is Urgency.LATE:
        return ChipFace(Status.LATE, left)
    return ChipFace(Status.OPEN, left, "clock-alert") if urgency is Urgency.PRESSING else None


class Fact(NamedTuple):
    """A label without colon and its value; an empty value reads "Not known"."""

    label: str
    value: str


class FactPair(QWidget):
    """A fact on one line, the value heavier than its label; neither wraps."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        row = Row(self, gap=5)
        row.addWidget(Hint(fact.label, wraps=False))
        value = Value(fact.value or tr("Not known"), wraps=False)
        value.setProperty("role", "fact")
        row.addWidget(value)


class Clock(QLabel):
    """The time that is left and when it ends: amber when that is soon, a chip in its last hour and later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._left, self._due, self._urgency = "", "", Urgency.NORMAL

    def show_clock(self, left: str, due: str, urgency: Urgency) -> None:
        """Show the time left ("1 h 13 min") and the moment ("Decision due today 10:25")."""
        self._left, self._due, self._urgency = left, due, urgency
        self.setText(f"{left}. {due}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        lines = fonts.metrics(fonts.Size.LEAD, fonts.SEMIBOLD), fonts.metrics(fonts.Size.SECONDARY)
        width = max(lines[0].horizontalAdvance(self._left), lines[1].horizontalAdvance(self._due))
        chip = urgent_chip(self._urgency, self._left)
        width = max(px(28) + width + 1, chip.size().width() if chip is not None else 0)
        return QSize(width, px(24) + lines[1].height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            chip = urgent_chip(self._urgency, self._left)
            if chip is not None:
                chip.paint(painter, QRect(0, 0, *chip.size().toTuple()))
            else:
                self._paint_time(painter, urgent_colour(self._urgency, tokens))
            below = QRect(px(28), px(24), self.width(), self.height() - px(24))
            put(painter, below, self._due, Ink(fonts.font(fonts.Size.SECONDARY), tokens.text2))

    def _paint_time(self, painter: QPainter, colour: QColor) -> None:
        size = px(20)
        icons.paint(painter, "clock", colour, QRect(0, (self.height() - size) // 2, size, size))
        ink = Ink(fonts.font(fonts.Size.LEAD, fonts.SEMIBOLD), colour)
        put(painter, QRect(px(28), 0, self.width(), px(24)), self._left, ink)


class MemberBanner(Panel):
    """Full width, fixed, at the top of every page of a case.

    Example::

        banner = MemberBanner("banner")
        banner.show_member("Núñez Rivera", "María del Carmen", [Fact("Born", "02-Apr-1968 (58 y)")])
        banner.show_clock("1 h 13 min", "Decision due today 10:25", Urgency.SOON)
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, Qt.Edge.BottomEdge, parent)
        self.setAccessibleName(tr("Member"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._name = NameLabel()
        self._name.setObjectName(f"{name}/name")
        self._clock = Clock()
        self._clock.setObjectName(f"{name}/clock")
        self._clock.hide()
        self._facts = Flow(gap=22, line_gap=2)
        words = Column(gap=2)
        words.addWidget(self._name)
        words.addLayout(self._facts)
        row = Row(self, margins=(20, 8, 20, 9), gap=24)
        row.addLayout(words, 1)
        row.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_member(self, family: str, given: str, facts: Sequence[Fact]) -> None:
        """Show a member's name and facts, in the order given."""
        self._name.setText(written_name(family, given))
        self._name.updateGeometry()
        empty(self._facts)
        for fact in facts:
            self._facts.addWidget(FactPair(fact))

    def show_clock(self, left: str, due: str, urgency: Urgency) -> None:
        """Show how long the decision may take."""
        self._clock.show_clock(left, due, urgency)
        self._clock.show()

    def hide_clock(self) -> None:
        """Show no clock: the case is decided."""
        self._clock.hide()

"""A policy's criteria, line by line: number, our paraphrase, how its parts count together, its reading."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.policy import AllOf, AnyOf, Criterion, IfThenElse, NoneOf, Section
from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.text import Hint, Secondary, Value
from ui.policies.words import tr

_NUMBER_WIDTH, _STEP, _DEEPEST = 92, 18, 4


class Line(NamedTuple):
    """One line as it is shown.

    Attributes:
        depth: how far in it stands, from 0.
        rule: how its parts are taken together; empty for a line that asks one thing.
    """

    number: str
    text: str
    rule: str
    reading: str
    depth: int


def lines_of(section: Section, language: str) -> list[Line]:
    """The lines of a section in printed order; parts without a number stand under their line."""
    return list(_lines(section.root, language, 0))


def _lines(criterion: Criterion, language: str, depth: int) -> Iterator[Line]:
    reading = criterion.reading
    yield Line(
        criterion.line if "/" not in criterion.id else "",
        criterion.text[language],
        _rule(criterion),
        tr("Read as: {0}").format(reading.text[language]) if reading else "",
        depth,
    )
    for part in criterion.parts:
        yield from _lines(part, language, depth + 1)


def _rule(criterion: Criterion) -> str:
    rule = criterion.rule
    if isinstance(rule, AllOf):
        return tr("All of these:") if len(rule.parts) > 1 else ""
    if isinstance(rule, AnyOf):
        return tr("At least one of these:") if len(rule.parts) > 1 else ""
    if isinstance(rule, NoneOf):
        return tr("None of these:")
    return tr("The first of these says which of the others counts:") if isinstance(rule, IfThenElse) else ""


class LineRow(QWidget):
    """One line: its number at the left, what it says beside it."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line
        self.setAccessibleName(
            " ".join(part for part in (line.number, line.text, line.rule, line.reading) if part)
        )
        self._row = Row(self, gap=10)
        self._number = Value(line.number, wraps=False)
        words = Column(gap=1)
        words.addWidget(Secondary(line.text))
        for more in (line.rule, line.reading):
            if more:
                words.addWidget(Hint(more))
        self._row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self._row.set_margins((_STEP * min(self._line.depth, _DEEPEST), 0, 0, 0))
        self._number.setMinimumWidth(px(_NUMBER_WIDTH))

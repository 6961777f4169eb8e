"""One laboratory value beside its thresholds: in words, on a scale, and each threshold with its mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.laboratory import LAB_NUMBERS
from app.logic import MET, NOT_MET, UNKNOWN
from app.response import ThresholdFinding
from ui.kit.boxes import Column, Row
from ui.kit.chips import StatusIcon
from ui.kit.flow import Flow
from ui.kit.status import Status
from ui.kit.text import Hint, Secondary, Value
from ui.kit.value_scale import ScaleFacts, ValueScale
from ui.review.response_words import threshold_words, value_name, value_words
from ui.review.values import joined
from ui.review.words import tr

_SHOWN = {MET: Status.MET, NOT_MET: Status.NOT_MET, UNKNOWN: Status.OPEN}


@dataclass(frozen=True, slots=True)
class SharedThreshold:
    """A threshold with the answers, as briefly as they are named, that share it.

    Attributes:
        is_spare: it is not met, and need not be: of several one is enough, and another is met.
    """

    answers: tuple[str, ...]
    finding: ThresholdFinding
    is_spare: bool = False


def scale_of(shared: Sequence[SharedThreshold]) -> ScaleFacts:
    """The thresholds of one number on a scale; what each stretch of it is good for."""
    numbers = [one for one in shared if isinstance(one.finding.threshold.bound, Decimal)]
    bounds = sorted({Decimal(one.finding.threshold.bound) for one in numbers})
    edges = [Decimal(0), *bounds, 2 * bounds[-1]]
    zones = tuple(_good_for(numbers, (low + high) / 2) for low, high in pairwise(edges))
    value = numbers[0].finding.value
    if not isinstance(value, Decimal):
        return ScaleFacts(zones, tuple(bounds))
    place = sum(_is_past(numbers, bound, value) for bound in bounds)
    return ScaleFacts(zones, tuple(bounds), value, place)


def _good_for(shared: Sequence[SharedThreshold], value: Decimal) -> str:
    answers = [name for one in shared if one.finding.threshold.holds(value) for name in one.answers]
    return joined(answers) if answers else tr("neither")


def _is_past(shared: Sequence[SharedThreshold], bound: Decimal, value: Decimal) -> bool:
    """Whether a value lies above a bound; the bound itself belongs where its threshold puts it."""
    at_it = next(one.finding.threshold for one in shared if one.finding.threshold.bound == bound)
    return value > bound or (value == bound and at_it.operator in {"at_least", "below"})


class ThresholdMark(QWidget):
    """A threshold in one line: shape and word say how the value stands."""

    def __init__(self, name: str, status: Status, words: str) -> None:
        super().__init__()
        self.setObjectName(name)
        row = Row(self, gap=6)
        row.addWidget(StatusIcon(status), 0, Qt.AlignmentFlag.AlignVCenter)
        text = Hint(words, wraps=False)
        text.setObjectName(f"{name}/text")
        row.addWidget(text)


class ValueRow(QWidget):
    """A value's name, what it is, its picture where it is a number, and its thresholds."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setObjectName(f"laboratory/{name}/row")
        self._shown: tuple[SharedThreshold, ...] = ()
        self._value = Value(wraps=False)
        self._value.setObjectName(f"laboratory/{name}/value")
        self._scale = ValueScale(f"laboratory/{name}/scale", value_name(name))
        self._marks = Flow(gap=16)
        self._widgets: list[ThresholdMark] = []
        self._arrange()

    def show_thresholds(self, shared: Sequence[SharedThreshold]) -> None:
        """Show these thresholds of the value."""
        if tuple(shared) == self._shown:
            return
        self._shown = tuple(shared)
        self._value.setText(value_words(self._name, shared[0].finding.value))
        words = [threshold_words(one.answers, one.finding, is_spare=one.is_spare) for one in shared]
        if self._name in LAB_NUMBERS:
            self._scale.show_scale(scale_of(shared), ". ".join([self._value.text(), *words]))
        while self._marks.takeAt(0):
            pass
        for old in self._widgets:
            old.setParent(None)  # at once, as names are unique in a window
            old.deleteLater()
        self._widgets = [self._mark(*pair) for pair in zip(shared, words, strict=True)]
        for place, mark in enumerate(self._widgets):
            self._marks.insert_widget(place, mark)
            mark.show()

    def _mark(self, shared: SharedThreshold, words: str) -> ThresholdMark:
        name = f"laboratory/{self._name}/{'-'.join(shared.answers)}"
        status = Status.NEUTRAL if shared.is_spare else _SHOWN[shared.finding.status]
        return ThresholdMark(name, status, words)

    def _arrange(self) -> None:
        column = Column(self, gap=4)
        head = Row(gap=12)
        head.addWidget(Secondary(value_name(self._name), wraps=False))
        head.addWidget(self._value, 1)
        column.addLayout(head)
        column.addWidget(self._scale)
        self._scale.setVisible(self._name in LAB_NUMBERS)  # not before it is inside: it would be a window
        column.addLayout(self._marks)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

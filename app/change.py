"""What would change a finding, as data: which answers or documents, to which status, on which lines."""

from enum import IntEnum
from typing import NamedTuple

from app.facts import Value
from app.logic import Status
from app.policy import Question
from app.text import Text


class StepKind(IntEnum):
    """How a question stands before its step; what is nearest to the record comes first."""

    DOCUMENT = 0
    ANSWER = 1
    CORRECTION = 2
    LOSS = 3


class Step(NamedTuple):
    """One question that would have to stand otherwise.

    Attributes:
        kind: only its document is missing, it has no answer, it has another answer, or it loses its document.
        value: an answer that serves: the first choice, of numbers the one beside the bound.
        values: all answers that serve alike; of numbers those beside the bounds, as examples.
        document: whether a document must show the answer; an answer that loses its document has none.
    """

    question: Question
    kind: StepKind
    value: Value
    values: tuple[Value, ...]
    document: bool


class Change(NamedTuple):
    """Steps that together give a case another status.

    Attributes:
        to: the status.
        lines: the printed lines that carry it.
        text: the change in one sentence.
    """

    to: Status
    steps: tuple[Step, ...]
    lines: tuple[str, ...]
    text: Text

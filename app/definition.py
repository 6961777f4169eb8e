"""Terms that a policy defines, with the laboratory values that they are measured by."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from app.comparisons import BOUNDS
from app.facts import Value
from app.laboratory import Measured
from app.text import Text

IS = "is"
"""The operator on what is present or absent."""


class Threshold(NamedTuple):
    """One laboratory value against its bound.

    Attributes:
        name: the value, one of ``app.laboratory.LAB_VALUES``.
        operator: ``is`` for what is present or absent, else one of ``app.comparisons.BOUNDS``.
        unit: the unit of value and bound; empty where there is none.
    """

    name: str
    operator: str
    bound: Measured
    unit: str = ""

    def holds(self, value: Measured) -> bool:
        """Whether a value passes."""
        if isinstance(self.bound, Decimal):
            return BOUNDS[self.operator](self.bound, value)
        return value is self.bound


class Definition(NamedTuple):
    """A term that the policy defines.

    Attributes:
        answer: the answer to the question on the response that stands for the term; None for other terms.
        thresholds: all of them must hold.
        one_of: one of these must hold too; empty where the term has none.
    """

    id: str
    term: Text
    text: Text
    answer: Value | None = None
    thresholds: tuple[Threshold, ...] = ()
    one_of: tuple[Threshold, ...] = ()

    def measured_by(self) -> Iterator[Threshold]:
        """Every threshold of the term."""
        yield from self.thresholds
        yield from self.one_of


class MrdRule(NamedTuple):
    """When a negative MRD report counts as showing that there is no residual disease.

    Attributes:
        question: the question that it answers.
        sensitivity_at_most: the smallest share of cells that a report must be able to find, or a smaller one.
        text: what this bound is.
        source: where it comes from.
    """

    question: str
    sensitivity_at_most: Decimal
    text: Text
    source: str


class ResponseRule(NamedTuple):
    """How laboratory values suggest an answer to the question on the response.

    Attributes:
        otherwise: the answer where none of the policy's definitions holds.
        mrd: None where the policy does not ask for residual disease.
    """

    question: str
    otherwise: Value
    mrd: MrdRule | None

"""What the answer to a question for a number can be."""

from decimal import Decimal
from typing import NamedTuple

from app.text import Text


class NumberRange(NamedTuple):
    """What a number can be: from ``least`` to ``most``, with so many decimals, in a unit."""

    least: Decimal
    most: Decimal
    decimals: int
    unit: Text

    @property
    def step(self) -> Decimal:
        """The least distance between two of its numbers."""
        return Decimal(1).scaleb(-self.decimals)

    def holds(self, value: object) -> bool:
        """Whether a value is one of its numbers."""
        if not isinstance(value, int | Decimal) or isinstance(value, bool):
            return False
        return self.least <= value <= self.most and Decimal(value) % self.step == 0

    @property
    def allowed(self) -> str:
        """Its numbers in words, for an error."""
        unit, least, most, places = self.unit["en"], self.least, self.most, self.decimals
        if not places:
            return f"a number of {unit}, {least} to {most}, with no decimals"
        if places == 1:
            return f"a number of {unit}, {least} to {most}, with at most 1 decimal"
        return f"a number of {unit}, {least} to {most}, with at most {places} decimals"

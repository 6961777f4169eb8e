"""Three-valued logic after Kleene: not met < unknown < met; all is the lowest, any the highest."""

from collections.abc import Collection
from enum import IntEnum


class Status(IntEnum):
    """What is known of a criterion. The order is the order of strong Kleene logic."""

    NOT_MET = 0
    UNKNOWN = 1
    MET = 2

    @property
    def word(self) -> str:
        """The status as the result file spells it: ``not_met``, ``unknown`` or ``met``."""
        return _WORDS[self]


_WORDS = ("not_met", "unknown", "met")

NOT_MET, UNKNOWN, MET = Status.NOT_MET, Status.UNKNOWN, Status.MET

_OPPOSITES = (MET, UNKNOWN, NOT_MET)

# asked of what is among them, not by min() and max(): four times as fast with a default for none at all


def all_of(statuses: Collection[Status]) -> Status:
    """The lowest: met when every one is met; not met when one is not met."""
    return NOT_MET if NOT_MET in statuses else UNKNOWN if UNKNOWN in statuses else MET


def any_of(statuses: Collection[Status]) -> Status:
    """The highest: met when one is met; not met when none can be."""
    return MET if MET in statuses else UNKNOWN if UNKNOWN in statuses else NOT_MET


def none_of(statuses: Collection[Status]) -> Status:
    """Met when every one is not met; not met when one is met."""
    return _OPPOSITES[any_of(statuses)]


def if_then_else(condition: Status, then: Status, otherwise: Status) -> Status:
    """The branch that the condition chooses; while it is unknown, what both branches agree on."""
    if condition is MET:
        return then
    if condition is NOT_MET or then is otherwise:
        return otherwise
    return UNKNOWN

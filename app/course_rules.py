"""What a policy lets a member's course be looked at for: told to the reviewer, never a criterion."""

from typing import NamedTuple

from app.text import Text


class Interruption(NamedTuple):
    """The gap between two cycles from which on the reviewer asks what happened in between.

    Attributes:
        more_than_days: days from the last day of one cycle to the first day of the next; more is asked about.
        text: what to ask, and why at this length.
    """

    more_than_days: int
    text: Text
    source: str


class Intent(NamedTuple):
    """The question whose answer chooses a limit for the whole course, and what holds when it changes."""

    fact: str
    text: Text
    source: str


class CourseRules(NamedTuple):
    """The block ``course`` of a policy file; each part is None where the file has none."""

    interruption: Interruption | None = None
    intent: Intent | None = None

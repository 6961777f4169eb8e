"""What a person is about to decide, kept beside the case until it is signed or handed over."""

from dataclasses import dataclass
from enum import StrEnum

from app.copy_set import CopyOf
from app.determination import Outcome


class Choice(StrEnum):
    """What can be done with a case at its end: the four decisions, or handing it over."""

    APPROVE = "approve"
    APPROVE_IN_PART = "approve_in_part"
    DENY = "deny"
    PEND = "pend"
    REFER = "refer"
    RETURN = "return"

    @property
    def outcome(self) -> Outcome | None:
        """The decision that a letter tells, or None for handing over, which signs nothing."""
        return None if self in {Choice.REFER, Choice.RETURN} else Outcome(self.value)


@dataclass(slots=True)
class Draft:
    """The choice as it stands on the screen. Nothing of it counts before it is signed.

    Attributes:
        reason: what the letter is to say beside the policy's lines; empty for none.
        language: of the letter; None for the member's own.
        seen: the copy that the preview shows, None for the letter itself; signing makes them all.
        waive: why the letter goes out without a notice that the plan calls mandatory; empty for none.
    """

    choice: Choice | None = None
    reason: str = ""
    language: str | None = None
    large_print: bool = False
    seen: CopyOf | None = None
    waive: str = ""


@dataclass(frozen=True, slots=True)
class LetterWish:
    """The letter that is to be made.

    Attributes:
        waive: why it goes out without a notice that the plan calls mandatory; None where it may not.
    """

    outcome: Outcome
    reason: str | None
    language: str
    large_print: bool
    waive: str | None = None

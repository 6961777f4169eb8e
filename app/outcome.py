"""What can be decided on a request; a referral is no decision."""

from enum import StrEnum


class Outcome(StrEnum):
    """What can be decided; a referral is no decision."""

    APPROVE = "approve"
    APPROVE_IN_PART = "approve_in_part"
    DENY = "deny"
    PEND = "pend"

    @property
    def is_adverse(self) -> bool:
        """Whether the member gets less than was asked for."""
        return self in {Outcome.DENY, Outcome.APPROVE_IN_PART}

    @property
    def authorizes(self) -> bool:
        """Whether treatment is authorized, whole or in part."""
        return self in {Outcome.APPROVE, Outcome.APPROVE_IN_PART}

"""How retention stands in a casebook; read at once, and away from the screen: it looks at every case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from app.casebook.holds import Hold
from app.casebook.purge import Proposal
from app.casebook.retention import Retention
from app.casebook.retention_rules import PastCase


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proposal that waits for a second person.

    Attributes:
        case_ids: of its cases that are as they were when they were proposed.
        why_not: why this person cannot confirm it, in a sentence; None when they can.
    """

    proposal: Proposal
    case_ids: Sequence[str]
    why_not: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that the retention page shows.

    Attributes:
        past: the cases past their retention, the longest past first.
        waiting: the open proposals, the oldest first.
        holds: what keeps cases beyond their retention.
        purged: the purges that were done, the newest first.
        clock_leap: how far the computer's clock stands after the newest save of a case.
    """

    past: Sequence[PastCase]
    waiting: Sequence[Waiting]
    holds: Sequence[Hold]
    purged: Sequence[Proposal]
    clock_leap: timedelta


def read_standing(retention: Retention) -> Standing:
    """How things stand now.

    Raises:
        DictamenError: the casebook cannot be read.
    """
    proposals = retention.proposals()
    return Standing(
        past=retention.past(),
        waiting=[_waiting(retention, each) for each in proposals if each.is_open],
        holds=list(retention.holds.standing().values()),
        purged=[each for each in reversed(proposals) if each.purged],
        clock_leap=retention.clock_leap,
    )


def _waiting(retention: Retention, proposal: Proposal) -> Waiting:
    rows = retention.rows_of(proposal)
    return Waiting(proposal, [row.case_id for row in rows], retention.why_not_confirm(proposal))

"""What retention goes by: the program's rules, a case past it, and years."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from app.casebook.holds import Hold
from app.casebook.purge import Doomed
from app.casebook.records import Document, Row


@dataclass(frozen=True)
class Rules:
    """What the program says of its documents.

    Attributes:
        years: how long a case of this line of the worklist is kept.
        belongings: the ids of the documents that belong to a case, such as its letters.
    """

    years: Callable[[Row], int]
    belongings: Callable[[Document], Iterable[str]]


@dataclass(frozen=True)
class PastCase:
    """A case past its retention.

    Attributes:
        row: its line of the worklist.
        kept_until: when its retention ended, in UTC.
        hold: what keeps it nevertheless.
        proposal: the number of the open proposal that names it; empty when none does.
    """

    row: Row
    kept_until: datetime
    hold: Hold | None
    proposal: str
    doomed: Doomed

    @property
    def is_free(self) -> bool:
        """Whether it can be proposed now."""
        return self.hold is None and not self.proposal


def years_after(moment: datetime, years: int) -> datetime:
    """The same day and time so many years later; for 29 February, 1 March where the year has none."""
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:
        return moment.replace(year=moment.year + years, month=3, day=1)

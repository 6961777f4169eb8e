"""The audit trail of a period: who may have it, its days, its lines in words, and its CSV file."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from app.casebook import Casebook, State, TrailEntry
from app.detail_words import detail_words, recorded
from app.errors import InvalidInput
from app.history_words import action_words, say
from app.people import Person, Role
from app.policy_file import installed_policies

_INERT = ("=", "+", "-", "@", "\t", "\r", "\n")
COLUMNS = (
    "place",
    "time",
    "time_utc",
    "person",
    "what",
    "action",
    "kind",
    "case",
    "revision",
    "details",
    "clock_behind",
    "state",
    "link",
)
"""The CSV file's columns; ``member`` follows ``case`` where members are asked for."""


def why_not_export(person: Person) -> str | None:
    """Why a person may not export the trail, as a sentence; None where they may.

    Administrators and quality assurance may: these answer for who is let in, those audit the decisions.
    """
    if person.administers or person.role is Role.QA:
        return None
    return "Only an administrator or quality assurance exports the audit trail. Ask one of them."


@dataclass(frozen=True, slots=True)
class Period:
    """Days of a local calendar, both included.

    Attributes:
        zone: of the days; None for this computer's own.
    """

    first: date
    last: date
    zone: tzinfo | None = field(default=None)

    @property
    def since(self) -> datetime:
        """The first moment."""
        return self._start(self.first)

    @property
    def until(self) -> datetime:
        """The first moment after it."""
        return self._start(self.last + timedelta(days=1))

    def local(self, at: datetime) -> datetime:
        """A moment by the clock of these days."""
        return at.astimezone(self.zone)

    def _start(self, day: date) -> datetime:
        start = datetime.combine(day, time.min)
        return start.astimezone() if self.zone is None else start.replace(tzinfo=self.zone)


def period_of(first: str, last: str, zone: tzinfo | None = None) -> Period:
    """The period between two days, written YYYY-MM-DD.

    Raises:
        InvalidInput: naming ``--from`` or ``--to``: one is no day, or they are the wrong way round.
    """
    days = []
    for name, text in (("--from", first), ("--to", last)):
        try:
            days.append(date.fromisoformat(text))
        except ValueError:
            raise InvalidInput(name, "must be a day of the calendar, YYYY-MM-DD") from None
    if days[1] < days[0]:
        raise InvalidInput("--to", "must not be before --from")
    if days[1] >= date.max:
        raise InvalidInput("--to", "must be a day of the calendar, YYYY-MM-DD")
    return Period(days[0], days[1], zone)


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the trail in words.

    Attributes:
        entry: as the casebook keeps it.
        local: its time by the period's clock; None where it cannot be read.
        words: what was done.
        details: of an event in words, in one line; empty for none.
        member: family and given names, where they were asked for and are known.
    """

    entry: TrailEntry
    local: datetime | None
    words: str
    details: str
    member: str = ""


def audit_lines(
    casebook: Casebook,
    period: Period,
    *,
    language: str = "en",
    with_members: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Iterator[AuditLine]:
    """The lines of a period, in the casebook's order.

    Args:
        casebook: open, by anybody; who may export is not asked here.
        period: the days.
        language: of the words.
        with_members: also the names of members; without, a case is told by its number alone.
        progress: told now and then which revision was reached; it may raise.
    """
    for entry in casebook.trail(period.since, period.until, progress):
        yield AuditLine(
            entry=entry,
            local=None if entry.at is None else period.local(entry.at),
            words=_words(entry, language),
            details=detail_words(entry.action, entry.detail, language, local=period.local),
            member=_member(entry) if with_members else "",
        )


def _words(entry: TrailEntry, language: str) -> str:
    if entry.state is not State.KEPT:
        return say(f"state.{entry.state}", language)
    number = entry.cover.get("policy")
    return _action(entry.action, number if isinstance(number, str) else "", language)


@lru_cache(maxsize=4096)
def _action(action: str, policy: str, language: str) -> str:
    """Few acts make up a long trail."""
    return action_words(action, language, installed_policies().get(policy))


def _member(entry: TrailEntry) -> str:
    names = (entry.cover.get("family_name"), entry.cover.get("given_name"))
    return ", ".join(str(name) for name in names if name)


def csv_file(lines: Iterable[AuditLine], *, with_members: bool = False) -> bytes:
    """The lines as a CSV file in UTF-8 with a byte order mark, by which spreadsheets know it.

    No cell can act as a formula: one that begins like one gets an apostrophe before it.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    place = COLUMNS.index("case") + 1
    writer.writerow([*COLUMNS[:place], *(["member"] if with_members else []), *COLUMNS[place:]])
    for line in lines:
        cells = _cells(line)
        writer.writerow(
            map(inert, [*cells[:place], *([line.member] if with_members else []), *cells[place:]])
        )
    return target.getvalue().encode("utf-8-sig")


def _cells(line: AuditLine) -> list[str]:
    entry = line.entry
    return [
        str(entry.seq),
        "" if line.local is None else line.local.isoformat(timespec="seconds"),
        "" if entry.at is None else entry.at.isoformat(timespec="microseconds"),
        entry.actor,
        line.words,
        entry.action,
        entry.kind,
        entry.case_id,
        str(entry.rev) if entry.rev else "",
        recorded(entry.detail),
        "yes" if entry.clock_behind else "",
        entry.state.value,
        entry.link,
    ]


def inert(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_INERT) else cell

"""From the lines of history and trail to the rows of a log: dates and times by this computer's clock."""

from datetime import datetime, tzinfo

from app.audit import AuditLine
from app.casebook import Origin, State
from app.casebook.attempts import NOBODY
from app.history import Moment
from ui.history.log_model import LogRow
from ui.history.words import tr
from ui.kit.dates import show_date


def row_of_moment(moment: Moment, zone: tzinfo | None = None) -> LogRow:
    """The row of one line of a case's history."""
    at = moment.at.astimezone(zone)
    notes = [
        *([_capital(moment.details)] if moment.details else []),
        *([_there(moment.origin, zone)] if moment.origin else []),
        *([_late()] if moment.clock_behind else []),
    ]
    return LogRow(
        id=str(moment.seq),
        day=show_date(at.date()),
        clock=_clock(at),
        who=moment.actor,
        what=moment.words,
        note=". ".join(notes),
        place=_place(moment.seq),
        case=tr("Revision {0}").format(moment.rev) if moment.rev else "",
        needs_care=moment.clock_behind,
    )


def row_of_line(line: AuditLine) -> LogRow:
    """The row of one line of the audit trail."""
    entry, at = line.entry, line.local
    notes = [part for part in (_capital(line.details), line.member) if part]
    if entry.rev:
        notes.insert(0, tr("Revision {0}").format(entry.rev))
    if entry.clock_behind:
        notes.append(_late())
    return LogRow(
        id=str(entry.seq),
        day=show_date(at.date()) if at else tr("Time not readable"),
        clock=_clock(at) if at else "",
        who=tr("(nobody signed in)") if entry.actor == NOBODY else entry.actor,
        what=line.words,
        note=". ".join(notes),
        place=_place(entry.seq),
        case=entry.case_id,
        needs_care=entry.clock_behind or entry.state is State.DAMAGED,
    )


def _clock(at: datetime) -> str:
    return f"{at:%H:%M:%S}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _place(seq: int) -> str:
    return tr("Place {0}").format(f"{seq:,}")


def _late() -> str:
    return tr("The clock stood behind an earlier entry")


def _there(origin: Origin, zone: tzinfo | None) -> str:
    at = origin.at.astimezone(zone)
    return tr("Saved at {0} on {1} {2}").format(origin.name, show_date(at.date()), _clock(at))

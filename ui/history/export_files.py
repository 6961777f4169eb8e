"""The audit trail as files: read, written as a list, or signed as a report. Each export is recorded first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.audit import AuditLine, Period, audit_lines, csv_file
from app.casebook import Casebook, EventKind, Witness
from app.errors import DictamenError
from app.files import write_file


@dataclass(frozen=True, slots=True)
class TrailRead:
    """The lines of a period as they were read.

    Attributes:
        head: the casebook's newest place and link then; None where it cannot be read.
    """

    period: Period
    lines: Sequence[AuditLine]
    head: Witness | None
    with_members: bool
    language: str


def read(
    casebook: Casebook, period: Period, *, with_members: bool, language: str, tell: Callable[[int], None]
) -> TrailRead:
    """Read a period; ``tell`` is told how far it is, and may raise to end it."""
    newest = casebook.data_version
    seen = casebook.glimpse(newest)
    lines = audit_lines(casebook, period, language=language, with_members=with_members, progress=tell)
    kept = [line for line in lines if line.entry.seq <= newest]
    return TrailRead(period, kept, (newest, seen.link) if seen else None, with_members, language)


def write_list(casebook: Casebook, trail: TrailRead, path: Path) -> Path:
    """Write the list.

    Raises:
        DictamenError: it cannot be recorded or written.
    """
    _record(casebook, trail, "csv")
    write_file(path, csv_file(trail.lines, with_members=trail.with_members), private=True)
    return path


def write_report(casebook: Casebook, trail: TrailRead, passphrase: str, at: datetime, path: Path) -> Path:
    """Sign and write the report.

    Raises:
        NotLetIn: the passphrase is not the person's.
        DictamenError: it has too many entries, or cannot be recorded or written.
    """
    from reports.audit_report import AuditOrder, audit_report  # noqa: PLC0415  # PDF, only when asked for

    if trail.head is None:
        raise DictamenError("The newest revision cannot be read; check the casebook in the settings.")
    identity = casebook.identity(passphrase)
    order = AuditOrder(trail.lines, trail.period, trail.head, at, trail.language, trail.with_members)
    made = audit_report(order, identity)
    _record(casebook, trail, "pdf")
    write_file(path, made, private=True)
    return path


def _record(casebook: Casebook, trail: TrailRead, form: str) -> None:
    casebook.record(
        EventKind.TRAIL_EXPORTED,
        form=form,
        first=trail.period.first.isoformat(),
        last=trail.period.last.isoformat(),
        entries=len(trail.lines),
        members=trail.with_members,
    )

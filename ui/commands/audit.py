"""``dictamen audit``: the trail of a period as a list and as a signed report, and the check of a report."""

import argparse
from datetime import datetime
from pathlib import Path

from app.audit import Period, audit_lines, csv_file, period_of, why_not_export
from app.casebook import Casebook, EventKind
from app.errors import DictamenError, InvalidInput
from app.files import read_file, write_file
from app.identity import certificate_from_pem, read_passphrase_file
from ui.commands.output import say, say_json
from ui.commands.people import unlock


def export(options: argparse.Namespace) -> int:
    """Write the trail of a period; that it was exported is recorded first.

    Raises:
        DictamenError: the person may not, the days or a file cannot be used, or the casebook does not open.
    """
    period = period_of(options.first, options.last)
    if options.csv is None and options.pdf is None:
        raise InvalidInput("--csv", "or --pdf is required: name the file to write")
    if options.csv is not None and options.csv == options.pdf:
        raise InvalidInput("--pdf", "names the same file as --csv; choose another")
    with unlock(options) as casebook:
        refusal = why_not_export(casebook.person)
        if refusal:
            raise DictamenError(refusal)
        files = _files(options, casebook, period)
    for path, content in files:
        write_file(path, content, private=True)
        say(f"written {path}")
    return 0


def _files(options: argparse.Namespace, casebook: Casebook, period: Period) -> list[tuple[Path, bytes]]:
    with_members: bool = options.with_members
    newest = casebook.data_version
    seen = casebook.glimpse(newest)
    lines = [
        line
        for line in audit_lines(casebook, period, language=options.language, with_members=with_members)
        if line.entry.seq <= newest
    ]
    for form, path in (("csv", options.csv), ("pdf", options.pdf)):
        if path is not None:
            casebook.record(
                EventKind.TRAIL_EXPORTED,
                form=form,
                first=options.first,
                last=options.last,
                entries=len(lines),
                members=with_members,
            )
    found: list[tuple[Path, bytes]] = []
    if options.csv is not None:
        found.append((options.csv, csv_file(lines, with_members=with_members)))
    if options.pdf is not None:
        from reports.audit_report import AuditOrder, audit_report  # noqa: PLC0415  # a list needs no PDF

        if seen is None:
            raise DictamenError("the newest revision cannot be read; run 'dictamen cases verify'")
        order = AuditOrder(
            lines, period, (newest, seen.link), datetime.now().astimezone(), options.language, with_members
        )
        identity = casebook.identity(read_passphrase_file(options.passphrase_file))
        found.append((options.pdf, audit_report(order, identity)))
    return found


def verify(options: argparse.Namespace) -> int:
    """Check a signed report and hold each of its entries against the casebook.

    Returns:
        0 when every check passes, else 1.

    Raises:
        DictamenError: the report cannot be read, or the casebook does not open.
    """
    from reports.audit_check import check_report  # noqa: PLC0415  # as above

    report = read_file(options.report)
    with unlock(options) as casebook:
        trusted = [certificate_from_pem(pem.encode(), "casebook") for pem in casebook.trusted()]
        verdict = check_report(report, trusted, casebook)
    if options.json:
        say_json({"report": str(options.report), **verdict.document()})
    else:
        for item in verdict.checks:
            say(f"{'passed' if item.passed else 'FAILED'}  {item.name}: {item.reason}")
        say("the report stands" if verdict.good else "the report does NOT stand")
    return 0 if verdict.good else 1

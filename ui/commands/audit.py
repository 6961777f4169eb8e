"""``dictamen audit``: the trail of a period as a list and as a signed report, and the check of a report."""

import argparse
from datetime import datetime

from app.audit import period_of, why_not_export
from app.errors import DictamenError, InvalidInput
from app.files import read_file
from app.identity import read_passphrase_file
from ui.commands.output import say, say_json, say_verdict
from ui.commands.people import unlock
from ui.commands.progress import progress_line
from ui.history import export_files


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
        with progress_line("read, revision") as tell:
            trail = export_files.read(
                casebook, period, with_members=options.with_members, language=options.language, tell=tell
            )
        if options.pdf is not None:
            passphrase, at = read_passphrase_file(options.passphrase_file), datetime.now().astimezone()
            say(f"written {export_files.write_report(casebook, trail, passphrase, at, options.pdf)}")
        if options.csv is not None:
            say(f"written {export_files.write_list(casebook, trail, options.csv)}")
    return 0


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
        verdict = check_report(report, casebook.signers(), casebook)
    if options.json:
        say_json({"report": str(options.report), **verdict.document()})
    else:
        say_verdict(verdict, "the report stands", "the report does NOT stand")
    return 0 if verdict.good else 1

"""``dictamen cases history`` and ``cases verify``: what was done, what differs, whether it still stands."""

import argparse
from datetime import datetime
from pathlib import Path

from app.casebook import Casebook, EventKind
from app.files import read_file
from app.history import Comparison, Moment, compare, timeline
from app.verification import Finding, Verification, check_casebook
from ui.commands.output import say, say_json
from ui.commands.people import unlock
from ui.commands.progress import progress_line


def history(options: argparse.Namespace) -> int:
    """Print who did what about a case, and when; or what differs between two of its revisions.

    Raises:
        DictamenError: the casebook does not open, or there is no such case or revision.
    """
    with unlock(options) as casebook:
        if options.diff:
            older, newer = options.diff
            compared = compare(casebook, options.id, older, newer, options.language)
            moments = []
        else:
            compared = None
            moments = timeline(casebook, options.id, options.language)
        casebook.events.note(EventKind.HISTORY_READ, options.id)
    if options.json:
        say_json(compared.document() if compared else [moment.document() for moment in moments])
    elif compared:
        _say_comparison(compared)
    else:
        for moment in moments:
            say(_line(moment))
    return 0


def _line(moment: Moment) -> str:
    place = f"rev {moment.rev}" if moment.rev else "event"
    late = "  (the clock stood behind an earlier save)" if moment.clock_behind else ""
    letter = f"  {moment.detail['letter']}" if moment.detail.get("letter") else ""
    there = f"  (saved there {_local(moment.origin.at)})" if moment.origin else ""
    when = _local(moment.at)
    return f"{moment.seq}  {place}  {when}  {moment.actor}  {moment.words}{letter}{there}{late}"


def _local(moment: datetime) -> str:
    return moment.astimezone().isoformat(timespec="seconds")


def _say_comparison(compared: Comparison) -> None:
    older = f"revision {compared.older.rev}" if compared.older else "nothing"
    say(f"{compared.newer.case_id}: {older} -> revision {compared.newer.rev}")
    for change in compared.changes:
        say(f"{change.label}: {change.was} -> {change.now}")
    say(f"{len(compared.changes)} fields differ")


def verify(options: argparse.Namespace) -> int:
    """Check every revision of the casebook, and letters against it.

    Returns:
        1 when anything is wrong, else 0.

    Raises:
        DictamenError: the casebook does not open, or a letter cannot be read.
    """
    letters = [(source, read_file(source)) for source in options.letter]
    with unlock(options) as casebook:
        with progress_line("checked, revision") as tell:
            found = check_casebook(casebook, progress=tell)
        checked = [_letter(casebook, source, pdf) for source, pdf in letters]
        if letters:
            bad = sum(not letter["good"] for letter in checked)
            casebook.record(EventKind.LETTERS_CHECKED, letters=len(checked), bad=bad)
        warnings = casebook.warnings
    good = found.good and all(letter["good"] for letter in checked)
    if options.json:
        document = found.document()
        say_json({**document, "warnings": warnings, "letters": checked})
    else:
        _say_verification(found)
        _say_letters(checked)
    return 0 if good else 1


def _say_verification(found: Verification) -> None:
    for finding in found.findings:
        say(str(finding.trouble))
        say(f"  {finding.means}")
        say(f"  What to do: {finding.advice}")
    if found.first is None:
        say("the casebook is whole")
        return
    counted = "1 finding" if len(found.findings) == 1 else f"{len(found.findings)} findings"
    say(f"{counted}; {_where(found.first)}")


def _where(first: Finding) -> str:
    if first.trouble.seq is None:
        return "none names a revision: they concern the file as a whole"
    known = [f"the first bad revision is {first.trouble.seq} of the casebook"]
    if first.at is not None:
        known.append(f"saved {_local(first.at)} by {first.actor}")
    if first.case_id:
        known.append(f"case {first.case_id}")
    return ", ".join(known)


def _letter(casebook: Casebook, source: Path, pdf: bytes) -> dict[str, object]:
    """Everything that can be checked of a letter, by the casebook's own list of trusted signers."""
    from reports.casebook_check import against_casebook  # noqa: PLC0415  # only letters need PDF
    from reports.check import check  # noqa: PLC0415  # as above

    verdict = against_casebook(check(pdf, casebook.signers()), casebook)
    return {"letter": str(source), **verdict.document()}


def _say_letters(checked: list[dict[str, object]]) -> None:
    for letter in checked:
        checks = letter["checks"]
        failed = [item for item in checks if not item["passed"]] if isinstance(checks, list) else []
        say(f"{letter['letter']}: {'fits the casebook' if letter['good'] else 'does NOT stand'}")
        for item in failed:
            say(f"  FAILED  {item['name']}: {item['reason']}")

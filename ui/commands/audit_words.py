"""The words of ``dictamen audit``."""

from pathlib import Path

from app.text import LANGUAGES
from ui.commands.menu import Menu, Parser, Work, add_unlocking

_WORK = "ui.commands.audit"


def add_audit_words(parser: Parser) -> None:
    """What may follow ``dictamen audit``."""
    audit = Menu(parser)
    export = audit.add(
        "export",
        "the trail of a period, for administrators and quality assurance",
        Work(_WORK, "export"),
    )
    add_unlocking(export)
    export.add_argument("--from", dest="first", required=True, metavar="DATE", help="first day, YYYY-MM-DD")
    export.add_argument("--to", dest="last", required=True, metavar="DATE", help="last day, included")
    export.add_argument("--csv", type=Path, metavar="FILE.csv")
    export.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="signed by whoever --user names")
    export.add_argument("--with-members", action="store_true", help="members' names beside case numbers")
    export.add_argument("--language", choices=LANGUAGES, default="en")
    check = audit.add(
        "verify", "check a signed report, and hold it against the casebook", Work(_WORK, "verify")
    )
    check.add_argument("report", type=Path, metavar="REPORT.pdf")
    add_unlocking(check)
    check.add_argument("--json", action="store_true")

"""The words of ``dictamen cases``; those for files and for parcels stand with their own topics."""

from pathlib import Path

from app.text import LANGUAGES
from ui.commands.attachment_words import add_attachment_words
from ui.commands.exchange_words import add_parcel_words
from ui.commands.menu import Menu, Parser, Work, add_unlocking


def add_case_words(parser: Parser) -> None:
    """What may follow ``dictamen cases``."""
    cases = Menu(parser)
    _add_keeping(cases)
    _add_history(cases)
    add_attachment_words(cases)
    add_parcel_words(cases)
    _add_verify(cases)


def _add_keeping(cases: Menu) -> None:
    add = cases.add(
        "add",
        "keep case files; prints 'saved ID REV' for each once it is durable",
        Work("ui.commands.cases", "add"),
    )
    add_unlocking(add)
    source = add.add_mutually_exclusive_group(required=True)
    source.add_argument("case", nargs="*", type=Path, default=[], metavar="CASE.json")
    source.add_argument("--jsonl", metavar="FILE", help="one case per line, - for standard input")
    listing = cases.add(
        "list", "every case with its state and deadline", Work("ui.commands.cases", "listing")
    )
    add_unlocking(listing)
    listing.add_argument("--json", action="store_true")
    show = cases.add("show", "the case file as last saved", Work("ui.commands.cases", "show"))
    add_unlocking(show)
    show.add_argument("id", metavar="ID")


def _add_history(cases: Menu) -> None:
    history = cases.add(
        "history",
        "who did what about a case; with --diff, what differs",
        Work("ui.commands.history", "history"),
    )
    add_unlocking(history)
    history.add_argument("id", metavar="ID")
    history.add_argument(
        "--diff",
        nargs=2,
        type=int,
        metavar=("R1", "R2"),
        help="two revisions, field by field; 0 for nothing before the first one",
    )
    history.add_argument("--language", choices=LANGUAGES, default="en")
    history.add_argument("--json", action="store_true")


def _add_verify(cases: Menu) -> None:
    verify = cases.add(
        "verify",
        "check the whole casebook; exit code 1 when anything is wrong",
        Work("ui.commands.history", "verify"),
    )
    add_unlocking(verify)
    verify.add_argument(
        "--letter",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="FILE.pdf",
        help="hold these letters against the casebook too",
    )
    verify.add_argument("--json", action="store_true")

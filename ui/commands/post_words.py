"""The words of ``dictamen letters``."""

import argparse
from datetime import date
from pathlib import Path

from app.text import LANGUAGES
from ui.commands.menu import Menu, Parser, Work, add_unlocking, folder

_WORK = "ui.commands.post"
_RECIPIENTS = ("member", "prescriber")
_CHANNELS = ("mail", "portal", "hand", "fax")


def add_post_words(parser: Parser) -> None:
    """What may follow ``dictamen letters``."""
    menu = Menu(parser)
    listing = menu.add("list", "the letters of a case, and what was done with each", Work(_WORK, "listing"))
    listing.add_argument("case", metavar="CASE_ID")
    listing.add_argument("--json", action="store_true")
    add_unlocking(listing)
    _add_ways_out(menu)
    day = menu.add("export", "all letters of a day, with a list, in a new folder", Work(_WORK, "export_day"))
    day.add_argument("--day", required=True, type=_day, metavar="YYYY-MM-DD")
    day.add_argument("--out", required=True, type=folder, metavar="DIR", help="the new folder is made in it")
    day.add_argument("--language", choices=LANGUAGES, default="en", help="of the list; default: en")
    add_unlocking(day)
    test = menu.add("window-test", "a test page for window envelopes", Work(_WORK, "window_test"))
    test.add_argument("--out", required=True, type=Path, metavar="PAGE.pdf")
    test.add_argument("--language", choices=LANGUAGES, default="en")
    test.add_argument(
        "--plan", metavar="ID", help="whose envelope; asked for where several plans are installed"
    )
    test.add_argument("--right", type=int, default=0, metavar="MM", help="move it so many millimetres")
    test.add_argument("--down", type=int, default=0, metavar="MM", help="move it so many millimetres")


def _add_ways_out(menu: Menu) -> None:
    """Issue, dispatch, and dating anew."""
    issue = menu.add("issue", "record that a letter is issued to somebody", Work(_WORK, "issue"))
    dispatch = menu.add("dispatch", "record that a letter left the house", Work(_WORK, "dispatch"))
    for parser in (issue, dispatch):
        parser.add_argument("number", metavar="NUMBER")
        parser.add_argument("--to", required=True, choices=_RECIPIENTS)
        add_unlocking(parser)
    issue.add_argument("--out", type=Path, metavar="LETTER.pdf", help="also write the copy that goes there")
    dispatch.add_argument("--how", required=True, choices=_CHANNELS)
    reissue = menu.add("reissue", "date a letter anew that did not go out on its day", Work(_WORK, "reissue"))
    reissue.add_argument("number", metavar="NUMBER")
    add_unlocking(reissue)


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a date such as 2026-11-24") from None

"""The words of ``dictamen policy`` and of ``dictamen replay``."""

from pathlib import Path

from app.text import LANGUAGES
from ui.commands.menu import Menu, Parser, Work, add_unlocking


def add_policy_words(parser: Parser) -> None:
    """What may follow ``dictamen policy``."""
    policy = Menu(parser)
    check = policy.add(
        "check",
        "what is missing, unused or idle; exit code 1 on any error",
        Work("ui.commands.policy", "check"),
    )
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true")
    sheet = policy.add(
        "sheet",
        "each line, its rule and a case that proves it, to be signed",
        Work("ui.commands.policy", "sheet"),
    )
    sheet.add_argument("policy", metavar="FILE|NUMBER")
    sheet.add_argument("--out", required=True, type=Path, metavar="SHEET.pdf")
    sheet.add_argument("--language", choices=LANGUAGES, default="en")


def add_replay_words(parser: Parser) -> None:
    """What may follow ``dictamen replay``."""
    parser.does(Work("ui.commands.replay", "run"))
    add_unlocking(parser)
    parser.add_argument("--policy", type=Path, metavar="FILE", help="default: the installed policies")
    parser.add_argument("--json", action="store_true")

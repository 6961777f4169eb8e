"""The words of ``dictamen evaluate`` and of ``dictamen demo``."""

from pathlib import Path

from ui.commands.menu import Parser, Work


def add_evaluate_words(parser: Parser) -> None:
    """What may follow ``dictamen evaluate``."""
    parser.does(Work("ui.commands.evaluate", "evaluate"))
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("case", nargs="?", type=Path, metavar="CASE.json")
    source.add_argument("--jsonl", metavar="FILE", help="one case per line, - for standard input")


def add_demo_words(parser: Parser) -> None:
    """What may follow ``dictamen demo``."""
    parser.does(Work("ui.commands.demo", "run"))
    parser.add_argument("--out", type=Path, default=Path("dictamen-demo"), metavar="DIR")

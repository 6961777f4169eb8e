"""The words of ``dictamen doctor``: it takes none."""

from ui.commands.menu import Parser, Work


def add_doctor_words(parser: Parser) -> None:
    """What may follow ``dictamen doctor``."""
    parser.does(Work("ui.doctor", "command"))

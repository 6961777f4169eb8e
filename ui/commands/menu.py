"""What the words of the command line are made of: parsers, menus, and the work that a word names.

Work is loaded when its command runs: evaluating a case needs no PDF, signing no SQL.
"""

import argparse
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from app.errors import InvalidInput

Command = Callable[[argparse.Namespace], int]


def named(module: str, name: str) -> Any:
    """What a module holds under a name; the module is loaded now, unless it was before."""
    return getattr(import_module(module), name)


class Work:
    """A command's work, by the module and the name of its function; loaded when it is first called."""

    def __init__(self, module: str, name: str) -> None:
        self.module = module
        self.name = name

    def load(self) -> Command:
        """The function itself."""
        command: Command = named(self.module, self.name)
        return command

    def __call__(self, options: argparse.Namespace) -> int:
        """Do the work; gives the exit code."""
        return self.load()(options)


class Parser(argparse.ArgumentParser):
    """Complains in one line, as every error of the product does."""

    def error(self, message: str) -> NoReturn:
        raise InvalidInput("", f"{message} (see: {self.prog} --help)")

    def does(self, work: Work) -> None:
        """Name what is done when these words are given."""
        # the casebook records through which command somebody came
        self.set_defaults(command=work, through=self.prog.partition(" ")[2])


class Menu:
    """The commands below one parser."""

    def __init__(self, parser: Parser) -> None:
        self._commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)

    def add(self, name: str, summary: str, work: Work | None = None) -> Parser:
        """One more command; a command without work of its own has commands below it."""
        parser = self._commands.add_parser(name, help=summary, description=summary)
        if work is not None:
            parser.does(work)
        return parser


def add_unlocking(parser: Parser, *, required: bool = True) -> None:
    """The options by which a person signs in to the casebook."""
    add_home(parser)
    parser.add_argument("--user", required=required, metavar="NAME")
    parser.add_argument("--passphrase-file", required=required, type=Path, metavar="P")


def add_home(parser: Parser) -> None:
    """The option that names the casebook's folder."""
    parser.add_argument(
        "--home", type=folder, metavar="DIR", help="default: DICTAMEN_HOME or the user's data folder"
    )


def folder(given: str) -> Path:
    """The folder that an option names.

    Raises:
        ArgumentTypeError: the name is empty.
    """
    # an empty name, as of a variable that is not set, would mean the current folder
    if not given.strip():
        raise argparse.ArgumentTypeError("must name a folder; leave the option out for the usual one")
    return Path(given)

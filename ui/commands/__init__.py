"""The command line: what each command takes, and where its work is done."""

from ui.commands.parser import TOPICS, run

__all__ = ["TOPICS", "run"]

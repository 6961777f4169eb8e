"""Which topics the command line knows; the words of each and each command's work have their own modules."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from ui.commands.menu import Command, Menu, Parser, named


class Topic(NamedTuple):
    """A first word of the command line, and the function that adds what may follow it."""

    name: str
    summary: str
    module: str
    words: str

    def add_words(self, parser: Parser) -> None:
        """Add the words that may follow."""
        named(self.module, self.words)(parser)


TOPICS = (
    Topic(
        "demo",
        "the whole job on the sample cases: evaluate, keep, sign, export, verify",
        "ui.commands.evaluate_words",
        "add_demo_words",
    ),
    Topic(
        "evaluate",
        "judge a case file; the result on standard output",
        "ui.commands.evaluate_words",
        "add_evaluate_words",
    ),
    Topic("identity", "signing identities", "ui.commands.letter_words", "add_identity_words"),
    Topic(
        "letter", "decide a case and export the signed letter", "ui.commands.letter_words", "add_letter_words"
    ),
    Topic(
        "verify",
        "check a signed letter; exit code 0 only when every check passes",
        "ui.commands.letter_words",
        "add_verify_words",
    ),
    Topic(
        "letters",
        "kept letters: issue, dispatch, date anew, save those of a day",
        "ui.commands.post_words",
        "add_post_words",
    ),
    Topic("people", "who may use the casebook", "ui.commands.people_words", "add_people_words"),
    Topic("cases", "the casebook", "ui.commands.case_words", "add_case_words"),
    Topic(
        "site",
        "this site, and other sites to exchange cases with",
        "ui.commands.exchange_words",
        "add_site_words",
    ),
    Topic("audit", "the audit trail: who did what, and when", "ui.commands.audit_words", "add_audit_words"),
    Topic("backup", "backups of the casebook", "ui.commands.backup_words", "add_backup_words"),
    Topic(
        "retention",
        "cases past their retention, holds, and purges by two people",
        "ui.commands.retention_words",
        "add_retention_words",
    ),
    Topic(
        "replay",
        "judge stored cases again and say what changes; nothing is written",
        "ui.commands.policy_words",
        "add_replay_words",
    ),
    Topic(
        "policy",
        "policy files, for the pharmacist who writes and signs for them",
        "ui.commands.policy_words",
        "add_policy_words",
    ),
    Topic(
        "doctor",
        "what this machine lacks, with the command that installs it",
        "ui.commands.doctor_words",
        "add_doctor_words",
    ),
)


def run(arguments: Sequence[str]) -> int:
    """Run one command; gives its exit code.

    Raises:
        DictamenError: what is wrong, for one line on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the streams of a test have no encoding of their own
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser_for(arguments).parse_args(arguments)
    command: Command = options.command
    _take_in_added_files()
    return command(options)


def _take_in_added_files() -> None:
    """Install what a clinic added; a command that opens the casebook asks it which of the files count."""
    from app.home import casebook_home  # noqa: PLC0415  # the words of the commands do not need it

    home = casebook_home()
    if (home / "policies").is_dir() or (home / "plans").is_dir():
        from app.added_files import look_in  # noqa: PLC0415  # most have added nothing

        look_in(home)


def parser_for(arguments: Sequence[str]) -> Parser:
    """A parser of every topic, with the words of those topics that the arguments name.

    All words of all topics would take a third as long as judging a case from its file.
    """
    parser = Parser(
        prog="dictamen",
        description="Review drug requests against a policy, offline. Without a command the app opens.",
    )
    parser.add_argument(
        "--measure-start",
        action="store_true",
        help="open the app, print the milliseconds to its first painted window, and end",
    )
    menu = Menu(parser)
    for topic in TOPICS:
        below = menu.add(topic.name, topic.summary)
        if topic.name in arguments:
            topic.add_words(below)
    return parser

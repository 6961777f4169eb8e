"""Which words the command line knows. Errors are one line; each command's work is a module of its own."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from app.errors import InvalidInput
from app.facts import EvidenceKind
from app.text import LANGUAGES
from ui.commands import exchange_words, people_words

Command = Callable[[argparse.Namespace], int]

_DECISIONS = ("approve", "approve_in_part", "deny", "pend")
_SIGNERS = ("reviewer", "physician")
_EVIDENCE_KINDS = tuple(EvidenceKind)
_ROLES = (*_SIGNERS, "administrator", "qa")
_HOLD_REASONS = ("litigation", "audit", "appeal", "investigation", "other")


class _Parser(argparse.ArgumentParser):
    """Complains in one line, as every error of the product does."""

    def error(self, message: str) -> NoReturn:
        raise InvalidInput("", f"{message} (see: {self.prog} --help)")


class _Menu:
    """The commands below one parser."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    def add(self, name: str, summary: str, command: Command | None = None) -> argparse.ArgumentParser:
        """One more command; a command without work of its own has commands below it."""
        parser = self._commands.add_parser(name, help=summary, description=summary)
        if command is not None:
            # the casebook records through which command somebody came
            parser.set_defaults(command=command, through=parser.prog.partition(" ")[2])
        return parser


def run(arguments: Sequence[str]) -> int:
    """Run one command; gives its exit code.

    Raises:
        DictamenError: what is wrong, for one line on standard error.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the streams of a test have no encoding of their own
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    command: Command = options.command
    return command(options)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="dictamen",
        description="Review drug requests against a policy, offline. Without a command the app opens.",
    )
    parser.add_argument(
        "--measure-start",
        action="store_true",
        help="open the app, print the milliseconds to its first painted window, and end",
    )
    menu = _Menu(parser)
    _add_demo(menu)
    _add_evaluate(menu)
    _add_identity(menu)
    _add_letter(menu)
    _add_verify(menu)
    _add_people(menu)
    _add_cases(menu)
    exchange_words.add_site_words(
        _Menu(menu.add("site", "this site, and other sites to exchange cases with")), _add_unlocking
    )
    _add_audit(menu)
    _add_backup(menu)
    _add_retention(menu)
    _add_replay(menu)
    _add_policy(menu)
    menu.add("doctor", "what this machine lacks, with the command that installs it", _doctor)
    return parser


def _add_demo(menu: _Menu) -> None:
    parser = menu.add(
        "demo", "the whole job on the sample cases: evaluate, keep, sign, export, verify", _demo
    )
    parser.add_argument("--out", type=Path, default=Path("dictamen-demo"), metavar="DIR")


def _add_evaluate(menu: _Menu) -> None:
    parser = menu.add("evaluate", "judge a case file; the result on standard output", _evaluate)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("case", nargs="?", type=Path, metavar="CASE.json")
    source.add_argument("--jsonl", metavar="FILE", help="one case per line, - for standard input")


def _add_identity(menu: _Menu) -> None:
    identity = _Menu(menu.add("identity", "signing identities"))
    parser = identity.add("new", "a new signing identity, with its certificate beside it", _identity_new)
    parser.add_argument("--name", required=True)
    parser.add_argument("--role", required=True, choices=_SIGNERS)
    parser.add_argument("--license", required=True)
    parser.add_argument("--passphrase-file", required=True, type=Path, metavar="P")
    parser.add_argument("--out", required=True, type=Path, metavar="ID.p12")


def _add_letter(menu: _Menu) -> None:
    parser = menu.add("letter", "decide a case and export the signed letter", _letter)
    parser.add_argument("case", type=Path, metavar="CASE.json")
    parser.add_argument("--identity", required=True, type=Path, metavar="ID.p12")
    parser.add_argument("--passphrase-file", required=True, type=Path, metavar="P")
    parser.add_argument("--decision", choices=_DECISIONS, help="default: as recommended")
    parser.add_argument("--reason", help="needed where the decision is not the recommended one")
    parser.add_argument("--language", choices=LANGUAGES, help="default: the member's")
    parser.add_argument("--large-print", action="store_true")
    parser.add_argument("--out", required=True, type=Path, metavar="LETTER.pdf")


def _add_verify(menu: _Menu) -> None:
    parser = menu.add("verify", "check a signed letter; exit code 0 only when every check passes", _verify)
    parser.add_argument("letter", type=Path, metavar="LETTER.pdf")
    parser.add_argument("--trust", action="append", default=[], type=Path, metavar="CERT.pem")
    parser.add_argument("--json", action="store_true")
    parser.add_argument(
        "--casebook",
        action="store_true",
        help="hold the letter against the casebook too, and trust whom it trusts; needs --user",
    )
    _add_unlocking(parser, required=False)


def _add_people(menu: _Menu) -> None:
    people = _Menu(menu.add("people", "who may use the casebook"))
    add = people.add("add", "let a person in; the first one creates the casebook", _people_add)
    add.add_argument("name", metavar="NAME")
    add.add_argument("--role", required=True, choices=_ROLES)
    add.add_argument("--license", required=True)
    add.add_argument("--passphrase-file", required=True, type=Path, metavar="P")
    add.add_argument("--home", type=_folder, metavar="DIR")
    add.add_argument("--by", metavar="ADMIN")
    add.add_argument("--by-passphrase-file", type=Path, metavar="Q")
    listing = people.add("list", "everybody who is let in", _people_list)
    _add_unlocking(listing)
    listing.add_argument("--all", action="store_true", help="those who left as well")
    listing.add_argument("--json", action="store_true")
    people_words.add_words(people, _Menu, _add_unlocking, _add_home)


def _add_cases(menu: _Menu) -> None:
    cases = _Menu(menu.add("cases", "the casebook"))
    add = cases.add("add", "keep case files; prints 'saved ID REV' for each once it is durable", _cases_add)
    _add_unlocking(add)
    source = add.add_mutually_exclusive_group(required=True)
    source.add_argument("case", nargs="*", type=Path, default=[], metavar="CASE.json")
    source.add_argument("--jsonl", metavar="FILE", help="one case per line, - for standard input")
    listing = cases.add("list", "every case with its state and deadline", _cases_list)
    _add_unlocking(listing)
    listing.add_argument("--json", action="store_true")
    show = cases.add("show", "the case file as last saved", _cases_show)
    _add_unlocking(show)
    show.add_argument("id", metavar="ID")
    history = cases.add("history", "who did what about a case; with --diff, what differs", _cases_history)
    _add_unlocking(history)
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
    _add_attachments(cases)
    exchange_words.add_case_words(cases, _add_unlocking)
    verify = cases.add(
        "verify", "check the whole casebook; exit code 1 when anything is wrong", _cases_verify
    )
    _add_unlocking(verify)
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


def _add_audit(menu: _Menu) -> None:
    audit = _Menu(menu.add("audit", "the audit trail: who did what, and when"))
    export = audit.add(
        "export", "the trail of a period, for administrators and quality assurance", _audit_export
    )
    _add_unlocking(export)
    export.add_argument("--from", dest="first", required=True, metavar="DATE", help="first day, YYYY-MM-DD")
    export.add_argument("--to", dest="last", required=True, metavar="DATE", help="last day, included")
    export.add_argument("--csv", type=Path, metavar="FILE.csv")
    export.add_argument("--pdf", type=Path, metavar="FILE.pdf", help="signed by whoever --user names")
    export.add_argument("--with-members", action="store_true", help="members' names beside case numbers")
    export.add_argument("--language", choices=LANGUAGES, default="en")
    check = audit.add("verify", "check a signed report, and hold it against the casebook", _audit_verify)
    check.add_argument("report", type=Path, metavar="REPORT.pdf")
    _add_unlocking(check)
    check.add_argument("--json", action="store_true")


def _add_attachments(cases: _Menu) -> None:
    attach = cases.add("attach", "seal a file into a case; prints 'attached ID N' once durable", _attach)
    listing = cases.add("attachments", "the files of a case, and which document lies in which", _attachments)
    detach = cases.add("detach", "take a file off a case; its content stays until a purge", _detach)
    extract = cases.add("extract", "write a file of a case where it is read without a key", _extract)
    for parser in (attach, listing, detach, extract):
        _add_unlocking(parser)
        parser.add_argument("id", metavar="ID")
    attach.add_argument("file", type=Path, metavar="FILE")
    attach.add_argument("--page", type=int, metavar="N", help="where the document begins in the file, from 1")
    attach.add_argument("--evidence", metavar="E1", help="the document of the case that lies in the file")
    attach.add_argument("--kind", choices=_EVIDENCE_KINDS, help="names a new document instead, with --title")
    attach.add_argument("--title", help="of the new document")
    attach.add_argument("--dated", metavar="YYYY-MM-DD", help="date of the new document")
    listing.add_argument("--json", action="store_true")
    for parser in (detach, extract):
        parser.add_argument("attachment", metavar="N", help="such as A1")
    extract.add_argument("--out", required=True, type=Path, metavar="FILE")
    _add_unlocking(cases.add("sweep", "remove what cut-off writes of attachments left behind", _sweep))


def _add_backup(menu: _Menu) -> None:
    backup = _Menu(menu.add("backup", "backups of the casebook"))
    make = backup.add("make", "make a backup now and check it", _backup_make)
    make.add_argument("--to", type=_folder, metavar="DIR", help="default: the folder of the daily backups")
    schedule = backup.add("schedule", "where the backup of each day of use goes", _backup_schedule)
    where = schedule.add_mutually_exclusive_group(required=True)
    where.add_argument("--to", type=_folder, metavar="DIR", help="a folder on another disk")
    where.add_argument("--off", action="store_true", help="no daily backups")
    listing = backup.add("list", "the backups in a folder, the newest first", _backup_list)
    listing.add_argument("--json", action="store_true")
    verify = backup.add("verify", "check a backup where it lies; exit code 1 on any finding", _backup_verify)
    restore = backup.add("restore", "say what would be lost, and replace the casebook", _backup_restore)
    restore.add_argument("--yes", action="store_true", help="replace the casebook that is here")
    for parser in (make, schedule, verify, restore):
        _add_unlocking(parser)
    _add_unlocking(listing, required=False)
    for parser in (verify, restore):
        parser.add_argument("backup", metavar="BACKUP", help="its folder; with --from its name, or 'latest'")
    for parser in (listing, verify, restore):
        parser.add_argument("--from", dest="source", type=_folder, metavar="DIR", help="where backups lie")


def _add_retention(menu: _Menu) -> None:
    retention = _Menu(menu.add("retention", "cases past their retention, holds, and purges by two people"))
    listing = retention.add("list", "cases past their retention, holds, purges", _retention_list)
    listing.add_argument("--json", action="store_true")
    propose = retention.add("propose", "propose cases for purging", _retention_propose)
    propose.add_argument("id", nargs="*", metavar="ID")
    propose.add_argument("--all", action="store_true", help="every case that may be purged")
    confirm = retention.add("confirm", "purge what another person proposed, for good", _retention_confirm)
    withdraw = retention.add("withdraw", "take a proposal back", _retention_withdraw)
    hold = retention.add("hold", "keep a case whatever its retention", _retention_hold)
    hold.add_argument("--reason", required=True, choices=_HOLD_REASONS)
    release = retention.add("release", "take a hold away", _retention_release)
    for parser in (confirm, withdraw):
        parser.add_argument("proposal", metavar="PROPOSAL", help="its number, such as P-123456")
    for parser in (hold, release):
        parser.add_argument("id", metavar="ID")
    for parser in (listing, propose, confirm, withdraw, hold, release):
        _add_unlocking(parser)


def _add_replay(menu: _Menu) -> None:
    parser = menu.add("replay", "judge stored cases again and say what changes; nothing is written", _replay)
    _add_unlocking(parser)
    parser.add_argument("--policy", type=Path, metavar="FILE", help="default: the installed policies")
    parser.add_argument("--json", action="store_true")


def _add_policy(menu: _Menu) -> None:
    policy = _Menu(menu.add("policy", "policy files, for the pharmacist who writes and signs for them"))
    check = policy.add("check", "what is missing, unused or idle; exit code 1 on any error", _policy_check)
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true")
    sheet = policy.add("sheet", "each line, its rule and a case that proves it, to be signed", _policy_sheet)
    sheet.add_argument("policy", metavar="FILE|NUMBER")
    sheet.add_argument("--out", required=True, type=Path, metavar="SHEET.pdf")
    sheet.add_argument("--language", choices=LANGUAGES, default="en")


def _folder(named: str) -> Path:
    # an empty name, as of a variable that is not set, would mean the current folder
    if not named.strip():
        raise argparse.ArgumentTypeError("must name a folder; leave the option out for the usual one")
    return Path(named)


def _add_unlocking(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    _add_home(parser)
    parser.add_argument("--user", required=required, metavar="NAME")
    parser.add_argument("--passphrase-file", required=required, type=Path, metavar="P")


def _add_home(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--home", type=_folder, metavar="DIR", help="default: DICTAMEN_HOME or the user's data folder"
    )


# Each command imports its work when it runs: evaluating a case needs no PDF, signing no SQL.


def _demo(options: argparse.Namespace) -> int:
    from ui.commands import demo  # noqa: PLC0415

    return demo.run(options.out)


def _evaluate(options: argparse.Namespace) -> int:
    from ui.commands import evaluate  # noqa: PLC0415

    return evaluate.lines(options.jsonl) if options.jsonl else evaluate.one(options.case)


def _identity_new(options: argparse.Namespace) -> int:
    from ui.commands import letters  # noqa: PLC0415

    return letters.new_identity(options)


def _letter(options: argparse.Namespace) -> int:
    from ui.commands import letters  # noqa: PLC0415

    return letters.letter(options)


def _verify(options: argparse.Namespace) -> int:
    from ui.commands import letters  # noqa: PLC0415

    return letters.verify(options)


def _people_add(options: argparse.Namespace) -> int:
    from ui.commands import people  # noqa: PLC0415

    return people.add(options)


def _people_list(options: argparse.Namespace) -> int:
    from ui.commands import people  # noqa: PLC0415

    return people.listing(options)


def _cases_add(options: argparse.Namespace) -> int:
    from ui.commands import cases  # noqa: PLC0415

    return cases.add_lines(options) if options.jsonl else cases.add_files(options)


def _cases_list(options: argparse.Namespace) -> int:
    from ui.commands import cases  # noqa: PLC0415

    return cases.listing(options)


def _cases_show(options: argparse.Namespace) -> int:
    from ui.commands import cases  # noqa: PLC0415

    return cases.show(options)


def _cases_history(options: argparse.Namespace) -> int:
    from ui.commands import history  # noqa: PLC0415

    return history.history(options)


def _cases_verify(options: argparse.Namespace) -> int:
    from ui.commands import history  # noqa: PLC0415

    return history.verify(options)


def _audit_export(options: argparse.Namespace) -> int:
    from ui.commands import audit  # noqa: PLC0415

    return audit.export(options)


def _audit_verify(options: argparse.Namespace) -> int:
    from ui.commands import audit  # noqa: PLC0415

    return audit.verify(options)


def _attach(options: argparse.Namespace) -> int:
    from ui.commands import attachments  # noqa: PLC0415

    return attachments.attach(options)


def _attachments(options: argparse.Namespace) -> int:
    from ui.commands import attachments  # noqa: PLC0415

    return attachments.listing(options)


def _detach(options: argparse.Namespace) -> int:
    from ui.commands import attachments  # noqa: PLC0415

    return attachments.detach(options)


def _extract(options: argparse.Namespace) -> int:
    from ui.commands import attachments  # noqa: PLC0415

    return attachments.extract(options)


def _sweep(options: argparse.Namespace) -> int:
    from ui.commands import attachments  # noqa: PLC0415

    return attachments.sweep(options)


def _backup_make(options: argparse.Namespace) -> int:
    from ui.commands import backup  # noqa: PLC0415

    return backup.make(options)


def _backup_schedule(options: argparse.Namespace) -> int:
    from ui.commands import backup  # noqa: PLC0415

    return backup.schedule(options)


def _backup_list(options: argparse.Namespace) -> int:
    from ui.commands import backup  # noqa: PLC0415

    return backup.listing(options)


def _backup_verify(options: argparse.Namespace) -> int:
    from ui.commands import backup  # noqa: PLC0415

    return backup.verify(options)


def _backup_restore(options: argparse.Namespace) -> int:
    from ui.commands import backup  # noqa: PLC0415

    return backup.restore(options)


def _retention_list(options: argparse.Namespace) -> int:
    from ui.commands import retention  # noqa: PLC0415

    return retention.listing(options)


def _retention_propose(options: argparse.Namespace) -> int:
    from ui.commands import retention  # noqa: PLC0415

    return retention.propose(options)


def _retention_confirm(options: argparse.Namespace) -> int:
    from ui.commands import retention  # noqa: PLC0415

    return retention.confirm(options)


def _retention_withdraw(options: argparse.Namespace) -> int:
    from ui.commands import retention  # noqa: PLC0415

    return retention.withdraw(options)


def _retention_hold(options: argparse.Namespace) -> int:
    from ui.commands import retention  # noqa: PLC0415

    return retention.hold(options)


def _retention_release(options: argparse.Namespace) -> int:
    from ui.commands import retention  # noqa: PLC0415

    return retention.release(options)


def _replay(options: argparse.Namespace) -> int:
    from ui.commands import replay  # noqa: PLC0415

    return replay.run(options)


def _policy_check(options: argparse.Namespace) -> int:
    from ui.commands import policy  # noqa: PLC0415

    return policy.check(options.file, options.json)


def _policy_sheet(options: argparse.Namespace) -> int:
    from ui.commands import policy  # noqa: PLC0415

    return policy.sheet(options)


def _doctor(options: argparse.Namespace) -> int:
    del options
    from ui import doctor  # noqa: PLC0415

    return doctor.run()

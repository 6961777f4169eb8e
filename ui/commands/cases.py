"""``dictamen cases``: the casebook from the command line."""

import argparse
import sys

from app.case import record_from
from app.case_file import parse_case
from app.casebook import VERSIONS, Casebook, EventKind, NotAllowed, NotSaved, Row
from app.desk import add_case
from app.errors import DictamenError, InvalidInput
from app.fields import Document
from ui.commands.letters import read_document
from ui.commands.output import parse_line, read_lines, say, say_json
from ui.commands.people import unlock


def add(options: argparse.Namespace) -> int:
    """Keep case files, or one case per line.

    Returns:
        2 when any was refused, else 0.

    Raises:
        DictamenError: as ``add_files`` and ``add_lines``.
    """
    return add_lines(options) if options.jsonl else add_files(options)


def add_files(options: argparse.Namespace) -> int:
    """Keep case files. All are read before the first is kept, so that a bad one leaves nothing behind.

    Returns:
        2 when the casebook refused any of them, else 0.

    Raises:
        DictamenError: naming the file and the field, or why the casebook can keep nothing.
    """
    documents = []
    for source in options.case:
        document = read_document(source)
        try:
            parse_case(document)
        except InvalidInput as error:
            raise error.in_source(str(source)) from None
        documents.append((str(source), document))
    with unlock(options) as casebook:
        batch = _Batch(casebook)
        for place, document in documents:
            batch.keep(place, document)
    return batch.end()


def add_lines(options: argparse.Namespace) -> int:
    """Keep one case per line; a bad line says so and the rest goes on.

    Returns:
        2 when any line was bad or refused by the casebook, else 0.

    Raises:
        DictamenError: the casebook does not open, or can keep nothing more.
    """
    with unlock(options) as casebook:
        batch = _Batch(casebook)
        for number, line in enumerate(read_lines(options.jsonl), 1):
            place = f"{options.jsonl}: line {number}"
            try:
                document = parse_line(line)
                parse_case(document)
            except InvalidInput as error:
                batch.refuse(place, error)
                continue
            if isinstance(document, dict):
                batch.keep(place, document)
    return batch.end()


class _Batch:
    """Cases kept one by one; what the casebook refuses is said with its place, and the rest goes on."""

    def __init__(self, casebook: Casebook) -> None:
        self._casebook = casebook
        self._kept = 0
        self._refused = 0

    def keep(self, place: str, document: Document) -> None:
        """Keep a case and say so once it is durable.

        Raises:
            DictamenError: the casebook can keep nothing more; it says how many cases it has kept.
        """
        try:
            saved = add_case(self._casebook, document)
        except (NotSaved, NotAllowed) as error:
            # the next case would fare no better
            raise DictamenError(f"{place}: {error}; {self._tally()}") from None
        except DictamenError as error:
            self.refuse(place, error)
            return
        self._kept += 1
        say(f"saved {saved.case_id} {saved.rev}")

    def refuse(self, place: str, why: DictamenError) -> None:
        """Say why one case is not kept."""
        self._refused += 1
        sys.stderr.write(f"dictamen: {place}: {why}\n")

    def end(self) -> int:
        """Where any case was refused, say how many were kept; gives the exit code."""
        if not self._refused:
            return 0
        sys.stderr.write(f"dictamen: {self._tally()}, {self._refused} not\n")
        return 2

    def _tally(self) -> str:
        return f"{self._kept} {'case' if self._kept == 1 else 'cases'} kept"


def listing(options: argparse.Namespace) -> int:
    """Every case, the soonest deadline first.

    Raises:
        DictamenError: the casebook does not open.
    """
    with unlock(options) as casebook:
        rows = sorted(
            casebook.worklist(), key=lambda row: (str(row.cover.get("due_utc") or "9"), row.case_id)
        )
        _warn(casebook)
    if options.json:
        say_json([_row(row) for row in rows])
        return 0
    for row in rows:
        cover = row.cover
        who = f"{cover.get('family_name')}, {cover.get('given_name')}"
        asked = f"{cover.get('purpose')} cycle {cover.get('cycle')}"
        due, versions = cover.get("due"), cover.get(VERSIONS)
        fork = f"  {versions} versions, to be settled" if versions else ""
        say(f"{row.case_id}  rev {row.rev}  {cover.get('state')}  due {due}  {who}  {asked}{fork}")
    return 0


def _row(row: Row) -> dict[str, object]:
    cover = {key: value for key, value in row.cover.items() if key != "kind"}
    return {
        "case_id": row.case_id,
        "rev": row.rev,
        **cover,
        "saved_at": row.at.isoformat(),
        "saved_by": row.actor,
    }


def show(options: argparse.Namespace) -> int:
    """Print the case file as last saved; it can be evaluated again.

    Raises:
        DictamenError: the casebook does not open, or there is no such case.
    """
    with unlock(options) as casebook:
        stored = casebook.get(options.id)
        casebook.events.note(EventKind.CASE_OPENED, stored.case_id)
    if stored.kind != "case":
        raise DictamenError(f"{options.id} is not a case")
    say_json({**record_from(stored.document).case, "case_id": stored.case_id})
    return 0


def _warn(casebook: Casebook) -> None:
    for warning in casebook.warnings:
        sys.stderr.write(f"dictamen: {warning}\n")

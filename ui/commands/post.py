"""``dictamen letters``: kept letters listed, issued, dispatched, dated anew, saved by the day."""

import argparse
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.casebook import Casebook, EventKind
from app.errors import DictamenError, InvalidInput
from app.files import write_file, write_letter
from app.identity import read_passphrase_file
from app.plan import INSTALLED_PLANS, Plan, plan
from app.post import Channel, Post, Recipient, case_of_letter
from app.signed_again import keep_in_place_of
from app.signed_letters import SignedCopy
from ui.commands.output import local_time, say, say_json
from ui.commands.people import unlock
from ui.commands.progress import progress_line

if TYPE_CHECKING:
    from reports.issue import IssuedLetter


def listing(options: argparse.Namespace) -> int:
    """The letters of a case, and what was done with each.

    Raises:
        DictamenError: the casebook does not open, or has no such case.
    """
    with unlock(options) as casebook:
        post = Post(casebook, options.case)
        now = _now()
        told = [_told(post, number, now) for number in dict.fromkeys(n.number for n in post.record.letters)]
    if options.json:
        say_json(told)
        return 0
    for letter in told:
        late = "; its day is over, date it anew" if letter["late"] else ""
        instead = f"; replaced by {letter['replaced_by']}" if letter["replaced_by"] else ""
        say(f"{letter['number']} {letter['outcome']}, {letter['day']}{late}{instead}")
        for fact in post.of(str(letter["number"])):
            words = " ".join(part for part in (fact.action, fact.to and f"to {fact.to}", fact.how) if part)
            say(f"  {local_time(fact.at)} {fact.by}: {words}")
    return 0


def _told(post: Post, number: str, now: datetime) -> dict[str, object]:
    note = post.notes(number)[-1]
    return {
        "number": number,
        "outcome": note.outcome,
        "day": note.at.date().isoformat(),
        "late": post.late(number, now),
        "replaced_by": post.replaced_by(number),
        "facts": [
            {"at": f.at.isoformat(), "by": f.by, "action": f.action, "to": f.to or None, "how": f.how or None}
            for f in post.of(number)
        ],
    }


def issue(options: argparse.Namespace) -> int:
    """Record that a letter is issued to the member or the prescriber; perhaps write the copy that goes there.

    Raises:
        DictamenError: no copy may go there, or the letter's day is over.
    """
    with unlock(options) as casebook:
        post = Post(casebook, case_of_letter(casebook, options.number))
        to = Recipient(options.to)
        copy = post.copy_for(options.number, to)
        post.issue(options.number, to, _now())
        if options.out is not None:
            _write_copy(casebook, post, copy.letter_id, options)
    say(f"issued {options.number} to the {to}")
    return 0


def _write_copy(casebook: Casebook, post: Post, letter_id: str, options: argparse.Namespace) -> None:
    from app.desk import letter_bytes  # noqa: PLC0415  # only where a file is wanted

    casebook.record(EventKind.LETTER_SAVED, case_id=post.case_id, letter=options.number)
    write_letter(options.out, letter_bytes(casebook, letter_id))
    say(f"letter {options.out}")


def dispatch(options: argparse.Namespace) -> int:
    """Record that a letter left the house.

    Raises:
        DictamenError: it was not issued to them, or its day is over.
    """
    with unlock(options) as casebook:
        post = Post(casebook, case_of_letter(casebook, options.number))
        post.dispatch(options.number, Recipient(options.to), Channel(options.how), _now())
    say(f"dispatched {options.number} to the {options.to} by {options.how}")
    return 0


def reissue(options: argparse.Namespace) -> int:
    """Sign a letter again under another date and number, where it did not go out on its day.

    Raises:
        DictamenError: it went out, its day is not over, or who signs may not decide this.
    """
    from app.desk import letter_bytes  # noqa: PLC0415  # only here a letter is read
    from reports.reissue import dated_anew  # noqa: PLC0415  # pyHanko is slow to import

    with unlock(options) as casebook:
        post = Post(casebook, case_of_letter(casebook, options.number))
        if not post.late(options.number, _now()):
            raise DictamenError(
                f"letter {options.number} need not be dated anew: its day is not over, it went out, or"
                " another took its place"
            )
        note, head = post.notes(options.number)[-1], casebook.get(post.case_id)
        issued = dated_anew(
            letter_bytes(casebook, note.letter_id),
            casebook.identity(read_passphrase_file(options.passphrase_file)),
            at=_now(),
            witness=(head.seq, head.link),
        )
        keep_in_place_of(
            casebook,
            post.case_id,
            options.number,
            issued.determination,
            issued.letter_number,
            signed_copies(issued),
        )
    say(f"{issued.determination.outcome} {issued.letter_number} takes the place of {options.number}")
    return 0


def signed_copies(issued: "IssuedLetter") -> list[SignedCopy]:
    """The files of a letter as the casebook keeps them, the letter itself last."""
    return [
        SignedCopy(one.record.edition.copy.value, one.record.language, one.pdf)
        for one in (*issued.copies, issued)
    ]


def export_day(options: argparse.Namespace) -> int:
    """Save all letters of a day into one new folder, with a list.

    Returns:
        1 when it was interrupted; then nothing was saved.

    Raises:
        DictamenError: there is no letter of that day, or the folder is there or cannot be written.
    """
    from reports.batch import export_day as export  # noqa: PLC0415  # PDF, only when asked for

    with unlock(options) as casebook:
        try:
            with progress_line("letters") as tell:
                made = export(casebook, options.day, options.out, language=options.language, tell=tell)
        except KeyboardInterrupt:
            say("interrupted: nothing was saved")
            return 1
    say(f"{len(made.letters)} letters and a list in {made.folder}")
    return 0


def window_test(options: argparse.Namespace) -> int:
    """Write the test page for window envelopes.

    Raises:
        DictamenError: there is no such plan, it would be moved too far, or the file cannot be written.
    """
    from reports.window_test import window_test as page  # noqa: PLC0415  # PDF, only when asked for

    out: Path = options.out
    envelope = _plan_named(options.plan).envelope
    write_file(out, page(options.language, envelope, right_mm=options.right, down_mm=options.down))
    say(f"test page {out}")
    return 0


def _plan_named(name: str | None) -> Plan:
    """The plan of that id; the only one where none was named.

    Raises:
        InvalidInput: there is no such plan, or several.
    """
    installed = sorted(INSTALLED_PLANS.sources())
    if name is None and len(installed) == 1:
        return plan(installed[0])
    if name not in installed:
        raise InvalidInput("--plan", "must be one of " + ", ".join(installed))
    return plan(name)


def _now() -> datetime:
    return datetime.now().astimezone()

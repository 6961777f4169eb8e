"""``dictamen cases pack``, ``unpack`` and ``have``: parcels to and from other sites."""

import argparse
import sys
from pathlib import Path

from app.casebook.packing import Packed
from app.casebook.unpacking import MissingRevisions, Unpacked
from app.errors import DictamenError
from app.exchange import exchange_of
from ui.commands.output import local_time, say
from ui.commands.people import unlock
from ui.commands.progress import progress_line


def pack(options: argparse.Namespace) -> int:
    """Pack cases for another site.

    Raises:
        DictamenError: the casebook does not open, or the parcel cannot be made.
    """
    with unlock(options) as casebook, progress_line("packed, case") as tell:
        packed = exchange_of(casebook).pack(options.to, options.out, options.case, options.have, tell)
    say(_packed_words(packed, options.out, options.to))
    return 0


def unpack(options: argparse.Namespace) -> int:
    """Take a parcel.

    Returns:
        1 where a case has several versions now, else 0.

    Raises:
        DictamenError: the casebook does not open, or the parcel is refused.
    """
    with unlock(options) as casebook:
        exchange = exchange_of(casebook)
        try:
            with progress_line("unpacked, case") as tell:
                done = exchange.unpack(options.parcel, tell)
        except MissingRevisions as error:
            want = options.want or options.parcel.with_name(f"{options.parcel.name}.want")
            exchange.write_list(exchange.sender_of(options.parcel).name, want, error.case_ids)
            raise DictamenError(f"{options.parcel}: {error} (it is in {want})") from None
    _say_unpacked(done)
    return 1 if done.forked else 0


def have(options: argparse.Namespace) -> int:
    """Write the list of what is here.

    Raises:
        DictamenError: the casebook does not open, or the list cannot be written.
    """
    with unlock(options) as casebook, progress_line("listed, case") as tell:
        count = exchange_of(casebook).write_list(options.to, options.out, options.case, tell)
    say(f"wrote {options.out}: a list of {count} {'case' if count == 1 else 'cases and letters'}")
    return 0


def _packed_words(packed: Packed, path: Path, site: str) -> str:
    if not packed.number:
        return f"nothing to pack: {site} has everything already"
    files = f", {packed.files} attached files" if packed.files else ""
    return (
        f"packed {path}: cases: {len(packed.cases)}, revisions: {packed.revisions}{files}; "
        f"only {site} can open it"
    )


def _say_unpacked(done: Unpacked) -> None:
    if done.repeated is not None:
        at = local_time(done.repeated.at)
        say(f"nothing new: this parcel of {done.site} was unpacked {at} by {done.repeated.actor}")
        return
    for case_id, revisions in done.cases.items():
        say(f"took {case_id} {revisions}")
    say(
        f"unpacked from {done.site}, packed by {done.actor}: cases: {len(done.cases)}, "
        f"revisions: {sum(done.cases.values())}, attached files: {done.files}"
    )
    if done.purged:
        sys.stderr.write(f"dictamen: left out, because purged here: {done.purged}\n")
    for case_id in done.forked:
        say(f"{case_id} has several versions now; 'dictamen cases settle {case_id}' shows them")

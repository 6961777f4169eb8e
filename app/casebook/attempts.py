"""Failed attempts to sign in: noted while nobody is signed in, and answered by waits that grow.

The waits hold over restarts and between processes, because the notes lie in the casebook's file. They stop
a colleague at the keyboard. Somebody who copies the file guesses without them; the cost of Argon2id is what
holds against that.
"""

import getpass
import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from app.casebook.boxes import seal_to
from app.casebook.events import Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import Clock
from app.casebook.problems import Damaged, TooSoon
from app.casebook.sealing import Sealer
from app.casebook.ways_in import attempt_binding
from app.errors import DictamenError

NOBODY = "(nobody signed in)"
"""Who acted, in the trail, while nobody was signed in."""

FREE = 3
"""Attempts before the first wait: a person mistypes."""

FIRST_WAIT = 2
LONGEST_WAIT = 300
"""Seconds: long enough that guessing at the keyboard is hopeless, short enough for who only mistyped."""

_TOLD_ONE_BY_ONE = 50
"""Failed attempts that the trail lists each by itself; what is beyond is one line with the count."""


def uptime() -> int:
    """Seconds since the computer was started, where the system tells it with its sleep: nobody sets them."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    return int(time.monotonic() if clock is None else time.clock_gettime(clock))


def wait_after(failures: int) -> int:
    """Seconds to wait after that many failed attempts in a row."""
    return 0 if failures < FREE else int(min(FIRST_WAIT * 2 ** min(failures - FREE, 32), LONGEST_WAIT))


@dataclass(frozen=True)
class Attempt:
    """One failed attempt.

    Attributes:
        at: when, in UTC.
        way: ``passphrase``, ``signature`` (asked of who was signed in) or ``recovery key``.
        account: the computer's account under which the program ran.
    """

    at: datetime
    way: str
    account: str


class Attempts:
    """The failed attempts since somebody last signed in."""

    def __init__(self, file: CasebookFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def require_turn(self) -> None:
        """Let nobody try before the wait after the last failure is over.

        A clock that stands before the last failure tells nothing about the wait: that is noted as one more,
        and the wait begins again, once. A clock set forward ends no wait: the computer has to have run as
        long, or to have been started anew.

        Raises:
            TooSoon: saying how many seconds are left.
        """
        if left := self.seconds_left():
            raise TooSoon(left)

    def seconds_left(self) -> int:
        """How long to wait before the next attempt."""
        failures, last, up = self._state()
        if self._now() < last:
            self.note("clock set back")
            failures, last, up = self._state()
        wait, run = wait_after(failures), uptime()
        by_clock = last + wait - self._now()
        by_run = up + wait - run if run >= up else 0
        return min(max(0, by_clock, by_run), LONGEST_WAIT)

    def note(self, way: str) -> None:
        """Keep a failed attempt; a casebook that may only be read keeps none."""
        now, run = self._now(), uptime()
        content = json.dumps({"way": way, "account": _account()}).encode()
        try:
            with self._file.transaction():
                ((public,),) = self._file.query("SELECT audit FROM casebook")
                note = seal_to(public, content, attempt_binding(now, run))
                self._file.write("INSERT INTO attempt VALUES (?, ?, ?)", (now, run, note))
        except (DictamenError, ValueError, TypeError):
            return  # the refusal is told either way; ``verify`` tells of a damaged file

    def take_in(self, events: Events, sealer: Sealer) -> None:
        """Move the notes into the chain; inside a transaction, when somebody has signed in."""
        found = self._file.query("SELECT at, up, note FROM attempt ORDER BY rowid")
        for at, up, note in found[:_TOLD_ONE_BY_ONE]:
            read = _read(at, up, note, sealer)
            events.append(
                "failed to unlock", {"at": read.at.isoformat(), "way": read.way, "account": read.account}
            )
        if rest := found[_TOLD_ONE_BY_ONE:]:
            at, up, note = rest[-1]
            last = _read(at, up, note, sealer)
            events.append("failed to unlock", {"at": last.at.isoformat(), "further": len(rest)})
        self._file.write("DELETE FROM attempt")

    def are_there(self) -> bool:
        """Whether there is anything to take in."""
        return bool(self._file.query("SELECT 1 FROM attempt LIMIT 1"))

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _state(self) -> tuple[int, int, int]:
        """How many failures there were, and the seconds of the last one: by clock, and of the computer."""
        ((failures,),) = self._file.query("SELECT count(*) FROM attempt")
        found = self._file.query("SELECT at, up FROM attempt ORDER BY rowid DESC LIMIT 1")
        last, up = (each if isinstance(each, int) else 0 for each in (found[0] if found else (0, 0)))
        return failures, last, up


def _read(at: Any, up: Any, note: Any, sealer: Sealer) -> Attempt:
    """A note, opened; what was tampered with is still told of."""
    try:
        content = json.loads(sealer.open_note(note, attempt_binding(at, up)))
        return Attempt(datetime.fromtimestamp(at, UTC), str(content["way"]), str(content["account"]))
    except (Damaged, ValueError, KeyError, TypeError, OverflowError, OSError, AttributeError):
        return Attempt(datetime.fromtimestamp(0, UTC), "unreadable note", "")


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""

"""Writing results: JSON lines on standard output, input lines from a file or from standard input."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.case_json import parse_json
from app.errors import DictamenError, InvalidInput, reason_of

if TYPE_CHECKING:
    from reports.verdict import Verdict

STANDARD_INPUT = "-"


def say(line: str) -> None:
    """One line on standard output, at once: what is said was done.

    Raises:
        DictamenError: it cannot be written there.
    """
    with writing():
        sys.stdout.write(line + "\n")


@contextmanager
def writing() -> Iterator[None]:
    """Standard output, flushed at the end.

    Raises:
        DictamenError: it cannot be written, as on a full disk.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # the reader has gone, which is no error
    except OSError as error:
        raise DictamenError(f"standard output: cannot be written ({reason_of(error)})") from None


def say_json(value: object) -> None:
    """A value as readable JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def say_verdict(verdict: "Verdict", good: str, bad: str) -> None:
    """Each check with its reason, and what they come to."""
    for item in verdict.checks:
        say(f"{'passed' if item.passed else 'FAILED'}  {item.name}: {item.reason}")
    say(good if verdict.good else bad)


def local_time(moment: datetime) -> str:
    """A moment by this computer's clock, to the second, with its offset."""
    return moment.astimezone().isoformat(sep=" ", timespec="seconds")


def read_lines(source: str) -> Iterator[bytes]:
    """The lines of a file, or of standard input for ``-``.

    Raises:
        InvalidInput: the file cannot be read.
    """
    if source == STANDARD_INPUT:
        yield from sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as lines:
            yield from lines
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({reason_of(error)})", source) from None


def parse_line(line: bytes) -> object:
    """The JSON value on one line.

    Raises:
        InvalidInput: the line is not UTF-8 or not JSON.
    """
    try:
        return parse_json(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidInput("", "is not text in UTF-8") from None

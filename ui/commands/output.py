"""Writing results: JSON lines on standard output, input lines from a file or from standard input."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from app.case_json import parse_json
from app.errors import InvalidInput

STANDARD_INPUT = "-"


def say(line: str) -> None:
    """One line on standard output, at once: what is said was done."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def say_json(value: object) -> None:
    """A value as readable JSON."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


@contextmanager
def open_lines(source: str) -> Iterator[BinaryIO]:
    """A file of lines, or standard input for ``-``.

    Raises:
        InvalidInput: the file cannot be read.
    """
    if source == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    try:
        with Path(source).open("rb") as lines:
            yield lines
    except OSError as error:
        raise InvalidInput("", f"cannot be read ({error.strerror})", source) from None


def parse_line(line: bytes) -> object:
    """The JSON value on one line.

    Raises:
        InvalidInput: the line is not UTF-8 or not JSON.
    """
    try:
        return parse_json(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise InvalidInput("", "is not text in UTF-8") from None

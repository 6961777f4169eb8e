"""A line on standard error that says how far long work is; only where a person watches."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int], None]


@contextmanager
def progress_line(words: str) -> Iterator[Tell]:
    """Give what is to be told how far the work is; the line is gone at the end, however it ends.

    Nothing is written where standard error is no terminal: a log has no use for it.

    Args:
        words: what the number counts, such as ``checked, revision``.
    """
    if not sys.stderr.isatty():
        yield _to_nobody
        return
    longest = 0

    def tell(count: int) -> None:
        nonlocal longest
        line = f"dictamen: {words} {count:,}"
        longest = max(longest, len(line))
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()

    try:
        yield tell
    finally:
        sys.stderr.write(f"\r{' ' * longest}\r")
        sys.stderr.flush()


def _to_nobody(_count: int) -> None:
    """A log has no use for it."""

"""Letting a file go on one thread that another one may be reading."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Turn:
    """The turn to read a file. Who lets the file go waits for nobody: the reader closes it, if there is one.

    Attributes:
        ended: whether the file was let go.
    """

    def __init__(self, close: Callable[[], None]) -> None:
        """``close`` is called once, and by nobody who reads."""
        self._lock = threading.Lock()
        self._close = close
        self._closed = False
        self.ended = False

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Read, and nobody else meanwhile; look at ``ended`` first."""
        try:
            with self._lock:
                yield
        finally:
            self._close_if_ended()

    def end(self) -> None:
        """Let the file go; once more is harmless."""
        self.ended = True
        self._close_if_ended()

    def _close_if_ended(self) -> None:
        if self.ended and self._lock.acquire(blocking=False):
            try:
                if not self._closed:
                    self._closed = True
                    self._close()
            finally:
                self._lock.release()

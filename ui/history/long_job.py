"""Work in a thread of its own that tells how far it is, and that a person may stop."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.start.job import Job


class Stopped(Exception):
    """A person stopped the work; it is no error."""


class LongJob(Job):
    """One piece of work that says how far it is.

    Signals:
        told(int): how far the work is.
    """

    told = Signal(int)

    def __init__(self, work: Callable[[Callable[[int], None]], object], owner: QObject | None = None) -> None:
        super().__init__(lambda: work(self._tell_progress), owner)
        self._stop = threading.Event()

    def stop(self) -> None:
        """End the work at its next word; ``failed`` then gives ``Stopped``."""
        self._stop.set()

    def _tell_progress(self, count: int) -> None:
        if self._stop.is_set():
            raise Stopped
        if self.is_wanted():
            self.told.emit(count)

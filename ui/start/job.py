"""Work away from the screen, so that the window stays alive while a passphrase is checked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

_running: set["Job"] = set()
"""Whoever began a job may be gone before it ends; the job may not, or Qt ends the program."""


def running() -> frozenset["Job"]:
    """The jobs that have begun and not yet told their outcome."""
    return frozenset(_running)


class Job(QThread):
    """One piece of work in a thread of its own; its outcome is told in the thread that made the job.

    It lives until it has ended. What it gives is told to nobody where its owner is gone by then; ``wait()``
    before closing what it works on.

    Signals:
        done(object): what the work gave.
        failed(Exception): what it raised; a person's error or a defect.
    """

    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Callable[[], object], owner: QObject | None = None) -> None:
        super().__init__()
        self._work, self._owner = work, owner
        self._result: object = None
        self._error: Exception | None = None
        self.finished.connect(self._tell)

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin."""
        _running.add(self)
        super().start(priority)

    def run(self) -> None:
        """Do the work; called by Qt in the new thread."""
        try:
            self._result = self._work()
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told on the other side
            self._error = error

    def _tell(self) -> None:
        _running.discard(self)
        if self.is_wanted():
            if self._error is None:
                self.done.emit(self._result)
            else:
                self.failed.emit(self._error)
        self.deleteLater()

    def is_wanted(self) -> bool:
        """Whether there is still somebody to tell."""
        return self._owner is None or isValid(self._owner)

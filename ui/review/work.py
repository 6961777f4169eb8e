"""Work that takes longer than a key press, on a thread of its own, one job at a time."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal, Slot

from app.errors import DictamenError

_one_at_a_time = threading.Lock()
"""PDF libraries keep state of their own and stand no two threads at once."""

_running: set["Work"] = set()
"""Whoever started a job may be gone before it ends; the job may not."""


@contextmanager
def alone() -> Iterator[None]:
    """No job runs meanwhile; for what little must touch a PDF library on the screen's own thread."""
    with _one_at_a_time:
        yield


class Work(QObject):
    """One job. Connect, then ``start``; what is told arrives on the thread of the screen.

    Any other error than a ``DictamenError`` is a defect and is raised there.

    Signals:
        done(object): what the job gave.
        failed(object): the ``DictamenError`` that it raised.
    """

    done = Signal(object)
    failed = Signal(object)
    _over = Signal(object, object)

    def __init__(self, job: Callable[[], object]) -> None:
        super().__init__()
        self._job = job
        self._thread = threading.Thread(target=self._run, name="dictamen-work")
        self._over.connect(self._tell)

    def start(self) -> None:
        """Begin, after jobs that were started before."""
        _running.add(self)
        self._thread.start()

    def _run(self) -> None:
        result: object = None
        error: Exception | None = None
        with _one_at_a_time:
            try:
                result = self._job()
            except Exception as raised:  # noqa: BLE001  # told, or raised again, on the other thread
                error = raised
        self._over.emit(result, error)

    @Slot(object, object)
    def _tell(self, result: object, error: Exception | None) -> None:
        self._thread.join()  # it has said its last word
        _running.discard(self)
        if error is None:
            self.done.emit(result)
        elif isinstance(error, DictamenError):
            self.failed.emit(error)
        else:
            raise error


class Newest:
    """Jobs of which only the newest counts: what one gives that was begun before is told to nobody."""

    def __init__(self) -> None:
        self._work: Work | None = None

    def start(self, job: Callable[[], object], show: Callable[[object], None]) -> None:
        """Begin a job; ``show`` is given what it gives, on the thread of the screen."""
        self.forget()
        self._work = Work(job)
        self._work.done.connect(show)
        self._work.start()

    def forget(self) -> None:
        """Wait for nothing any more."""
        if self._work is not None:
            self._work.done.disconnect()
            self._work = None

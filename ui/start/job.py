"""Work away from the screen, so that the window stays alive while a passphrase is checked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, Signal


class Job(QThread):
    """One piece of work in a thread of its own; its outcome is told in the thread that made the job.

    Keep the job, or give it a parent, until it has ended; ``wait()`` before closing what it works on.

    Signals:
        done(object): what the work gave.
        failed(Exception): what it raised; a person's error or a defect.
    """

    done = Signal(object)
    failed = Signal(Exception)

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._result: object = None
        self._error: Exception | None = None
        self.finished.connect(self._tell)

    def run(self) -> None:
        """Do the work; called by Qt in the new thread."""
        try:
            self._result = self._work()
        except Exception as error:  # noqa: BLE001  # whatever it is, it is told on the other side
            self._error = error

    def _tell(self) -> None:
        if self._error is None:
            self.done.emit(self._result)
        else:
            self.failed.emit(self._error)
        self.deleteLater()

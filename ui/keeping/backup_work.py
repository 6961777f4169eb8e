"""The backup that is under way in a sitting: at most one, in a thread of its own; it can be stopped."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.casebook.backup_manifest import Backup, Reason
from app.casebook.copying import Stage, Stopped
from app.errors import DictamenError
from ui import messages
from ui.keeping.words import gaps, stage_words, tr
from ui.session import Session
from ui.start.job import Job

_AFTER_MS = 400
"""The worklist is shown and usable first."""


class BackupWork(QObject):
    """Makes backups of a session's casebook.

    Signals:
        told(str): how far the backup is, in words.
        changed: a backup has begun or ended.
    """

    told = Signal(str)
    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._stop = False
        self._said = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.start_due)

    @property
    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._job is not None

    def start_due_soon(self) -> None:
        """As ``start_due``, a moment later."""
        self._soon.start(_AFTER_MS)

    def start_due(self) -> None:
        """Make the backup of this day of use where it is due; only what is wrong is told."""
        backups = self._session.casebook.backups
        try:
            due = backups.is_due
        except DictamenError as error:
            messages.error(error)
            return
        if due:
            self._begin(lambda: backups.make_due(self._go_on), by_hand=False)

    def start(self, folder: Path) -> None:
        """Make a backup by hand."""
        backups = self._session.casebook.backups
        self._begin(lambda: backups.make(folder, Reason.BY_HAND, self._go_on), by_hand=True)

    def stop(self) -> None:
        """Have the backup stop soon; nothing of it stays."""
        self._stop = True

    def finish(self) -> None:
        """Stop and wait; before the casebook is closed. A daily backup is made at the next unlocking."""
        self.stop()
        self._soon.stop()
        if self._job is not None:
            self._job.wait()

    def _begin(self, work: Callable[[], object], *, by_hand: bool) -> None:
        if self._job is not None:
            return
        self._stop, self._said = False, ""
        self._job = Job(work, self)
        self._job.done.connect(lambda made: self._done(made, by_hand=by_hand))
        self._job.failed.connect(lambda error: self._failed(error, by_hand=by_hand))
        self._job.start()
        self.changed.emit()

    def _go_on(self, stage: Stage, done: int, total: int) -> bool:
        """In the worker's thread: Qt carries the words over."""
        words = stage_words(stage, done, total)
        if words != self._said:
            self._said = words
            self.told.emit(words)
        return not self._stop

    def _done(self, made: object, *, by_hand: bool) -> None:
        self._end()
        if not isinstance(made, Backup):
            return
        told = "; ".join([tr("The backup is made and checked: {0}").format(made.name), *gaps(made)])
        if gaps(made):
            messages.error(told)
        elif by_hand:
            messages.info(told)

    def _failed(self, error: Exception, *, by_hand: bool) -> None:
        self._end()
        if isinstance(error, Stopped):
            if by_hand:
                messages.info(tr("The backup was stopped; nothing of it was kept."))
            return
        if not isinstance(error, DictamenError):
            raise error
        words = messages.sentence(error)
        if not by_hand:
            words = tr("The daily backup was not made. {0}").format(words)
        messages.error(words)

    def _end(self) -> None:
        self._job = None
        self.changed.emit()

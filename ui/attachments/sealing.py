"""Sealing a file into the casebook away from the screen, with its progress, to be stopped at any time."""

from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.attachments import FileType, Incoming
from app.casebook import Casebook
from app.casebook.attachments import Content, Stopped
from ui.review.work import Work


class SealedFile(NamedTuple):
    """What was sealed, and as what it came."""

    content: Content
    name: str
    type: FileType


class Sealing(QObject):
    """One file on its way. What is told arrives on the thread of the screen.

    Signals:
        progressed(int): so many bytes are sealed.
        sealed(object): the ``SealedFile``; it is durable.
        failed(object): the ``DictamenError`` why there is none.
        ended: it is over, one way or the other, or was stopped.
    """

    progressed = Signal(int)
    sealed = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self, casebook: Casebook, incoming: Callable[[], AbstractContextManager[Incoming]], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._casebook, self._incoming = casebook, incoming
        self._goes_on = True
        self._work = Work(self._seal)
        self._work.done.connect(self._take)
        self._work.failed.connect(self._take_failure)

    def start(self) -> None:
        """Begin."""
        self._work.start()

    def stop(self) -> None:
        """End soon, and keep nothing."""
        self._goes_on = False

    def _seal(self) -> SealedFile:
        with self._incoming() as incoming:
            content = self._casebook.attachments.keep(incoming.source, self._progress)
            # leaving the block may still find that the file was changed while it was read
            return SealedFile(content, incoming.name, incoming.type)

    def _progress(self, done: int) -> bool:
        with suppress(RuntimeError):  # the window was closed at this moment, and this with it
            self.progressed.emit(done)
        return self._goes_on

    def _take(self, sealed: object) -> None:
        if self._goes_on:
            self.sealed.emit(sealed)
        self.ended.emit()

    def _take_failure(self, error: object) -> None:
        if self._goes_on and not isinstance(error, Stopped):
            self.failed.emit(error)
        self.ended.emit()

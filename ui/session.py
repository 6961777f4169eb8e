"""One sitting of one person at an open casebook."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.casebook import Casebook, EventKind
from app.errors import DictamenError
from app.people import Person


class Session(QObject):
    """The casebook that a person unlocked, and the language of their screen.

    Attributes:
        casebook: the open casebook; closed by ``lock``.
        language: the screen's language, ``en`` or ``es``; policy texts are shown in it.

    Signals:
        locked: the casebook was closed; nothing of it may stay on the screen.
    """

    locked = Signal()

    def __init__(self, casebook: Casebook, home: Path, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.casebook = casebook
        self.home = home
        self.language = language

    @property
    def person(self) -> Person:
        """Who works here."""
        return self.casebook.person

    def now(self) -> datetime:
        """The time on this computer, with its offset."""
        return datetime.now().astimezone()

    def lock(self, how: str = "by hand") -> None:
        """Record the end of the visit and close the casebook.

        Args:
            how: ``by hand``, ``idle`` or ``closed the window``.
        """
        with suppress(DictamenError):  # a casebook that cannot be written is locked all the same
            self.casebook.record(EventKind.LOCKED, how=how)
        self.casebook.close()
        self.locked.emit()

"""One sitting of one person at an open casebook."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.casebook import Casebook
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

    def lock(self) -> None:
        """Close the casebook."""
        self.casebook.close()
        self.locked.emit()

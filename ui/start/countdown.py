"""The seconds until the next attempt to unlock, counted down on the screen."""

import math
import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import DictamenError


def seconds_of(error: DictamenError) -> int:
    """How long a refused attempt has to wait; 0 where it was refused for another reason."""
    from app.casebook import TooSoon  # noqa: PLC0415  # loaded by then, and not before the first paint

    return error.seconds if isinstance(error, TooSoon) else 0


class Countdown(QObject):
    """Counts by the computer's uptime, so that a clock that is set does not matter here.

    Signals:
        told(int): the seconds left, once a second; 0 at the end.
    """

    told = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._end = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tell)

    @property
    def seconds(self) -> int:
        """The seconds left."""
        return max(0, math.ceil(self._end - time.monotonic()))

    def begin(self, seconds: int) -> None:
        """Count down from so many seconds."""
        self._end = time.monotonic() + seconds
        self._timer.start()
        self._tell()

    def _tell(self) -> None:
        left = self.seconds
        if not left:
            self._timer.stop()
        self.told.emit(left)

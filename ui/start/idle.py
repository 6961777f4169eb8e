"""Noticing that nobody is there: no key and no click for as long as the settings say."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from ui.settings.store import SettingsStore

LOOK_EVERY_MS = 2000

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Watches one window while it is told to.

    Signals:
        expired: the time without a key or a click is over; told once per ``start``.
    """

    expired = Signal()

    def __init__(self, store: SettingsStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._last = _clocks()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)

    def listen_to(self, handle: QWindow | None) -> None:
        """Take the input of this window as a sign of life."""
        # The system's window and not the application: a filter in Python on every event would cost time.
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def start(self) -> None:
        """Begin to count."""
        self._last = _clocks()
        self._timer.start()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last = _clocks()
        return False

    def idle_seconds(self) -> float:
        """Since the last sign of life, by whichever clock ran further."""
        return max(now - last for now, last in zip(_clocks(), self._last, strict=True))

    def _look(self) -> None:
        minutes = self._store.settings.lock_minutes
        if minutes and self.idle_seconds() >= minutes * 60:
            self.stop()
            self.expired.emit()


def _clocks() -> tuple[float, float]:
    # The one stands still while some computers sleep, the other can be set back; never both.
    return time.monotonic(), time.time()

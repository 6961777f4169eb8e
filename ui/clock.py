"""How long a decision may still take, in words, and a signal that ticks with the minute.

Words follow the screen's rules: the time left ("1 h 13 min") and the moment ("today 10:25") stand together.
"""

import time
from datetime import date, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from ui.kit.banner import Urgency
from ui.kit.dates import show_date, show_time

SOON = timedelta(hours=4)
"""From here on a clock is amber."""

LAST = timedelta(hours=1)
"""From here on it stands in a chip."""

_MINUTE_SECONDS = 60
_MINUTE_MS = 60_000
_LOOK_MS = 5_000
_JUMP_SECONDS = 30
"""The two clocks differ by so much only where one was set or stood still; a network corrects by less."""
_HOUR, _DAY = 60, 24 * 60


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("clock", text)


def urgency(due: datetime, now: datetime) -> Urgency:
    """How near a due time is; from its minute on it is late."""
    if now >= due:
        return Urgency.LATE
    if due - now < LAST:
        return Urgency.PRESSING
    return Urgency.SOON if due - now < SOON else Urgency.NORMAL


def time_left(due: datetime, now: datetime) -> str:
    """The time left: ``38 min``, ``1 h 13 min``, ``2 d 3 h``; once past, ``Overdue 38 min``."""
    if now >= due:
        return tr("Overdue {0}").format(_largest_unit(_minutes(now - due)))
    return _span(_minutes(due - now))


def span(length: timedelta) -> str:
    """A length of time: ``38 min``, ``1 h 13 min``, ``2 d 3 h``."""
    return _span(_minutes(length))


def _minutes(length: timedelta) -> int:
    return length // timedelta(minutes=1)


def _span(minutes: int) -> str:
    if minutes < _HOUR:
        return _largest_unit(minutes)
    if minutes < _DAY:
        return tr("{0} h {1:02} min").format(*divmod(minutes, _HOUR))
    days, rest = divmod(minutes, _DAY)
    return tr("{0} d {1} h").format(days, rest // _HOUR)


def _largest_unit(minutes: int) -> str:
    if minutes == 0:
        return tr("under 1 min")
    if minutes < _HOUR:
        return tr("{0} min").format(minutes)
    if minutes < _DAY:
        return tr("{0} h").format(minutes // _HOUR)
    return tr("{0} d").format(minutes // _DAY)


def moment(due: datetime, now: datetime, zone: tzinfo | None = None) -> str:
    """The moment: ``today 10:25``, ``tomorrow 07:14``, ``Wed 25-Nov 16:30``, with the year in another one.

    Args:
        due: with an offset.
        now: with an offset.
        zone: the time zone to say it in; None for the computer's own.
    """
    local, today = due.astimezone(zone), now.astimezone(zone).date()
    return f"{_day(local.date(), today)} {show_time(local)}"


def _day(day: date, today: date) -> str:
    near = {-1: tr("yesterday"), 0: tr("today"), 1: tr("tomorrow")}.get((day - today).days)
    if near is not None:
        return near
    written = show_date(day, weekday=True)
    return written if day.year != today.year else written.removesuffix(f"-{day.year:04}")


class Ticker(QObject):
    """A clock hand that follows the computer's clock, also where that is set or the computer slept.

    Signals:
        ticked: a new minute has begun, or the clock jumped.
        set_back(object): the clock was set back, by this ``timedelta``.
    """

    ticked = Signal()
    set_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen = _clocks()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._look)
        self._wait()

    def _wait(self) -> None:
        into = int(self._seen[0] * 1000) % _MINUTE_MS
        # A little late rather than early: early would show the old minute for another whole one. Not only at
        # the minute: the timer stands still while the computer sleeps, and no set clock wakes it.
        self._timer.start(min(_MINUTE_MS - into + 20, _LOOK_MS))

    def _look(self) -> None:
        (wall, steady), now = self._seen, _clocks()
        self._seen = now
        self._wait()
        jump = (now[0] - wall) - (now[1] - steady)
        if jump < -_JUMP_SECONDS:
            self.set_back.emit(timedelta(seconds=round(-jump)))
        if abs(jump) > _JUMP_SECONDS or int(now[0]) // _MINUTE_SECONDS != int(wall) // _MINUTE_SECONDS:
            self.ticked.emit()


def _clocks() -> tuple[float, float]:
    """The computer's clock, in seconds since 1970, and one that nobody can set."""
    return time.time(), time.monotonic()

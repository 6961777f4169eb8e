"""Fields in which a value is typed: date, time and number.

Example::

    start = DateField("request/start_date", "First treatment day", required="Enter the first treatment day.")
    start.committed.connect(save)         # after leaving; start.value() is a date or None
    start.reveal()                        # on the primary button: shows and returns the problem
"""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

from app.errors import InvalidInput
from ui.kit.dates import read_date, read_time, show_date, show_time
from ui.kit.numbers import read_number, show_number
from ui.kit.text_fields import LineField
from ui.language import app_words


class DateField(LineField[date]):
    """A date, typed as ``10-Nov-2026`` or ``2026-11-10``; shown as ``10-Nov-2026``."""

    def value(self) -> date | None:
        """The date, or None when the field is empty or cannot be read."""
        return None if self._unreadable() or not self.text() else read_date(self.text())

    def set_value(self, value: date | None) -> None:
        """Show a date without telling anybody; takes an error away."""
        self._show(show_date(value) if value else "")

    def _unreadable(self) -> str:
        return _problem_of(read_date, self.text())


class TimeField(LineField[time]):
    """A time on the 24-hour clock, typed as ``14:05`` or ``1405``."""

    def value(self) -> time | None:
        """The time, or None when the field is empty or cannot be read."""
        return None if self._unreadable() or not self.text() else read_time(self.text())

    def set_value(self, value: time | None) -> None:
        """Show a time without telling anybody; takes an error away."""
        self._show(show_time(value) if value else "")

    def _unreadable(self) -> str:
        return _problem_of(read_time, self.text())


class NumberField(LineField[Decimal]):
    """An exact decimal; ``unit`` stands behind it ("mg", "cm"). Ranges are checks: ``add_check``."""

    def value(self) -> Decimal | None:
        """The number, or None when the field is empty or cannot be read."""
        return None if self._unreadable() or not self.text() else read_number(self.text())

    def set_value(self, value: Decimal | None) -> None:
        """Show a number without telling anybody; takes an error away."""
        self._show("" if value is None else show_number(value))

    def _unreadable(self) -> str:
        return _problem_of(read_number, self.text())


def _problem_of(read: Callable[[str], object], text: str) -> str:
    if not text:
        return ""
    try:
        read(text)
    except InvalidInput as error:
        return app_words(error.problem)
    return ""

"""Waiting for a file that another process holds.

SQLite's own waiting lengthens its pauses up to a tenth of a second, and so never gets in beside a process
that saves without pause (an import of ten thousand cases). Short pauses of random length get their turn soon.
"""

import random
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from app.casebook.problems import is_busy

BUSY_SECONDS = 5.0
"""How long to wait before a person is told."""

_PAUSE = (0.0003, 0.003)
"""Seconds: about a quarter of a save, to two saves."""

Result = TypeVar("Result")


def patiently(action: Callable[[], Result]) -> Result:
    """The action's result, tried again while the file is held, for up to ``BUSY_SECONDS``.

    Raises:
        sqlite3.Error: the action's own, the last one of a file that is held.
    """
    deadline = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            return action()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > deadline:
                raise
        time.sleep(random.uniform(*_PAUSE))  # noqa: S311  # a pause, no secret

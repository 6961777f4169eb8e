"""What is told when the program itself fails, wherever that is: in a slot, while painting, in a thread.

One plain sentence, without what the defect held, which may name a member; and not again for each time that
the same line fails, since a page that cannot be painted would be painted again for every message.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app.errors import DictamenError
from ui import messages

_QUIET_SECONDS = 3.0
"""How long the same line is not told of again."""


class _Teller(QObject):
    """Passes what is found on any thread to that of the screen, once what is being done there has ended.

    Signals:
        found(object): a person's error, or a defect in words.
    """

    found = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[tuple[type[BaseException], str, int], float] = {}
        app = QCoreApplication.instance()
        if app is not None:
            self.moveToThread(app.thread())
        self.found.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def find(self, error: BaseException, trace: TracebackType | None) -> None:
        """Take note of an error; it is told unless the same line was told of just now."""
        place, now = (type(error), *_place(trace)), time.monotonic()
        before = self._told.get(place)
        if trace is None or before is None or now - before > _QUIET_SECONDS:
            self._told[place] = now
            self.found.emit(error if isinstance(error, DictamenError) else _sentence())

    def _tell(self, found: object) -> None:
        messages.error(found if isinstance(found, DictamenError) else str(found))


@cache
def _teller() -> _Teller:
    return _Teller()


def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that something went wrong, and go on; as ``sys.excepthook``."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.closeAllWindows()
    else:
        _teller().find(error, trace)


def _tell_of_thread(found: threading.ExceptHookArgs) -> None:
    if found.exc_value is not None:
        tell(found.exc_type, found.exc_value, found.exc_traceback)


def _tell_of_ignored(found: "sys.UnraisableHookArgs") -> None:
    """Where an object is taken away nothing can be raised, and Python would print what the error held."""
    if found.exc_value is not None:
        tell(found.exc_type, found.exc_value, found.exc_traceback)


@contextmanager
def told() -> Iterator[None]:
    """Meanwhile whatever nothing else takes is told to the person at the screen."""
    _teller.cache_clear()
    usual = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook, threading.excepthook, sys.unraisablehook = tell, _tell_of_thread, _tell_of_ignored
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook, sys.unraisablehook = usual


def _place(trace: TracebackType | None) -> tuple[str, int]:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return ("", 0) if trace is None else (trace.tb_frame.f_code.co_filename, trace.tb_lineno)


def _sentence() -> str:
    return QCoreApplication.translate(
        "desktop",
        "Something went wrong in the program, and the last step may not be done. What was saved is kept. "
        "Try again; if it happens again, close Dictamen and start it anew.",
    )

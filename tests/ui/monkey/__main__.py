"""``python -m tests.ui.monkey [--steps N] [--seed N] [--log FILE]``: the monkey plays for long.

What it came by stands in the log after every hundred steps; a failure names seed and last steps there.
"""

import argparse
import faulthandler
import os
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.ui.monkey.monkey import Monkey, Trouble
from ui import messages, theme

_EVERY = 100


class Log:
    """Lines on standard output and, at once, in a file."""

    def __init__(self, path: Path | None) -> None:
        self._file = path.open("a", encoding="utf-8") if path is not None else None
        self._began = time.monotonic()

    def say(self, words: str) -> None:
        """Write a line that nothing can take back."""
        line = f"{time.monotonic() - self._began:7.1f} s  {words}\n"
        for target in (sys.stdout, self._file):
            if target is not None:
                target.write(line)
                target.flush()


def play(monkey: Monkey, steps: int, log: Log) -> bool:
    """Play, and say how it went; False where something was found."""

    def tell(number: int) -> None:
        if number % _EVERY == 0:
            parts = len(QApplication.allWidgets())
            log.say(f"step {number}, {len(monkey.kept)} cases, {parts} widgets, {monkey.sights.count()}")

    try:
        monkey.play(steps, tell)
        monkey.end()
    except Trouble as trouble:
        log.say(f"FOUND: {trouble}")
        return False
    log.say(f"{steps} steps, seed {monkey.seed}: nothing found, {len(monkey.kept)} cases")
    log.say(f"not come by: {', '.join(monkey.sights.missed()) or 'nothing'}")
    return True


def main() -> int:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--steps", type=int, default=10_000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--log", type=Path)
    options = words.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    faulthandler.enable()
    app = theme.application()
    assert isinstance(app, QApplication)
    log = Log(options.log)
    log.say(f"seed {options.seed}")
    with tempfile.TemporaryDirectory() as place:
        good = play(Monkey(app, Path(place), options.seed), options.steps, log)
    messages.door().shut()
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

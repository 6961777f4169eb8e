"""How long the app takes to its first painted window, beside a process that shows nothing but a QMainWindow.

Run: python -m tests.benchmarks.start [RUNS]. They take turns, so that a busy machine slows both alike. Each
measures itself from its own process start (Linux) to the moment after its window's first paint.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from app.casebook import Casebook, Cost
from app.people import Person, Role

GOAL = 1.5
"""The app may take this many times as long as the bare window."""

BARE = """
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, done)


def done():
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    print(time.clock_gettime(time.CLOCK_BOOTTIME) * 1000 - ticks * 10)
    app.quit()


app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""
APP = ("-c", "import sys; from ui.main import main; sys.exit(main())", "--measure-start")
"""What the installed command runs."""


def _milliseconds(command: tuple[str, ...], environment: dict[str, str]) -> float:
    ran = subprocess.run(
        (sys.executable, *command), env=environment, capture_output=True, text=True, check=True
    )
    return float(ran.stdout)


def _environment(folder: Path) -> dict[str, str]:
    home = folder / "home"
    person = Person("Ana Ruiz, RN", Role.REVIEWER, "RN-00001")
    Casebook.create(home, person, "only for the benchmark", cost=Cost(8, 1, 1)).close()
    platform = os.environ.get("QT_QPA_PLATFORM", "offscreen")
    places = {"DICTAMEN_HOME": str(home), "XDG_CONFIG_HOME": str(folder / "config")}
    return {**os.environ, **places, "QT_QPA_PLATFORM": platform}


def main(runs: int) -> int:
    """Print both medians and their ratio; 0 when the goal is reached."""
    bare: list[float] = []
    app: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder))
        for number in range(runs + 1):
            times = _milliseconds(("-c", BARE), environment), _milliseconds(APP, environment)
            if number:  # the first of each warms the disk's cache
                bare.append(times[0])
                app.append(times[1])
    medians = statistics.median(bare), statistics.median(app)
    ratio = medians[1] / medians[0]
    print(f"bare {medians[0]:.0f} ms, app {medians[1]:.0f} ms, median of {runs} runs each")
    print(f"ratio {ratio:.2f}, goal {GOAL}")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 15))

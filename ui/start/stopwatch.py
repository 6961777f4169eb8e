"""How long this process has been running: the measure of a start."""

import sys
import time
from pathlib import Path

_START_FIELD = 19
"""Place of ``starttime`` in /proc/self/stat, counted from 0 behind the command's bracket (proc(5))."""

_IMPORTED = time.perf_counter()


def milliseconds_since_start() -> float:
    """Milliseconds since the system started this process, or, where it does not say, since this import."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME) * 1000 - _started_after_boot()
    else:  # noqa: RET505  # so that type checkers follow the platform
        return (time.perf_counter() - _IMPORTED) * 1000


def _started_after_boot() -> float:
    import os  # noqa: PLC0415  # a start that nobody measures does not ask

    # The command may hold spaces and brackets, so count from the last one.
    behind = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2]
    return int(behind.split()[_START_FIELD]) * 1000 / os.sysconf("SC_CLK_TCK")

"""Whether a window can open here, asked before Qt is: without a screen Qt aborts the whole process."""

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from ui.system_libraries import QT, WAYLAND, X11, Library, install_command, missing, packages_of

_WITHOUT_SCREEN = ("offscreen", "minimal", "vnc")
_WAYLAND_PLUGINS = ("wayland", "wayland-egl")
_ANSWER_SECONDS = (
    5.0  # a screen forwarded over a slow line answers within one; a dead host would take minutes
)


def why_no_window() -> str | None:
    """Why no window can open here, as one sentence without a full stop; None when one can.

    Asks the screen itself, as Qt will, but creates no ``QApplication``.
    """
    try:
        import_module("PySide6.QtWidgets")
    except ImportError:
        if find_spec("PySide6") is None:
            return "PySide6 is not installed in this Python; run the set-up again (README, Set-up)"
        return _lack(QT) or "PySide6 cannot be loaded; run the set-up again (README, Set-up)"
    return why_no_screen()


def why_no_screen() -> str | None:
    """As ``why_no_window``, of the screen alone: the display and the libraries that draw on it."""
    if sys.platform != "linux":
        return None
    platforms = _platforms()
    if not platforms:
        return "no display: neither DISPLAY nor WAYLAND_DISPLAY is set"
    reasons = []
    for platform in platforms:
        reason = _why_not(platform)
        if reason is None:
            return None
        reasons.append(reason)
    return "; ".join(reasons)


def _platforms() -> list[str]:
    """The platform plugins that Qt will try here, in its order."""
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if chosen:
        return [name.partition(":")[0] for name in chosen.split(";") if name]
    wayland = ["wayland"] if os.environ.get("WAYLAND_DISPLAY") else []
    return wayland + (["xcb"] if os.environ.get("DISPLAY") else [])


def _why_not(platform: str) -> str | None:
    if platform in _WITHOUT_SCREEN:
        return None
    if platform == "xcb":
        return _lack(X11) or _why_no_x11()
    if platform in _WAYLAND_PLUGINS:
        return _lack(WAYLAND) or _why_no_wayland()
    return f"QT_QPA_PLATFORM names {platform!r}; xcb, wayland, offscreen, minimal and vnc are allowed"


def _lack(libraries: tuple[Library, ...]) -> str | None:
    absent = missing(libraries)
    if not absent:
        return None
    names = ", ".join(library.soname for library in absent)
    return f"the system lacks {names}; install with: {install_command(packages_of(absent))}"


def _why_no_x11() -> str | None:
    """Knock at the X server with the call that Qt uses, so that address and authority count alike."""
    display = os.environ.get("DISPLAY", "")
    if not display:
        return "no display: DISPLAY is not set"
    errors: list[int] = []
    with _quiet_stderr():  # libxcb prints a refusal there by itself
        knock = threading.Thread(target=lambda: errors.append(_x11_error()), daemon=True)
        knock.start()
        knock.join(_ANSWER_SECONDS)
    if not errors:
        return f"the display {display} (DISPLAY) did not answer within {_ANSWER_SECONDS:.0f} seconds"
    return f"the display {display} (DISPLAY) cannot be opened" if errors[0] else None


def _x11_error() -> int:
    """The error number of libxcb on connecting to DISPLAY; 0 when it answers."""
    import ctypes  # noqa: PLC0415  # other screens do without

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    error = int(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return error


def _why_no_wayland() -> str | None:
    import socket  # noqa: PLC0415  # the other screens, and the first paint on them, do without

    name = os.environ.get("WAYLAND_DISPLAY", "wayland-0")
    address = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)
    try:
        with socket.socket(socket.AF_UNIX) as knock:
            knock.settimeout(_ANSWER_SECONDS)
            knock.connect(str(address))
    except OSError:
        return f"the display {name} (WAYLAND_DISPLAY) cannot be opened"
    return None


@contextlib.contextmanager
def _quiet_stderr() -> Iterator[None]:
    """Keep what C code writes to standard error from the person who is told in our own words."""
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)

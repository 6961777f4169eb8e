"""Whether a window can open is known before Qt, which would abort, is asked: each way to lack a screen."""

import contextlib
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui import screen
from ui.screen import why_no_window
from ui.system_libraries import Library

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the screen is a given")

REFUSED = struct.pack("<BBHHH", 0, 4, 11, 0, 1) + b"no!!"
ACCEPTED = struct.pack("<BBHHH", 1, 0, 11, 0, 8) + bytes(32)
FIRST_X11_PORT = 6000


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No display, and all libraries there, whatever the machine of the tests has."""
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XAUTHORITY"):
        monkeypatch.delenv(name, raising=False)
    for libraries in ("QT", "X11", "WAYLAND"):
        monkeypatch.setattr(screen, libraries, ())


@contextlib.contextmanager
def x11_server(answer: bytes | None) -> Iterator[str]:
    """A server that gives each caller one answer (None: keeps it waiting); yields its DISPLAY."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        if listening.getsockname()[1] < FIRST_X11_PORT:
            pytest.skip("the system gave a port that no display number stands for")
        serving = threading.Thread(target=_serve, args=(listening, answer), daemon=True)
        serving.start()
        yield f"127.0.0.1:{listening.getsockname()[1] - FIRST_X11_PORT}"
        listening.shutdown(socket.SHUT_RDWR)
        serving.join()


def _serve(listening: socket.socket, answer: bytes | None) -> None:
    callers = []
    with contextlib.suppress(OSError):
        while True:
            caller, _ = listening.accept()
            callers.append(caller)
            if answer is not None:
                caller.recv(4096)
                caller.sendall(answer)
    for caller in callers:
        caller.close()


def test_without_a_display_none_can_open() -> None:
    assert why_no_window() == "no display: neither DISPLAY nor WAYLAND_DISPLAY is set"


def test_without_pyside_the_set_up_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    monkeypatch.setattr(screen, "find_spec", lambda _name: None)
    assert "PySide6 is not installed" in str(why_no_window())


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "vnc:port=5999", "xcb;offscreen"])
def test_some_platforms_need_no_display(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert why_no_window() is None


@pytest.mark.parametrize(
    ("platform", "reason"),
    [
        ("xcb", "no display: DISPLAY is not set"),
        ("wayland", "the display wayland-0 (WAYLAND_DISPLAY) cannot be opened"),
        (
            "ofscreen",
            "QT_QPA_PLATFORM names 'ofscreen'; xcb, wayland, offscreen, minimal and vnc are allowed",
        ),
    ],
)
def test_a_chosen_platform_that_cannot_work_is_named(
    monkeypatch: pytest.MonkeyPatch, platform: str, reason: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert why_no_window() == reason


@pytest.mark.parametrize("libraries", ["QT", "X11"])
def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch, libraries: str) -> None:
    monkeypatch.setattr(screen, libraries, (Library("libdictamen-absent.so.9", "libdictamen-absent9"),))
    if libraries == "QT":  # as Python says it of a library that is missing
        monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    monkeypatch.setenv("DISPLAY", ":0")
    reason = str(why_no_window())
    assert reason.startswith("the system lacks libdictamen-absent.so.9; install with: ")
    assert reason.endswith("apt-get install -y libdictamen-absent9")


@pytest.mark.parametrize("display", [":60123", "127.0.0.1:59000", "no such display"])
def test_a_dead_display_is_named(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], display: str
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert why_no_window() == f"the display {display} (DISPLAY) cannot be opened"
    assert capfd.readouterr().err == ""


def test_a_server_that_refuses_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with x11_server(REFUSED) as display:
        monkeypatch.setenv("DISPLAY", display)
        assert why_no_window() == f"the display {display} (DISPLAY) cannot be opened"
    assert capfd.readouterr().err == ""


def test_a_server_that_never_answers_is_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "_ANSWER_SECONDS", 0.2)
    with x11_server(None) as display:
        monkeypatch.setenv("DISPLAY", display)
        assert "did not answer within" in str(why_no_window())


def test_a_server_that_answers_is_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    with x11_server(ACCEPTED) as display:
        monkeypatch.setenv("DISPLAY", display)
        assert why_no_window() is None


def test_a_wayland_socket_that_listens_is_a_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wl")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wl"))
        listening.listen()
        assert why_no_window() is None


def test_with_two_displays_one_that_works_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "gone")
    with x11_server(ACCEPTED) as display:
        monkeypatch.setenv("DISPLAY", display)
        assert why_no_window() is None


def test_with_two_dead_displays_both_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "gone")
    monkeypatch.setenv("DISPLAY", ":60123")
    reason = str(why_no_window())
    assert "gone (WAYLAND_DISPLAY)" in reason
    assert ":60123 (DISPLAY)" in reason

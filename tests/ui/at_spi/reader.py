"""What a screen reader gets to know of the app over the bus; run by the system's own Python.

Usage: xvfb-run dbus-run-session -- python3 reader.py PYTHON NAME PASSPHRASE RESULT

Starts the app with PYTHON, unlocks the casebook of ``DICTAMEN_HOME`` through the accessible tree, opens the
first case of the worklist by the action under it, and writes to the file RESULT one JSON object: for each
screen the accessible objects in their order.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypedDict

_SECONDS = 60
_MOST_CHILDREN = 200
_STILL, _PAUSE = 3, 0.1


class Told(TypedDict):
    """What the bus tells of one object."""

    id: str
    role: str
    name: str
    description: str
    states: list[str]


def connect() -> Any:
    """The library that screen readers use; ``ImportError`` or ``ValueError`` where it is not installed."""
    importlib.import_module("gi").require_version("Atspi", "2.0")
    return importlib.import_module("gi.repository.Atspi")


def main() -> None:
    """Start the app, walk through it, and tell what was found."""
    python, name, passphrase, result = sys.argv[1:]
    spi = connect()
    spi.init()
    settings = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    app = subprocess.Popen([python, "-m", "ui.main"], env={**os.environ, **settings})
    try:
        Path(result).write_text(json.dumps(Visit(spi).make(name, passphrase)), encoding="utf-8")
    finally:
        app.terminate()
        app.wait()


class Visit:
    """One visit of the app, by whoever knows of it only what the bus tells."""

    def __init__(self, spi: Any) -> None:
        self._spi = spi
        self._desktop = spi.get_desktop(0)  # asked for once: the library counts its references wrongly
        self._gone = importlib.import_module("gi.repository.GLib").GError

    def make(self, name: str, passphrase: str) -> dict[str, list[Told]]:
        """From the way in to the first case; each screen by its name."""
        found = {"unlock": self._settled("unlock/primary")}
        self._node("unlock/name").set_text_contents(name)
        self._node("unlock/passphrase").set_text_contents(passphrase)
        self._node("unlock/primary").do_action(0)
        found["worklist"] = self._settled("table cell")
        self._node("worklist/key/open").do_action(0)
        found["criteria"] = self._settled("finding/tree")
        return found

    def _settled(self, awaited: str) -> list[Told]:
        """The objects of the screen, once an id or a role is among them and nothing changes any more."""
        until, same = time.monotonic() + _SECONDS, 0
        before: list[Told] = []
        while time.monotonic() < until:
            time.sleep(_PAUSE)
            try:
                told = [_told(node) for node in self._nodes()]
            except self._gone:  # the screen changed while it was read
                continue
            there = any(
                awaited in {node["id"], node["role"]} and "showing" in node["states"] for node in told
            )
            same = same + 1 if there and told == before else 0
            before = told
            if same == _STILL:
                return told
        print(*sorted({node["id"] or node["role"] for node in before}), file=sys.stderr)
        raise SystemExit(f"no {awaited!r} appeared on the bus")

    def _nodes(self) -> Iterator[Any]:
        yield from _walk(self._desktop)

    def _node(self, name: str) -> Any:
        (node,) = (node for node in self._nodes() if _id(node) == name)
        return node


def _walk(node: Any) -> Iterator[Any]:
    if node is None:
        return
    yield node
    for at in range(min(node.get_child_count(), _MOST_CHILDREN)):
        yield from _walk(node.get_child_at_index(at))


def _id(node: Any) -> str:
    """The object name; Qt tells it as the last part of a path."""
    return (node.get_accessible_id() or "").rpartition(".")[2]


def _told(node: Any) -> Told:
    return {
        "id": _id(node),
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": sorted(state.value_nick for state in node.get_state_set().get_states()),
    }


if __name__ == "__main__":
    main()

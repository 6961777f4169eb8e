"""Watches what Python does to the disk: the calls of ``os`` and ``open`` by which the program makes files.

A hook hears of each call before it is made, and may refuse it. Linux, and one thread.
"""

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

Hook = Callable[[str, str, int, Any], int]
"""Kind, path, place and data of a step; gives 0, or the error number with which the call fails."""


@contextmanager
def watching_python(hook: Hook) -> Iterator[None]:
    """Have the hook hear of every change to files and folders until the block is left."""
    calls = _Calls(hook)
    names = ("open", "fdopen", "fsync", "replace", "rename", "link", "unlink", "remove", "mkdir", "rmdir")
    patches = [patch.object(os, name, getattr(calls, name)) for name in names]
    # pathlib asks `io`, plain code the builtin; both are one function.
    patches += [patch.object(io, "open", calls.open_file), patch.object(builtins, "open", calls.open_file)]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()


def path_of(descriptor: int) -> str:
    """The file or folder that a descriptor stands for."""
    return os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115  # it need not be there any more


class _Calls:
    """The system's calls, each told before it is made."""

    def __init__(self, hook: Hook) -> None:
        self._hook = hook
        self._os = {name: getattr(os, name) for name in ("open", "fsync", "replace", "link", "unlink")}
        self._os |= {name: getattr(os, name) for name in ("mkdir", "rmdir", "fdopen")}
        self._open_file = io.open

    def _tell(self, kind: str, path: str, at: int = 0, data: Any = b"") -> None:
        if number := self._hook(kind, path, at, data):
            raise OSError(number, os.strerror(number), path)

    def open(self, path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        full = _full(path, dir_fd)
        if flags & os.O_CREAT and not os.path.lexists(full):
            self._tell("create", full)
        return int(self._os["open"](path, flags, mode, dir_fd=dir_fd))

    def fdopen(self, descriptor: int, mode: str = "r", *more: Any, **named: Any) -> Any:
        if "b" not in mode or not set(mode) & set("wa+"):
            return self._os["fdopen"](descriptor, mode, *more, **named)
        return self._buffered(_Raw(self, descriptor, mode.replace("b", "")), mode)

    def open_file(self, file: Any, mode: str = "r", *more: Any, **named: Any) -> Any:
        changes = bool(set(mode) & set("wax+")) and not isinstance(file, int)
        if not changes or os.fspath(file) == os.devnull:
            return self._open_file(file, mode, *more, **named)
        path = _full(file)
        if not os.path.exists(path):  # noqa: PTH110  # pathlib itself is watched
            self._tell("create", path)
        elif "w" in mode:
            self._tell("truncate", path)
        buffered = self._buffered(_Raw(self, path, mode.replace("b", "").replace("t", "")), mode)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding=named.get("encoding"))

    @staticmethod
    def _buffered(raw: "_Raw", mode: str) -> Any:
        return io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)

    def fsync(self, descriptor: int) -> None:
        self._tell("sync", path_of(descriptor))
        self._os["fsync"](descriptor)

    def replace(self, source: Any, target: Any, **more: Any) -> None:
        self._tell("rename", _full(source), 0, _full(target))
        self._os["replace"](source, target, **more)

    rename = replace

    def link(self, source: Any, target: Any, **more: Any) -> None:
        if not os.path.lexists(_full(target)):
            self._tell("link", _full(source), 0, _full(target))
        self._os["link"](source, target, **more)

    def unlink(self, path: Any, *, dir_fd: int | None = None) -> None:
        if os.path.lexists(full := _full(path, dir_fd)):
            self._tell("delete", full)
        self._os["unlink"](path, dir_fd=dir_fd)

    remove = unlink

    def mkdir(self, path: Any, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
        if not os.path.lexists(full := _full(path, dir_fd)):
            self._tell("mkdir", full)
        self._os["mkdir"](path, mode, dir_fd=dir_fd)

    def rmdir(self, path: Any, *, dir_fd: int | None = None) -> None:
        self._tell("rmdir", _full(path, dir_fd))
        self._os["rmdir"](path, dir_fd=dir_fd)

    def tell_write(self, path: str, at: int, data: bytes) -> None:
        """A write that is about to be made."""
        self._tell("write", path, at, data)


class _Raw(io.FileIO):
    """An unbuffered file whose writes are told before they are made."""

    def __init__(self, calls: _Calls, file: Any, mode: str) -> None:
        super().__init__(file, mode)
        self._calls = calls

    def write(self, data: Any, /) -> int:
        content = bytes(data)
        self._calls.tell_write(path_of(self.fileno()), self.tell(), content)
        return super().write(content)


def _full(path: Any, dir_fd: int | None = None) -> str:
    name = os.fsdecode(path)
    folder = str(Path.cwd()) if dir_fd is None else path_of(dir_fd)
    return os.path.join(folder, name)  # noqa: PTH118  # pathlib itself is watched

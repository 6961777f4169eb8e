"""Watches what SQLite and Python do to the disk: writes, cuts, flushes, new names and deletions, in order.

A layer over SQLite's own way to files, put into the same library that Python's ``sqlite3`` uses, and one over
the calls of ``os`` by which the program makes files. Needs that library to be a shared one, as on Linux;
elsewhere ``available`` is false. A watch hears of each step before it is taken, and may refuse it.
"""

import ctypes
import ctypes.util
import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.tools.disk_calls import watching_python

_P = ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, _P, ctypes.c_int, _P)  # SQLite keeps the name's address
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_char_p, ctypes.c_int)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int)

_FULL, _CANNOT_OPEN, _IO_ERROR = 13, 14, 10
_CREATES = 4
_EXTENDED = {"write": 3, "sync": 4, "truncate": 6, "delete": 10}
"""Which call an error of input or output is from, as SQLite numbers them."""


class _Methods(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        ("close", _P),
        ("read", _P),
        ("write", _P),
        ("truncate", _P),
        ("sync", _P),
        ("others", _P * 13),
    ]


class _File(ctypes.Structure):
    _fields_ = [("methods", ctypes.POINTER(_Methods))]


class _Vfs(ctypes.Structure):
    _fields_ = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _P),
        ("name", ctypes.c_char_p),
        ("data", _P),
        ("open", _P),
        ("delete", _P),
        ("others", _P * 16),
    ]


@dataclass(frozen=True)
class Step:
    """One thing that is done to the disk, or a mark of the caller.

    Attributes:
        kind: ``create``, ``write``, ``truncate``, ``sync`` (a file or a folder), ``rename``, ``link``,
            ``mkdir``, ``rmdir``, ``delete`` or ``mark``.
        path: of the file; empty for a mark.
        at: where a write begins, or the length after a cut.
        data: what is written; of ``rename`` and ``link`` the other name; of a mark, whatever it stands for.
        durable: a deletion that is on the disk when it returns.
    """

    kind: str
    path: str = ""
    at: int = 0
    data: Any = b""
    durable: bool = False


Watch = Callable[[Step], int]
"""Hears of a step before it is taken; gives 0, or the error number (``errno``) with which it fails."""


@dataclass
class Record:
    """The steps so far."""

    steps: list[Step] = field(default_factory=list)

    def __call__(self, step: Step) -> int:
        self.steps.append(step)
        return 0

    def mark(self, what: object) -> None:
        """Put a mark of one's own between the steps, such as a save that was acknowledged."""
        self.steps.append(Step("mark", data=what))


def _library() -> ctypes.CDLL | None:
    name = ctypes.util.find_library("sqlite3")
    if sys.platform != "linux" or name is None:
        return None
    library = ctypes.CDLL(name)
    library.sqlite3_libversion.restype = ctypes.c_char_p
    same = library.sqlite3_libversion().decode() == sqlite3.sqlite_version
    loaded = name in Path("/proc/self/maps").read_text(encoding="utf-8")
    return library if same and loaded else None


def available() -> bool:
    """Whether this Python's SQLite can be watched."""
    return _library() is not None


@contextmanager
def recording() -> Iterator[Record]:
    """Record every step from now on, until the block is left; as ``watching``."""
    record = Record()
    with watching(record):
        yield record


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Have the watch hear of every step to files that are opened from now on, until the block is left.

    All connections of the block must be closed within it. One thread.
    """
    library = _library()
    assert library is not None
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    library.sqlite3_vfs_register.argtypes = [_P, ctypes.c_int]
    library.sqlite3_vfs_unregister.argtypes = [_P]
    plain = library.sqlite3_vfs_find(None)
    layer = _Layer(plain.contents, watch)
    library.sqlite3_vfs_register(ctypes.byref(layer.vfs), 1)
    try:
        with watching_python(lambda kind, path, at, data: watch(Step(kind, path, at, data))):
            yield
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(layer.vfs))
        library.sqlite3_vfs_register(plain, 1)


def _code(kind: str, number: int) -> int:
    """SQLite's result code for a step that fails with this error number."""
    if number == errno.ENOSPC and kind == "write":
        return _FULL
    return _IO_ERROR | _EXTENDED[kind] << 8


class _Layer:
    """SQLite's way to files, with five calls that are told before they are made."""

    def __init__(self, plain: _Vfs, watch: Watch) -> None:
        self._watch = watch
        self._paths: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept: list[object] = []
        self.vfs = _Vfs.from_buffer_copy(plain)
        self.vfs.name = b"watched"
        self._plain_open = _OPEN(plain.open)
        self._plain_delete = _DELETE(plain.delete)
        self.vfs.open = self._callback(_OPEN(self._open))
        self.vfs.delete = self._callback(_DELETE(self._delete))

    def _callback(self, function: Any) -> Any:
        self._kept.append(function)
        return ctypes.cast(function, _P)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        opened = _File.from_address(file)
        path = os.fsdecode(ctypes.string_at(name)) if name else ""
        is_new = bool(path and flags & _CREATES and not os.path.exists(path))  # noqa: PTH110  # no object per call
        if is_new and self._watch(Step("create", path)):
            opened.methods = None
            return _CANNOT_OPEN
        code = int(self._plain_open(vfs, name, file, flags, out))
        if code == 0 and path and opened.methods:
            self._paths[file] = path
            opened.methods = ctypes.pointer(self._watched(opened.methods))
        return code

    def _watched(self, plain: Any) -> _Methods:
        """The file's own calls, with these three told of; one table for each kind of file."""
        address = ctypes.addressof(plain.contents)
        if address not in self._methods:
            methods = _Methods.from_buffer_copy(plain.contents)
            write, truncate, sync = _WRITE(methods.write), _TRUNCATE(methods.truncate), _SYNC(methods.sync)

            def watched_write(file: int, data: int, size: int, at: int) -> int:
                step = Step("write", self._paths[file], at, ctypes.string_at(data, size))
                return self._refusal(step) or int(write(file, data, size, at))

            def watched_truncate(file: int, length: int) -> int:
                return self._refusal(Step("truncate", self._paths[file], length)) or int(
                    truncate(file, length)
                )

            def watched_sync(file: int, flags: int) -> int:
                return self._refusal(Step("sync", self._paths[file])) or int(sync(file, flags))

            methods.write = self._callback(_WRITE(watched_write))
            methods.truncate = self._callback(_TRUNCATE(watched_truncate))
            methods.sync = self._callback(_SYNC(watched_sync))
            self._methods[address] = methods
        return self._methods[address]

    def _delete(self, vfs: int, name: bytes, sync_folder: int) -> int:
        step = Step("delete", os.fsdecode(name), durable=bool(sync_folder))
        return self._refusal(step) or int(self._plain_delete(vfs, name, sync_folder))

    def _refusal(self, step: Step) -> int:
        number = self._watch(step)
        return _code(step.kind, number) if number else 0

"""Records what SQLite does to the disk: writes, cuts, flushes and deletions, in their order.

A layer over SQLite's own way to files, put into the same library that Python's ``sqlite3`` uses. Needs that
library to be a shared one, as on Linux; elsewhere ``available`` is false.
"""

import ctypes
import ctypes.util
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_P = ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, _P, ctypes.c_int, _P)  # SQLite keeps the name's address
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_char_p, ctypes.c_int)
_CLOSE = ctypes.CFUNCTYPE(ctypes.c_int, _P)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _P, _P, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _P, ctypes.c_int)


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
    """One thing that was done to the disk, or a mark of the caller.

    Attributes:
        kind: ``write``, ``truncate``, ``sync``, ``delete`` or ``mark``.
        path: of the file; empty for a mark.
        at: where a write begins, or the length after a cut.
        data: what was written; of a mark, whatever it stands for.
        durable: a deletion that was on the disk when it returned.
    """

    kind: str
    path: str = ""
    at: int = 0
    data: Any = b""
    durable: bool = False


@dataclass
class Record:
    """The steps so far."""

    steps: list[Step] = field(default_factory=list)

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
    """Whether this Python's SQLite can be recorded."""
    return _library() is not None


@contextmanager
def recording() -> Iterator[Record]:
    """Record every file that SQLite opens from now on, until the block is left.

    All connections of the block must be closed within it.
    """
    library = _library()
    assert library is not None
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    library.sqlite3_vfs_register.argtypes = [_P, ctypes.c_int]
    library.sqlite3_vfs_unregister.argtypes = [_P]
    plain = library.sqlite3_vfs_find(None)
    layer = _Layer(plain.contents)
    library.sqlite3_vfs_register(ctypes.byref(layer.vfs), 1)
    try:
        yield layer.record
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(layer.vfs))
        library.sqlite3_vfs_register(plain, 1)


class _Layer:
    """The system's way to files, with four calls that are noted on their way."""

    def __init__(self, plain: _Vfs) -> None:
        self.record = Record()
        self._paths: dict[int, str] = {}
        self._methods: dict[int, _Methods] = {}
        self._kept: list[object] = []
        self.vfs = _Vfs.from_buffer_copy(plain)
        self.vfs.name = b"recorded"
        self._plain_open = _OPEN(plain.open)
        self._plain_delete = _DELETE(plain.delete)
        self.vfs.open = self._callback(_OPEN(self._open))
        self.vfs.delete = self._callback(_DELETE(self._delete))

    def _callback(self, function: Any) -> Any:
        self._kept.append(function)
        return ctypes.cast(function, _P)

    def _open(self, vfs: int, name: int | None, file: int, flags: int, out: int) -> int:
        code = int(self._plain_open(vfs, name, file, flags, out))
        opened = _File.from_address(file)
        if code == 0 and name and opened.methods:
            self._paths[file] = os.fsdecode(ctypes.string_at(name))
            opened.methods = ctypes.pointer(self._noting(opened.methods))
        return code

    def _noting(self, plain: Any) -> _Methods:
        """The file's own calls, with these three noted; one table for each kind of file."""
        address = ctypes.addressof(plain.contents)
        if address not in self._methods:
            methods = _Methods.from_buffer_copy(plain.contents)
            write, truncate, sync = _WRITE(methods.write), _TRUNCATE(methods.truncate), _SYNC(methods.sync)

            def noted_write(file: int, data: int, size: int, at: int) -> int:
                step = Step("write", self._paths[file], at, ctypes.string_at(data, size))
                self.record.steps.append(step)
                return int(write(file, data, size, at))

            def noted_truncate(file: int, length: int) -> int:
                self.record.steps.append(Step("truncate", self._paths[file], length))
                return int(truncate(file, length))

            def noted_sync(file: int, flags: int) -> int:
                code = int(sync(file, flags))
                self.record.steps.append(Step("sync", self._paths[file]))
                return code

            methods.write = self._callback(_WRITE(noted_write))
            methods.truncate = self._callback(_TRUNCATE(noted_truncate))
            methods.sync = self._callback(_SYNC(noted_sync))
            self._methods[address] = methods
        return self._methods[address]

    def _delete(self, vfs: int, name: bytes, sync_folder: int) -> int:
        code = int(self._plain_delete(vfs, name, sync_folder))
        self.record.steps.append(Step("delete", os.fsdecode(name), durable=bool(sync_folder)))
        return code

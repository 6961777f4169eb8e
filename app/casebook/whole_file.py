"""The file's bytes, read beside SQLite and checked page by page while nobody can write."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.casebook.pages import PAGE, PageCheck, ReadPage, Tree, read_header

_GROWING = frozenset({"revision", "revision_next"})
_TREES = "SELECT type, name, rootpage, sql FROM sqlite_master WHERE rootpage > 0"

_kept_open: dict[tuple[int, int], int] = {}
"""Descriptors by device and file number. Closing one would drop every lock that this process has on the file,
SQLite's too; that is how POSIX has it. So a file is opened once, and stays open until the program ends."""


def problems(connection: sqlite3.Connection, path: Path) -> list[str]:
    """What is wrong with the file's bytes, each in words; empty when every one is as SQLite writes it.

    Args:
        connection: to the casebook, within a transaction that has read something.
        path: of the casebook.

    Raises:
        OSError: the file cannot be read.
        sqlite3.Error: as ``OSError``.
    """
    trees = {"table of tables": Tree(1, is_index=False)}
    for kind, name, root, sql in connection.execute(_TREES).fetchall():
        is_numbered = "INTEGER PRIMARY KEY" in (sql or "")
        trees[str(name)] = Tree(root, kind == "index", is_numbered, str(name) in _GROWING)
    with _reading(path) as (read, length):
        found = list(PageCheck(read, length).problems(trees))
        if not found:
            header = read_header(read(1))
            noted = connection.execute("SELECT rowid, writer, layout FROM casebook").fetchall()
            if noted != [(1, header.writer, header.layout)]:
                found.append("the file's header and the casebook's note of it differ")
    return found


@contextmanager
def _reading(path: Path) -> Iterator[tuple[ReadPage, int]]:
    """How to read a page, the first being 1, and the file's length."""
    if os.name != "posix":
        with path.open("rb", buffering=0) as file:

            def sought(number: int) -> bytes:
                file.seek(PAGE * (number - 1))
                return file.read(PAGE)

            yield sought, os.fstat(file.fileno()).st_size
        return
    found = path.stat()
    key = found.st_dev, found.st_ino
    if key not in _kept_open:
        _kept_open[key] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    descriptor = _kept_open[key]
    yield lambda number: os.pread(descriptor, PAGE, PAGE * (number - 1)), os.fstat(descriptor).st_size

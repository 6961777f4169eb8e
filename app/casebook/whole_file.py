"""The file's bytes, read beside SQLite and checked page by page while nobody can write.

Unused space means nothing, but must not change: a digest over it is noted at the end of a sitting that wrote,
and given up before the next transaction, by a commit of its own. It cannot be kept throughout: rolling back a
transaction that was cut off, SQLite restores what pages held, except for pages that held nothing. What was
begun in those stays there, whichever process rolls back. It is sealed, and no harm; while no digest is
noted, it is no finding either. The end of the sitting fills such pages with zeros before it notes.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.casebook.pages import PAGE, SMALL_FILE, PageCheck, ReadPage, Tree, read_header

WRITER = int("{}{:03}{:03}".format(*sqlite3.sqlite_version_info))
"""SQLite's version, as it writes it into the header of a file."""

UNKNOWN = bytes(32)
"""Stands for a digest over unused space until it is noted: that of the small tables right after they change,
the rest at the end of a sitting in which anything was written."""

_EMPTY_PAGE = bytes(PAGE)

_PAGES_NOTED = slice(28, 32)
"""Where the header says how many pages the file has."""

_GROWING = frozenset({"revision", "revision_next"})
_TREES = "SELECT type, name, tbl_name, rootpage, sql FROM sqlite_master WHERE rootpage > 0"

_kept_open: dict[tuple[int, int, int], int] = {}
"""Descriptors by device, file number and access. Closing one would drop every lock that this process has on
the file, SQLite's too; that is how POSIX has it. So they stay open until the program ends."""


def layout_of(connection: sqlite3.Connection) -> int:
    """SQLite's count of the tables' changes."""
    return int(connection.execute("PRAGMA schema_version").fetchone()[0])


def note_header(connection: sqlite3.Connection) -> None:
    """Repeat in the casebook's row what SQLite writes into the header of itself, so that a change shows.

    To be called within each transaction that changes the tables, and on each copy that SQLite has made.
    """
    noted = (WRITER, layout_of(connection))
    connection.execute("UPDATE casebook SET writer = ?, layout = ?", noted)


def is_noted(connection: sqlite3.Connection) -> bool:
    """Whether the digest over all unused space is noted; not so in a file that is not laid out yet."""
    return bool(
        layout_of(connection)
        and connection.execute("SELECT 1 FROM casebook WHERE rest != ?", (UNKNOWN,)).fetchall()
    )


def give_up_note(connection: sqlite3.Connection) -> None:
    """Have the digest over all unused space unknown; in a transaction that writes nothing else.

    Only the row itself is written over, so that this cannot leave anything in an unused page.
    """
    connection.execute("UPDATE casebook SET rest = ?, writer = ?", (UNKNOWN, WRITER))


def note_slack(connection: sqlite3.Connection, path: Path, *, whole: bool) -> None:
    """Note digests over unused space; in a transaction of its own.

    Args:
        connection: to the casebook.
        path: of the casebook.
        whole: over all of it, at the end of a sitting; else that of the small tables, after they changed.

    Raises:
        sqlite3.Error: it could not be written; it stays unknown.
        OSError: the file cannot be read.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        trees = {name: tree for name, tree in _trees(connection).items() if whole or tree.is_small}
        with _reading(path) as (read, length):
            check = PageCheck(read, length)
            if not list(check.problems(trees, whole=whole, brief=length > SMALL_FILE)):
                _empty(path, check.written_unused)
                noted = (check.slack, check.rest if whole else UNKNOWN, WRITER)
                connection.execute("UPDATE casebook SET slack = ?, rest = ?, writer = ?", noted)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def problems(connection: sqlite3.Connection, path: Path, *, at_opening: bool) -> list[str]:
    """What is wrong with the file's bytes, each in words; empty when every one is as SQLite writes it.

    Args:
        connection: to the casebook, within a transaction that has read something.
        path: of the casebook.
        at_opening: in a large file, the pages that hold nothing but revisions are left out.

    Raises:
        OSError: the file cannot be read.
        sqlite3.Error: as ``OSError``.
    """
    with _reading(path) as (read, length):
        check = PageCheck(read, length)
        brief = at_opening and length > SMALL_FILE
        found = list(check.problems(_trees(connection), whole=True, brief=brief, reads_unused=not brief))
        if found:
            return found
        header = read_header(read(1))
    rows = connection.execute("SELECT rowid, writer, layout, slack, rest FROM casebook").fetchall()
    if [row[:3] for row in rows] != [(1, header.writer, header.layout)]:
        return ["the file's header and the casebook's note of it differ"]
    slack, rest = rows[0][3:]
    if rest != UNKNOWN and check.written_unused:
        return [f"unused page {check.written_unused[0]} was written to"]
    if slack not in {UNKNOWN, check.slack} or rest not in {UNKNOWN, check.rest}:
        return ["unused space was written to"]
    return []


def is_cut_off(path: Path) -> bool:
    """Whether the file is shorter than its header says, and begins as a whole one does.

    Raises:
        OSError: it cannot be read.
    """
    with _reading(path) as (read, length):
        return PAGE <= length < PAGE * int.from_bytes(read(1)[_PAGES_NOTED])


def _trees(connection: sqlite3.Connection) -> dict[str, Tree]:
    trees = {"table of tables": Tree(1, is_index=False, is_small=True)}
    for kind, name, table, root, sql in connection.execute(_TREES).fetchall():
        only_grows = table in _GROWING
        trees[str(name)] = Tree(
            root,
            is_index=kind == "index",
            is_numbered=kind == "table" and "INTEGER PRIMARY KEY" in str(sql),
            only_grows=only_grows,
            is_small=not only_grows and table != "casebook",
        )
    return trees


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
    descriptor = _descriptor(path, os.O_RDONLY)
    yield lambda number: os.pread(descriptor, PAGE, PAGE * (number - 1)), os.fstat(descriptor).st_size


def _empty(path: Path, numbers: list[int]) -> None:
    """Fill unused pages with zeros, beside SQLite, which never reads them.

    Within a transaction, so that they stay unused meanwhile; its commit makes this durable, too, and lets
    others forget what they have read of the file.
    """
    if not numbers:
        return
    if os.name != "posix":
        with path.open("r+b", buffering=0) as file:
            for number in numbers:
                file.seek(PAGE * (number - 1))
                file.write(_EMPTY_PAGE)
        return
    descriptor = _descriptor(path, os.O_RDWR)
    for number in numbers:
        os.pwrite(descriptor, _EMPTY_PAGE, PAGE * (number - 1))


def _descriptor(path: Path, access: int) -> int:
    found = path.stat()
    key = found.st_dev, found.st_ino, access
    if key not in _kept_open:
        _kept_open[key] = os.open(path, access | os.O_CLOEXEC)
    return _kept_open[key]

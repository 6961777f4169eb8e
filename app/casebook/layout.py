"""How a casebook's file is laid out, and how SQLite is told to treat it."""

import sqlite3
from pathlib import Path

FORMAT = 3
APPLICATION_ID = 0x44696374  # "Dict": what `file` and other programs know the casebook by

REVISION_COLUMNS = """(
    seq INTEGER PRIMARY KEY, case_id BLOB NOT NULL, rev INTEGER NOT NULL, prev BLOB NOT NULL,
    site BLOB NOT NULL, hash BLOB NOT NULL, link BLOB NOT NULL, cover BLOB NOT NULL, body BLOB NOT NULL,
    UNIQUE (case_id, prev, site))"""

REVISION_NEXT = f'CREATE TABLE "revision_next" {REVISION_COLUMNS}'
"""Filled while the casebook gets a new data key, and then put in the place of ``revision``."""

REVISION_TRIGGERS = (
    """CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'revisions are kept'); END""",
    # A purge takes the sealed content and leaves the place, its hash and its link; nothing else may change.
    """CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
    WHEN NOT (NEW.seq IS OLD.seq AND NEW.case_id IS OLD.case_id AND NEW.rev IS OLD.rev
    AND NEW.prev IS OLD.prev AND NEW.site IS OLD.site AND NEW.hash IS OLD.hash AND NEW.link IS OLD.link
    AND NEW.cover IS x'' AND NEW.body IS x'')
    BEGIN SELECT RAISE(ABORT, 'revisions are final'); END""",
)

SCHEMA = (
    """CREATE TABLE casebook (
    format INTEGER NOT NULL, site BLOB NOT NULL, epoch INTEGER NOT NULL, audit BLOB NOT NULL,
    writer INTEGER NOT NULL, layout INTEGER NOT NULL, slack BLOB NOT NULL,
    rest BLOB NOT NULL)""",
    """CREATE TABLE slot (
    tag BLOB NOT NULL PRIMARY KEY, holder BLOB NOT NULL, salt BLOB NOT NULL, memory_kib INTEGER NOT NULL,
    iterations INTEGER NOT NULL, lanes INTEGER NOT NULL, personal_box BLOB NOT NULL, public BLOB NOT NULL,
    data_box BLOB NOT NULL, known BLOB NOT NULL, mark BLOB NOT NULL)""",
    "CREATE TABLE handover (epoch INTEGER PRIMARY KEY, box BLOB NOT NULL, mark BLOB NOT NULL)",
    "CREATE TABLE attempt (at INTEGER NOT NULL, up INTEGER NOT NULL, note BLOB NOT NULL)",
    "CREATE TABLE rekey (holder BLOB NOT NULL PRIMARY KEY, box BLOB NOT NULL, mark BLOB NOT NULL)",
    # Quoted as SQLite quotes the name of a table that was renamed: the layout then stays the same.
    f'CREATE TABLE "revision" {REVISION_COLUMNS}',
    REVISION_NEXT,
    *REVISION_TRIGGERS,
)

_PRAGMAS = (
    "PRAGMA page_size = 4096",  # of a new file
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS: an fsync that reaches the platter
    "PRAGMA temp_store = MEMORY",  # nothing spills into a temp folder
    "PRAGMA secure_delete = ON",  # a replaced slot leaves no trace
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
)

_READS_WHAT_IS_LEFT = "PRAGMA writable_schema = ON"
"""Has SQLite read a file that is shorter than its header says, as far as its pages go. For reading alone."""


def connect(path: Path, *, is_cut_off: bool) -> sqlite3.Connection:
    """A connection to a file that is there; whoever opens it closes it.

    Args:
        path: of the file.
        is_cut_off: whether only what is left of it is read.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",  # never makes a file by itself
        uri=True,
        timeout=0,  # patience waits better
        isolation_level=None,  # transactions begin and end where the code says so
        check_same_thread=False,  # each thread has its own; close() closes them all
    )
    # Nothing here is text; damage can make it so, and must not stop a whole read.
    connection.text_factory = _lenient
    try:
        for pragma in (*((_READS_WHAT_IS_LEFT,) if is_cut_off else ()), *_PRAGMAS):
            connection.execute(pragma).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _lenient(text: bytes) -> str:
    return text.decode(errors="replace")

"""The casebook's file: SQLite with one append-only table of revisions, and its people's slots.

Rollback journal, never WAL: SQLite before 3.51.3 can corrupt a WAL file under two writing processes.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from app.casebook import problems
from app.casebook.keys import Cost, Slot
from app.casebook.patience import patiently
from app.casebook.problems import Damaged, NoCasebook, NotSaved
from app.errors import DictamenError

FILE_NAME = "casebook.db"
FORMAT = 1
APPLICATION_ID = 0x44696374  # "Dict": what `file` and other programs know the casebook by

SCHEMA = (
    "CREATE TABLE casebook (format INTEGER NOT NULL, site BLOB NOT NULL)",
    """CREATE TABLE slot (
    tag BLOB NOT NULL PRIMARY KEY, holder BLOB NOT NULL, salt BLOB NOT NULL, memory_kib INTEGER NOT NULL,
    iterations INTEGER NOT NULL, lanes INTEGER NOT NULL,
    data_box BLOB NOT NULL, personal_box BLOB NOT NULL)""",
    """CREATE TABLE revision (
    seq INTEGER PRIMARY KEY, case_id BLOB NOT NULL, rev INTEGER NOT NULL, prev BLOB NOT NULL,
    site BLOB NOT NULL, hash BLOB NOT NULL, link BLOB NOT NULL, cover BLOB NOT NULL, body BLOB NOT NULL,
    UNIQUE (case_id, prev, site))""",
    """CREATE TRIGGER revision_is_kept BEFORE DELETE ON revision
    BEGIN SELECT RAISE(ABORT, 'revisions are kept'); END""",
    """CREATE TRIGGER revision_is_final BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'revisions are final'); END""",
)

_PRAGMAS = (
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS: an fsync that reaches the platter
    "PRAGMA temp_store = MEMORY",  # nothing spills into a temp folder
    "PRAGMA secure_delete = ON",  # a replaced slot leaves no trace
    "PRAGMA cell_size_check = ON",
    "PRAGMA trusted_schema = OFF",
)


def _lenient(text: bytes) -> str:
    return text.decode(errors="replace")


class CasebookFile:
    """One open casebook file: a connection per thread, whole reads, explained errors.

    Attributes:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._stopped: DictamenError | None = None

    @classmethod
    def create(cls, path: Path) -> "CasebookFile":
        """An empty file that only its owner may read; the schema follows in the first transaction."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            pass  # left by a set-up that was cut off, or a casebook: the first transaction will tell
        except OSError as error:
            raise DictamenError(f"{path.parent}: no casebook can be made here ({error.strerror})") from None
        return cls(path)

    @classmethod
    def open(cls, path: Path) -> "CasebookFile":
        """The casebook at ``path``.

        Raises:
            NoCasebook: there is none.
            Damaged: the file is something else, or damaged.
            DictamenError: a newer version made it, or it cannot be read.
        """
        if not path.is_file():
            raise NoCasebook(f"{path.parent}: there is no casebook here; the first person creates it")
        file = cls(path)
        try:
            file._check_format()
        except BaseException:
            file.close()
            raise
        return file

    def close(self) -> None:
        """Close the connections of all threads."""
        while self._connections:
            self._connections.pop().close()
        self._local = threading.local()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows at once: a cursor left half read would keep others from writing."""
        try:
            return patiently(lambda: self._connection().execute(sql, parameters).fetchall())
        except problems.DatabaseProblem as error:
            raise problems.while_reading(error) from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside become durable together on leaving, or none does.

        Raises:
            Busy: another process held the file for too long; nothing was written.
            NotSaved: the write failed, or an earlier one did; nothing is written until the file is reopened.
        """
        if self._stopped:
            raise self._stopped
        try:
            connection = patiently(self._connection)
            patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
            try:
                yield
                patiently(lambda: connection.execute("COMMIT"))
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
        except problems.DatabaseProblem as error:
            problem = problems.while_writing(error)
            if isinstance(problem, NotSaved):
                self._stopped = problem
            raise problem from None

    def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """One statement inside a transaction; gives the row's number where it inserts one."""
        return self._connection().execute(sql, parameters).lastrowid or 0

    def slots(self) -> list[Slot]:
        """The ways in, in no order; rows that cannot be slots are left out, so that others still get in."""
        rows = self.query(
            "SELECT tag, holder, salt, data_box, personal_box, memory_kib, iterations, lanes FROM slot"
        )
        return [
            Slot(tag, holder, salt, data_box, personal_box, Cost(*cost))
            for tag, holder, salt, data_box, personal_box, *cost in rows
            if all(isinstance(part, bytes) for part in (tag, holder, salt, data_box, personal_box))
            and all(isinstance(figure, int) for figure in cost)
        ]

    def add_slot(self, slot: Slot) -> None:
        """Keep a new way in; inside a transaction."""
        cost = slot.cost
        self.write(
            "INSERT INTO slot VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                slot.tag,
                slot.holder,
                slot.salt,
                cost.memory_kib,
                cost.iterations,
                cost.lanes,
                slot.data_box,
                slot.personal_box,
            ),
        )

    def write_schema(self, site: bytes) -> None:
        """Lay out a new casebook; inside a transaction.

        Raises:
            DictamenError: there is a casebook already.
        """
        self.refuse_if_laid_out()
        for statement in SCHEMA:
            self.write(statement)
        self.write("INSERT INTO casebook VALUES (?, ?)", (FORMAT, site))
        self.write(f"PRAGMA application_id = {APPLICATION_ID}")

    def refuse_if_laid_out(self) -> None:
        """Refuse to lay out what is there already.

        Raises:
            DictamenError: there is a casebook.
            Damaged: the file is something else.
        """
        if self._is_laid_out():
            raise DictamenError(
                f"{self.path.parent}: there is a casebook already; sign in, or choose another folder"
            )

    def _is_laid_out(self) -> bool:
        """Whether the file holds tables; not so when setting it up was cut off."""
        return bool(self.query("SELECT 1 FROM sqlite_master LIMIT 1"))

    def _check_format(self) -> None:
        if not self._is_laid_out():
            raise NoCasebook(f"{self.path.parent}: the casebook here was never finished; create it again")
        formats = self.query("SELECT format FROM casebook")
        if len(formats) != 1:
            raise Damaged("the casebook file is damaged; leave it as it is, and restore it from a backup")
        if formats[0][0] != FORMAT:
            raise DictamenError(
                "this casebook was made by another version of Dictamen; install the newest version"
            )

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._connect()
            self._connections.append(connection)
            self._local.connection = connection
        return connection

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode=rw",  # never makes a file by itself
            uri=True,
            timeout=0,  # patience waits better
            isolation_level=None,  # transactions begin and end where the code says so
            check_same_thread=False,  # each thread has its own; close() closes them all
        )
        # Nothing here is text; damage can make it so, and must not stop a whole read.
        connection.text_factory = _lenient
        try:
            for pragma in _PRAGMAS:
                connection.execute(pragma).fetchall()
        except BaseException:
            connection.close()
            raise
        return connection

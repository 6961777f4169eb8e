"""The casebook's file: SQLite with one append-only table of revisions, and its people's slots.

Rollback journal, never WAL: SQLite before 3.51.3 can corrupt a WAL file under two writing processes.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from app.casebook import problems, whole_file
from app.casebook.layout import APPLICATION_ID, FORMAT, SCHEMA, connect
from app.casebook.patience import patiently
from app.casebook.problems import CutOff, Damaged, KeyChanged, NoCasebook, NotSaved, Replaced
from app.casebook.records import Trouble, TroubleKind
from app.errors import DictamenError

FILE_NAME = "casebook.db"

_GROWING = ("INSERT INTO revision", "UPDATE revision", "PRAGMA user_version")
"""Statements that leave the small tables as they are."""


def _file_number(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one of the same name; None where it is missing."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class KeyInUse(NamedTuple):
    """By which a seat notices that the key or its person's way in was changed meanwhile.

    Attributes:
        epoch: of the data key.
        tag: of the person's slot.
        data_box: of the person's slot; replaced with every change of the key or of the person's rights.
    """

    epoch: int
    tag: bytes
    data_box: bytes


class CasebookFile:
    """One open casebook file: a connection per thread, whole reads, explained errors.

    Attributes:
        path: of the file.
        key: what the casebook was unlocked with; None until then, when nothing is compared.
        found: what was wrong with the file when it was opened, before anything was written; of a large one,
            without the pages of revisions.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.key: KeyInUse | None = None
        self.found: list[Trouble] = []
        self._has_written = False
        self._is_cut_off = False
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._stopped: DictamenError | None = None
        self._opened_as = _file_number(path)

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
            file._look_first()
            file.found = list(file.byte_troubles(at_opening=True))
            if file.found and whole_file.is_cut_off(path):
                file._stopped = CutOff()
        except BaseException:
            file.close()
            raise
        return file

    def close(self) -> None:
        """Close the connections of all threads."""
        if self._has_written and self._connections and not self._stopped:
            self._has_written = False
            with suppress(*problems.DatabaseProblem, OSError, DictamenError):  # then it stays unknown
                self._refuse_replaced()
                whole_file.note_slack(self._connections[0], self.path, whole=True)
        while self._connections:
            self._connections.pop().close()
        self._local = threading.local()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows at once: a cursor left half read would keep others from writing."""
        self._refuse_replaced()
        try:
            return patiently(lambda: self._connection().execute(sql, parameters).fetchall())
        except problems.DatabaseProblem as error:
            raise problems.while_reading(error) from None

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All queries of this thread inside see the file as it is at one moment; nobody can save meanwhile.

        Raises:
            KeyChanged: as in ``transaction``.
            Busy: another process is writing.
            Damaged: the file is so damaged that its tables are not found.
        """
        try:
            connection = patiently(self._connection)
            connection.execute("BEGIN")
            try:
                patiently(lambda: connection.execute("SELECT 1 FROM casebook").fetchall())
                self._refuse_replaced()
                self.require_key()
                yield
            finally:
                if connection.in_transaction:  # an error of the disk ends it by itself
                    connection.execute("ROLLBACK")
        except problems.DatabaseProblem as error:
            raise problems.while_reading(error) from None

    def byte_troubles(self, *, at_opening: bool = False) -> Iterator[Trouble]:
        """``byte_problems`` as findings; errors as there."""
        for words in self.byte_problems(at_opening=at_opening):
            yield Trouble(None, f"the file is damaged inside: {words}", TroubleKind.UNREADABLE)

    def byte_problems(self, *, at_opening: bool = False) -> list[str]:
        """What is wrong with the file's bytes, see ``whole_file.problems``; errors as in ``reading``."""
        try:
            with self.reading():
                return whole_file.problems(self._connection(), self.path, at_opening=at_opening)
        except OSError as error:
            raise DictamenError(f"{self.path}: cannot be read ({error.strerror})") from None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside become durable together on leaving, or none does.

        Raises:
            Busy: another process held the file for too long; nothing was written.
            KeyChanged: the casebook has another key, or the person another way in, than when it was unlocked.
            NotSaved: the write failed, or an earlier one did; nothing is written until the file is reopened.
        """
        if self._stopped:
            raise self._stopped
        try:
            connection = patiently(self._connection)
            try:
                self._begin_writing(connection)
                layout = whole_file.layout_of(connection)
                self._local.small_tables_changed = False
                yield
                to_be_noted = self._prepare_notes(connection, layout)
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
        if to_be_noted:
            with suppress(*problems.DatabaseProblem, OSError):  # it stays unknown until the next transaction
                whole_file.note_slack(connection, self.path, whole=False)

    def _begin_writing(self, connection: sqlite3.Connection) -> None:
        """Begin a transaction; the note of unused space is given up before, durably, see ``whole_file``."""
        while True:
            patiently(lambda: connection.execute("BEGIN IMMEDIATE"))
            self._refuse_replaced()  # now that the file is held, nobody replaces it any more
            self.require_key()
            self._has_written = True
            if not whole_file.is_noted(connection):
                return
            whole_file.give_up_note(connection)
            patiently(lambda: connection.execute("COMMIT"))

    def _prepare_notes(self, connection: sqlite3.Connection, layout: int) -> bool:
        """Note what the header will say; gives whether the small tables' unused space is to be noted too."""
        writer, slack = connection.execute("SELECT writer, slack FROM casebook").fetchone()
        if layout != whole_file.layout_of(connection) or writer != whole_file.WRITER:
            whole_file.note_header(connection)
        if self._local.small_tables_changed:
            slack = whole_file.UNKNOWN
            connection.execute("UPDATE casebook SET slack = ?", (slack,))
        return bool(slack == whole_file.UNKNOWN)

    def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """One statement inside a transaction; gives the row's number where it inserts one."""
        if not sql.startswith(_GROWING):
            self._local.small_tables_changed = True
        return self._connection().execute(sql, parameters).lastrowid or 0

    def connection(self) -> sqlite3.Connection:
        """This thread's connection, for what is no query: copying the whole file."""
        return patiently(self._connection)

    def require_key(self) -> None:
        """Compare the key in use with the file's; within a transaction, nothing can change it afterwards.

        Raises:
            KeyChanged: the casebook has another key, or the person another way in, than when it was unlocked.
        """
        if self.key is None or getattr(self._local, "unchecked", False):
            return
        rows = self.query(
            "SELECT epoch, (SELECT data_box FROM slot WHERE tag = ?) FROM casebook", (self.key.tag,)
        )
        if rows != [(self.key.epoch, self.key.data_box)]:
            raise KeyChanged(new_key=not rows or rows[0][0] != self.key.epoch)

    @contextmanager
    def unchecked(self) -> Iterator[None]:
        """Let this thread alone read past ``require_key``, while it changes the key itself."""
        self._local.unchecked = True
        try:
            yield
        finally:
            self._local.unchecked = False

    def epoch(self) -> int:
        """The number of the data key in use: 1 for the first.

        Raises:
            Damaged: the file does not say.
        """
        (epoch,) = self.query("SELECT epoch FROM casebook")[0]
        if not isinstance(epoch, int) or epoch < 1:
            raise Damaged("the casebook file is damaged; leave it as it is, and restore it from a backup")
        return epoch

    def write_schema(self, site: bytes, audit: bytes) -> None:
        """Lay out a new casebook; inside a transaction.

        Args:
            site: the seat's random name.
            audit: the public key to which notes are sealed while nobody is signed in.

        Raises:
            DictamenError: there is a casebook already.
        """
        self.refuse_if_laid_out()
        for statement in SCHEMA:
            self.write(statement)
        self.write(
            "INSERT INTO casebook VALUES (?, ?, 1, ?, 0, 0, ?, ?)",
            (FORMAT, site, audit, whole_file.UNKNOWN, whole_file.UNKNOWN),
        )
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

    def _look_first(self) -> None:
        """See that this is a casebook; one that was cut off is read as far as it goes, and never written."""
        try:
            self._check_format()
        except Damaged as damaged:
            self._is_cut_off = whole_file.is_cut_off(self.path)
            if not self._is_cut_off:
                raise
            self._stopped = CutOff()
            self.close()
            try:
                self._check_format()
            except DictamenError:
                raise damaged from None

    def _check_format(self) -> None:
        if not self._is_laid_out():
            raise NoCasebook(
                f"{self.path.parent}: the casebook here was never finished; create it again, or restore a "
                "backup if cases were kept in it"
            )
        formats = self.query("SELECT format FROM casebook")
        if len(formats) != 1:
            raise Damaged("the casebook file is damaged; leave it as it is, and restore it from a backup")
        if formats[0][0] != FORMAT:
            raise DictamenError(
                "this casebook was made by another version of Dictamen; install the newest version"
            )

    def _refuse_replaced(self) -> None:
        """A restored backup takes the file's name; what is still open would be read and saved in vain."""
        if self._opened_as != _file_number(self.path):
            raise Replaced

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = connect(self.path, is_cut_off=self._is_cut_off)
            self._connections.append(connection)
            self._local.connection = connection
        return connection

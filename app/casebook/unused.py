"""The pages of the file that hold nothing: kept at zero, also after a transaction was cut off.

Rolling a cut-off transaction back, SQLite restores what the file's pages held, except for pages that held
nothing: what was begun in them stays. It is sealed, and no harm; but it would look like tampering.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

from app.errors import DictamenError

if TYPE_CHECKING:
    from app.casebook.file import CasebookFile

_OVERFLOW = 4092
"""Bytes of a row that one page of 4,096 takes beside the number of the next."""

_ROW = 16_000 * _OVERFLOW
"""The largest row that is written at once: 64 MB."""


def wipe(file: "CasebookFile") -> None:
    """Fill the unused pages with zeros and let them go again; where nothing can be written, they stay."""
    with suppress(DictamenError), file.transaction():
        ((pages,),) = file.query("PRAGMA freelist_count")
        left = pages * _OVERFLOW
        rows = []
        while left > 0:
            rows.append(file.write("INSERT INTO attempt VALUES (0, zeroblob(?))", (min(left, _ROW),)))
            left -= _ROW
        for row in rows:
            file.write("DELETE FROM attempt WHERE rowid = ?", (row,))

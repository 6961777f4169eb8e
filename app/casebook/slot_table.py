"""The ways in and the handovers between keys, as they lie in a casebook's file."""

from typing import Any

from app.casebook.file import CasebookFile
from app.casebook.keys import Cost, Slot

_SLOT_TYPES = (int, int, int, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes)


def _slot(row: tuple[Any, ...]) -> tuple[Slot, bytes]:
    memory_kib, iterations, lanes, tag, holder, salt, *boxes, mark = row
    return Slot(tag, holder, salt, Cost(memory_kib, iterations, lanes), *boxes), mark


def handovers(file: CasebookFile) -> dict[int, bytes]:
    """The box of each epoch after the first, see ``keys.handover_box``."""
    return {
        epoch: box for epoch, box in file.query("SELECT epoch, box FROM handover") if isinstance(box, bytes)
    }


def slots(file: CasebookFile) -> list[Slot]:
    """The ways in, in no order; rows that cannot be slots are left out, so that others still get in."""
    return [slot for slot, _ in marked_slots(file)]


def marked_slots(file: CasebookFile) -> list[tuple[Slot, bytes]]:
    """As ``slots``, each with the mark that lies beside it."""
    rows = file.query(
        "SELECT memory_kib, iterations, lanes, tag, holder, salt, personal_box, public, data_box, known, "
        "mark FROM slot"
    )
    return [_slot(row) for row in rows if tuple(map(type, row)) == _SLOT_TYPES]


def add_slot(file: CasebookFile, slot: Slot, data_key: bytes) -> None:
    """Keep a new way in; inside a transaction."""
    cost = slot.cost
    file.write(
        "INSERT INTO slot (mark, memory_kib, iterations, lanes, tag, holder, salt, personal_box, public, "
        "data_box, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            slot.mark(data_key),
            cost.memory_kib,
            cost.iterations,
            cost.lanes,
            slot.tag,
            slot.holder,
            slot.salt,
            slot.personal_box,
            slot.public,
            slot.data_box,
            slot.known,
        ),
    )


def remove_slots(file: CasebookFile, holder: bytes) -> None:
    """Close every way in of one person; inside a transaction."""
    file.write("DELETE FROM slot WHERE holder = ?", (holder,))

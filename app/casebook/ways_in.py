"""Verification of what lies beside the chain: slots, handovers between epochs, notes of failed attempts."""

import hmac
from collections.abc import Iterator
from typing import Any

from app.casebook.file import CasebookFile
from app.casebook.problems import Damaged
from app.casebook.records import Trouble, TroubleKind
from app.casebook.register import Register
from app.casebook.sealing import Sealer
from app.casebook.slot_table import marked_slots


def troubles(file: CasebookFile, register: Register, sealer: Sealer) -> Iterator[Trouble]:
    """What is wrong with the ways into a casebook, naming the person where that is known."""
    known = register.fingerprints()
    found = {slot.fingerprint for slot, mark in marked_slots(file) if sealer.is_mark(mark, *slot.marked)}
    for fingerprint, name in known.items():
        if fingerprint not in found:
            yield Trouble(None, f"the way in of {name} was changed or is missing", TroubleKind.WAY_IN)
    ((rows,),) = file.query("SELECT count(*) FROM slot")
    if strange := rows - len(found & known.keys()):
        yield Trouble(None, f"ways in that the register does not know: {strange}", TroubleKind.WAY_IN)
    yield from _keys(file, sealer)
    yield from _attempts(file, sealer)


def _keys(file: CasebookFile, sealer: Sealer) -> Iterator[Trouble]:
    ((epoch, audit),) = file.query("SELECT epoch, audit FROM casebook")
    if not isinstance(audit, bytes) or not hmac.compare_digest(audit, sealer.audit):
        yield Trouble(None, "the key for notes of failed attempts to sign in was changed", TroubleKind.WAY_IN)
    handovers = file.query("SELECT epoch, box, mark FROM handover")
    genuine = {number for number, box, mark in handovers if _is_row(sealer, "handover", number, box, mark)}
    if len(handovers) != len(genuine) or genuine != set(range(2, epoch + 1)):
        yield Trouble(
            None, "what hands an earlier key over to the present one was changed", TroubleKind.WAY_IN
        )
    pending = file.query("SELECT ?, holder, box, mark FROM rekey", (epoch,))
    if not all(_is_pending(sealer, *row) for row in pending):
        yield Trouble(
            None, "what was begun towards a new key was changed; begin it again", TroubleKind.WAY_IN
        )


def _attempts(file: CasebookFile, sealer: Sealer) -> Iterator[Trouble]:
    for at, up, note in file.query("SELECT at, up, note FROM attempt"):
        try:
            sealer.open_note(note, attempt_binding(at, up))
        except (Damaged, TypeError, OverflowError, AttributeError):
            yield Trouble(
                None, "a note of a failed attempt to sign in was changed or is foreign", TroubleKind.WAY_IN
            )


def attempt_binding(at: int, up: int) -> bytes:
    """What the note of a failed attempt is bound to: its second, by the clock and by the computer's count."""
    return b"dictamen attempt" + at.to_bytes(8, signed=True) + up.to_bytes(8, signed=True)


def number_bytes(number: int) -> bytes:
    """An epoch's number, as it is marked."""
    return number.to_bytes(8)


def _is_row(sealer: Sealer, purpose: str, number: Any, box: Any, mark: Any) -> bool:
    if not (isinstance(number, int) and number > 0 and isinstance(box, bytes) and isinstance(mark, bytes)):
        return False
    return sealer.is_mark(mark, purpose, number_bytes(number), box)


def _is_pending(sealer: Sealer, epoch: Any, holder: Any, box: Any, mark: Any) -> bool:
    parts_are_whole = all(isinstance(part, bytes) for part in (holder, box, mark))
    return parts_are_whole and sealer.is_mark(mark, "rekey", number_bytes(epoch), holder, box)

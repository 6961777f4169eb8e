"""A new data key for the whole casebook: what somebody who left still knows opens nothing that is in it now.

Every revision is sealed anew into a second table of the same file, a batch at a time, while others go on
working. A last transaction seals what came meanwhile, puts the second table in the place of the first, and
seals the new key to each person's public key. Killed at any moment, the casebook is as before or as after it;
begun work is taken up again, or undone.

A revision keeps its number and gets another hash and link; its cover keeps the links that it had, so that a
witness on an old letter still verifies. An emptied revision has no cover; its hash stays, its earlier links
do not.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag

from app.casebook.attempts import NOBODY, Attempts
from app.casebook.boxes import KEY_BYTES, seal_to, unseal_from
from app.casebook.events import Events
from app.casebook.file import CasebookFile
from app.casebook.keys import OpenedSlot, handover_box
from app.casebook.ledger import Ledger
from app.casebook.problems import Damaged, NotAllowed
from app.casebook.purge import keep_journal, wipe_journal
from app.casebook.register import Register
from app.casebook.rekeying import Resealer, append, check, discard, exchange_tables, tip_of_next
from app.casebook.sealing import Sealer
from app.casebook.slot_table import add_slot, handovers, remove_slots, slots
from app.casebook.staff import Staff
from app.casebook.ways_in import number_bytes

BATCH = 500
"""Revisions per transaction: a tenth of a second in which others wait to save."""

Progress = Callable[[int, int], None]
"""Told how many revisions are sealed anew, and how many there are. What it raises stops the work."""


class Cancelled(Exception):  # no error: a person's wish
    """Raised by a ``Progress`` to have the work undone."""


@dataclass(frozen=True)
class Begun:
    """Work towards a new key that was begun and not finished.

    Attributes:
        done: revisions that are sealed anew.
        total: revisions that there are.
    """

    done: int
    total: int


class Rekey:
    """Gives a casebook a new data key, for a person who administers it."""

    def __init__(self, file: CasebookFile, ledger: Ledger, sealer: Sealer, staff: Staff) -> None:
        self._file = file
        self._ledger = ledger
        self._sealer = sealer
        self._staff = staff

    def begun(self) -> Begun | None:
        """What was begun, by anybody; None where nothing was."""
        if not self._file.query("SELECT 1 FROM rekey LIMIT 1"):
            return None
        return Begun(tip_of_next(self._file)[0], self._ledger.newest_seq())

    def run(self, progress: Progress = lambda _done, _total: None, batch: int = BATCH) -> int:
        """Give the casebook a new data key; what was begun is finished. Everybody signs in again afterwards.

        Args:
            progress: told how far it is; may raise ``Cancelled``, and everything is as it was.
            batch: revisions per transaction.

        Returns:
            How many revisions were sealed anew.

        Raises:
            Cancelled: by ``progress``; nothing was changed.
            NotAllowed: the person who unlocked the casebook does not administer it.
            NotSaved, Busy: it was not finished; what was begun can be finished or undone.
            Damaged: a revision cannot be read, so that it cannot be sealed anew; nothing was changed.
            KeyChanged: somebody else finished it first.
        """
        self._staff.require_administrator()
        try:
            resealer = self._resealer()
            self._copy(resealer, progress, batch)
            check(self._file, resealer.after)
            return self._swap(resealer)
        except (Cancelled, Damaged):
            self.undo()
            raise

    def undo(self) -> None:
        """Give up what was begun; the casebook is as it was.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
        """
        self._staff.require_administrator()
        with self._file.transaction():
            discard(self._file)

    def _resealer(self) -> Resealer:
        opened = self._staff.opened
        with self._file.transaction():
            data_key = self._key_begun(opened)
            if data_key is None:
                discard(self._file)
                data_key = os.urandom(KEY_BYTES)
                self._keep_key(data_key, opened.epoch + 1)
        return Resealer(self._file, self._sealer, Sealer(data_key), data_key)

    def _key_begun(self, opened: OpenedSlot) -> bytes | None:
        """The new key, where this person was an administrator when it was begun."""
        for holder, box in self._file.query("SELECT holder, box FROM rekey"):
            if holder == opened.slot.holder:
                try:
                    return unseal_from(opened.personal_key, box, _bound(opened.epoch + 1, holder))
                except (InvalidTag, ValueError, TypeError):
                    return None
        return None

    def _keep_key(self, data_key: bytes, epoch: int) -> None:
        """Seal the new key to every administrator, so that each of them can finish; to nobody else yet."""
        administrators = {m.holder for m in self._staff.register.members() if m.person.administers}
        for slot in slots(self._file):
            if slot.holder.hex() in administrators:
                box = seal_to(slot.public, data_key, _bound(epoch, slot.holder))
                mark = self._sealer.mark("rekey", number_bytes(epoch - 1), slot.holder, box)
                self._file.write("INSERT INTO rekey VALUES (?, ?, ?)", (slot.holder, box, mark))

    def _copy(self, resealer: Resealer, progress: Progress, batch: int) -> None:
        """Seal anew until less than a batch is left."""
        while True:
            done, link = tip_of_next(self._file)
            page = self._ledger.page(done, batch)
            progress(done, self._ledger.newest_seq())
            if len(page) < batch:
                return
            sealed = list(resealer.sealed(page, link))  # before the transaction: others wait for that alone
            with self._file.transaction():
                self._require_begun(resealer)
                if tip_of_next(self._file) == (done, link):  # nobody else took up the same work
                    append(self._file, sealed)

    def _swap(self, resealer: Resealer) -> int:
        keep_journal(self._file)  # it holds what is sealed under the former key, and is wiped afterwards
        try:
            with self._file.transaction(), self._file.unchecked():
                self._require_begun(resealer)
                self._take_in_attempts()
                revisions = self._copy_rest(resealer)
                exchange_tables(self._file)
                self._seal_to_everybody(resealer)
            return revisions
        finally:
            wipe_journal(self._file)

    def _take_in_attempts(self) -> None:
        """They are sealed to a key that goes."""
        staff = self._staff
        attempts = Attempts(self._file, staff.clock)
        if attempts.are_there():
            attempts.take_in(Events(self._file, self._ledger, NOBODY, staff.clock), self._sealer)

    def _copy_rest(self, resealer: Resealer) -> int:
        while page := self._ledger.page(tip_of_next(self._file)[0], BATCH):
            append(self._file, resealer.sealed(page, tip_of_next(self._file)[1]))
        return tip_of_next(self._file)[0]

    def _seal_to_everybody(self, resealer: Resealer) -> None:
        staff, mine = self._staff, self._staff.opened
        epoch, data_key = mine.epoch + 1, resealer.data_key
        register = Register(Ledger(self._file, resealer.after, staff.clock))
        known = register.fingerprints()
        fresh: dict[str, str] = {}
        for slot in slots(self._file):
            if slot.fingerprint in known:  # anything else was smuggled in
                new = slot.with_data_key(data_key, epoch)
                if slot.holder == mine.slot.holder:
                    new = new.knowing(mine.personal_key, data_key, epoch)
                fresh[slot.fingerprint] = new.fingerprint
                remove_slots(self._file, slot.holder)
                add_slot(self._file, new, data_key)
        self._hand_over(resealer, epoch)
        self._file.write("UPDATE casebook SET epoch = ?, audit = ?", (epoch, resealer.after.audit))
        self._file.write("DELETE FROM rekey")
        register.reseal(fresh, staff.person.name, "data key replaced")

    def _hand_over(self, resealer: Resealer, epoch: int) -> None:
        boxes = {
            **handovers(self._file),
            epoch: handover_box(self._staff.opened.data_key, resealer.data_key, epoch),
        }
        self._file.write("DELETE FROM handover")
        for number, box in boxes.items():
            mark = resealer.after.mark("handover", number_bytes(number), box)
            self._file.write("INSERT INTO handover VALUES (?, ?, ?)", (number, box, mark))

    def _require_begun(self, resealer: Resealer) -> None:
        """Inside a transaction: what this work builds on is still there."""
        if self._key_begun(self._staff.opened) != resealer.data_key:
            raise NotAllowed(
                "the new key was given up meanwhile, by somebody else or by a purge; begin again"
            )


def _bound(epoch: int, holder: bytes) -> bytes:
    return b"dictamen rekey" + number_bytes(epoch) + holder

"""The recovery key: for the day on which the only administrator forgets the passphrase.

It is printed once and kept in a safe. It opens nothing but the page that gives an administrator a new
passphrase.
"""

import re
import secrets
from datetime import UTC
from hashlib import sha256
from pathlib import Path

from app.casebook.attempts import Attempts
from app.casebook.events import Events
from app.casebook.file import CasebookFile
from app.casebook.keys import OpenedSlot
from app.casebook.ledger import Clock, Ledger
from app.casebook.opening import Closable, unlocked
from app.casebook.problems import Damaged, NotAllowed, NotLetIn
from app.casebook.register import RecoveryEntry, Register
from app.casebook.sealing import Sealer
from app.casebook.slot_table import add_slot, remove_slots, slots
from app.casebook.staff import Staff, key_in_use, new_slot_beside, reset
from app.errors import InvalidInput

ACTOR = "(recovery key)"
"""Who acted, in the trail, when the recovery key was used."""

_NAME = "\0recovery key"
"""Stands for a name at its slot; no person can have it."""

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not mistaken for one another when they are read out."""

_GROUP = 4
_RANDOM = 28
"""Random characters: 137 bits, beyond any guessing."""

_CHECK = 4
"""Characters that follow from the others: of 810,000 mistyped keys, one passes."""


def new_code() -> str:
    """A new key, in eight groups of four letters and digits."""
    drawn = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    whole = drawn + _check_of(drawn)
    return "-".join(whole[start : start + _GROUP] for start in range(0, len(whole), _GROUP))


def read_code(typed: str) -> str:
    """The key as it was made; spaces, hyphens and small letters do not matter.

    Raises:
        InvalidInput: it is not as printed; what was typed is not repeated.
    """
    plain = re.sub(r"[\s\-\u2010-\u2015]", "", typed).upper()
    groups = (_RANDOM + _CHECK) // _GROUP
    if any(character not in _ALPHABET for character in plain):
        raise InvalidInput(
            "recovery_key", "must consist of letters and digits as printed; 0, 1, I, L, O are none"
        )
    if len(plain) != _RANDOM + _CHECK:
        raise InvalidInput(
            "recovery_key", f"must be {groups} groups of {_GROUP} letters and digits; {len(plain)} were typed"
        )
    if _check_of(plain[:_RANDOM]) != plain[_RANDOM:]:
        raise InvalidInput("recovery_key", "was mistyped somewhere: its last group does not fit the others")
    return plain


def _check_of(drawn: str) -> str:
    number, check = int.from_bytes(sha256(drawn.encode()).digest()), ""
    for _ in range(_CHECK):
        number, place = divmod(number, len(_ALPHABET))
        check += _ALPHABET[place]
    return check


class Recovery:
    """The recovery key, as an administrator makes and revokes it."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff

    def entry(self) -> RecoveryEntry | None:
        """Who made it and when; None where there is none."""
        return self._staff.register.recovery()

    def make(self) -> str:
        """A new recovery key, to be printed now: it cannot be shown again. The one before opens nothing more.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
        """
        staff = self._staff
        staff.require_administrator()
        code = new_code()
        opened = new_slot_beside(staff.opened, _NAME, read_code(code), None)
        now = staff.clock().astimezone(UTC)
        entry = RecoveryEntry(opened.slot.fingerprint, staff.person.name, now)
        with staff.file.transaction():
            before = self.entry()
            action = "recovery key replaced" if before else "recovery key made"
            staff.register.set_recovery(entry, staff.person.name, action)
            self._remove(before)
            add_slot(staff.file, opened.slot, staff.opened.data_key)
        return code

    def revoke(self) -> None:
        """Let the recovery key open nothing more.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it, or there is none.
        """
        staff = self._staff
        staff.require_administrator()
        with staff.file.transaction():
            before = self.entry()
            if before is None:
                raise NotAllowed("there is no recovery key")
            staff.register.set_recovery(None, staff.person.name, "recovery key revoked")
            self._remove(before)

    def _remove(self, entry: RecoveryEntry | None) -> None:
        for slot in slots(self._staff.file):
            if entry is not None and slot.fingerprint == entry.slot:
                remove_slots(self._staff.file, slot.holder)


class RecoveryDoor(Closable):
    """A casebook opened with its recovery key: an administrator gets a new passphrase, and nothing else."""

    def __init__(self, file: CasebookFile, opened: OpenedSlot, clock: Clock) -> None:
        """For ``open``."""
        super().__init__(file)
        self.file = file
        self.opened = opened
        self.clock = clock
        self._sealer = Sealer(opened.data_key)
        self._ledger = Ledger(file, self._sealer, clock)
        self.register = Register(self._ledger)
        file.key = key_in_use(opened)
        entry = self.register.recovery()
        if entry is None or entry.slot != opened.slot.fingerprint:
            raise Damaged(
                "the register knows nothing of this recovery key; restore the casebook from a backup"
            )

    @classmethod
    def open(cls, home: Path, typed: str, clock: Clock) -> "RecoveryDoor":
        """Open the casebook in a folder with its recovery key.

        Raises:
            InvalidInput: the key is mistyped.
            NotLetIn: it is not the key of this casebook, or not any more.
            TooSoon: after failed attempts.
            NoCasebook, Damaged: as in ``Casebook.unlock``.
        """
        code = read_code(typed)
        try:
            with unlocked(home, _NAME, code, clock, "recovery key") as (file, opened, _):
                return cls(file, opened, clock)
        except NotLetIn:
            raise NotLetIn(
                "this recovery key does not open the casebook: it was replaced or revoked, or belongs to "
                "another casebook"
            ) from None

    def administrators(self) -> list[str]:
        """The names of those who administer the casebook."""
        return [member.person.name for member in self.register.members() if member.person.administers]

    def set_passphrase(self, name: str, passphrase: str) -> None:
        """Give an administrator a new passphrase, key and signing identity; recorded as done by the key.

        Raises:
            InvalidInput: no administrator has the name, or the passphrase cannot be used.
        """
        member = self.register.named(name)
        if not member.person.administers:
            raise InvalidInput("name", f"must be an administrator's: {', '.join(self.administrators())}")
        reset(self, member, passphrase, ACTOR, "passphrase set with the recovery key")
        attempts = Attempts(self.file, self.clock)
        if attempts.are_there():
            with self.file.transaction():
                attempts.take_in(Events(self.file, self._ledger, ACTOR, self.clock), self._sealer)

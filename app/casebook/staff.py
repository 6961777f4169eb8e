"""The people of a casebook: letting in, renaming, new roles and passphrases, leaving.

Every change is one transaction, and one revision of the sealed register with who did it, what, and to whom.
Who changes their own way in proves it with their passphrase. What an administrator changes about another
person ends that person's open sittings: they sign in again.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from app import passphrases
from app.casebook.attempts import Attempts
from app.casebook.file import CasebookFile, KeyInUse
from app.casebook.keys import OpenedSlot, Personal, Slot, new_slot, open_slot
from app.casebook.ledger import Clock
from app.casebook.problems import NotAllowed, NotLetIn
from app.casebook.register import Member, Register
from app.casebook.rekeying import discard
from app.casebook.slot_table import add_slot, handovers, remove_slots, slots
from app.errors import InvalidInput
from app.people import Person, Role, same_name


def open_way_in(file: CasebookFile, name: str, passphrase: str) -> OpenedSlot:
    """The slot of a name and passphrase; errors as in ``open_slot``."""
    with file.reading():  # a new key changes all three
        ways, epoch, boxes = slots(file), file.epoch(), handovers(file)
    return open_slot(name, passphrase, ways, epoch, boxes)


def key_in_use(opened: OpenedSlot) -> KeyInUse:
    """What the file compares before each write."""
    return KeyInUse(opened.epoch, opened.slot.tag, opened.slot.data_box)


class Seat(Protocol):
    """Who sits at a casebook, and the parts of it that a change of people needs."""

    file: CasebookFile
    register: Register
    opened: OpenedSlot
    clock: Clock


class Staff:
    """The people, as one of them may change them.

    Attributes:
        person: who unlocked the casebook.
        opened: that person's way in, as it is now.
    """

    def __init__(
        self, file: CasebookFile, register: Register, opened: OpenedSlot, person: Person, clock: Clock
    ) -> None:
        self.file = file
        self.register = register
        self.opened = opened
        self.person = person
        self.clock = clock

    def everybody(self) -> list[Member]:
        """Everybody who is or was let in, in the order of coming."""
        return self.register.everybody()

    def open_own(self, passphrase: str, undone: str = "nothing was changed") -> OpenedSlot:
        """The way in of the person who unlocked the casebook, for their passphrase.

        Args:
            passphrase: theirs.
            undone: said where it is not.

        Raises:
            NotLetIn: the passphrase is not theirs.
            TooSoon: after failed attempts.
        """
        attempts = Attempts(self.file, self.clock)
        attempts.require_turn()
        try:
            return open_way_in(self.file, self.person.name, passphrase)
        except NotLetIn:
            attempts.note("signature")
            raise NotLetIn(f"this is not your passphrase; {undone}, try again") from None

    def add(self, person: Person, passphrase: str) -> None:
        """Let somebody in, with a new signing identity.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
            InvalidInput: the name is or was somebody's or does not fit a certificate, or the passphrase is
                too short or trivially guessed.
        """
        self.require_administrator()
        self.register.refuse_taken(person.name)
        passphrases.check_new(passphrase, person)
        opened = self._new_slot(person.name, passphrase, None)
        member = Member.new(person, opened)
        with self.file.transaction():
            self.register.admit(member, self.person.name)
            add_slot(self.file, opened.slot, self.opened.data_key)

    def change_passphrase(self, old: str, new: str) -> None:
        """Give the person who unlocked the casebook another passphrase; everything else of theirs stays.

        Raises:
            NotLetIn: the old passphrase is not theirs.
            InvalidInput: the new one is the old one, too short or trivially guessed.
        """
        mine = self.open_own(old)
        if old == new:
            raise InvalidInput("passphrase", "must be another than before")
        passphrases.check_new(new, self.person)
        opened = self._new_slot(self.person.name, new, mine)
        self._replace_own(opened, self.person, "passphrase changed")
        self.opened = opened
        self.file.key = key_in_use(opened)

    def rename(self, name: str, passphrase: str) -> None:
        """Give the person who unlocked the casebook another name, with a new signing identity.

        Their way in changes with it: this sitting ends, and they sign in under the new name.

        Raises:
            NotLetIn: the passphrase is not theirs.
            InvalidInput: the name is or was somebody else's, or does not fit a certificate.
        """
        mine = self.open_own(passphrase)
        person = replace(self.person, name=name)
        if person.name == self.person.name:
            raise InvalidInput("name", "must be another than before")
        self._replace_own(self._new_slot(person.name, passphrase, mine), person, "name changed")

    def reset(self, name: str, passphrase: str, new_name: str | None = None) -> None:
        """Give somebody who forgot theirs a new passphrase, and with it a new key and signing identity.

        What only the former key opened, their former signing identity, is gone for ever.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it, or means themselves.
            InvalidInput: nobody has the name, or the new name or passphrase cannot be used.
        """
        self.require_administrator()
        if same_name(name, self.person.name):
            raise NotAllowed("your own passphrase is changed with the old one, not reset")
        member = self.register.named(name)
        reset(self, member, passphrase, self.person.name, "passphrase reset", new_name=new_name)

    def set_role(self, name: str, role: Role, *, administers: bool | None = None) -> None:
        """Give somebody another role; they sign in again, and their signing identity is made anew then.

        Args:
            name: whose.
            role: the new one.
            administers: beside the role; None leaves that as it is. Administrators always do.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
            InvalidInput: nobody has the name, or nobody would administer the casebook any more.
        """
        self.require_administrator()
        before = self.register.named(name)
        keeps = before.person.administers and before.person.role is not Role.ADMINISTRATOR
        person = replace(before.person, role=role, administers=keeps if administers is None else administers)
        if person == before.person:
            raise InvalidInput("role", "must be another than before")
        if not person.administers:
            self._require_another_administrator(before)
        slot = self._slot_of(before)
        fresh = slot.with_data_key(self.opened.data_key, self.opened.epoch)
        after = replace(before, person=person, slot=fresh.fingerprint)
        if person.role is not before.person.role:
            after = after.without_identity(self._now())
        self._exchange(before, after, fresh, "role changed")

    def retire(self, name: str) -> None:
        """Close somebody's way in; the entry and what they signed stay.

        They may still know the data key: give the casebook a new one where that matters.

        Raises:
            NotAllowed: the person who unlocked the casebook does not administer it.
            InvalidInput: nobody has the name, or nobody would administer the casebook any more.
        """
        self.require_administrator()
        before = self.register.named(name)
        self._require_another_administrator(before)
        now = self._now()
        after = replace(before, slot="", retired=now).without_identity(now)
        self._exchange(before, after, None, "person retired")

    def require_administrator(self) -> None:
        """Refuse who does not administer the casebook.

        Raises:
            NotAllowed: the person who unlocked it does not.
        """
        if not self.person.administers:
            raise NotAllowed("only a person who administers the casebook may do this; ask one of them")

    def settle_in(self) -> None:
        """What is due when the person has signed in: remember a new data key, make a signing identity anew.

        Inside a transaction of the file.
        """
        mine = self.opened
        member = self.register.holder_of(mine.slot)
        if not member.certificate:
            after = member.with_identity(mine.personal_key)
            self.register.change(member, after, self.person.name, "signing identity made")
        if mine.slot.knows(mine.personal_key)[0] != mine.epoch:
            slot = mine.slot.knowing(mine.personal_key, mine.data_key, mine.epoch)
            remove_slots(self.file, slot.holder)
            add_slot(self.file, slot, mine.data_key)
            self.opened = replace(mine, slot=slot)

    def has_to_settle_in(self) -> bool:
        """Whether ``settle_in`` has anything to do."""
        mine = self.opened
        knows_another = mine.slot.knows(mine.personal_key)[0] != mine.epoch
        return knows_another or not self.register.holder_of(mine.slot).certificate

    def _replace_own(self, opened: OpenedSlot, person: Person, action: str) -> None:
        before = self.register.holder_of(self.opened.slot)
        self.register.refuse_taken(person.name, besides=before)
        after = replace(before, person=person, slot=opened.slot.fingerprint)
        if person.name != before.person.name:
            after = after.without_identity(self._now()).with_identity(opened.personal_key)
            after = replace(after, names=(*before.names, before.person.name))
        self._exchange(before, after, opened.slot, action)

    def _exchange(self, before: Member, after: Member, slot: Slot | None, action: str) -> None:
        exchange(self, before, after, slot, self.person.name, action)

    def _new_slot(self, name: str, passphrase: str, of: OpenedSlot | None) -> OpenedSlot:
        personal = Personal(of.slot.holder, of.personal_key) if of else None
        return new_slot_beside(self.opened, name, passphrase, personal)

    def _slot_of(self, member: Member) -> Slot:
        for slot in slots(self.file):
            if slot.holder.hex() == member.holder and slot.fingerprint == member.slot:
                return slot
        raise InvalidInput("name", "belongs to a way in that is damaged; reset the person's passphrase")

    def _require_another_administrator(self, leaving: Member) -> None:
        others = (member for member in self.register.members() if member.holder != leaving.holder)
        if not any(member.person.administers for member in others):
            raise InvalidInput(
                "name", "belongs to the last person who administers the casebook; name another first"
            )

    def _now(self) -> datetime:
        return self.clock().astimezone(UTC)


def new_slot_beside(opened: OpenedSlot, name: str, passphrase: str, personal: Personal | None) -> OpenedSlot:
    """A slot under the salt and cost of another one, for the same data key."""
    mine = opened.slot
    return new_slot(
        name, passphrase, opened.data_key, mine.salt, mine.cost, epoch=opened.epoch, personal=personal
    )


def exchange(  # noqa: PLR0913  # what, by whom, and in which words
    seat: Seat, before: Member, after: Member, slot: Slot | None, actor: str, action: str
) -> None:
    """Put an entry and a slot in the place of a person's former ones, in one transaction."""
    with seat.file.transaction():
        seat.register.change(before, after, actor, action)
        remove_slots(seat.file, bytes.fromhex(before.holder))
        if slot is not None:
            add_slot(seat.file, slot, seat.opened.data_key)
        if slot is None or after.holder != before.holder or not after.person.administers:
            _give_up_key_known_to(seat.file, bytes.fromhex(before.holder))


def _give_up_key_known_to(file: CasebookFile, holder: bytes) -> None:
    """A new key that was begun is sealed to every administrator; who is one no more must not know it."""
    if file.query("SELECT 1 FROM rekey WHERE holder = ?", (holder,)):
        discard(file)


def reset(  # noqa: PLR0913  # whose, by whom, and in which words
    seat: Seat, member: Member, passphrase: str, actor: str, action: str, *, new_name: str | None = None
) -> None:
    """Give a person a new passphrase, key and signing identity; errors as in ``Staff.reset``."""
    person = replace(member.person, name=new_name) if new_name else member.person
    seat.register.refuse_taken(person.name, besides=member)
    passphrases.check_new(passphrase, person)
    opened = new_slot_beside(seat.opened, person.name, passphrase, None)
    names = member.names if person.name == member.person.name else (*member.names, member.person.name)
    after = replace(
        member.without_identity(seat.clock().astimezone(UTC)),
        person=person,
        holder=opened.slot.holder.hex(),
        slot=opened.slot.fingerprint,
        names=names,
    ).with_identity(opened.personal_key)
    exchange(seat, member, after, opened.slot, actor, action)

"""The sealed register: who is let in, with their certificates and identities, and the trusted signers."""

import base64
from dataclasses import dataclass
from typing import Any

from cryptography import x509

from app.casebook.keys import OpenedSlot, Slot
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import Damaged
from app.casebook.records import Document, Scalar
from app.errors import InvalidInput
from app.identity import certificate_pem, generate, to_pkcs12
from app.people import Person, Role, same_name

PEOPLE = "people"
TRUST = "trust"

_ROUNDS = 1
"""PBKDF2 rounds for an identity in the casebook: its passphrase is a random 256-bit key, nothing to guess."""


@dataclass(frozen=True)
class Member:
    """One person's entry.

    Attributes:
        person: who it is.
        holder: names the person's slot, hexadecimal.
        slot: the slot's fingerprint, so that an exchanged slot is noticed.
        certificate: PEM.
        identity: PKCS#12 under the person's own key.
    """

    person: Person
    holder: str
    slot: str
    certificate: str
    identity: bytes

    @classmethod
    def new(cls, person: Person, opened: OpenedSlot) -> "Member":
        """An entry with a new signing identity.

        Raises:
            InvalidInput: the name or license does not fit a certificate.
        """
        identity = generate(person)
        return cls(
            person=person,
            holder=opened.slot.holder.hex(),
            slot=opened.slot.fingerprint,
            certificate=certificate_pem(identity),
            identity=to_pkcs12(identity, opened.personal_key.hex(), rounds=_ROUNDS),
        )

    def to_json(self) -> dict[str, Any]:
        """The entry as the register's document holds it."""
        return {
            "name": self.person.name,
            "role": self.person.role.value,
            "license": self.person.license,
            "administers": self.person.administers,
            "holder": self.holder,
            "slot": self.slot,
            "certificate": self.certificate,
            "identity": base64.b64encode(self.identity).decode("ascii"),
        }

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> "Member":
        """The entry of ``to_json``."""
        person = Person(entry["name"], Role(entry["role"]), entry["license"], entry["administers"])
        identity = base64.b64decode(entry["identity"])
        return cls(person, entry["holder"], entry["slot"], entry["certificate"], identity)


class Register:
    """Reads and changes the register; changes happen inside a transaction of the file."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def members(self) -> list[Member]:
        """Everybody who is let in, in the order of coming."""
        return [Member.from_json(entry) for entry in self._entries(PEOPLE)]

    def holder_of(self, slot: Slot) -> Member:
        """The entry that a slot belongs to.

        Raises:
            Damaged: there is none, or it speaks of another slot.
        """
        for member in self.members():
            if member.holder == slot.holder.hex() and member.slot == slot.fingerprint:
                return member
        raise Damaged("the register knows nothing of this way in; restore the casebook from a backup")

    def admit(self, member: Member, actor: str) -> None:
        """Append a person.

        Raises:
            InvalidInput: somebody of that name is let in already.
        """
        if any(same_name(member.person.name, known.person.name) for known in self.members()):
            raise InvalidInput("name", "belongs to somebody who is let in already; choose another")
        self._append(PEOPLE, member.to_json(), actor, "person added")

    def trusted(self) -> list[str]:
        """The certificates (PEM) whose signatures count: the people's own, then those entered by hand."""
        own = [member.certificate for member in self.members()]
        return list(dict.fromkeys([*own, *(entry["certificate"] for entry in self._entries(TRUST))]))

    def trust(self, pem: str, actor: str) -> None:
        """Append a certificate; one that is trusted already is left alone.

        Raises:
            InvalidInput: it is no certificate in PEM.
        """
        try:
            certificate = x509.load_pem_x509_certificate(pem.encode())
        except ValueError:
            raise InvalidInput("certificate", "must be one X.509 certificate in PEM") from None
        known = (x509.load_pem_x509_certificate(trusted.encode()) for trusted in self.trusted())
        if certificate not in known:
            self._append(TRUST, {"certificate": pem}, actor, "signer trusted")

    def _entries(self, name: str) -> list[dict[str, Any]]:
        head = self._ledger.head(name, OWN)
        return list(head.document["entries"]) if head else []

    def _append(self, name: str, entry: dict[str, Any], actor: str, action: str) -> None:
        document: Document = {"kind": name, "entries": [*self._entries(name), entry]}
        columns: dict[str, Scalar] = {"kind": name}
        self._ledger.append(Entry(name, document, columns, actor, action, expected=None, space=OWN))

"""The sealed register: the people with their certificates and identities, and the trusted signers."""

import base64
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from cryptography import x509

from app.casebook.keys import OpenedSlot, Slot
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import Damaged
from app.casebook.records import Document, Scalar
from app.errors import InvalidInput
from app.identity import SigningIdentity, certificate_pem, generate, to_pkcs12
from app.people import Person, Role, same_name
from app.signers import TrustedSigner

PEOPLE = "people"
TRUST = "trust"

PERSON = "person"
"""The cover's column that names the person whom a revision of the register concerns."""

_ROUNDS = 1
"""PBKDF2 rounds for an identity in the casebook: its passphrase is a random 256-bit key, nothing to guess."""


@dataclass(frozen=True)
class Former:
    """A certificate that a person signed with before.

    Attributes:
        certificate: PEM.
        until: when it was withdrawn, in UTC.
    """

    certificate: str
    until: datetime


@dataclass(frozen=True)
class Member:
    """One person's entry.

    Attributes:
        person: who it is.
        holder: names the person's slot, hexadecimal.
        slot: the slot's fingerprint, so that an exchanged slot is noticed; empty for who has left.
        certificate: PEM; empty until the person signs in, where name or role were changed without them.
        identity: PKCS#12 under the person's own key; empty as the certificate.
        retired: when the person left, in UTC; None for who is let in.
        names: that the person had before; nobody else may take them.
        former: certificates that the person signed with before.
    """

    person: Person
    holder: str
    slot: str
    certificate: str = ""
    identity: bytes = b""
    retired: datetime | None = None
    names: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()

    @classmethod
    def new(cls, person: Person, opened: OpenedSlot) -> "Member":
        """An entry with a new signing identity.

        Raises:
            InvalidInput: the name or license does not fit a certificate.
        """
        holder, slot = opened.slot.holder.hex(), opened.slot.fingerprint
        return cls(person, holder, slot).with_identity(opened.personal_key)

    def with_identity(self, personal_key: bytes, given: SigningIdentity | None = None) -> "Member":
        """The entry with a signing identity: the given one, or a new one for the person as they are now.

        Raises:
            InvalidInput: the name or license does not fit a certificate.
        """
        identity = given or generate(self.person)
        sealed = to_pkcs12(identity, personal_key.hex(), rounds=_ROUNDS)
        return replace(self, certificate=certificate_pem(identity), identity=sealed)

    def without_identity(self, now: datetime) -> "Member":
        """The entry after the certificate was withdrawn; signatures from before still count."""
        if not self.certificate:
            return self
        return replace(
            self, certificate="", identity=b"", former=(*self.former, Former(self.certificate, now))
        )

    def goes_by(self, name: str) -> bool:
        """Whether the person has or had this name."""
        return any(same_name(name, known) for known in (self.person.name, *self.names))

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
            "retired": self.retired.isoformat() if self.retired else None,
            "names": list(self.names),
            "former": [[old.certificate, old.until.isoformat()] for old in self.former],
        }

    @classmethod
    def from_json(cls, entry: dict[str, Any]) -> "Member":
        """The entry of ``to_json``."""
        return cls(
            person=Person(entry["name"], Role(entry["role"]), entry["license"], entry["administers"]),
            holder=entry["holder"],
            slot=entry["slot"],
            certificate=entry["certificate"],
            identity=base64.b64decode(entry["identity"]),
            retired=datetime.fromisoformat(entry["retired"]) if entry["retired"] else None,
            names=tuple(entry["names"]),
            former=tuple(Former(pem, datetime.fromisoformat(until)) for pem, until in entry["former"]),
        )


@dataclass(frozen=True)
class RecoveryEntry:
    """The recovery key's entry.

    Attributes:
        slot: its slot's fingerprint.
        made_by: who made it, at ``made_at`` (UTC).
    """

    slot: str
    made_by: str
    made_at: datetime


class Register:
    """Reads and changes the register; changes happen inside a transaction of the file."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def members(self) -> list[Member]:
        """Everybody who is let in, in the order of coming."""
        return [member for member in self.everybody() if member.retired is None]

    def everybody(self) -> list[Member]:
        """As ``members``, with those who have left."""
        return [Member.from_json(entry) for entry in self._document(PEOPLE)["entries"]]

    def holder_of(self, slot: Slot) -> Member:
        """The entry that a slot belongs to.

        Raises:
            Damaged: there is none, or it speaks of another slot.
        """
        for member in self.members():
            if member.holder == slot.holder.hex() and member.slot == slot.fingerprint:
                return member
        raise Damaged("the register knows nothing of this way in; restore the casebook from a backup")

    def named(self, name: str) -> Member:
        """Who is let in under that name.

        Raises:
            InvalidInput: nobody is.
        """
        for member in self.members():
            if same_name(member.person.name, name):
                return member
        raise InvalidInput(
            "name", "must be that of somebody who is let in; 'dictamen people list' names them"
        )

    def recovery(self) -> RecoveryEntry | None:
        """The recovery key's entry; None where none was made."""
        entry = self._document(PEOPLE).get("recovery")
        return entry and RecoveryEntry(
            entry["slot"], entry["made_by"], datetime.fromisoformat(entry["made_at"])
        )

    def fingerprints(self) -> dict[str, str]:
        """Whose slot each known fingerprint is; the recovery key's as such."""
        known = {member.slot: member.person.name for member in self.members()}
        recovery = self.recovery()
        return known | ({recovery.slot: "the recovery key"} if recovery else {})

    def refuse_taken(self, name: str, besides: Member | None = None) -> None:
        """Refuse a name that belongs or belonged to somebody else.

        Raises:
            InvalidInput: it does.
        """
        for known in self.everybody():
            if known.goes_by(name) and (besides is None or known.holder != besides.holder):
                who = "somebody who was let in before" if known.retired else "somebody who is let in already"
                raise InvalidInput("name", f"belongs to {who}; choose another")

    def admit(self, member: Member, actor: str) -> None:
        """Append a person.

        Raises:
            InvalidInput: somebody of that name is let in, or was.
        """
        self.refuse_taken(member.person.name)
        document = self._document(PEOPLE)
        entries = [*document["entries"], member.to_json()]
        self._save({**document, "entries": entries}, actor, "person added", member.person.name)

    def change(self, before: Member, after: Member, actor: str, action: str) -> None:
        """Put an entry in the place of another one.

        Raises:
            InvalidInput: the entry was changed or withdrawn meanwhile.
        """
        document = self._document(PEOPLE)
        if before.to_json() not in document["entries"]:
            raise InvalidInput("name", "belongs to an entry that was changed meanwhile; look again")
        entries = [after.to_json() if entry == before.to_json() else entry for entry in document["entries"]]
        self._save({**document, "entries": entries}, actor, action, after.person.name)

    def reseal(self, slots: dict[str, str], actor: str, action: str) -> None:
        """Enter the new fingerprints of all slots, by the former ones."""
        document = self._document(PEOPLE)
        entries = [
            {**entry, "slot": slots.get(entry["slot"], entry["slot"])} for entry in document["entries"]
        ]
        recovery = document.get("recovery")
        if recovery:
            recovery = {**recovery, "slot": slots.get(recovery["slot"], recovery["slot"])}
        self._save({**document, "entries": entries, "recovery": recovery}, actor, action, "")

    def set_recovery(self, entry: RecoveryEntry | None, actor: str, action: str) -> None:
        """Enter a recovery key, or take it out."""
        told = entry and {"slot": entry.slot, "made_by": entry.made_by, "made_at": entry.made_at.isoformat()}
        self._save({**self._document(PEOPLE), "recovery": told}, actor, action, "")

    def signers(self) -> list[TrustedSigner]:
        """Whose signatures count, and until when: the people's own, then those entered by hand."""
        everybody = self.everybody()
        ended = [(old.certificate, old.until) for member in everybody for old in member.former]
        own = [(member.certificate, None) for member in everybody if member.certificate]
        entered = [(entry["certificate"], None) for entry in self._document(TRUST)["entries"]]
        found = dict(
            [*reversed(entered), *ended, *own]
        )  # a certificate's end counts, whoever enters it again
        return [
            TrustedSigner(x509.load_pem_x509_certificate(pem.encode()), until) for pem, until in found.items()
        ]

    def trusted(self) -> list[str]:
        """The certificates (PEM) in use: the people's own, then those entered by hand."""
        own = [member.certificate for member in self.members() if member.certificate]
        ended = {old.certificate for member in self.everybody() for old in member.former}
        entered = [entry["certificate"] for entry in self._document(TRUST)["entries"]]
        return [pem for pem in dict.fromkeys([*own, *entered]) if pem not in ended]

    def trust(self, pem: str, actor: str) -> None:
        """Append a certificate; one that is known already is left alone.

        Raises:
            InvalidInput: it is no certificate in PEM.
        """
        try:
            certificate = x509.load_pem_x509_certificate(pem.encode())
        except ValueError:
            raise InvalidInput("certificate", "must be one X.509 certificate in PEM") from None
        if certificate not in (signer.certificate for signer in self.signers()):
            document = self._document(TRUST)
            entries = [*document["entries"], {"certificate": pem}]
            self._save({**document, "entries": entries}, actor, "signer trusted", "")

    def _document(self, name: str) -> Document:
        head = self._ledger.head(name, OWN)
        return dict(head.document) if head else {"kind": name, "entries": []}

    def _save(self, document: Document, actor: str, action: str, person: str) -> None:
        name = str(document["kind"])
        columns: dict[str, Scalar] = {"kind": name, **({PERSON: person} if person else {})}
        self._ledger.append(Entry(name, document, columns, actor, action, expected=None, space=OWN))

"""Sites: this casebook's own keys for exchange with others, and the sites whose parcels it takes.

A site has two key pairs, which come from one random key in the sealed register of sites: parcels to it are
sealed to the first (X25519, HPKE), parcels from it are signed with the second (Ed25519). Its card tells the
public halves and a fingerprint, which people compare by telephone before an administrator enters it.

Whoever can unlock a casebook can sign for its site; a parcel names the person who packed it, and proves the
site. A new data key does not replace the site's keys: ``renew`` does.
"""

import hmac
import os
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.case_id import RULE, normal_case_id
from app.casebook.boxes import KEY_BYTES, exchange_key, subkey
from app.casebook.events import EventKind, Events
from app.casebook.file import CasebookFile
from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.problems import NotAllowed
from app.casebook.records import SITES, Document
from app.errors import DictamenError, InvalidInput
from app.people import Person, name_key

_TITLE = "Dictamen site card 1"
_LABELS = ("Name", "Seal", "Sign", "Proof", "Fingerprint")
_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Letters and digits that are not mistaken for one another when they are read out."""

_GROUPS, _GROUP = 6, 4
_PROOF_BYTES = 64
MOST_CARD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Site:
    """A site as others know it.

    Attributes:
        name: as its card says.
        seal: public key (X25519, raw) to which parcels to it are sealed.
        sign: public key (Ed25519, raw) by which its parcels are known.
        proof: the site's signature over the name and both keys.
    """

    name: str
    seal: bytes
    sign: bytes
    proof: bytes

    @property
    def key_id(self) -> str:
        """By which parcels name the site: 32 hexadecimal digits."""
        return sha256(b"dictamen site" + self.seal + self.sign).hexdigest()[:32]

    @property
    def fingerprint(self) -> str:
        """Six groups of four, to be compared by telephone; 117 bits of both keys."""
        number = int.from_bytes(sha256(b"dictamen fingerprint" + self.seal + self.sign).digest())
        letters = ""
        for _ in range(_GROUPS * _GROUP):
            number, place = divmod(number, len(_ALPHABET))
            letters += _ALPHABET[place]
        return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))

    @property
    def card(self) -> str:
        """The text that is given to other sites."""
        values = (self.name, self.seal.hex(), self.sign.hex(), self.proof.hex(), self.fingerprint)
        lines = (f"{label}: {value}" for label, value in zip(_LABELS, values, strict=True))
        return "\n".join([_TITLE, *lines, ""])

    def verify(self, signature: bytes, signed: bytes) -> bool:
        """Whether the site signed this."""
        try:
            Ed25519PublicKey.from_public_bytes(self.sign).verify(signature, signed)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class OwnSite:
    """This casebook's site.

    Attributes:
        site: as others know it.
        key: from which both key pairs come; ``keys.unseal_from`` takes it.
    """

    site: Site
    key: bytes

    @classmethod
    def of(cls, name: str, key: bytes) -> "OwnSite":
        """The site of that name with the key pairs of ``key``."""
        signing = _signing_key(key)
        seal = exchange_key(key).public_key().public_bytes_raw()
        sign = signing.public_key().public_bytes_raw()
        return cls(Site(name, seal, sign, signing.sign(_vouched(name, seal, sign))), key)

    def sign(self, content: bytes) -> bytes:
        """The site's signature, 64 bytes."""
        return _signing_key(self.key).sign(content)


def read_card(text: str) -> Site:
    """The site of a card.

    Raises:
        InvalidInput: it is no card, or was changed.
    """
    try:
        values = _values_of(text)
        site = Site(values[0], *(bytes.fromhex(value) for value in values[1:4]))
        genuine = (
            normal_case_id(site.name) == site.name
            and site.verify(site.proof, _vouched(site.name, site.seal, site.sign))
            and values[4] == site.fingerprint
        )
    except ValueError:
        genuine = False
    if not genuine:
        raise InvalidInput(
            "card", "must be a site card, whole and unchanged; ask the other site for it again"
        )
    return site


class Sites:
    """The register of sites of one open casebook, for the person who unlocked it."""

    def __init__(self, file: CasebookFile, ledger: Ledger, events: Events, person: Person) -> None:
        self._file = file
        self._ledger = ledger
        self._events = events
        self._person = person

    def own(self) -> OwnSite | None:
        """This site; None until it has a name."""
        own = self._document()["own"]
        return OwnSite.of(own["name"], bytes.fromhex(own["key"])) if own else None

    def require_own(self) -> OwnSite:
        """This site.

        Raises:
            DictamenError: it has no name yet.
        """
        own = self.own()
        if own is None:
            raise DictamenError(
                "this casebook has no name for exchange yet; an administrator gives it one: "
                "'dictamen site name NAME'"
            )
        return own

    def trusted(self) -> list[Site]:
        """The other sites, in the order of being entered."""
        return [_site(entry) for entry in self._document()["others"]]

    def named(self, name: str) -> Site:
        """The trusted site of that name.

        Raises:
            InvalidInput: there is none.
        """
        for site in self.trusted():
            if name_key(site.name) == name_key(name):
                return site
        known = ", ".join(site.name for site in self.trusted()) or "none yet"
        raise InvalidInput("site", f"must be one that an administrator entered ({known})")

    def known(self, key_id: str) -> Site | None:
        """The trusted site of these keys."""
        return next((site for site in self.trusted() if site.key_id == key_id), None)

    def name(self, name: str) -> OwnSite:
        """Give this site a name, with keys of its own at the first time; others need its card again.

        Raises:
            NotAllowed: the person does not administer the casebook.
            InvalidInput: the name cannot be used.
        """
        normal = normal_case_id(name)
        if normal is None:
            raise InvalidInput("name", RULE)
        with self._file.transaction():
            document = self._document()
            key = bytes.fromhex(document["own"]["key"]) if document["own"] else os.urandom(KEY_BYTES)
            own = OwnSite.of(normal, key)
            self._save({**document, "own": _own_json(own)}, EventKind.SITE_NAMED, own.site)
        return own

    def renew(self) -> OwnSite:
        """Give this site other keys: parcels to the former ones open no more, others need its card again.

        Raises:
            NotAllowed: the person does not administer the casebook.
            DictamenError: the site has no name yet.
        """
        with self._file.transaction():
            own = OwnSite.of(self.require_own().site.name, os.urandom(KEY_BYTES))
            self._save({**self._document(), "own": _own_json(own)}, EventKind.SITE_RENEWED, own.site)
        return own

    def trust(self, card: str, fingerprint: str | None = None) -> Site:
        """Enter another site, or its new card in the place of the former.

        Args:
            card: the text of the card.
            fingerprint: as the other site read it out; None where it was compared by eye.

        Raises:
            NotAllowed: the person does not administer the casebook.
            InvalidInput: the card cannot be used, or has another fingerprint.
        """
        site = read_card(card)
        if fingerprint is not None and not same_fingerprint(fingerprint, site.fingerprint):
            raise InvalidInput(
                "fingerprint", "is another than the card's; do not use this card, ask for it again"
            )
        with self._file.transaction():
            document = self._document()
            own = self.own()
            if own is not None and site.key_id == own.site.key_id:
                raise InvalidInput("card", "is this casebook's own; give it to the other site")
            if own is not None and name_key(site.name) == name_key(own.site.name):
                raise InvalidInput("card", "has this casebook's own name; one of the two needs another")
            others = [each for each in document["others"] if name_key(each["name"]) != name_key(site.name)]
            others = [each for each in others if _site(each).key_id != site.key_id]
            entries = [*others, _json(site)]
            self._save({**document, "others": entries}, EventKind.SITE_TRUSTED, site)
        return site

    def drop(self, name: str) -> Site:
        """Take no more parcels from a site, and pack none to it.

        Raises:
            NotAllowed: the person does not administer the casebook.
            InvalidInput: there is none of that name.
        """
        with self._file.transaction():
            site = self.named(name)
            document = self._document()
            others = [each for each in document["others"] if each["name"] != site.name]
            self._save({**document, "others": others}, EventKind.SITE_DROPPED, site)
        return site

    def _document(self) -> Document:
        head = self._ledger.head(SITES, OWN)
        return dict(head.document) if head else {"kind": SITES, "own": None, "others": []}

    def _save(self, document: Document, action: str, site: Site) -> None:
        if not self._person.administers:
            raise NotAllowed("only a person who administers the casebook may do this")
        entry = Entry(SITES, document, {"kind": SITES}, self._person.name, str(action), None, OWN)
        self._ledger.append(entry)
        self._events.append(action, {"site": site.name, "key": site.key_id})


def same_fingerprint(one: str, other: str) -> bool:
    """Whether two people read out the same; case, blanks and dashes do not count."""
    return hmac.compare_digest(_read_out(one), _read_out(other))


def _read_out(fingerprint: str) -> bytes:
    return "".join(letter for letter in fingerprint.upper() if letter.isalnum()).encode()


def _signing_key(key: bytes) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(subkey(key, "site signature"))


def _vouched(name: str, seal: bytes, sign: bytes) -> bytes:
    return b"dictamen site card 1\0" + seal + sign + name.encode()


def _values_of(text: str) -> list[str]:
    lines = text.removeprefix("\ufeff").splitlines()
    found = [line.strip() for line in lines if line.strip()]
    if len(found) != len(_LABELS) + 1 or found[0] != _TITLE:
        raise ValueError
    values = []
    for label, line in zip(_LABELS, found[1:], strict=True):
        told, colon, value = line.partition(":")
        if (told, colon) != (label, ":"):
            raise ValueError
        values.append(value.strip())
    if any(
        len(value) != 2 * size
        for value, size in zip(values[1:4], (KEY_BYTES, KEY_BYTES, _PROOF_BYTES), strict=True)
    ):
        raise ValueError
    return values


def _json(site: Site) -> dict[str, Any]:
    return {"name": site.name, "seal": site.seal.hex(), "sign": site.sign.hex(), "proof": site.proof.hex()}


def _site(entry: dict[str, Any]) -> Site:
    keys = (bytes.fromhex(entry[key]) for key in ("seal", "sign", "proof"))
    return Site(entry["name"], *keys)


def _own_json(own: OwnSite) -> dict[str, Any]:
    return {"name": own.site.name, "key": own.key.hex()}

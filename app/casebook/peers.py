"""What each other site is known to have: the steps of the exchange with it, kept in a chain of their own.

A site is known to have what came from it, what it lists, and what was packed for it and has been
acknowledged: every parcel names the parcels that its sender has taken from the recipient. A parcel that was
packed and never heard of again counts for nothing, so that what was lost on the way is packed again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.casebook.ledger import OWN, Entry, Ledger
from app.casebook.records import EXCHANGES, Document
from app.casebook.sites import Site

MOST_ACKNOWLEDGED = 1000
"""Numbers of parcels that one parcel acknowledges: the newest ones."""


class Step(StrEnum):
    """What happened; the value is the action that the chain keeps."""

    SENT = "parcel packed"
    RECEIVED = "parcel unpacked"
    LISTED = "list of revisions read"


@dataclass(frozen=True, slots=True)
class Held:
    """What another site has of one document.

    Attributes:
        tips: content ids; what they descend from is there too.
        seq: of the newest revision here, when that site was known to have all of them; 0: it may lack some.
    """

    tips: tuple[str, ...]
    seq: int = 0

    def beside(self, other: "Held | None") -> "Held":
        """This and what else the site is known to have."""
        if other is None:
            return self
        return Held(tuple(dict.fromkeys((*self.tips, *other.tips))), max(self.seq, other.seq))

    def to_json(self) -> list[object]:
        """As a step keeps it."""
        return [self.seq, list(self.tips)]


@dataclass(frozen=True, slots=True)
class Received:
    """A parcel that was taken, by whom and when (UTC)."""

    number: str
    actor: str
    at: datetime


@dataclass
class Peer:
    """What is known of one site.

    Attributes:
        held: by document id.
        received: the parcels taken from it, by number, oldest first.
    """

    held: dict[str, Held] = field(default_factory=dict)
    received: dict[str, Received] = field(default_factory=dict)

    def has(self, case_id: str) -> tuple[str, ...]:
        """The tips that the site has of a document."""
        held = self.held.get(case_id)
        return held.tips if held else ()

    def has_all_up_to(self, case_id: str) -> int:
        """The place of the newest revision here that the site has with all before it; 0 for none."""
        held = self.held.get(case_id)
        return held.seq if held else 0

    @property
    def acknowledged(self) -> list[str]:
        """What the next parcel acknowledges."""
        return list(self.received)[-MOST_ACKNOWLEDGED:]


class PeerBook:
    """Reads and appends the steps of the exchange; appending happens inside a transaction."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def peer(self, site: Site) -> Peer:
        """What is known of a site at this moment."""
        peer, sent = Peer(), dict[str, dict[str, Held]]()
        for stored in self._ledger.chain(_chain_of(site), OWN):
            step = stored.document
            held = _held(step["documents"])
            if step["step"] == Step.SENT:
                sent[step["parcel"]] = held
                continue
            if step["step"] == Step.RECEIVED:
                peer.received[step["parcel"]] = Received(step["parcel"], stored.actor, stored.at)
            for number in step["acknowledged"]:
                for name, each in sent.pop(number, {}).items():
                    peer.held[name] = each.beside(peer.held.get(name))
            peer.held.update(held)
        return peer

    def append(  # noqa: PLR0913  # what a step is
        self,
        site: Site,
        step: Step,
        parcel: str,
        held: Mapping[str, Held],
        actor: str,
        acknowledged: Iterable[str] = (),
    ) -> None:
        """Keep a step; inside a transaction."""
        document: Document = {
            "kind": EXCHANGES,
            "step": step.value,
            "parcel": parcel,
            "documents": {name: each.to_json() for name, each in held.items()},
            "acknowledged": list(acknowledged),
        }
        entry = Entry(_chain_of(site), document, {"kind": EXCHANGES}, actor, step.value, None, OWN)
        self._ledger.append(entry)


def _chain_of(site: Site) -> str:
    """One chain for each site and its keys: other keys may mean another casebook."""
    return f"exchange with {site.key_id}"


def _held(documents: Mapping[str, list[object]]) -> dict[str, Held]:
    found = {}
    for name, (seq, tips) in documents.items():
        if isinstance(seq, int) and isinstance(tips, list):
            found[name] = Held(tuple(tips), seq)
    return found

"""How the revisions of one case descend from one another, whatever site each was saved at.

A revision has the same content id at every site, although each site seals it under keys of its own: SHA-256
over what was saved, by whom, when, at which seat, and after which revisions. So two sites can say what they
have without showing it, and a case that both changed is seen to have several newest revisions.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from app.casebook.ledger import Ledger
from app.casebook.records import Document, Stored

_FORMAT = "dictamen revision content 1"


@dataclass(frozen=True, slots=True)
class Deed:
    """What a revision is, at every site alike.

    Attributes:
        parents: content ids of the revisions that it follows, sorted; none for the first of its case.
        site: the seat at which it was saved first, hexadecimal.
        actor: who saved it there, at ``at`` (UTC), doing ``action``.
    """

    case_id: str
    parents: tuple[str, ...]
    site: str
    actor: str
    action: str
    at: datetime
    document: Document

    @property
    def id(self) -> str:
        """The content id, 64 hexadecimal digits."""
        parts = [_FORMAT, *self.head.values(), self.document]
        told = json.dumps(parts, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))
        return sha256(told.encode()).hexdigest()

    @property
    def head(self) -> dict[str, object]:
        """Everything but the document, as JSON values."""
        return {
            "case_id": self.case_id,
            "parents": list(self.parents),
            "site": self.site,
            "actor": self.actor,
            "action": self.action,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
        }


@dataclass(frozen=True, slots=True)
class Version:
    """One revision of the casebook, with its content id."""

    id: str
    deed: Deed
    stored: Stored

    @property
    def parents(self) -> tuple[str, ...]:
        """Content ids of the revisions that it follows."""
        return self.deed.parents

    @property
    def site_name(self) -> str:
        """The site that it came from; empty for one that was saved here."""
        return self.stored.origin.name if self.stored.origin else ""


class Lineage:
    """The revisions of one case, oldest first; the revisions before each are there too."""

    def __init__(self, versions: Sequence[Version]) -> None:
        self.versions = tuple(versions)
        self.ids = {version.id for version in versions}

    @property
    def tips(self) -> list[Version]:
        """The newest revisions: those that none follows. More than one: the case was changed at two sites."""
        followed = {parent for version in self.versions for parent in version.parents}
        return [version for version in self.versions if version.id not in followed]

    def before(self, ids: Iterable[str]) -> set[str]:
        """These revisions, as far as they are known here, and all that they descend from."""
        wanted = self.ids & set(ids)
        for version in reversed(self.versions):
            if version.id in wanted:
                wanted.update(version.parents)
        return wanted


def lineage_of(ledger: Ledger, case_id: str) -> Lineage:
    """The lineage of a case; without revisions where there is none.

    Raises:
        Purged: there was one.
        Damaged: a revision was changed on the disk.
    """
    versions: list[Version] = []
    for seat, stored in ledger.revisions(case_id):
        before = (versions[-1].id,) if versions else ()
        deed = _deed(stored, seat, before)
        versions.append(Version(stored.origin.id if stored.origin else deed.id, deed, stored))
    return Lineage(versions)


def _deed(stored: Stored, seat: str, before: tuple[str, ...]) -> Deed:
    parents = before if stored.parents is None else stored.parents
    origin = stored.origin
    return Deed(
        case_id=stored.case_id,
        parents=tuple(sorted(parents)),
        site=origin.site if origin else seat,
        actor=origin.actor if origin else stored.actor,
        action=stored.action,
        at=origin.at if origin else stored.at,
        document=stored.document,
    )

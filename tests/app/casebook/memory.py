"""A second backend, without file and keys: a list of revisions with a hash chain."""

import copy
import itertools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from tinydb.queries import QueryLike

from app.casebook import (
    Document,
    NoSuchCase,
    NotAllowed,
    RevisionEntry,
    Row,
    Saved,
    Scalar,
    StaleSave,
    Stored,
    Trouble,
)
from app.casebook.cases import checked_id, kind_of
from app.casebook.records import OWN_KINDS
from app.errors import InvalidInput
from app.people import Person

CoverOf = Callable[[Document], Mapping[str, Scalar]]


class Shelf:
    """What several people's ``MemoryRepository`` share."""

    def __init__(self) -> None:
        self.revisions: list[Stored] = []


@dataclass
class MemoryRepository:
    """The shelf as one person sees it."""

    shelf: Shelf
    person: Person
    cover_of: CoverOf

    def save(
        self, document: Document, case_id: str | None = None, rev: int = 0, action: str = "saved"
    ) -> Saved:
        if not self.person.role.may_write:
            raise NotAllowed("quality assurance reads only")
        name = checked_id(case_id) if case_id else self._new_id()
        kept = self._kept(document)
        head = self._head(name)
        if (head.rev if head else 0) != rev:
            assert head
            raise StaleSave(head.rev, head.actor, head.at)
        columns = {**self.cover_of(kept), "kind": kind_of(kept)}
        seq = len(self.shelf.revisions) + 1
        stored = Stored(
            name, rev + 1, columns, self.person.name, action, datetime.now(UTC), seq, "", False, kept
        )
        stored = replace(stored, link=self._link(stored))
        self.shelf.revisions.append(stored)
        return Saved(name, stored.rev, seq, stored.link)

    def get(self, case_id: str) -> Stored:
        head = self._head(checked_id(case_id))
        if head is None:
            raise NoSuchCase("no case of this id")
        return copy.deepcopy(head)

    def revision(self, case_id: str, rev: int) -> Stored:
        name = checked_id(case_id)
        for stored in self.shelf.revisions:
            if (stored.case_id, stored.rev) == (name, rev):
                return copy.deepcopy(stored)
        raise NoSuchCase("no case of this id and revision")

    def history(self, case_id: str) -> list[RevisionEntry]:
        name = checked_id(case_id)
        found = [stored for stored in self.shelf.revisions if stored.case_id == name]
        if not found:
            raise NoSuchCase("no case of this id")
        return list(found)

    def worklist(self, kind: str = "case") -> list[Row]:
        return [row for row in self._heads() if row.kind == kind]

    def search(self, query: QueryLike) -> list[Row]:
        return [row for row in self._heads() if query(_flat(row))]

    @property
    def data_version(self) -> int:
        return len(self.shelf.revisions)

    def changed_since(self, seq: int) -> list[Row]:
        return [row for row in self._heads() if row.seq > seq]

    def verify(self) -> list[Trouble]:
        return [
            Trouble(stored.seq, "its content was changed after it was saved")
            for stored in self.shelf.revisions
            if stored.link != self._link(stored)
        ]

    def _kept(self, document: Document) -> Document:
        if kind_of(document) in OWN_KINDS:
            raise InvalidInput("kind", "must not be one of the store's own")
        try:
            text = json.dumps(document, allow_nan=False, ensure_ascii=False)
            text.encode()
        except (TypeError, ValueError):
            raise InvalidInput("document", "must consist of JSON values alone") from None
        return dict(json.loads(text))

    def _new_id(self) -> str:
        return next(name for n in itertools.count(1) if self._head(name := f"M-{n}") is None)

    def _head(self, name: str) -> Stored | None:
        return next((one for one in reversed(self.shelf.revisions) if one.case_id == name), None)

    def _heads(self) -> list[Stored]:
        newest = {stored.case_id: stored for stored in self.shelf.revisions}
        return sorted(newest.values(), key=lambda stored: -stored.seq)

    def _link(self, stored: Stored) -> str:
        before = self.shelf.revisions[stored.seq - 2].link if stored.seq > 1 else ""
        told = (before, stored.case_id, stored.rev, stored.actor, stored.action, stored.document)
        return sha256(repr(told).encode()).hexdigest()


def _flat(row: Row) -> dict[str, Any]:
    own = {"case_id": row.case_id, "rev": row.rev, "actor": row.actor, "action": row.action, "seq": row.seq}
    return {**row.cover, **own, "at": row.at.isoformat(timespec="microseconds")}

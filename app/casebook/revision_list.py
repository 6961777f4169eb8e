"""A list of the revisions that a site has, sealed and signed as a parcel is; it holds content ids alone.

Records: ``L`` with some documents each, then ``E``. A list of chosen cases says nothing about the others; a
whole one also says that the site has no others.
"""

import secrets
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.casebook.lineage import Lineage
from app.casebook.parcel_file import Header, ParcelReader, write_parcel
from app.casebook.parcel_records import ParcelRefused, packed, record, unpacked
from app.casebook.sites import OwnSite, Site

LIST_PARCEL = "list"
_LISTED, _END = b"L", b"E"
_AT_ONCE = 500
"""Documents in one record."""


@dataclass
class RevisionList:
    """What another site says that it has.

    Attributes:
        number: of the list.
        is_whole: whether it has no other documents.
        acknowledged: numbers of the parcels that it took from here.
        ids: content ids by document.
        tips: the newest of them, by document.
    """

    number: str
    is_whole: bool = False
    acknowledged: list[str] = field(default_factory=list)
    ids: dict[str, list[str]] = field(default_factory=dict)
    tips: dict[str, list[str]] = field(default_factory=dict)

    def ids_of(self, case_id: str) -> list[str] | None:
        """What the site has of a document; None where the list says nothing of it."""
        return self.ids.get(case_id, [] if self.is_whole else None)


def write_list(  # noqa: PLR0913  # what, for whom, where
    path: Path,
    own: OwnSite,
    to: Site,
    documents: Iterable[tuple[str, Lineage]],
    *,
    is_whole: bool,
    acknowledged: list[str],
    finish: Callable[[str], None],
) -> None:
    """Write a list whole or not at all.

    Args:
        path: a new file.
        own: this site.
        to: the site that can read it.
        documents: what is listed.
        is_whole: whether these are all that there are.
        acknowledged: numbers of the parcels taken from that site.
        finish: told the list's number before the file gets its name.
    """
    number = secrets.token_hex(16)
    header = Header(LIST_PARCEL, number, own.site.key_id, to.key_id)

    def content() -> Iterator[bytes]:
        count = 0
        batch: dict[str, list[list[str]]] = {}
        for name, lineage in documents:
            tips = [version.id for version in lineage.tips]
            batch[name] = [[version.id for version in lineage.versions], tips]
            count += 1
            if len(batch) == _AT_ONCE:
                yield from record(_LISTED, packed(batch))
                batch = {}
        yield from record(_LISTED, packed(batch))
        yield from record(_END, packed({"documents": count, "whole": is_whole, "acknowledged": acknowledged}))
        finish(number)

    write_parcel(path, own, to, header, content())


def read_list(path: Path, own: OwnSite, sender: Site) -> RevisionList:
    """The list in a file, which this site wrote.

    Raises:
        ParcelRefused: it is no list, from another site, or was changed.
        DictamenError: it cannot be read.
    """
    with ParcelReader(path, own, [sender]) as reader:
        if reader.header.kind != LIST_PARCEL:
            raise ParcelRefused(f"{path}: is a parcel of cases, no list of revisions")
        found = RevisionList(reader.header.number)
        try:
            _fill(found, reader)
        except (ValueError, TypeError, KeyError, AttributeError):
            raise ParcelRefused(f"{path}: holds what no site of this version lists") from None
    return found


def _fill(found: RevisionList, reader: ParcelReader) -> None:
    end: dict[str, Any] | None = None
    for each, _ in reader.records(b""):
        if end is not None:
            raise ValueError
        told = unpacked(each.data)
        if each.kind == _END:
            end = told
            continue
        for name, (ids, tips) in told.items():
            found.ids[name] = [str(one) for one in ids]
            found.tips[name] = [str(one) for one in tips]
    if end is None or end["documents"] != len(found.ids):
        raise ValueError
    found.is_whole = bool(end["whole"])
    found.acknowledged = [str(number) for number in end["acknowledged"]]

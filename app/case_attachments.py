"""Attaching to a case, taking off it, and saying in which file a document lies: each gives a new record."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from app.attachments import Attachment, FileType, Spot
from app.case import CaseRecord
from app.errors import DictamenError, InvalidInput

MOST_PAGE = 100_000
"""No file of the largest size has more pages."""


def attached(record: CaseRecord) -> tuple[Attachment, ...]:
    """The attachments of a case that were not taken off it."""
    return tuple(attachment for attachment in record.attachments if attachment.removed_by is None)


def attachment_of(record: CaseRecord, name: str) -> Attachment:
    """An attachment by its id.

    Raises:
        InvalidInput: the case has none of this id.
    """
    for attachment in attached(record):
        if attachment.id == name:
            return attachment
    there = ", ".join(attachment.id for attachment in attached(record)) or "none"
    raise InvalidInput("attachment", f"{name} is not attached to this case; attached: {there}")


def with_attachment(record: CaseRecord, new: Attachment) -> CaseRecord:
    """The record with one more attachment, which is given its id here.

    Raises:
        DictamenError: the same content is attached already.
    """
    for known in attached(record):
        if known.sha256 == new.sha256:
            raise DictamenError(f"This file is attached already, as {known.id} ({known.name}).")
    number = 1 + max((int(known.id[1:]) for known in record.attachments), default=0)
    return replace(record, attachments=(*record.attachments, replace(new, id=f"A{number}")))


def without_attachment(record: CaseRecord, name: str, by: str, at: datetime) -> CaseRecord:
    """The record with an attachment taken off; no document is said to lie in it any more.

    Raises:
        InvalidInput: the case has none of this id.
    """
    gone = attachment_of(record, name)
    marked = replace(gone, removed_by=by, removed_at=at)
    kept = tuple(marked if known is gone else known for known in record.attachments)
    spots = {document: spot for document, spot in record.spots.items() if spot.attachment != name}
    return replace(record, attachments=kept, spots=spots)


def with_spot(record: CaseRecord, document: str, spot: Spot | None) -> CaseRecord:
    """The record with a document of the case lying at a spot, or nowhere for None.

    Raises:
        InvalidInput: the case has no such document or attachment, or there can be no such page.
    """
    named = evidence_ids(record)
    if document not in named:
        there = ", ".join(named) or "none"
        raise InvalidInput("evidence", f"{document} is no document of this case; it names: {there}")
    spots = {name: known for name, known in record.spots.items() if name != document}
    if spot is not None:
        attachment = attachment_of(record, spot.attachment)
        if spot.page is not None:
            check_page(spot.page, attachment.type)
        spots[document] = spot
    return replace(record, spots=spots)


def check_page(page: int, kind: FileType, field: str = "page") -> None:
    """Refuse a page that there can not be in a file of this kind.

    Raises:
        InvalidInput: naming the field.
    """
    if not kind.can_be_shown:
        raise InvalidInput(field, "has no meaning for this file, which has no pages that can be shown")
    if not 1 <= page <= MOST_PAGE:
        raise InvalidInput(field, f"must be a whole number from 1 to {MOST_PAGE}")


def spot_of(record: CaseRecord, document: str) -> tuple[Attachment, int | None] | None:
    """Where a document lies: attachment and page, from 1; None where nobody said."""
    spot = record.spots.get(document)
    if spot is None:
        return None
    found = next((known for known in attached(record) if known.id == spot.attachment), None)
    return None if found is None else (found, spot.page)


def documents_in(record: CaseRecord, name: str) -> dict[str, int | None]:
    """The ids of the documents that lie in an attachment, in the case's order, each with its page."""
    listed = {document: record.spots.get(document) for document in evidence_ids(record)}
    return {document: spot.page for document, spot in listed.items() if spot and spot.attachment == name}


def evidence_ids(record: CaseRecord) -> tuple[str, ...]:
    """The ids of the documents that the case names."""
    listed = record.case.get("evidence")
    items = listed if isinstance(listed, list) else []
    return tuple(str(item.get("id", "")) for item in items if isinstance(item, Mapping))

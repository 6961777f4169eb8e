"""What a parcel says of cases and files, looked at as a stranger's: nothing in it is believed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.attachments import MOST_BYTES
from app.case_id import normal_case_id
from app.casebook.cases import kind_of
from app.casebook.lineage import Deed
from app.casebook.parcel_records import malformed, unpacked
from app.casebook.records import OWN_KINDS

_HEX_ID = 64


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """One revision of another site.

    Attributes:
        id: its content id, computed here.
        deed: what it is.
        name: of the site at which it was saved.
    """

    id: str
    deed: Deed
    name: str


@dataclass(frozen=True, slots=True)
class ReceivedDocument:
    """The revisions of one document, and the content ids of its newest ones there."""

    case_id: str
    tips: tuple[str, ...]
    rows: tuple[ReceivedRow, ...]


def received_document(data: bytes) -> ReceivedDocument:
    """The document of a record, looked at as a stranger's.

    Raises:
        ParcelRefused: it is none.
    """
    try:
        match unpacked(data):
            case {"case_id": str(case_id), "tips": list(tips), "revisions": list(rows)} if rows:
                found = ReceivedDocument(
                    case_id, tuple(map(_hex_id, tips)), tuple(_row(case_id, row) for row in rows)
                )
            case _:
                raise ValueError  # noqa: TRY301  # as all else that is no document
        if normal_case_id(case_id) != case_id:
            raise ValueError  # noqa: TRY301  # as above
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        raise malformed() from None
    return found


def _row(case_id: str, row: dict[str, Any]) -> ReceivedRow:
    site, actor, action, name = (_text(row[key]) for key in ("site", "actor", "action", "name"))
    document, at = row["document"], datetime.fromisoformat(row["at"])
    if row["case_id"] != case_id or not isinstance(document, dict) or at.utcoffset() is None:
        raise ValueError
    if kind_of(document) in OWN_KINDS:
        raise ValueError
    parents = tuple(sorted({_hex_id(parent) for parent in row["parents"]}))
    deed = Deed(case_id, parents, site, actor, action, at, document)
    return ReceivedRow(deed.id, deed, name)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.isprintable() or not value:
        raise ValueError
    return value


def _hex_id(value: object) -> str:
    if not isinstance(value, str) or len(bytes.fromhex(value)) * 2 != _HEX_ID or len(value) != _HEX_ID:
        raise ValueError
    return value


def content_head(told: Any) -> tuple[str, int]:
    """SHA-256 (hexadecimal) and bytes of an attached file.

    Raises:
        ParcelRefused: it says neither.
    """
    match told:
        case {"sha256": str(digest), "size": int(size)} if 0 < size <= MOST_BYTES:
            return digest, size
    raise malformed()

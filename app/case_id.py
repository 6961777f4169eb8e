"""Which texts can name a case: one rule for case files, the casebook and letters."""

import unicodedata

from app.fields import Document, FieldReader

MOST_CHARACTERS = 64

RULE = f"must be 1 to {MOST_CHARACTERS} printable characters without spaces around them"


def normal_case_id(value: object) -> str | None:
    """The id in Unicode NFC, under which the casebook keeps the case; None where it can name none."""
    if not isinstance(value, str):
        return None
    normal = unicodedata.normalize("NFC", value)
    fits = 0 < len(normal) <= MOST_CHARACTERS and normal.isprintable() and normal == normal.strip()
    return normal if fits else None


def read_case_id(reader: FieldReader, document: Document) -> str | None:
    """The id that a case file gives, as it is written there; None where it gives none."""
    value = document.get("case_id")
    return None if value is None else case_id_at(reader, value, "case_id")


def case_id_at(reader: FieldReader, value: object, field: str) -> str:
    """A case's id, as it is written in a field."""
    if isinstance(value, str) and normal_case_id(value) is not None:
        return value
    reader.refuse(field, f"is required and {RULE}" if value is None else RULE)
    return ""

"""What a case remembers of what people did: the hand-over that stands, the letters that were signed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Self


@dataclass(frozen=True, slots=True)
class Referral:
    """A hand-over to a physician.

    Attributes:
        by: the reviewer who referred the case, at ``at`` (UTC), with a note.
        taken_by: the physician who took it over, and when; None while it waits.
    """

    by: str
    at: datetime
    note: str
    taken_by: str | None = None
    taken_at: datetime | None = None

    def to_document(self) -> dict[str, object]:
        """The hand-over as JSON values."""
        return {
            "by": self.by,
            "at": self.at.isoformat(),
            "note": self.note,
            "taken_by": self.taken_by,
            "taken_at": None if self.taken_at is None else self.taken_at.isoformat(),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> Self:
        """The hand-over of ``to_document``."""
        taken_at = document.get("taken_at")
        taken_by = document.get("taken_by")
        return cls(
            by=_text(document, "by"),
            at=datetime.fromisoformat(_text(document, "at")),
            note=_text(document, "note"),
            taken_by=taken_by if isinstance(taken_by, str) else None,
            taken_at=datetime.fromisoformat(taken_at) if isinstance(taken_at, str) else None,
        )


@dataclass(frozen=True, slots=True)
class LetterNote:
    """What a case remembers of a signed letter; the letter itself is a document of its own.

    Attributes:
        letter_id: its id in the casebook.
        sha256: of the signed PDF.
        copy: whose copy it is (a ``Copy`` value); empty in notes of before there were copies.
        replaces: the number of the letter whose place it takes; empty for none.
        copies: further copies with the same number, signed in the same act.
    """

    letter_id: str
    number: str
    outcome: str
    by: str
    at: datetime
    language: str
    sha256: str
    copy: str = ""
    replaces: str = ""
    copies: "tuple[LetterNote, ...]" = ()

    def to_document(self) -> dict[str, object]:
        """The note as JSON values; what is empty is left out."""
        return {
            "letter_id": self.letter_id,
            "number": self.number,
            "outcome": self.outcome,
            "by": self.by,
            "at": self.at.isoformat(),
            "language": self.language,
            "sha256": self.sha256,
            **({"copy": self.copy} if self.copy else {}),
            **({"replaces": self.replaces} if self.replaces else {}),
            **({"copies": [copy.to_document() for copy in self.copies]} if self.copies else {}),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, object]) -> "LetterNote":
        """The note of ``to_document``."""
        copies = document.get("copies")
        return cls(
            letter_id=_text(document, "letter_id"),
            number=_text(document, "number"),
            outcome=_text(document, "outcome"),
            by=_text(document, "by"),
            at=datetime.fromisoformat(_text(document, "at")),
            language=_text(document, "language"),
            sha256=_text(document, "sha256"),
            copy=_text(document, "copy"),
            replaces=_text(document, "replaces"),
            copies=tuple(map(cls.from_document, copies)) if isinstance(copies, list) else (),
        )


def _text(document: Mapping[str, object], name: str) -> str:
    value = document.get(name)
    return value if isinstance(value, str) else ""

"""That a person has seen an advisory, or a notice of the course: who, and when. It changes no finding."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from app.fields import Document


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One advisory by its code, or one notice of the course by its key, seen by a person at a time (UTC)."""

    code: str
    by: str
    at: datetime

    def to_document(self) -> dict[str, object]:
        """As JSON values."""
        return {"code": self.code, "by": self.by, "at": self.at.isoformat()}


def acknowledgements_from(listed: object) -> tuple[Acknowledgement, ...]:
    """The acknowledgements of a record's document; none where it is older than they are."""
    return tuple(_read(listed)) if isinstance(listed, list) else ()


def _read(listed: list[Document]) -> Iterator[Acknowledgement]:
    for item in listed:
        yield Acknowledgement(str(item["code"]), str(item["by"]), datetime.fromisoformat(str(item["at"])))

"""The documents that a case names, as the screen writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.case import CaseRecord
from app.facts import EvidenceKind
from ui.kit.dates import show_date
from ui.review.words import tr


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One document of the list; what was typed and cannot be used stands as it was typed."""

    id: str
    kind: str
    title: str
    dated: str


def listed_documents(record: CaseRecord) -> tuple[ListedDocument, ...]:
    """The documents of a case, in the order in which they were named."""
    listed = record.case.get("evidence")
    items = listed if isinstance(listed, list) else []
    return tuple(_document(item) for item in items if isinstance(item, dict))


def _document(item: Mapping[str, object]) -> ListedDocument:
    kind = str(item.get("kind", ""))
    return ListedDocument(
        id=str(item.get("id", "")),
        kind=kind_names().get(kind, kind),
        title=str(item.get("title", "")),
        dated=shown_day(item.get("dated")),
    )


def shown_day(typed: object) -> str:
    """A date of the case file as the screen writes it; anything else as it was typed, None as nothing."""
    if typed is None:
        return ""
    try:
        return show_date(date.fromisoformat(str(typed)))
    except ValueError:
        return str(typed)


def kind_names() -> dict[str, str]:
    """The kinds of document, by their value, in words."""
    return {
        EvidenceKind.PATHOLOGY_REPORT: tr("Pathology report"),
        EvidenceKind.LAB_RESULT: tr("Laboratory result"),
        EvidenceKind.IMAGING: tr("Imaging"),
        EvidenceKind.CHART_NOTE: tr("Chart note"),
        EvidenceKind.TREATMENT_PLAN: tr("Treatment plan"),
        EvidenceKind.PHYSICIAN_STATEMENT: tr("Physician statement"),
        EvidenceKind.OTHER: tr("Other document"),
    }

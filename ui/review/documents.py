"""The documents that a case names, as the screen writes them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.case import CaseRecord
from app.case_attachments import spot_of
from app.facts import EvidenceKind
from ui.kit.dates import show_date
from ui.review.words import tr


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """One document of the list; what was typed and cannot be used stands as it was typed.

    Attributes:
        file: the id of the attached file that it lies in, or nothing.
        file_name: of that file.
        page: of that file, from 1, where it is known.
    """

    id: str
    kind: str
    title: str
    dated: str
    file: str = ""
    file_name: str = ""
    page: int | None = None

    @property
    def spot(self) -> str:
        """File and page, such as ``A1, page 3``; nothing where no file is named."""
        return tr("{0}, page {1}").format(self.file, self.page) if self.page else self.file


def listed_documents(record: CaseRecord) -> tuple[ListedDocument, ...]:
    """The documents of a case, in the order in which they were named."""
    listed = record.case.get("evidence")
    items = listed if isinstance(listed, list) else []
    return tuple(_document(record, item) for item in items if isinstance(item, dict))


def _document(record: CaseRecord, item: Mapping[str, object]) -> ListedDocument:
    kind, name = str(item.get("kind", "")), str(item.get("id", ""))
    spot = spot_of(record, name)
    return ListedDocument(
        id=name,
        kind=kind_names().get(kind, kind),
        title=str(item.get("title", "")),
        dated=shown_day(item.get("dated")),
        file=spot[0].id if spot else "",
        file_name=spot[0].name if spot else "",
        page=spot[1] if spot else None,
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

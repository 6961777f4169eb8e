"""What was answered about a member, which document shows it, and whether it counts."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

Value = bool | str | int | Decimal


class EvidenceKind(StrEnum):
    """The kinds of document a case may point to."""

    PATHOLOGY_REPORT = "pathology_report"
    LAB_RESULT = "lab_result"
    IMAGING = "imaging"
    CHART_NOTE = "chart_note"
    TREATMENT_PLAN = "treatment_plan"
    PHYSICIAN_STATEMENT = "physician_statement"
    OTHER = "other"


class Gap(StrEnum):
    """Why a fact does not count yet."""

    UNANSWERED = "unanswered"
    UNDOCUMENTED = "undocumented"


class Evidence(NamedTuple):
    """A document in the case's file: named and dated, never its contents."""

    id: str
    kind: EvidenceKind
    title: str
    dated: date | None = None


class Answer(NamedTuple):
    """What the reviewer recorded for one question, and the ids of the documents that show it."""

    value: Value
    evidence: tuple[str, ...] = ()


class Fact(NamedTuple):
    """One fact as the policy may use it: ``value`` is None, with a gap, until it counts."""

    value: object
    gap: Gap | None = None
    evidence: tuple[str, ...] = ()


Facts = Mapping[str, Fact]

UNANSWERED = Fact(None, Gap.UNANSWERED)

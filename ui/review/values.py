"""How a case's values are written on the review's pages. Amounts follow ISMP: no trailing zeros."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from app.case import Judgment
from app.dosing import Span, SpanUnit
from app.facts import Answer, Evidence
from app.policy import Policy, Question
from ui.kit.dates import show_date, show_time
from ui.kit.numbers import show_number
from ui.review.answer_words import answer_words
from ui.review.words import tr

_TOGETHER = "\u00a0"


def amount(value: Decimal, unit: str) -> str:
    """An amount that never breaks between number and unit, ``1.5 mg``."""
    return f"{show_number(value)}{_TOGETHER}{unit}"


def medicine(policy: Policy) -> str:
    """The medicine, nonproprietary name first: ``inotuzumab ozogamicin (Besponsa)``."""
    return f"{policy.drug.generic} ({policy.drug.brand})"


def joined(items: Sequence[str]) -> str:
    """An enumeration: ``a, b and c``."""
    if len(items) <= 1:
        return "".join(items)
    return tr("{0} and {1}").format(", ".join(items[:-1]), items[-1])


def span_words(span: Span) -> str:
    """A length of time: ``21 days``, ``1 month``, ``6 months``."""
    if span.unit is SpanUnit.DAYS:
        return tr("1 day") if span.length == 1 else tr("{0} days").format(span.length)
    return tr("1 month") if span.length == 1 else tr("{0} months").format(span.length)


def short_day(day: date) -> str:
    """A day beside others of the same weeks, without the year: ``Mon 30-Nov``."""
    return show_date(day, weekday=True).rpartition("-")[0]


def moment(at: datetime) -> str:
    """A moment on this computer's clock: ``Mon 23-Nov-2026 16:40``."""
    here = at.astimezone()
    return f"{show_date(here.date(), weekday=True)} {show_time(here)}"


def stated(question: Question, answer: Answer | None, language: str) -> str:
    """An answer on its own: ``Relapsed``, ``Yes``, ``Not answered``."""
    if answer is None:
        return tr("Not answered")
    words = answer_words(question, answer.value, language)
    return words[:1].upper() + words[1:]


def evidence_words(documents: Sequence[str], judgment: Judgment) -> str:
    """The documents of these ids; by their ids alone while the case file is incomplete."""
    if judgment.case is None:
        return ", ".join(documents)
    by_id = {document.id: document for document in judgment.case.evidence}
    return "; ".join(document_words(by_id[name]) for name in documents)


def document_words(document: Evidence) -> str:
    """A document as it is pointed at: ``E3 Marrow exam, 18-Nov-2026``."""
    dated = f", {show_date(document.dated)}" if document.dated else ""
    return f"{document.id} {document.title}{dated}"

"""The worklist's columns from which a course is told: who, which cycle, which days, which answers."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from app.authorization import period_for
from app.determination import Outcome, authorized_cycle
from app.fields import FIRST_DAY, Document
from app.regimen import plain

if TYPE_CHECKING:
    from app.case import CaseRecord, Judgment

Columns = dict[str, str | int | float | bool | None]


def course_columns(record: "CaseRecord", judgment: "Judgment") -> Columns:
    """The columns of a case; None for what it does not say.

    ``first_day``, ``last_day`` and ``cycles`` are those of the window, asked for or authorized; ``doses`` are
    the authorized amounts in mg, one per treatment day, and there only after an approval.
    """
    decision = record.decision
    return {
        **_identity(record.case),
        **_window(judgment),
        **_answers(judgment),
        "doses": _doses(judgment, Outcome(decision.outcome)) if decision else None,
        "letter": decision.number if decision else None,
        "decided_at": decision.at.isoformat() if decision else None,
        "amends": _text_at(record.case, "amends", "case_id"),
        "other_payer_cycles": _other_payer_cycles(record.case),
    }


def _identity(case: Document) -> Columns:
    mbi = _text_at(case, "member", "mbi")
    return {
        "mbi": mbi.replace("-", "") if mbi else None,
        "birth_date": _text_at(case, "member", "birth_date"),
    }


def _window(judgment: "Judgment") -> Columns:
    if first_day_of(judgment) is None:
        return {"first_day": None, "last_day": None, "cycles": None}
    period = period_for(judgment.policy.limits, judgment.request)
    return {
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "cycles": period.cycles,
    }


def first_day_of(judgment: "Judgment") -> date | None:
    """The first treatment day asked for, or None while it cannot be read."""
    start = judgment.request.start_date
    return None if start == FIRST_DAY else start


def _answers(judgment: "Judgment") -> Columns:
    policy = judgment.policy
    intent = policy.course.intent
    return {
        "response": answer_of(judgment, policy.dosing.response_fact),
        "intent": answer_of(judgment, intent.fact if intent else None),
    }


def answer_of(judgment: "Judgment", question: str | None) -> str | int | None:
    """What was answered, whether or not a document shows it; an exact decimal as its text."""
    given = judgment.answers.get(question) if question else None
    return None if given is None else str(given.value) if isinstance(given.value, Decimal) else given.value


def _doses(judgment: "Judgment", outcome: Outcome) -> str | None:
    cycle = authorized_cycle(judgment.review, outcome) if judgment.review else None
    return " ".join(plain(day.authorized_mg) for day in cycle.days) if cycle else None


def _other_payer_cycles(case: Document) -> int | None:
    course = case.get("course")
    count = course.get("other_payer_cycles") if isinstance(course, dict) else None
    return count if type(count) is int and count >= 0 else None


def _text_at(case: Document, table: str, key: str) -> str | None:
    source = case.get(table)
    value = source.get(key) if isinstance(source, Mapping) else None
    return value.strip() or None if isinstance(value, str) else None

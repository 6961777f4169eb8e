"""The result file, ``dictamen.result/1``: a review as plain JSON values."""

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.case_data import Amends
from app.dosing import DoseBasis
from app.evaluation import Finding
from app.facts import Value
from app.policy import QuestionKind
from app.regimen import TreatmentDay, plain
from app.response_result import response_document
from app.review import Review

if TYPE_CHECKING:
    from app.change import Step

FORMAT = "dictamen.result/1"

Json = dict[str, object]


def result_document(review: Review, language: str = "en") -> Json:
    """The result as JSON values; amounts are texts in plain decimal notation."""
    case, policy = review.case, review.policy
    surface = review.surface
    return {
        "format": FORMAT,
        "case_id": case.case_id,
        "policy": {
            "number": policy.number,
            "revision": review.revision.effective.isoformat(),
            "sha256": policy.sha256,
        },
        "purpose": case.request.purpose.value,
        "amends": _amends(case.amends),
        "recommendation": review.recommendation.value,
        "status": review.finding.status.word,
        "criteria": [_finding(review.finding)],
        "cited": list(review.cited),
        "open_questions": list(review.openings.questions),
        "missing_documents": list(review.openings.documents),
        "what_would_change": _changes(review, language),
        "bsa": None if surface is None else {"formula": surface.formula, "m2": str(surface.m2)},
        "doses": _doses(review),
        "authorization": _authorization(review),
        "due": review.due.isoformat(),
        "response_assessment": response_document(review.response),
        "advisories": [
            {"code": item.code, "text": item.text[language], "source": item.source}
            for item in review.advisories
        ],
    }


def _changes(review: Review, language: str) -> list[Json]:
    from app.explanation import what_would_change  # noqa: PLC0415  # judging takes none of the 3 ms it takes to load

    case = review.case
    purpose, cycle = case.request.purpose, case.request.cycle
    found = what_would_change(review.policy, purpose, cycle, case.answers, review.finding.status)
    start = case.request.start_date
    return [
        {
            "to": change.to.word,
            "changes": [_step(step, start) for step in change.steps],
            "text": change.text[language],
        }
        for change in found
    ]


def _step(step: "Step", start: date) -> Json:
    """An answer as the case file would give it; ``values`` where several choices serve alike."""
    question = step.question
    if not question.choices:
        return {"question": question.id, "value": _number(step, start), "document": step.document}
    line: Json = {"question": question.id, "value": step.value, "document": step.document}
    if len(step.values) > 1:
        line["values"] = list(step.values)
    return line


def _number(step: "Step", start: date) -> Value:
    value = step.value
    if step.question.kind is QuestionKind.DATE and isinstance(value, int):
        return (start - timedelta(days=value)).isoformat()
    return plain(value) if isinstance(value, Decimal) else value


def _amends(amends: Amends | None) -> Json | None:
    if amends is None:
        return None
    return {
        "case_id": amends.case_id,
        "letter_number": amends.letter_number,
        "last_day": amends.last_day.isoformat(),
    }


def _finding(finding: Finding) -> Json:
    line: Json = {"id": finding.criterion.id, "status": finding.status.word}
    if finding.gap is not None:
        line["gap"] = finding.gap.value
    if finding.evidence:
        line["evidence"] = list(finding.evidence)
    if finding.parts:
        line["parts"] = [_finding(part) for part in finding.parts]
    return line


def _doses(review: Review) -> list[Json] | None:
    if review.cycle is None or not review.can_authorize:
        return None
    basis = review.cycle.basis
    return [_dose(day, basis) for day in review.cycle.days]


def _dose(day: TreatmentDay, basis: DoseBasis) -> Json:
    asked = day.requested_mg
    authorized = day.authorized_mg
    strength = plain(day.strength)
    return {
        "day": day.day,
        "date": day.date.isoformat(),
        **({"mg_per_m2": strength} if basis is DoseBasis.BODY_SURFACE_AREA else {}),
        "strength": {"value": strength, "unit": basis.code},
        "limit_mg": plain(day.limit_mg),
        "requested_mg": None if asked is None else format(asked, "f"),
        # a dose authorized as asked keeps the notation of the request
        "authorized_mg": format(authorized, "f") if authorized is asked else plain(authorized),
        "units": day.units,
        "vials": day.vials,
        "discarded_units": day.discarded_units,
    }


def _authorization(review: Review) -> Json | None:
    if review.cycle is None or not review.can_authorize:
        return None
    period = review.period
    return {
        "first_day": period.first_day.isoformat(),
        "last_day": period.last_day.isoformat(),
        "days": period.days,
        "cycles": period.cycles,
        "units": review.cycle.units,
    }

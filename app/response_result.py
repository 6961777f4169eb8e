"""What laboratory values say of a response, as the result file has it."""

from collections.abc import Iterator
from decimal import Decimal

from app.laboratory import Measured
from app.logic import UNKNOWN
from app.response import DefinitionFinding, MrdAssessment, ResponseAssessment, ThresholdFinding

Json = dict[str, object]


def response_document(response: ResponseAssessment | None) -> Json | None:
    """An assessment as JSON values, amounts as texts in plain decimal notation; null without one."""
    if response is None:
        return None
    return {
        "suggestion": response.suggestion,
        "missing": list(response.missing),
        "thresholds": [row for finding in response.definitions for row in _rows(finding)],
        "mrd": None if response.mrd is None else _mrd(response.mrd),
    }


def _rows(finding: DefinitionFinding) -> Iterator[Json]:
    answer = finding.definition.answer
    for item in finding.thresholds:
        yield {"definition": answer, **_threshold(item)}
    for item in finding.one_of:
        yield {"definition": answer, **_threshold(item), "one_of": True}


def _threshold(item: ThresholdFinding) -> Json:
    threshold = item.threshold
    return {
        "name": threshold.name,
        "operator": threshold.operator,
        "bound": _written(threshold.bound),
        "unit": threshold.unit or None,
        "value": _written(item.value),
        "status": "missing" if item.status is UNKNOWN else item.status.word,
    }


def _mrd(assessment: MrdAssessment) -> Json:
    mrd, rule = assessment.mrd, assessment.rule
    return {
        "finding": assessment.finding.value,
        "shown_negative": assessment.shown_negative,
        "method": None if mrd.method is None else mrd.method.value,
        "sensitivity": _written(mrd.sensitivity),
        "sensitivity_at_most": _written(rule.sensitivity_at_most),
        "source": rule.source,
    }


def _written(value: Measured | None) -> object:
    return format(value, "f") if isinstance(value, Decimal) else value

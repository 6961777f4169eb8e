"""Values of a case as the history and the settling page show them: no codes, no ISO dates."""

from datetime import datetime

import pytest

from app.attachments import FileType
from app.determination import Outcome
from app.facts import EvidenceKind
from app.history_fields import changes_between
from app.history_words import known
from app.laboratory import MrdMethod, MrdResult
from app.request import Priority
from app.value_words import value_words

CODES = [
    *(("outcome", code.value) for code in Outcome),
    *(("kind", code.value) for code in EvidenceKind),
    *(("method", code.value) for code in MrdMethod),
    *(("result", code.value) for code in MrdResult),
    *(("priority", code.value) for code in Priority),
    *(("type", code.value) for code in FileType),
]


@pytest.mark.parametrize(("field", "code"), CODES)
def test_every_code_has_words_in_both_languages(field: str, code: str) -> None:
    assert known(f"value.{field}.{code}")
    assert "_" not in value_words(field, code, "en") + value_words(field, code, "es")


def test_days_and_moments_are_written_as_on_the_screen() -> None:
    assert value_words("start_date", "2026-11-30", "en") == "30-Nov-2026"
    assert value_words("birth_date", "1968-04-02", "es") == "02-abr-1968"
    kept = "2026-11-24T13:12:05+00:00"
    local = datetime.fromisoformat(kept).astimezone()
    assert value_words("at", kept, "en") == f"{local:%d}-Nov-2026 {local:%H:%M:%S}"


@pytest.mark.parametrize(
    "typed", ["soon", "20261130", "2026-11-31", "2026-11-30T09:00", "2026-W48-1", "approve it"]
)
def test_what_a_person_typed_is_told_as_it_is_kept(typed: str) -> None:
    assert value_words("start_date", typed, "en") == typed


def test_an_answer_that_lost_its_documents_says_that_it_has_none() -> None:
    case = {"policy": "MP-RX-FP-12-23", "evidence": [{"id": "E1", "title": "Report"}]}
    older = {"case": {**case, "answers": {"cd22_positive": {"value": True, "evidence": ["E1"]}}}}
    newer = {"case": {**case, "answers": {"cd22_positive": {"value": True, "evidence": []}}}}
    (change,) = changes_between(older, newer, "es")
    assert (change.was, change.now) == ("E1 Report", "sin documento")

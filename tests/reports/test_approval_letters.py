import re

import pytest

from app.determination import Outcome
from app.evaluation import cited
from reports import approval
from reports.blocks import texts_of
from tests.reports.cases import (
    case,
    decide,
    denied,
    determination,
)
from tests.reports.composing import LANGUAGES, draft, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_members_part_of_an_approval_has_no_codes_units_or_line_numbers(language: str) -> None:
    said = "\n".join(texts_of(approval.member_part(draft(determination("approve"), language))))
    assert not re.search(r"J\d{4}|\b[A-Z]\d\d\.\d|NDC|HCPCS|ICD|mg/m²|\b[AB]\.i|MP-RX", said)
    assert not re.search("billing|facturación|vial", said)
    assert "1.5 mg" in said
    assert "0.94 mg" in said


def test_the_prescribers_part_computes_before_the_readers_eyes() -> None:
    said = "\n".join(texts_of(approval.prescriber_copy(draft(determination("approve")))))
    for fact in (
        "1.88 m²",
        "Mosteller",
        "170 cm",
        "75 kg",
        "J9229",
        "00008-0100-01",
        "C91.02",
        "1.504",
        "35",
    ):
        assert fact in said
    assert "Marrow flow cytometry, November 10, 2026" in said
    for line in cited(determination("approve").review.finding):
        assert f"\n{line}\n" in said


def test_doses_that_a_physician_approves_as_asked_say_so() -> None:
    document = case(request={"doses_mg": ["2.0", "1.2", "1.2"]})
    said = text(decide(document, Outcome.APPROVE, "Trial protocol."))
    assert "above the limit" in said
    assert "Trial protocol." in said
    assert "2 mg" in said


def test_an_approval_against_the_criteria_tells_that_they_are_not_met() -> None:
    said = text(decide(denied(), Outcome.APPROVE, "Second laboratory reads positive."))
    assert "not all met" in said
    assert "Second laboratory reads positive." in said

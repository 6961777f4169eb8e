import re
from collections.abc import Iterator, Sequence

import pytest

from app.copies import Copy
from app.determination import Outcome
from app.evaluation import cited
from reports import approval
from reports.blocks import Block, KeepTogether, Lines, joined, plain_text, texts_of
from tests.reports.cases import (
    approved,
    case,
    decide,
    denied,
    determination,
)
from tests.reports.composing import LANGUAGES, draft, letter, text


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


def test_the_unused_drug_is_an_estimate_beside_the_decision() -> None:
    said = text(decide(approved()), "en", Copy.PRESCRIBER)
    assert "for the claim (JW): 19 billing units, that is 3 on day 1 and 8 on each of days 8 and 15." in said
    large = {"height_cm": 190, "weight_kg": 96}
    whole = case(request={"doses_mg": ["1.8", "0.9", "0.9"]}, measurements=large)
    assert "an estimate for the claim: none (JZ)" in text(decide(whole), "en", Copy.PRESCRIBER)


def test_the_next_cycle_is_best_asked_for_after_the_last_dose_and_while_the_plan_has_its_time() -> None:
    said = text(decide(approved()), "en", Copy.PRESCRIBER)
    assert (
        "from December 14, 2026 through December 17, 2026: after the last planned dose, and 72 hours" in said
    )
    dates = ["2026-11-30", "2026-12-10", "2026-12-18"]
    late = text(decide(case(request={"treatment_dates": dates})), "en", Copy.PRESCRIBER)
    assert "Send it by December 17, 2026: 72 hours before this authorization ends" in late


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_tty_stands_on_a_line_under_the_phone_it_belongs_to(language: str) -> None:
    (lines,) = [
        block for block in _all(letter(decide(approved()), language).blocks) if isinstance(block, Lines)
    ]
    said = [plain_text(joined(line)) for line in lines.lines]
    numbers = [re.findall(r"1-\d{3}-\d{3}-\d{4}", line) for line in said]
    assert numbers == [
        ["1-787-555-0110", "1-800-555-0111"],
        ["1-787-555-0112"],
        [],
        ["1-800-633-4227"],
        ["1-877-486-2048"],
    ]
    assert ["TTY" in line for line in said] == [False, True, False, False, True]
    assert "www.example.com" in said[2]


def _all(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield from _all(block.blocks) if isinstance(block, KeepTogether) else (block,)

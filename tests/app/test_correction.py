"""What may be put right in a signed letter, and what may not."""

import pytest

from app.correction import CORRECTABLE, corrected_case, written
from app.errors import InvalidInput
from tests.reports.cases import approved


def test_what_stands_there_is_told_by_path() -> None:
    found = written(approved())
    assert tuple(found) == CORRECTABLE
    assert found["member.address"] == "Urb Las Lomas\n1755 Calle 22 SO\nSan Juan PR 00921-1234"
    assert found["prescriber.phone"] == "787-555-0142"


def test_a_correction_changes_its_fields_and_nothing_else() -> None:
    before = approved()
    after = corrected_case(
        before,
        {
            "member.address": " 1 Calle Sol \n\nPonce PR 00730",
            "prescriber.phone": "",
            "member.given_name": "Mar",
        },
    )
    assert before == approved()
    found = written(after)
    assert found["member.address"] == "1 Calle Sol\nPonce PR 00730"
    assert found["prescriber.phone"] == ""
    assert found["member.given_name"] == "Mar"
    expected = approved()
    expected["member"].update(address=["1 Calle Sol", "Ponce PR 00730"], given_name="Mar")
    del expected["prescriber"]["phone"]
    assert after == expected


@pytest.mark.parametrize("path", ["request.cycle", "member.birth_date", "answers.cd22_positive", "policy"])
def test_what_the_decision_rests_on_cannot_be_corrected(path: str) -> None:
    with pytest.raises(InvalidInput, match="decide the case anew"):
        corrected_case(approved(), {path: "2"})

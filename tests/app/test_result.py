"""The result file, as the contract prints it."""

import json
from typing import Any

import pytest

from app.case_file import parse_case
from app.case_json import parse_json
from app.result import result_document
from app.review import review
from tests.app.case_documents import Document, changed, continuation_case, valid_case


def result(document: Document, language: str = "en") -> dict[str, Any]:
    case = parse_case(parse_json(json.dumps(document, ensure_ascii=False)))
    written = json.loads(json.dumps(result_document(review(case), language), allow_nan=False))
    assert isinstance(written, dict)
    return written


def test_an_approval_is_written_as_in_the_contract() -> None:
    found = result(valid_case())
    assert len(found.pop("policy").pop("sha256")) == 64
    criteria = found.pop("criteria")
    changes = found.pop("what_would_change")
    assert {"to", "changes", "text"} == set(changes[0])
    assert found == {
        "format": "dictamen.result/1",
        "case_id": "C-555",
        "purpose": "initial",
        "amends": None,
        "recommendation": "approve",
        "status": "met",
        "cited": ["A.i", "A.ii.A", "A.ii.B.1"],
        "open_questions": [],
        "missing_documents": [],
        "bsa": {"formula": "mosteller", "m2": "1.88"},
        "doses": [
            dose(1, "2026-11-30", "0.8", "1.504", "1.50", 15, 2, 3),
            dose(8, "2026-12-07", "0.5", "0.94", "0.94", 10, 2, 8),
            dose(15, "2026-12-14", "0.5", "0.94", "0.94", 10, 2, 8),
        ],
        "authorization": {
            "first_day": "2026-11-30",
            "last_day": "2026-12-20",
            "days": 21,
            "cycles": 1,
            "units": 35,
        },
        "due": "2026-11-23T14:05:00-04:00",
        "response_assessment": None,
        "advisories": [],
    }
    assert [criterion["id"] for criterion in criteria] == ["A"]


def dose(
    day: int, date: str, mg_per_m2: str, limit: str, mg: str, units: int, vials: int, discarded: int
) -> dict[str, object]:
    return {
        "day": day,
        "date": date,
        "mg_per_m2": mg_per_m2,
        "strength": {"value": mg_per_m2, "unit": "mg/m2"},
        "limit_mg": limit,
        "requested_mg": mg,
        "authorized_mg": mg,
        "units": units,
        "vials": vials,
        "discarded_units": discarded,
    }


def lines(criteria: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for criterion in criteria:
        found[criterion["id"]] = criterion
        found |= lines(criterion.get("parts", []))
    return found


def test_every_printed_line_of_the_section_stands_in_the_tree() -> None:
    assert {"A", "A.i", "A.ii", "A.ii.A", "A.ii.B", "A.ii.B.1", "A.ii.B.2", "A.ii.B.3"} <= set(
        lines(result(valid_case())["criteria"])
    )
    printed = {"B", "B.i", "B.i.A", "B.i.B", "B.ii", "B.ii.A", "B.ii.A.1", "B.ii.A.2", "B.iii", "B.iii.A"}
    assert printed <= set(lines(result(continuation_case())["criteria"]))


def test_a_line_carries_its_status_its_documents_and_its_gap() -> None:
    document = changed(valid_case(), ("answers.cd22_positive.evidence", []))
    found = lines(result(document)["criteria"])
    assert (found["A.i"]["status"], found["A.i"]["evidence"]) == ("unknown", ["E1"])
    assert found["A.i/cd22_positive"]["gap"] == "undocumented"
    assert found["A.iii.A/induction"] == {
        "id": "A.iii.A/induction",
        "status": "unknown",
        "gap": "unanswered",
    }
    assert "gap" not in found["A.i/b_cell_all"]


def test_a_partial_approval_shows_what_was_asked_and_what_is_authorized() -> None:
    first = result(changed(valid_case(), ("request.doses_mg.0", 2.10)))["doses"][0]
    assert (first["requested_mg"], first["authorized_mg"], first["limit_mg"]) == ("2.1", "1.504", "1.504")


@pytest.mark.parametrize(
    ("written", "read"),
    [("1.50", "1.50"), (1.5, "1.5"), (1, "1"), ("1", "1"), (0.0001, "0.0001"), (1e-7, "0.0000001")],
)
def test_amounts_are_texts_in_plain_notation(written: object, read: str) -> None:
    first = result(changed(valid_case(), ("request.doses_mg.0", written)))["doses"][0]
    assert (first["requested_mg"], first["authorized_mg"]) == (read, read)


@pytest.mark.parametrize(
    "step",
    [("measurements", None), ("answers.regimen.evidence", []), ("answers.cd22_positive.value", False)],
)
def test_without_an_approval_nothing_is_authorized(step: tuple[str, object]) -> None:
    found = result(changed(valid_case(), step))
    assert (found["doses"], found["authorization"]) == (None, None)
    assert found["due"] == "2026-11-23T14:05:00-04:00"


def test_without_measurements_there_is_no_area() -> None:
    assert result(changed(valid_case(), ("measurements", None)))["bsa"] is None
    assert result(changed(valid_case(), ("answers", {})))["bsa"]["m2"] == "1.88"


def test_advisories_speak_the_language_asked_for() -> None:
    document = changed(valid_case(), ("request.hcpcs", "J9999"))
    (english,), (spanish,) = result(document)["advisories"], result(document, "es")["advisories"]
    assert english["code"] == spanish["code"] == "hcpcs_not_listed"
    assert english["text"] != spanish["text"]

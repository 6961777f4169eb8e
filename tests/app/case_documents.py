"""A valid case document, and ways to change one field of it."""

import copy
from typing import Any

Document = dict[str, Any]


def contract_case() -> Document:
    """The case that the contract prints, with every question of section A answered and documented."""
    return {
        "format": "dictamen.case/1",
        "policy": "MP-RX-FP-12-23",
        "request": {
            "purpose": "initial",
            "priority": "standard",
            "received_at": "2026-11-20T14:05:00-04:00",
            "line_of_business": "MMM MA",
            "start_date": "2026-11-30",
            "cycle": 1,
            "cycles_requested": 1,
            "extension": None,
            "hcpcs": "J9229",
            "icd10": ["C91.02"],
            "doses_mg": ["1.50", "0.94", "0.94"],
        },
        "member": {
            "member_id": "M00012345",
            "given_name": "María del Carmen",
            "family_name": "Núñez Rivera",
            "birth_date": "1968-04-02",
            "language": "es",
            "address": ["Urb Las Lomas", "1755 Calle 22 SO", "San Juan PR 00921-1234"],
        },
        "prescriber": {"name": "Inés Muñiz Peña, MD", "npi": "1234567893", "phone": "787-555-0142"},
        "measurements": {"height_cm": 170, "weight_kg": 75, "measured_on": "2026-11-18"},
        "evidence": [
            {"id": "E1", "kind": "pathology_report", "title": "Marrow flow cytometry", "dated": "2026-11-10"}
        ],
        "answers": {
            "b_cell_all": {"value": True, "evidence": ["E1"]},
            "cd22_positive": {"value": True, "evidence": ["E1"]},
            "disease_status": {"value": "relapsed", "evidence": ["E1"]},
            "regimen": {"value": "single_agent", "evidence": ["E1"]},
        },
    }


_CASE = contract_case()
_VALID: Document = {
    **_CASE,
    "case_id": "C-555",
    "title": "A request that meets every line",
    "member": {**_CASE["member"], "family_name": "Ejemplo Núñez", "mbi": "1EG4-TE5-MK73"},
    "prescriber": {**_CASE["prescriber"], "name": "Inés Muestra Peña, MD"},
    "evidence": [
        *_CASE["evidence"],
        {"id": "E2", "kind": "treatment_plan", "title": "Treatment plan", "dated": None},
    ],
    "answers": {**_CASE["answers"], "regimen": {"value": "single_agent", "evidence": ["E2"]}},
}
_CONTINUATION = {"purpose": "continuation", "cycle": 3, "doses_mg": None}
_CONTINUATION_ANSWERS = {
    "disease_progression": {"value": False, "evidence": ["E2"]},
    "unacceptable_toxicity": {"value": False, "evidence": []},
    "veno_occlusive_disease": {"value": False},
    "response": {"value": "cr", "evidence": ["E1"]},
    "hsct_planned": {"value": False},
}

REMOVED = object()


def valid_case() -> Document:
    """A document of its own: an initial request that is approved as asked."""
    return copy.deepcopy(_VALID)


def continuation_case() -> Document:
    """A continuation, cycle 3, no transplant planned, CR: approved."""
    document = valid_case()
    document["request"] |= _CONTINUATION
    document["answers"] = copy.deepcopy(_CONTINUATION_ANSWERS)
    return document


def changed(document: Document, *steps: tuple[str, object]) -> Document:
    """The document with other values at some paths, e.g. ``("evidence.0.kind", "letter")``."""
    for path, value in steps:
        place: Any = document
        *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        for step in way:
            place = place[step]
        if value is REMOVED:
            del place[last]
        else:
            place[last] = value
    return document

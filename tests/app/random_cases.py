"""Random valid cases, the same for the same seed: every field takes each kind of value at times."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.app.oracle import SECTION_A, SECTION_B, States

Document = dict[str, Any]

_ICD10 = ("C91.00", "C91.01", "C91.02", "D46.A", "C91.10", "D46.9")
_KINDS = (
    "pathology_report",
    "lab_result",
    "imaging",
    "chart_note",
    "treatment_plan",
    "physician_statement",
    "other",
)
_OFFSETS = ("-04:00", "Z", "+00:00", "-05:00", "+05:45", "+14:00")
_FIRST_DAY = date(2024, 1, 1)
# Answers that meet their line; random ones alone hardly ever meet a whole section.
_FAVORABLE: dict[str, States] = {
    "b_cell_all": (True,),
    "cd22_positive": (True,),
    "disease_status": ("relapsed", "refractory"),
    "regimen": SECTION_A["regimen"][:4],
    "tki": SECTION_A["tki"][:5],
    "induction": (True,),
    "philadelphia": ("negative",),
    "disease_progression": (False,),
    "unacceptable_toxicity": (False,),
    "veno_occlusive_disease": (False,),
    "response": ("cr", "cri", "none"),
    "response_cycle": (1, 2, 3),
    "hsct_planned": (True, False),
    "mrd_negative": (False,),
}


def random_cases(count: int, seed: int) -> Iterator[Document]:
    """``count`` valid case documents."""
    source = Random(seed)  # noqa: S311  # chance for tests, not for secrets
    for _ in range(count):
        yield _case(source)


def _case(source: Random) -> Document:
    start = _FIRST_DAY + timedelta(days=source.randrange(2000))
    evidence = [_document(source, number) for number in range(source.randrange(1, 5))]
    case = {
        "format": "dictamen.case/1",
        "policy": "MP-RX-FP-12-23",
        "request": _request(source, start),
        "member": _member(source, start),
        "prescriber": {"name": "Inés Muestra Peña, MD", "npi": "1234567893", "phone": "787-555-0142"},
        "measurements": _measurements(source),
        "evidence": evidence,
        "answers": _answers(source, [item["id"] for item in evidence]),
        "laboratory": _laboratory(source),
    }
    return {key: value for key, value in case.items() if value is not None or source.random() < 0.5}


def _request(source: Random, start: date) -> Document:
    initial = source.random() < 0.5
    request = {
        "purpose": "initial" if initial else "continuation",
        "priority": source.choice(("standard", "expedited")),
        "received_at": _moment(source, start),
        "line_of_business": source.choice(("MMM MA", "MMM Multihealth")),
        "start_date": start.isoformat(),
        "cycle": source.choice((1, None)) if initial else source.choice((2, 2, 3, 3, 4, 5, 6, 7, 8, 12)),
        "cycles_requested": source.choice((1, 1, 1, 1, 2, 6)),
        "extension": source.choice((None, "response", "toxicity_recovery")) if initial else None,
        "hcpcs": source.choice(("J9229", "J9229", "J9999", None)),
        "icd10": source.choice((None, source.sample(_ICD10, source.randrange(4)))),
        "doses_mg": source.choice((None, [_dose(source) for _ in range(3)])),
        "treatment_dates": source.choice((None, None, _treatment_dates(source, start))),
    }
    return {key: value for key, value in request.items() if value is not None or source.random() < 0.5}


def _treatment_dates(source: Random, start: date) -> list[str]:
    """Days near the policy's, closer than the label allows, or after the end of the authorization."""
    second = source.choice((5, 6, 7, 7, 8, 10))
    third = second + source.choice((4, 6, 7, 7, 9, 13, 14, 20, 21))
    return [(start + timedelta(days=days)).isoformat() for days in (0, second, third)]


def _moment(source: Random, start: date) -> str:
    day = start - timedelta(days=source.randrange(10))
    time = f"{source.randrange(24):02}:{source.randrange(60):02}:{source.randrange(60):02}"
    return f"{day}T{time}{source.choice(_OFFSETS)}"


def _dose(source: Random) -> str | float:
    amount = f"{source.uniform(0.3, 2.2):.{source.randrange(1, 4)}f}"
    return source.choice((amount, float(amount)))


def _member(source: Random, start: date) -> Document:
    age_days = source.choice((source.randrange(800), source.randrange(36500)))
    return {
        "member_id": f"M555{source.randrange(100000):05}",
        "given_name": source.choice(("María del Carmen", "José", "Ana Sofía")),
        "family_name": source.choice(("Ejemplo Núñez", "Muestra Ortiz", "Prueba Piñeiro")),
        "birth_date": (start - timedelta(days=age_days)).isoformat(),
        "language": source.choice(("en", "es")),
        "address": ["Urb Las Lomas", "1755 Calle 22 SO", "San Juan PR 00921-1234"],
    }


def _measurements(source: Random) -> Document | None:
    if source.random() < 0.1:
        return None
    return {
        "height_cm": source.choice((source.randrange(30, 251), round(source.uniform(140, 190), 1))),
        "weight_kg": source.choice((source.randrange(2, 351), round(source.uniform(40, 120), 2))),
        "measured_on": source.choice((None, "2024-01-01")),
    }


def _laboratory(source: Random) -> Document | None:
    if source.random() < 0.6:
        return None
    values = {
        "marrow_blasts_percent": source.choice((None, "4.99", 5, 0, 3.5, 88)),
        "peripheral_blasts": source.choice((None, False, False, True)),
        "platelets_e9_per_l": source.choice((None, "99.9", 100, 20, 312.5)),
        "anc_e9_per_l": source.choice((None, "0.999", 1, 0.2, 4.5)),
        "extramedullary_disease": source.choice((None, False, False, True)),
        "mrd": source.choice((None, _mrd(source))),
    }
    return {key: value for key, value in values.items() if value is not None or source.random() < 0.5}


def _mrd(source: Random) -> Document:
    report = {
        "result": source.choice(("negative", "negative", "positive", None)),
        "method": source.choice(("flow", "pcr", "ngs", "other", None)),
        "sensitivity": source.choice(("0.0001", "0.00001", "0.001", 0.01, None)),
    }
    return {key: value for key, value in report.items() if value is not None or source.random() < 0.5}


def _document(source: Random, number: int) -> Document:
    return {"id": f"E{number}", "kind": source.choice(_KINDS), "title": "Report", "dated": "2024-01-01"}


def _answers(source: Random, evidence: list[str]) -> Document:
    thorough = source.random()  # how complete this file is
    favorable = source.random()
    return {
        name: {
            "value": source.choice(_FAVORABLE[name] if source.random() < favorable else values),
            "evidence": source.sample(evidence, 1) if source.random() < thorough**0.3 else [],
        }
        for name, values in (SECTION_A | SECTION_B).items()
        if source.random() < thorough**0.3
    }

"""Small cases of every outcome, as documents; all people and numbers are invented."""

import copy
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.case_file import parse_case
from app.determination import Determination, Outcome, determine
from app.people import Person, Role
from app.review import review
from tests.app.case_documents import contract_case

PHYSICIAN = Person("Ana Sofía Vélez Ortiz, MD", Role.PHYSICIAN, "PR-20417")
REVIEWER = Person("José Ángel Ibáñez Güell, RN", Role.REVIEWER, "PR-11932")

AT = datetime.fromisoformat("2026-11-21T10:30:00-04:00")

Document = dict[str, Any]

_EVIDENCE = [
    {"id": "E1", "kind": "pathology_report", "title": "Marrow flow cytometry", "dated": "2026-11-10"},
    {"id": "E2", "kind": "chart_note", "title": "Oncology clinic note", "dated": "2026-11-12"},
    {"id": "E3", "kind": "treatment_plan", "title": "Treatment plan", "dated": "2026-11-17"},
    {"id": "E4", "kind": "lab_result", "title": "BCR::ABL1 by PCR", "dated": "2026-11-11"},
]


def _answer(value: object, *evidence: str) -> Document:
    return {"value": value, "evidence": list(evidence)}


_INITIAL = {
    "b_cell_all": _answer(True, "E1"),
    "cd22_positive": _answer(True, "E1"),
    "disease_status": _answer("relapsed", "E1", "E2"),
    "regimen": _answer("single_agent", "E3"),
    "induction": _answer(False, "E2"),
    "philadelphia": _answer("negative", "E4"),
}

_CONTINUATION = {
    "disease_progression": _answer(False, "E2"),
    "unacceptable_toxicity": _answer(False),
    "veno_occlusive_disease": _answer(False),
    "response": _answer("cr", "E1"),
    "hsct_planned": _answer(False),
}


def case(
    answers: Mapping[str, object] | None = None,
    request: Mapping[str, object] | None = None,
    **fields: object,
) -> Document:
    """An initial request that meets everything, changed as told; an answer of None is left out."""
    wanted = {**(request or {})}
    later = wanted.get("purpose") == "continuation"
    like = contract_case()
    document: Document = {
        **like,
        "case_id": "2026-00123",
        "request": {**like["request"], **wanted},
        "evidence": copy.deepcopy(_EVIDENCE),
        "answers": copy.deepcopy({**(_CONTINUATION if later else _INITIAL), **(answers or {})}),
        **fields,
    }
    document["answers"] = {name: value for name, value in document["answers"].items() if value is not None}
    return document


def approved() -> Document:
    """All criteria met, doses within the table."""
    return case()


def too_much() -> Document:
    """Met, but with a dose above the table on every day and two cycles at once."""
    return case(request={"doses_mg": ["2.0", "1.2", "1.2"], "cycles_requested": 2})


def denied() -> Document:
    """CD22 shown negative."""
    return case(answers={"cd22_positive": _answer(False, "E1")})


def incomplete() -> Document:
    """No disease status, an undocumented CD22 result, no height and weight."""
    return case(
        answers={"cd22_positive": _answer(True), "disease_status": None, "philadelphia": None},
        measurements=None,
    )


def continuation(cycle: int, **answers: object) -> Document:
    """A later cycle; 1.5 mg/m² in all, as after a remission."""
    return case(
        answers=answers,
        request={"purpose": "continuation", "cycle": cycle, "doses_mg": None, "icd10": ["C91.01"]},
    )


def answer(value: object, *evidence: str) -> Document:
    """One answer with its documents."""
    return _answer(value, *evidence)


DENIAL_REASON = "The flow cytometry of November 10 reads CD22-negative in two samples."

DECISIONS: Mapping[str, tuple[Document, Outcome | None, str | None]] = {
    "approve": (approved(), None, None),
    "approve_in_part": (too_much(), None, None),
    "deny": (denied(), Outcome.DENY, DENIAL_REASON),
    "pend": (incomplete(), None, None),
}
"""One decision of each outcome: case, outcome (None follows the recommendation), reason."""


def determination(kind: str, person: Person = PHYSICIAN) -> Determination:
    """The decision of a kind, by a person."""
    document, outcome, reason = DECISIONS[kind]
    return decide(document, outcome, reason, person)


def decide(
    document: Document,
    outcome: Outcome | None = None,
    reason: str | None = None,
    person: Person = PHYSICIAN,
) -> Determination:
    """A decision on a case."""
    return determine(review(parse_case(document)), outcome, person, AT, reason)


NOT_MET: Mapping[str, Document] = {
    "other diagnosis": case({"b_cell_all": answer(False, "E1")}),
    "CD22 negative": denied(),
    "neither relapsed nor refractory": case({"disease_status": answer("neither", "E2")}),
    "regimen not listed": case({"regimen": answer("other", "E3")}),
    "partner not listed": case({"regimen": answer("with_tki", "E3"), "tki": answer("other", "E3")}),
    "induction, Philadelphia positive": case(
        {
            "disease_status": answer("neither", "E2"),
            "induction": answer(True, "E2"),
            "philadelphia": answer("positive", "E4"),
            "regimen": answer("with_mini_hyper_cvd", "E3"),
        }
    ),
    "progression": continuation(2, disease_progression=answer(True, "E2")),
    "toxicity": continuation(2, unacceptable_toxicity=answer(True)),
    "veno-occlusive disease": continuation(2, veno_occlusive_disease=answer(True)),
    "fourth cycle before a transplant": continuation(
        4, hsct_planned=answer(True), mrd_negative=answer(True, "E1")
    ),
    "third cycle not needed": continuation(3, hsct_planned=answer(True), mrd_negative=answer(True, "E1")),
    "seventh cycle": continuation(7, response_cycle=answer(2)),
    "no response": continuation(4, response=answer("none", "E1")),
    "response too late": continuation(5, response_cycle=answer(4)),
}
"""A case for each reason why the criteria are not met."""

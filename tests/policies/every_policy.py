"""Every policy, the shipped and the invented ones, and cases of them made from the policy alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import resources
from app.diagram import diagram_for, is_asked
from app.facts import Answer, Value
from app.logic import MET
from app.policy import Policy, Purpose, Question, QuestionKind
from app.policy_file import INSTALLATION, load_policy
from app.proof import cycles_of

SYNTHETIC = Path(__file__).parent / "synthetic"
FILES = [*sorted(resources.path("policies").glob("*.toml")), *sorted(SYNTHETIC.glob("*.toml"))]
POLICIES = {load_policy(source).number: load_policy(source) for source in FILES}
START = date(2026, 11, 30)

Document = dict[str, Any]

every_file = pytest.mark.parametrize("source", FILES, ids=lambda source: source.stem)
every_policy = pytest.mark.parametrize("number", POLICIES)
every_section = pytest.mark.parametrize(
    ("number", "purpose"), [(number, purpose) for number in POLICIES for purpose in Purpose]
)


@contextmanager
def all_installed() -> Iterator[None]:
    """The invented policies beside the shipped ones, as a clinic would install its own."""
    with INSTALLATION.with_folder(SYNTHETIC):
        yield


def first_cycle(policy: Policy, purpose: Purpose) -> int:
    """The first cycle that a section judges."""
    return cycles_of(policy.sections[purpose])[0]


def meeting(policy: Policy, purpose: Purpose) -> dict[str, Value]:
    """The fewest answers that meet a section and choose a dose table, each to a question that is asked."""
    cycle = first_cycle(policy, purpose)
    diagram = diagram_for(policy, purpose, cycle)
    questions = {question.id: question for question in diagram.questions}
    for answers in diagram.ways(policy.sections[purpose].root, MET):
        given = {name: Answer(value) for name, value in answers.items()}
        asked = all(is_asked(questions[name], given, cycle) for name in answers)
        response = answers.get(policy.dosing.response_fact or "")
        if asked and policy.dosing.table_for(cycle, response) is not None:
            return answers
    raise AssertionError(f"nothing meets {purpose} of {policy.number}")


def written(question: Question, value: Value) -> object:
    """An answer as a case file holds it."""
    if question.kind is QuestionKind.DATE:
        assert isinstance(value, int)
        return (START - timedelta(days=value)).isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value


def bare_case(policy: Policy, purpose: Purpose) -> Document:
    """A complete request under a policy, with a document and no answer yet."""
    cycle = first_cycle(policy, purpose)
    return {
        "format": "dictamen.case/1",
        "policy": policy.number,
        "request": {
            "purpose": purpose.value,
            "priority": "standard",
            "received_at": "2026-11-20T14:05:00-04:00",
            "line_of_business": policy.lines_of_business[0],
            "start_date": START.isoformat(),
            "cycle": cycle,
            "cycles_requested": 1,
            "hcpcs": policy.drug.hcpcs,
            "icd10": sorted(policy.icd10)[:1],
        },
        "member": {
            "member_id": "M55500001",
            "given_name": "Luz",
            "family_name": "Ejemplo Vega",
            "birth_date": "1968-04-02",
            "language": "es",
            "address": ["Calle Inventada 1", "Ponce PR 00716-0001"],
        },
        "prescriber": {"name": "Inés Muestra Peña, MD", "npi": "1234567893"},
        "measurements": _measurements(policy),
        "evidence": [{"id": "E1", "kind": "chart_note", "title": "Clinic note", "dated": "2026-11-17"}],
        "answers": {},
    }


def _measurements(policy: Policy) -> Document:
    height = {} if policy.dosing.area is None else {"height_cm": 170}
    return {**height, "weight_kg": 75, "measured_on": "2026-11-18"}


def met_case(policy: Policy, purpose: Purpose) -> Document:
    """A request that meets its section."""
    answers = {
        name: {"value": written(policy.questions[name], value), "evidence": ["E1"]}
        for name, value in meeting(policy, purpose).items()
    }
    return {**bare_case(policy, purpose), "answers": answers}

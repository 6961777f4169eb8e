"""Checks of a policy's lines and choices on the decision diagram: what can decide nothing."""

from collections.abc import Iterator

from app.diagram import Diagram, diagram_for
from app.facts import Value
from app.policy import Criterion, Policy, Question, QuestionKind, Section
from app.policy_check.findings import PolicyFinding, error, remark
from app.proof import can_decide, changes_nothing, cycles_of


def line_findings(policy: Policy) -> Iterator[PolicyFinding]:
    """Lines and tests that can never decide, or that change no result."""
    for section in policy.sections.values():
        for line in {id(criterion): criterion for criterion in section.root.walk()}.values():
            yield from _line(policy, section, line)


def _line(policy: Policy, section: Section, line: Criterion) -> Iterator[PolicyFinding]:
    block = f"criterion {line.id}"
    if not can_decide(policy, section, line):
        yield error("unreachable_line", block, "can never decide: the result is the same, met or not met")
    elif changes_nothing(policy, section, line):
        words = "changes no result: what it asks is settled by other lines wherever it counts"
        yield remark("redundant_line", block, words)


def value_findings(policy: Policy) -> Iterator[PolicyFinding]:
    """Choices that decide nothing."""
    for question in policy.questions.values():
        if question.kind is not QuestionKind.CYCLE:
            yield from _question(policy, question)


def _question(policy: Policy, question: Question) -> Iterator[PolicyFinding]:
    diagrams = _diagrams(policy, question)
    if not diagrams:
        return
    block = f"question {question.id}"
    for choice in question.choices:
        if not _decides(diagrams, question, choice.value) and not _doses_by(policy, question, choice.value):
            words = f"the answer {_written(choice.value)} changes no result: it counts as little as none"
            yield error("idle_value", block, words)
    dosed = {_doses_by(policy, question, choice.value) for choice in question.choices}
    if len(dosed) == 1 and not any(_tells_apart(diagram, question) for diagram in diagrams):
        yield remark("values_not_told_apart", block, "gives the same result whatever is answered")


def _diagrams(policy: Policy, question: Question) -> list[Diagram]:
    return [
        diagram_for(policy, section.purpose, cycle)
        for section in policy.sections.values()
        if question in policy.questions_of(section.purpose)
        for cycle in cycles_of(section)
    ]


def _decides(diagrams: list[Diagram], question: Question, value: Value) -> bool:
    return any(
        diagram.state_of(question, value) in diagram.effective_states(question) for diagram in diagrams
    )


def _doses_by(policy: Policy, question: Question, value: Value) -> tuple[str, ...]:
    """The dose tables that an answer chooses."""
    if question.id != policy.dosing.response_fact:
        return ()
    return tuple(table.id for table in policy.dosing.tables if table.responses and value in table.responses)


def _tells_apart(diagram: Diagram, question: Question) -> bool:
    return len({diagram.state_of(question, choice.value) for choice in question.choices}) > 1


def _written(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)

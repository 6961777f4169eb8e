"""A section of a policy as a decision of the GoRules ZEN engine, in as few nodes as still trace every line.

One expression node holds one expression for each criterion, in the order of their need; its trace names the
result of each. Statuses are numbers, as in ``app.logic``, so that "all of" is the lowest and "any of" the
highest. Facts that do not count are null.
"""

import json
from collections.abc import Iterator

import zen

from app.logic import MET, Status
from app.policy import AllOf, AnyOf, Criterion, IfThenElse, NoneOf, Section, Test

_STATUS = "status"


class ZenSection:
    """One section, compiled once; each evaluation is traced."""

    def __init__(self, section: Section) -> None:
        self._decision = zen.ZenEngine().create_decision(json.dumps(document_of(section)))

    def evaluate(self, facts: dict[str, object] | bytes) -> Status:
        """The status of a section under the facts that count, given as values or as JSON."""
        result = self._decision.evaluate(facts, {"trace": True})
        assert result["trace"]["lines"]["traceData"]
        return Status(int(result["result"][_STATUS]))


def document_of(section: Section) -> dict[str, object]:
    """The decision as the engine's own document."""
    written: dict[str, str] = {}
    root = _write(section.root, written)
    expressions = [
        {"id": key, "key": key, "value": value} for key, value in {**written, _STATUS: root}.items()
    ]
    nodes = [
        ("facts", "inputNode", {}),
        ("lines", "expressionNode", {"expressions": expressions}),
        ("result", "outputNode", {}),
    ]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": name, "type": kind, "name": name, "position": {"x": 0, "y": 0}, "content": content}
            for name, kind, content in nodes
        ],
        "edges": [
            {"id": f"{source}-{target}", "sourceId": source, "targetId": target, "type": "edge"}
            for source, target in (("facts", "lines"), ("lines", "result"))
        ],
    }


def variable(fact: str) -> str:
    """What a fact is called there; a dot would lead into an object."""
    return fact.replace(".", "_")


def _write(criterion: Criterion, written: dict[str, str]) -> str:
    """How the expressions after this one refer to a criterion, once it and its parts are written."""
    expression = _expression(criterion, written)
    name = "".join(sign if sign.isalnum() else "_" for sign in criterion.id)
    key, number = name, 1
    # two tests of one fact, written in place in one line, share their id; the same test stands once
    while written.setdefault(key, expression) != expression:
        number += 1
        key = f"{name}_{number}"
    return f"$.{key}"


def _expression(criterion: Criterion, written: dict[str, str]) -> str:
    rule = criterion.rule
    if isinstance(rule, Test):
        fact = variable(rule.fact)
        return f"{fact} == null ? 1 : {_comparison(fact, rule)} ? 2 : 0"
    parts = [_write(part, written) for part in rule.parts]
    listed = ", ".join(parts)
    match rule:
        case AllOf():
            return f"min([{listed}])"
        case AnyOf():
            return f"max([{listed}])"
        case NoneOf():
            return f"{int(MET)} - max([{listed}])"
        case IfThenElse():
            condition, then, otherwise = parts
            return f"{condition} == 2 ? {then} : {condition} == 0 or {then} == {otherwise} ? {otherwise} : 1"


def _comparison(fact: str, test: Test) -> str:
    signs = {"at_most": "<=", "at_least": ">=", "below": "<", "above": ">"}
    if test.operator in signs:
        return f"{fact} {signs[test.operator]} {test.operand}"
    if test.operator == "is":
        return f"{fact} == {json.dumps(test.operand)}"
    assert isinstance(test.operand, frozenset), test.operator
    return f"{fact} in [{', '.join(_literals(test.operand))}]"


def _literals(values: frozenset[object]) -> Iterator[str]:
    return (json.dumps(value) for value in sorted(values, key=repr))

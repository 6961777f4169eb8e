"""Slips of the pen in a policy file: what nothing reaches, and what can never hold."""

from collections.abc import Iterator

from app.policy import Policy
from app.policy_rules import REQUEST_FACTS, REQUEST_LISTS


def unused_blocks(policy: Policy) -> Iterator[tuple[str, str]]:
    """Criteria that no section reaches, questions that nothing asks; with what is wrong."""
    reached = {c.id for section in policy.sections.values() for c in section.root.walk()}
    for name in policy.criteria:
        if name not in reached:
            yield f"criterion {name}", "is reached by no section"
    asked = {fact for section in policy.sections.values() for fact in section.facts()}
    if policy.dosing.response_fact is not None:
        asked.add(policy.dosing.response_fact)
    for name in policy.questions:
        if name not in asked:
            yield f"question {name}", "is used by no criterion"


def conditions_on_nothing(policy: Policy) -> Iterator[tuple[str, str]]:
    """Conditions on facts that no case can state, which never hold; with what is wrong."""
    conditions = [
        *((f"question {q.id}: asked_when", c) for q in policy.questions.values() for c in q.asked_when),
        *((f"advisory {a.code}: when", c) for a in policy.advisories.values() for c in a.when),
    ]
    for place, condition in conditions:
        if condition.fact not in {*policy.questions, *REQUEST_FACTS, *REQUEST_LISTS}:
            yield place, f"{condition.fact} is neither a question of this file nor a request fact"

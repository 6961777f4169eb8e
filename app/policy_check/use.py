"""Checks of what stands in a policy file to no purpose, or waits for what can never be."""

import re
from collections.abc import Iterator, Sequence

from app.advisories import COMPUTED
from app.answer_values import values_of
from app.definition import Definition
from app.policy import Condition, Policy, Purpose, Question
from app.policy_check.findings import PolicyFinding, error, remark
from app.policy_slips import unused_blocks
from app.proof import cycles_of
from app.text import Text

_ICD10 = "request.icd10"
_CYCLE = "request.cycle"


def use_findings(policy: Policy) -> Iterator[PolicyFinding]:
    """Orphans, what nobody shows or asks, and conditions that never hold."""
    for block, words in unused_blocks(policy):
        kind = "orphan_criterion" if block.startswith("criterion ") else "unused_question"
        yield error(kind, block, words)
    yield from _readings(policy)
    yield from _definitions(policy)
    yield from _codes(policy)
    yield from _advisories(policy)
    for question in policy.questions.values():
        if question.asked_when and not _can_be_asked(policy, question):
            words = "is never asked: its asked_when cannot hold"
            yield error("never_asked", f"question {question.id}", words)


# ---------------------------------------------------------------- what nobody shows


def _readings(policy: Policy) -> Iterator[PolicyFinding]:
    carried = [line.reading for line in policy.criteria.values()]
    carried += [revision.reading for revision in policy.revisions]
    used = {reading.id for reading in carried if reading is not None}
    for reading in policy.readings:
        if reading.id not in used:
            words = "belongs to no line and to no revision, so no reviewer meets it beside one"
            yield remark("unused_reading", f"reading {reading.id}", words)


def _definitions(policy: Policy) -> Iterator[PolicyFinding]:
    texts = _texts_that_use_terms(policy)
    for definition in policy.definitions:
        terms = _terms(definition)
        if not any(_mentions(text["en"], term) for text in texts for term in terms):
            words = f"defines {definition.term['en']}, which no question, line or advisory speaks of"
            yield remark("unused_definition", f"definition {definition.id}", words)


def _terms(definition: Definition) -> list[str]:
    """The full term and the abbreviations that stand in brackets within it."""
    term = definition.term["en"]
    return [" ".join(re.sub(r"\([^)]*\)", "", term).split()), *re.findall(r"\(([^)]+)\)", term)]


def _mentions(text: str, term: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE) is not None


def _texts_that_use_terms(policy: Policy) -> list[Text]:
    texts = [policy.subject]
    texts += [line.text for line in policy.criteria.values()]
    for question in policy.questions.values():
        texts += [
            question.prompt,
            question.short,
            question.ask_for,
            *([question.hint] if question.hint else []),
        ]
        texts += [choice.text for choice in question.choices]
    texts += [item.text for item in (*policy.statements, *policy.discontinuation)]
    texts += [table.text for table in policy.dosing.tables]
    texts += [advisory.text for advisory in policy.advisories.values()]
    return texts


def _codes(policy: Policy) -> Iterator[PolicyFinding]:
    named = {code.code for code in policy.codes}
    listed = policy.hcpcs | policy.icd10
    for code in sorted(listed - named):
        yield remark("code_without_text", f"code {code}", "is on the list and has no block that describes it")
    for code in sorted(named - listed):
        yield remark("code_not_listed", f"code {code}", "is described and stands on no list")


# ---------------------------------------------------------------- what can never be


def _advisories(policy: Policy) -> Iterator[PolicyFinding]:
    for advisory in policy.advisories.values():
        block = f"advisory {advisory.code}"
        if not advisory.when and advisory.code not in COMPUTED:
            words = "is never given: it has no condition, and the program computes none of this name"
            yield error("unused_advisory", block, words)
        purposes = [advisory.purpose] if advisory.purpose else list(Purpose)
        if not any(_can_be_given(policy, purpose, advisory.when) for purpose in purposes):
            yield error("unused_advisory", block, "is never given: its conditions cannot hold together")


def _can_be_given(policy: Policy, purpose: Purpose, when: Sequence[Condition]) -> bool:
    asked = {question.id for question in policy.questions_of(purpose)}
    known = all(condition.fact in {_ICD10, _CYCLE, *asked} for condition in when)
    return known and _can_hold_together(policy, purpose, when)


def _can_be_asked(policy: Policy, question: Question) -> bool:
    """Whether some request asks a question: what it waits for must be asked too, and all conditions agree."""
    purposes = [purpose for purpose in Purpose if question in policy.questions_of(purpose)]
    return not purposes or any(_can_be_asked_for(policy, purpose, question) for purpose in purposes)


def _can_be_asked_for(policy: Policy, purpose: Purpose, question: Question) -> bool:
    asked = {candidate.id: candidate for candidate in policy.questions_of(purpose)}
    waiting, conditions, seen = [question], list[Condition](), set[str]()
    while waiting:
        for condition in waiting.pop().asked_when:
            if condition.fact == question.id or condition.fact not in {_CYCLE, *asked}:
                return False
            conditions.append(condition)
            if condition.fact != _CYCLE and condition.fact not in seen:
                seen.add(condition.fact)
                waiting.append(asked[condition.fact])
    return _can_hold_together(policy, purpose, conditions)


def _can_hold_together(policy: Policy, purpose: Purpose, conditions: Sequence[Condition]) -> bool:
    """Whether one value of each fact passes all conditions on it."""
    by_fact: dict[str, list[Condition]] = {}
    for condition in conditions:
        by_fact.setdefault(condition.fact, []).append(condition)
    return all(
        any(all(condition.holds(value) for condition in on_it) for value in _values(policy, purpose, on_it))
        for on_it in by_fact.values()
    )


def _values(policy: Policy, purpose: Purpose, on_it: Sequence[Condition]) -> Sequence[object]:
    """Enough values of the fact that some conditions look at to try them all."""
    fact = on_it[0].fact
    if fact == _ICD10:
        return [_codes_that_pass(on_it)]
    if fact == _CYCLE:
        bounds = [condition.operand for condition in on_it if isinstance(condition.operand, int)]
        later = sorted({bound + step for bound in bounds for step in (-1, 0, 1) if bound + step > 1})
        return [1] if purpose is Purpose.INITIAL else [*cycles_of(policy.sections[purpose]), *later]
    return values_of(policy.questions[fact], on_it)


def _codes_that_pass(on_it: Sequence[Condition]) -> tuple[object, ...]:
    """Every code that some condition wants and none forbids; where this list does not pass, none does."""
    wanted, forbidden = set[object](), set[object]()
    for condition in on_it:
        codes = condition.operand if isinstance(condition.operand, frozenset) else frozenset()
        (forbidden if condition.operator == "lacks" else wanted).update(codes)
    return tuple(wanted - forbidden)

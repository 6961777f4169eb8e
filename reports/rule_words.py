"""Rules, answers and conditions of a policy in words, generated from the rules themselves."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from app.comparisons import BOUNDS, WITHIN_DAYS
from app.facts import Value
from app.logic import Status
from app.policy import (
    AllOf,
    AnyOf,
    Condition,
    Criterion,
    IfThenElse,
    NoneOf,
    Policy,
    Question,
    QuestionKind,
    Test,
)
from app.policy_rules import REQUEST_FACTS
from app.proof import Proof
from app.typed_numbers import typed
from reports.wording import Wording

_GROUPS: Mapping[type, str] = {AllOf: "rule.all_of", AnyOf: "rule.any_of", NoneOf: "rule.none_of"}
_ICD10 = "request.icd10"


class RuleWords:
    """Says what stands in a policy in one language."""

    def __init__(self, policy: Policy, wording: Wording) -> None:
        self._policy = policy
        self._wording = wording
        self._language = wording.language

    def rule(self, criterion: Criterion) -> str:
        """The rule of a criterion; lines below it by their number, tests in full."""
        rule = criterion.rule
        if isinstance(rule, Test):
            return self.test(rule)
        named = [self._name(part) for part in rule.parts]
        if isinstance(rule, IfThenElse):
            condition, then, otherwise = named
            return self._says("rule.if_then_else", condition=condition, then=then, otherwise=otherwise)
        return self._says(_GROUPS[type(rule)], parts=self._wording.sentences["rule.between"].join(named))

    def test(self, test: Test | Condition) -> str:
        """A test or a condition on one fact."""
        value = self._operand(test.fact, test.operator, test.operand)
        return self._says("rule.test", fact=self._fact(test.fact), value=value)

    def conditions(self, conditions: Iterable[Condition]) -> str:
        """Conditions that must all hold."""
        return self._wording.sentences["rule.between"].join(map(self.test, conditions))

    def answer(self, question: Question, value: Value) -> str:
        """An answer as it is offered."""
        if question.choices:
            return next(c.text[self._language] for c in question.choices if c.value == value)
        if question.kind is QuestionKind.DATE:
            return self._day(int(str(value)))
        if question.number is not None:
            return f"{_typed(value)} {question.number.unit[self._language]}"
        return _typed(value)

    def _day(self, before: int) -> str:
        """A day by its distance to the first treatment day."""
        kind = "start" if before == 0 else "before" if before > 0 else "after"
        number = abs(before)
        return self._says(f"value.day_{kind}" if number != 1 else f"value.day_{kind}_one", number=number)

    def answers(self, question: Question) -> str:
        """Every answer that a question offers."""
        if question.choices:
            return self._quoted(choice.text[self._language] for choice in question.choices)
        if question.kind is QuestionKind.DATE:
            return self._wording.sentences["value.date"]
        numbers = question.number
        if numbers is not None:
            unit = numbers.unit[self._language]
            return self._says(
                "value.number_in_range", unit=unit, least=typed(numbers.least), most=typed(numbers.most)
            )
        return self._wording.sentences["value.number"]

    def proof(self, section: str, proof: Proof, *, with_cycle: bool) -> str:
        """A case that proves a line: the answers, and what is found."""
        given = [self._says("line.cycle", cycle=proof.cycle)] if with_cycle else []
        given += [
            self._says("rule.test", fact=self._fact(name), value=self.answer(question, proof.answers[name]))
            for name, question in self._policy.questions.items()
            if name in proof.answers
        ]
        if not proof.answers:
            given.append(self._wording.sentences["line.no_answers"])
        answers = self._wording.sentences["rule.between"].join(given)
        return self._says("line.proof", answers=answers, found=self._found(section, proof.found))

    def _found(self, section: str, status: Status) -> str:
        return self._says(f"found.{status.word}", section=section)

    def _name(self, part: Criterion) -> str:
        if self._policy.criteria.get(part.id) is not part:
            return self.rule(part)
        return part.id if part.id == part.line else self._quoted([part.text[self._language]])

    def _quoted(self, texts: Iterable[str]) -> str:
        return self._wording.joined([self._says("rule.quoted", text=text) for text in texts])

    def _fact(self, fact: str) -> str:
        if fact == _ICD10:
            return self._wording.sentences["rule.icd10"]
        if fact in REQUEST_FACTS:
            return REQUEST_FACTS[fact][self._language]
        return self._policy.questions[fact].short[self._language]

    def _operand(self, fact: str, operator: str, operand: object) -> str:
        if operator in {*BOUNDS, WITHIN_DAYS}:
            asked = self._policy.questions.get(fact)
            unit = f" {asked.number.unit[self._language]}" if asked and asked.number else ""
            return self._says(f"rule.{operator}", number=f"{_typed(operand)}{unit}")
        values = operand if isinstance(operand, frozenset) else frozenset([operand])
        if operator in {"includes", "lacks"}:
            return self._says(f"rule.{operator}", values=self._wording.joined(sorted(map(str, values))))
        question = self._policy.questions.get(fact)
        if question is None or not question.choices:
            return self._wording.joined(sorted(map(str, values)))
        if len(values) == len(question.choices):
            return self._says("rule.any_documented" if question.documented else "rule.any_answer")
        named = [self.answer(question, choice.value) for choice in question.choices if choice.value in values]
        return named[0] if len(named) == 1 else self._says("rule.one_of", values=self._quoted(named))

    def _says(self, key: str, **values: object) -> str:
        return self._wording.text(key, **values)


def _typed(value: object) -> str:
    """A number as numbers are printed, and anything else as it stands."""
    return typed(value) if isinstance(value, Decimal | int) else str(value)

"""A drug policy as frozen data, in the policy's own numbering."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from app.course_rules import CourseRules
from app.definition import Definition, ResponseRule
from app.dosing import AuthorizationLimits, Dosing, Drug
from app.facts import Value
from app.number_range import NumberRange
from app.policy_notes import Code, Explained
from app.text import Text


class Purpose(StrEnum):
    """What is asked for: the first cycle, or one after it."""

    INITIAL = "initial"
    CONTINUATION = "continuation"


# ---------------------------------------------------------------- rules


@dataclass(frozen=True, slots=True)
class Test:
    """One fact against one of the operators of ``app.comparisons``.

    Attributes:
        fact: a question's id, or ``request.cycle``.
        operator: the word in the policy file.
        operand: what the fact is compared with, as the file has it.
        holds: True where a value passes.
    """

    fact: str
    operator: str
    operand: object
    holds: Callable[[object], bool] = field(compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must be met."""

    parts: "tuple[Criterion, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part met is enough."""

    parts: "tuple[Criterion, ...]"


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part may be met."""

    parts: "tuple[Criterion, ...]"


@dataclass(frozen=True, slots=True)
class IfThenElse:
    """The condition chooses which part counts."""

    parts: "tuple[Criterion, Criterion, Criterion]"


Rule = Test | AllOf | AnyOf | NoneOf | IfThenElse


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line is read where it can be read in more than one way."""

    id: int
    text: Text


@dataclass(frozen=True, slots=True)
class Criterion:
    """One printed line, or a part of it that logic needs apart (its id then holds a ``/``).

    Attributes:
        line: the printed line, e.g. ``A.i`` for ``A.i/cd22_positive``.
        lines: the printed lines of this criterion and of all below it, in printed order, each once.
    """

    id: str
    text: Text
    rule: Rule = field(repr=False)
    reading: Reading | None = None
    line: str = field(init=False, repr=False, compare=False)
    lines: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # kept, not computed: each evaluation asks them of every criterion
        object.__setattr__(self, "line", self.id.partition("/")[0])
        below = (line for part in self.parts for line in part.lines)
        object.__setattr__(self, "lines", tuple(dict.fromkeys((self.line, *below))))

    @property
    def parts(self) -> "tuple[Criterion, ...]":
        """The criteria that the rule looks at; empty for a test."""
        return () if isinstance(self.rule, Test) else self.rule.parts

    def walk(self) -> "Iterator[Criterion]":
        """This criterion and all below it, in printed order."""
        yield self
        for part in self.parts:
            yield from part.walk()


# ---------------------------------------------------------------- questions


class QuestionKind(StrEnum):
    """What an answer looks like.

    True or false, one of the choices, a cycle's number, a number with a unit, or a day. A day counts by its
    distance to the first treatment day: 20 is twenty days before it, -1 the day after.
    """

    YES_NO = "yes_no"
    CHOICE = "choice"
    CYCLE = "cycle"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible answer, with a hint only where it helps to decide.

    Attributes:
        result: what stands for this answer in its question's ``result``; None for the text itself.
    """

    value: Value
    text: Text
    hint: Text | None = None
    result: Text | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A test on what was stated or requested, whether or not a document shows it.

    Attributes:
        operator: the word in the policy file.
        operand: what the fact is compared with, as the file has it.
    """

    fact: str
    operator: str
    operand: object
    holds: Callable[[object], bool] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the record.

    Attributes:
        documented: the answer counts only with at least one document.
        page: the review page that asks it, ``criteria`` or ``response``.
        asked_when: every condition must hold before the question is asked.
        ask_for: the document or statement to request when it is missing.
        result: an answer as something that the record would show, with ``{answer}`` where the answer stands.
        number: what a number can be; None for every other kind.
        values: the values of its choices.
    """

    id: str
    kind: QuestionKind
    documented: bool
    page: str
    prompt: Text
    short: Text
    ask_for: Text
    hint: Text | None
    choices: tuple[Choice, ...]
    asked_when: tuple[Condition, ...]
    result: Text | None = None
    number: NumberRange | None = None
    values: frozenset[Value] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # kept, not computed: each answer of each case asks for it
        object.__setattr__(self, "values", frozenset(choice.value for choice in self.choices))

    def allows(self, value: object) -> bool:
        """Whether ``value`` is an answer to this question; of a day, its distance to the first treatment."""
        if self.kind is QuestionKind.YES_NO:
            return value is True or value is False
        if self.number is not None:
            return self.number.holds(value)
        if self.choices:
            # true is no choice even where 1 would be, and what has no hash is no answer at all
            return isinstance(value, str) and value in self.values
        return type(value) is int and (value >= 1 or self.kind is QuestionKind.DATE)

    @property
    def allowed(self) -> str:
        """The allowed answers in words, for an error."""
        if self.kind is QuestionKind.YES_NO:
            return "true or false"
        if self.kind is QuestionKind.CYCLE:
            return "a cycle number, 1 or more"
        if self.kind is QuestionKind.DATE:
            return "a date, YYYY-MM-DD"
        if self.number is not None:
            return self.number.allowed
        return "one of " + ", ".join(str(choice.value) for choice in self.choices)


# ---------------------------------------------------------------- codes, advisories, printed matter


@dataclass(frozen=True, slots=True)
class AdvisoryText:
    """Something worth telling that never decides; ``when`` is empty where the program computes it.

    Attributes:
        source: where what it says comes from.
    """

    code: str
    text: Text
    purpose: Purpose | None
    when: tuple[Condition, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A printed line that says something without deciding a request."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Revision:
    """A revision of the policy, in force from ``effective`` on.

    Attributes:
        reading: how its change is read where it can be read in more than one way.
    """

    effective: date
    kind: Text
    summary: Text
    pharmacy_committee: date | None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The criteria for one purpose."""

    id: str
    purpose: Purpose
    title: Text
    root: Criterion

    def facts(self) -> tuple[str, ...]:
        """The ids of the facts its tests look at, in printed order, each once."""
        tests = (c.rule.fact for c in self.root.walk() if isinstance(c.rule, Test))
        return tuple(dict.fromkeys(tests))


@dataclass(frozen=True)
class Policy:
    """The whole policy, as loaded from its file.

    Attributes:
        last_day: the last day on which the file counts; None while nothing ends it but a later file.
        explained: findings of the policy check that may stand, each with its reason.
        response: what laboratory values say of the response; None where the policy measures none by them.
    """

    number: str
    plan: str
    sha256: str
    title: Text
    subject: Text
    service_category: str
    lines_of_business: tuple[str, ...]
    label_age_years: int
    drug: Drug
    revisions: tuple[Revision, ...]
    definitions: tuple[Definition, ...]
    hcpcs: frozenset[str]
    icd10: frozenset[str]
    code_note: Text
    codes: tuple[Code, ...]
    readings: tuple[Reading, ...]
    questions: Mapping[str, Question]
    sections: Mapping[Purpose, Section]
    criteria: Mapping[str, Criterion]
    statements: tuple[Statement, ...]
    limits: AuthorizationLimits
    dosing: Dosing
    discontinuation: tuple[Statement, ...]
    advisories: Mapping[str, AdvisoryText]
    references: tuple[str, ...]
    last_day: date | None
    explained: tuple[Explained, ...]
    response: ResponseRule | None = None
    course: CourseRules = field(default_factory=CourseRules)

    def revision_on(self, day: date) -> Revision | None:
        """The revision in force on a day; None before the file's first revision and after its last day."""
        if self.last_day is not None and day > self.last_day:
            return None
        in_force = [revision for revision in self.revisions if revision.effective <= day]
        return in_force[-1] if in_force else None

    def questions_of(self, purpose: Purpose) -> tuple[Question, ...]:
        """The questions that a section's tests use, in the policy file's order."""
        return self._questions_by_purpose[purpose]

    @cached_property
    def _questions_by_purpose(self) -> dict[Purpose, tuple[Question, ...]]:
        used = {purpose: set(section.facts()) for purpose, section in self.sections.items()}
        return {
            purpose: tuple(question for question in self.questions.values() if question.id in facts)
            for purpose, facts in used.items()
        }

    def lines_of(self, question: Question, purpose: Purpose) -> tuple[str, ...]:
        """The printed lines that a question serves in a section, in printed order."""
        tested = (
            criterion.line
            for criterion in self.sections[purpose].root.walk()
            if isinstance(criterion.rule, Test) and criterion.rule.fact == question.id
        )
        return tuple(dict.fromkeys(tested))

"""A drug policy as frozen data, in the policy's own numbering."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

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


class _Comparison:
    """One fact against one of the operators of ``app.comparisons``; two that ask the same are equal.

    Attributes:
        fact: a question's id, or a fact of the request such as ``request.cycle``.
        operator: the word in the policy file.
        operand: what the fact is compared with, as the file has it.
        holds: True where a value passes.
    """

    __slots__ = ("fact", "holds", "operand", "operator")

    def __init__(self, fact: str, operator: str, operand: object, holds: Callable[[object], bool]) -> None:
        self.fact: Final = fact
        self.operator: Final = operator
        self.operand: Final = operand
        self.holds: Final = holds

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and isinstance(other, _Comparison) and other._asked == self._asked

    def __hash__(self) -> int:
        return hash(self._asked)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.fact} {self.operator} {self.operand!r})"

    @property
    def _asked(self) -> tuple[str, str, object]:
        return self.fact, self.operator, self.operand


class Test(_Comparison):
    """A test on what counts: met, not met, or unknown while the fact does not count."""

    __slots__ = ()


class _Group:
    """A rule that looks at other criteria."""

    __slots__ = ("parts",)

    def __init__(self, parts: "tuple[Criterion, ...]") -> None:
        self.parts: Final = parts


class AllOf(_Group):
    """Every part must be met."""

    __slots__ = ()


class AnyOf(_Group):
    """One part met is enough."""

    __slots__ = ()


class NoneOf(_Group):
    """No part may be met."""

    __slots__ = ()


class IfThenElse(_Group):
    """The condition chooses which part counts: parts are the condition, what then counts, and what else."""

    __slots__ = ()

    def __init__(self, parts: "tuple[Criterion, Criterion, Criterion]") -> None:
        super().__init__(parts)


Rule = Test | AllOf | AnyOf | NoneOf | IfThenElse


class Reading(NamedTuple):
    """How a line is read where it can be read in more than one way."""

    id: int
    text: Text


class Criterion:
    """One printed line, or a part of it that logic needs apart (its id then holds a ``/``).

    Attributes:
        reading: how it is read where it can be read in more than one way.
        line: the printed line, e.g. ``A.i`` for ``A.i/cd22_positive``.
        lines: the printed lines of this criterion and of all below it, in printed order, each once.
    """

    __slots__ = ("id", "line", "lines", "reading", "rule", "text")

    def __init__(self, name: str, text: Text, rule: Rule, reading: Reading | None = None) -> None:
        self.id: Final = name
        self.text: Final = text
        self.rule: Final = rule
        self.reading: Final = reading
        # kept, not computed: each evaluation asks them of every criterion
        self.line: Final = name.partition("/")[0]
        below: list[str] = [line for part in self.parts for line in part.lines]
        self.lines: Final[tuple[str, ...]] = tuple(dict.fromkeys([self.line, *below]))

    def __repr__(self) -> str:
        return f"Criterion({self.id})"

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


class Choice(NamedTuple):
    """One possible answer, with a hint only where it helps to decide.

    Attributes:
        result: what stands for this answer in its question's ``result``; None for the text itself.
    """

    value: Value
    text: Text
    hint: Text | None = None
    result: Text | None = None


class Condition(_Comparison):
    """A test on what was stated or requested, whether or not a document shows it."""

    __slots__ = ()


class Question(NamedTuple):
    """One question to the record.

    Attributes:
        documented: the answer counts only with at least one document.
        page: the review page that asks it, ``criteria`` or ``response``.
        asked_when: every condition must hold before the question is asked.
        ask_for: the document or statement to request when it is missing.
        result: an answer as something that the record would show, with ``{answer}`` where the answer stands.
        number: what a number can be; None for every other kind.
        values: the values of its choices, kept because each answer of each case asks for them.
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
    values: frozenset[Value]
    result: Text | None = None
    number: NumberRange | None = None

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


class AdvisoryText(NamedTuple):
    """Something worth telling that never decides; ``when`` is empty where the program computes it.

    Attributes:
        source: where what it says comes from.
    """

    code: str
    text: Text
    purpose: Purpose | None
    when: tuple[Condition, ...]
    source: str


class Statement(NamedTuple):
    """A printed line that says something without deciding a request."""

    id: str
    text: Text


class Revision(NamedTuple):
    """A revision of the policy, in force from ``effective`` on.

    Attributes:
        reading: how its change is read where it can be read in more than one way.
    """

    effective: date
    kind: Text
    summary: Text
    pharmacy_committee: date | None
    reading: Reading | None = None


class Section(NamedTuple):
    """The criteria for one purpose."""

    id: str
    purpose: Purpose
    title: Text
    root: Criterion

    def facts(self) -> tuple[str, ...]:
        """The ids of the facts its tests look at, in printed order, each once."""
        tests = (c.rule.fact for c in self.root.walk() if isinstance(c.rule, Test))
        return tuple(dict.fromkeys(tests))


class Policy(NamedTuple):
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
    course: CourseRules = CourseRules()

    def revision_on(self, day: date) -> Revision | None:
        """The revision in force on a day; None before the file's first revision and after its last day."""
        if self.last_day is not None and day > self.last_day:
            return None
        in_force = [revision for revision in self.revisions if revision.effective <= day]
        return in_force[-1] if in_force else None

    def questions_of(self, purpose: Purpose) -> tuple[Question, ...]:
        """The questions that a section's tests use, in the policy file's order."""
        used = set(self.sections[purpose].facts())
        return tuple([question for question in self.questions.values() if question.id in used])

    def lines_of(self, question: Question, purpose: Purpose) -> tuple[str, ...]:
        """The printed lines that a question serves in a section, in printed order."""
        tested = (
            criterion.line
            for criterion in self.sections[purpose].root.walk()
            if isinstance(criterion.rule, Test) and criterion.rule.fact == question.id
        )
        return tuple(dict.fromkeys(tested))

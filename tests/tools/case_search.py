"""Finds the smallest cases that show what each part of a policy does, by its decision diagrams."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.case_file import parse_case
from app.diagram import Diagram, diagram_for, is_asked
from app.evaluation import evaluate, facts_of
from app.facts import Answer, Value
from app.logic import MET, NOT_MET, Status
from app.policy import Criterion, Policy, Purpose, Question, Section
from app.policy import Test as FactTest  # a name that starts with Test would be collected as a test
from app.proof import cycles_of, proofs_of
from app.review import Review, review
from tests.app.case_documents import Document, changed, valid_case

DOCUMENT = ("E1",)
_FIELDS = {"icd10": "request.icd10.0", "received_at": "request.received_at"}
_PLAN = "hsct_planned"
_PLAN_WORDS = {True: "a transplant planned", False: "no transplant planned", None: "the plan unknown"}


@dataclass(frozen=True, slots=True)
class Situation:
    """What a case says.

    Attributes:
        request: other fields of the request, by name: ``icd10`` (its only code) and ``received_at``.
    """

    purpose: Purpose
    cycle: int
    answers: Mapping[str, Answer]
    request: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The same for the same facts, in whatever order they were found."""
        return repr((self.cycle, sorted(self.answers.items()), sorted(self.request.items())))

    def document(self) -> Document:
        """The whole case file."""
        stated = {name: {"value": a.value, "evidence": list(a.evidence)} for name, a in self.answers.items()}
        asked = {"purpose": self.purpose.value, "cycle": self.cycle, "doses_mg": None}
        steps = [(f"request.{name}", value) for name, value in asked.items()]
        more = [(_FIELDS[name], value) for name, value in self.request.items()]
        return changed(valid_case(), ("answers", stated), *steps, *more)

    def judged(self) -> Review:
        """The judgment of the whole case."""
        return review(parse_case(self.document()))


Shown = tuple[str, Situation]


def by_leaf(policy: Policy) -> Iterator[Shown]:
    """For each test of each line, the smallest cases in which it decides, one for each of its results."""
    for section in policy.sections.values():
        for line in section.root.walk():
            if isinstance(line.rule, FactTest):
                for proof in proofs_of(policy, section, line):
                    words = f"{leaf_words(line, line.rule)}: {proof.line.word}"
                    yield words, _situation(policy, section, proof.cycle, proof.answers)


def leaf_words(line: Criterion, test: FactTest) -> str:
    """A test by its printed line and what it asks: ``line A.ii.B.1, regimen is single_agent``."""
    return f"line {line.line}, {test.fact} {test.operator} {_listed(test.operand)}"


def by_line_with_reading(policy: Policy) -> Iterator[Shown]:
    """For each line that can be read in more than one way, the smallest cases in which it decides."""
    for section in policy.sections.values():
        for line in section.root.walk():
            if line.reading is not None:
                for proof in proofs_of(policy, section, line):
                    words = f"reading {line.reading.id}, line {line.id}: {proof.line.word}"
                    yield words, _situation(policy, section, proof.cycle, proof.answers)


def by_value(policy: Policy) -> Iterator[Shown]:
    """For each listed value, the smallest cases that this answer settles; then one without its document."""
    for section in policy.sections.values():
        for question in policy.questions_of(section.purpose):
            first = diagram_for(policy, section.purpose, cycles_of(section)[0])
            for value in (value for values in first.values_of(question) for value in values):
                words = f"{question.id} is {_listed(value)}"
                settled = list(_settled_by(policy, section, question, value))
                for status, found in settled:
                    yield f"value {words}: {status.word}", found
                if question.documented:
                    found = settled[0][1]
                    bare = {**found.answers, question.id: Answer(value)}
                    yield f"no document, {words}", Situation(found.purpose, found.cycle, bare)


def by_cycle(policy: Policy) -> Iterator[Shown]:
    """For each two cycles in a row and each transplant plan, the smallest cases between which they differ."""
    section = policy.sections[Purpose.CONTINUATION]
    cycles = cycles_of(section)
    for here, there in ((c, c + 1) for c in cycles[:-1]):
        for plan, plan_words in _PLAN_WORDS.items():
            for answers in _told_apart(policy, section, (here, there), plan):
                words = f"cycle {here} against cycle {there}, {plan_words}"
                yield words, _situation(policy, section, here, answers)
                yield words, _situation(policy, section, there, answers)


def _told_apart(
    policy: Policy, section: Section, cycles: tuple[int, int], plan: Value | None
) -> Iterator[Mapping[str, Value]]:
    """The smallest answers for each pair of results that two cycles have on the same answers."""
    seen = set[tuple[Status, ...]]()
    for cycle in cycles:
        diagram = diagram_for(policy, section.purpose, cycle)
        for wanted in (MET, NOT_MET):
            for answers in _asked_ways(diagram, section, wanted, cycle):
                found = tuple(_status(policy, section, c, answers) for c in cycles)
                differs = found[0] is not found[1] and found not in seen
                # what is asked in one of the two cycles alone is no fact of the other
                if differs and answers.get(_PLAN) is plan and _asked_in_both(diagram, answers, cycles):
                    seen.add(found)
                    yield answers


def _settled_by(
    policy: Policy, section: Section, question: Question, value: Value
) -> Iterator[tuple[Status, Situation]]:
    """The smallest cases that have a result by one answer, and without this answer would not have it."""
    for status in (MET, NOT_MET):
        found = [
            (len(answers), cycle, answers)
            for cycle in cycles_of(section)
            if (answers := _first_settled(policy, section, cycle, status, question, value)) is not None
        ]
        if found:
            _, cycle, answers = min(found, key=lambda way: way[:2])
            yield status, _situation(policy, section, cycle, {**answers, question.id: value})


def _first_settled(
    policy: Policy, section: Section, cycle: int, status: Status, question: Question, value: Value
) -> Mapping[str, Value] | None:
    diagram = diagram_for(policy, section.purpose, cycle)
    state = diagram.state_of(question, value)
    for answers in _asked_ways(diagram, section, status, cycle):
        if question.id in answers and diagram.state_of(question, answers[question.id]) == state:
            others = {name: other for name, other in answers.items() if name != question.id}
            if _status(policy, section, cycle, others) is not status:
                return answers
    return None


def _asked_ways(
    diagram: Diagram, section: Section, status: Status, cycle: int
) -> Iterator[Mapping[str, Value]]:
    """The sets of answers that give the section a status, with what makes the policy ask for each of them."""
    questions = {question.id: question for question in diagram.questions}
    for settling in diagram.ways(section.root, status):
        answers = dict(settling)
        for name in settling:
            for condition in questions[name].asked_when:
                if condition.fact in questions and condition.fact not in answers:
                    values = (
                        value for group in diagram.values_of(questions[condition.fact]) for value in group
                    )
                    answers[condition.fact] = next(value for value in values if condition.holds(value))
        if _is_all_asked(diagram, answers, cycle):
            yield answers


def _asked_in_both(diagram: Diagram, answers: Mapping[str, Value], cycles: tuple[int, int]) -> bool:
    return all(_is_all_asked(diagram, answers, cycle) for cycle in cycles)


def _is_all_asked(diagram: Diagram, answers: Mapping[str, Value], cycle: int) -> bool:
    given = {name: Answer(value) for name, value in answers.items()}
    return all(is_asked(question, given, cycle) for question in diagram.questions if question.id in given)


def _status(policy: Policy, section: Section, cycle: int, answers: Mapping[str, Value]) -> Status:
    shown = {name: Answer(value, DOCUMENT) for name, value in answers.items()}
    return evaluate(section.root, facts_of(policy, shown, cycle)).status


def _situation(policy: Policy, section: Section, cycle: int, answers: Mapping[str, Value]) -> Situation:
    """The case with these answers, each with a document where its question needs one."""
    shown = {
        question.id: Answer(answers[question.id], DOCUMENT if question.documented else ())
        for question in policy.questions_of(section.purpose)
        if question.id in answers
    }
    return Situation(section.purpose, cycle, shown)


def _listed(operand: object) -> str:
    values = operand if isinstance(operand, list | tuple | frozenset) else [operand]
    return " or ".join(str(value).lower() for value in sorted(values, key=str))

"""The finding as lines of the tree beside a page: a printed line is a row, the tests in it are its note."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.case import Judgment
from app.evaluation import Finding, decisive
from app.facts import Gap
from app.logic import MET, NOT_MET, UNKNOWN
from app.policy import AnyOf, IfThenElse, NoneOf, Test
from ui.kit.finding_model import TreeLine
from ui.kit.status import Status
from ui.review.answer_words import answer_words, facts_below
from ui.review.finding_words import SHOWN
from ui.review.words import tr


@dataclass(slots=True)
class FindingLines:
    """The lines, and the ways between a line and the question's card behind it.

    Attributes:
        top: what the tree shows.
        question_of: the id of the question that a line leads to, by the line's id; a request fact too.
        line_of: the id of the line that a question stands in, by the question's id.
        finding_of: what was found on a line, by the line's id.
    """

    top: tuple[TreeLine, ...] = ()
    question_of: dict[str, str] = field(default_factory=dict)
    line_of: dict[str, str] = field(default_factory=dict)
    finding_of: dict[str, Finding] = field(default_factory=dict)


def finding_lines(judgment: Judgment, language: str) -> FindingLines:
    """The finding of a judgment, in the policy's numbering, for a screen in this language."""
    made = FindingLines()
    builder = _Builder(judgment, language, made)
    made.top = (builder.line(judgment.finding, needed=True),)
    return made


def is_row(part: Finding) -> bool:
    """Whether a part has a row of its own: a test written within a line belongs to that line."""
    return not (isinstance(part.criterion.rule, Test) and "/" in part.criterion.id)


class _Builder:
    def __init__(self, judgment: Judgment, language: str, made: FindingLines) -> None:
        self._judgment = judgment
        self._language = language
        self._made = made
        self._open = {*judgment.openings.questions, *judgment.openings.documents}
        self._placed: set[str] = set()

    def line(self, finding: Finding, *, needed: bool) -> TreeLine:
        needed = needed and self._can_matter(finding)
        own = tuple(_own_tests(finding))
        self._link(finding, own, needed=needed)
        criterion = finding.criterion
        return TreeLine(
            id=criterion.id,
            number="" if "/" in criterion.id else criterion.id,
            label=criterion.text[self._language],
            status=SHOWN[finding.status] if needed else Status.NEUTRAL,
            note=self._note(finding, own) if needed else "",
            dim=not needed,
            children=self._children(finding) if needed else (),
        )

    def _children(self, finding: Finding) -> tuple[TreeLine, ...]:
        return tuple(
            self.line(part, needed=_counts(finding, number))
            for number, part in enumerate(finding.parts)
            if _has_row(finding, number)
        )

    def _can_matter(self, finding: Finding) -> bool:
        """An open line matters while one of its questions can still change the whole."""
        return finding.status is not UNKNOWN or not self._open.isdisjoint(facts_below(finding))

    def _link(self, finding: Finding, own: tuple[Finding, ...], *, needed: bool) -> None:
        line = finding.criterion.id
        self._made.question_of[line] = self._behind(finding, own)
        self._made.finding_of[line] = finding
        # A line that is not needed hides those below it, so it stands for all of them.
        for fact in map(_fact, own) if needed else facts_below(finding):
            if needed and fact not in self._placed:
                self._made.line_of[fact] = line
                self._placed.add(fact)
            self._made.line_of.setdefault(fact, line)

    def _behind(self, finding: Finding, own: tuple[Finding, ...]) -> str:
        """The fact to go to: what is open, else what fails the line, else what it asks."""
        failing = [_fact(test) for test in own if finding.status is NOT_MET and _speaks(finding, test)]
        carrying = [_fact(leaf) for leaf in decisive(finding)]
        own_facts = [_fact(test) for test in own if finding.status is not NOT_MET]
        asked = [*own_facts, *carrying, *facts_below(finding)]
        is_open = [fact for fact in asked if fact in self._open]
        questions = [fact for fact in asked if fact in self._judgment.policy.questions]
        return [*is_open, *failing, *questions, *asked][0]

    def _note(self, finding: Finding, own: tuple[Finding, ...]) -> str:
        """What is missing in this very line, or which answers fail it."""
        if finding.status is MET:
            return ""
        told = [test for test in own if _speaks(finding, test)]
        asked = [test for test in told if test.gap is None or _fact(test) in self._open]
        if len(own) == 1:
            return "".join(map(self._state, told))
        return "\n".join(map(self._named_state, asked or told))

    def _state(self, test: Finding) -> str:
        """How the only test of a line stands."""
        if _fact(test) not in self._judgment.policy.questions:
            return self._cycle()
        if test.gap is Gap.UNANSWERED:
            return tr("Not answered yet")
        sentence = tr("Answered: {0}. Document missing") if test.gap else tr("Answered: {0}")
        return sentence.format(self._answer(test))

    def _named_state(self, test: Finding) -> str:
        """How one of several tests of a line stands."""
        if _fact(test) not in self._judgment.policy.questions:
            return self._cycle()
        name = test.criterion.text[self._language]
        if "/" not in test.criterion.id:
            name = self._judgment.policy.questions[_fact(test)].short[self._language]
        if test.gap is Gap.UNANSWERED:
            return tr("{0}: not answered yet").format(name)
        sentence = tr("{0}: {1}, document missing") if test.gap else "{0}: {1}"
        return sentence.format(name, self._answer(test))

    def _cycle(self) -> str:
        return tr("Cycle {0} is asked for").format(self._judgment.request.cycle)

    def _answer(self, test: Finding) -> str:
        fact = _fact(test)
        value = self._judgment.answers[fact].value
        return answer_words(self._judgment.policy.questions[fact], value, self._language)


def _fact(test: Finding) -> str:
    rule = test.criterion.rule
    return rule.fact if isinstance(rule, Test) else ""


def _has_row(parent: Finding, number: int) -> bool:
    """A condition only chooses, and what must not hold would be read the wrong way round."""
    if isinstance(parent.criterion.rule, NoneOf):
        return False
    is_condition = isinstance(parent.criterion.rule, IfThenElse) and number == 0
    return not is_condition and is_row(parent.parts[number])


def _own_tests(finding: Finding) -> Iterator[Finding]:
    """The tests that are told in the row of this finding."""
    if isinstance(finding.criterion.rule, Test):
        yield finding
    for number, part in enumerate(finding.parts):
        if not _has_row(finding, number):
            yield from (below for below in part.walk() if isinstance(below.criterion.rule, Test))


def _counts(parent: Finding, number: int) -> bool:
    """Whether a part can still matter to its parent, as the parent stands."""
    rule, part = parent.criterion.rule, parent.parts[number]
    if isinstance(rule, IfThenElse):
        condition = parent.parts[0].status
        return condition is UNKNOWN or (number == 1) is (condition is MET)
    if isinstance(rule, AnyOf):
        return part.status is parent.status
    return parent.status is not NOT_MET or part.status is not UNKNOWN


def _speaks(finding: Finding, test: Finding) -> bool:
    """Whether a test tells why its line is not met or open."""
    if isinstance(finding.criterion.rule, IfThenElse):
        return test.status is UNKNOWN and finding.status is UNKNOWN
    if isinstance(finding.criterion.rule, NoneOf):
        return test.status is (MET if finding.status is NOT_MET else UNKNOWN)
    return test.status is finding.status

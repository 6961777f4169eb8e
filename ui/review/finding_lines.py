"""The finding as lines of the tree beside a page: each criterion is a row, the tests in it are its note."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.case import Judgment
from app.evaluation import Finding, decisive
from app.facts import Gap
from app.logic import MET, NOT_MET, UNKNOWN
from app.logic import Status as Found
from app.policy import AnyOf, Criterion, IfThenElse, NoneOf, Policy, Test
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
        statements: the ids of the lines that only hold or do not hold: conditions, and what must not be.
    """

    top: tuple[TreeLine, ...] = ()
    question_of: dict[str, str] = field(default_factory=dict)
    line_of: dict[str, str] = field(default_factory=dict)
    finding_of: dict[str, Finding] = field(default_factory=dict)
    statements: set[str] = field(default_factory=set)


def finding_lines(judgment: Judgment, language: str) -> FindingLines:
    """The finding of a judgment, in the policy's numbering, for a screen in this language."""
    made = FindingLines()
    builder = _Builder(judgment, language, made)
    made.top = (builder.line(judgment.finding, _Place()),)
    return made


def is_row(criterion: Criterion, policy: Policy) -> bool:
    """Whether a criterion has a row of its own: a test written within a line belongs to that line."""
    return policy.criteria.get(criterion.id) is criterion


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row stands.

    Attributes:
        needed: it can still matter to the lines above it.
        against: it stands under a "none of", so that it helps when it is not met.
        chooses: it is, or is part of, a condition: where it does not hold the other line counts.
        is_condition: it is the condition itself.
    """

    needed: bool = True
    against: bool = False
    chooses: bool = False
    is_condition: bool = False


class _Builder:
    def __init__(self, judgment: Judgment, language: str, made: FindingLines) -> None:
        self._judgment = judgment
        self._language = language
        self._made = made
        self._open = {*judgment.openings.questions, *judgment.openings.documents}
        self._placed: set[str] = set()

    def line(self, finding: Finding, place: _Place) -> TreeLine:
        needed = place.needed and self._can_matter(finding)
        own = tuple(self._own_tests(finding))
        self._link(finding, own, needed=needed)
        criterion = finding.criterion
        helps = _seen(finding, against=place.against)
        if place.against or place.chooses:
            self._made.statements.add(criterion.id)
        # a condition that does not hold leads to the other line: nothing has failed
        dim = not needed or (place.chooses and helps is NOT_MET)
        return TreeLine(
            id=criterion.id,
            number="" if "/" in criterion.id else criterion.id,
            label=_label(place).format(criterion.text[self._language]),
            status=Status.NEUTRAL if dim else SHOWN[helps],
            note=self._note(finding, own) if needed and helps is not MET else "",
            dim=dim,
            children=self._children(finding, place) if needed else (),
        )

    def _children(self, finding: Finding, place: _Place) -> tuple[TreeLine, ...]:
        return tuple(
            self.line(part, _place_of(number, finding, place))
            for number, part in enumerate(finding.parts)
            if self._has_row(part)
        )

    def _has_row(self, part: Finding) -> bool:
        return is_row(part.criterion, self._judgment.policy)

    def _own_tests(self, finding: Finding) -> Iterator[Finding]:
        """The tests that are told in the row of this finding."""
        if isinstance(finding.criterion.rule, Test):
            yield finding
        yield from (part for part in finding.parts if not self._has_row(part))

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
        """What is missing in this very line, or which answers settle it."""
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


def _label(place: _Place) -> str:
    """How a row says its criterion."""
    if place.is_condition:
        return tr("If: {0}")
    return tr("Not: {0}") if place.against else "{0}"


def _seen(finding: Finding, *, against: bool) -> Found:
    """How a finding stands to the whole: turned round where it must not be met."""
    return Found(MET - finding.status) if against else finding.status


def _place_of(number: int, parent: Finding, place: _Place) -> _Place:
    """Where a part stands, by its number among the parts of a row that stands in a place."""
    rule, part = parent.criterion.rule, parent.parts[number]
    if isinstance(rule, IfThenElse):
        chosen = parent.parts[0].status
        needed = number == 0 or chosen is UNKNOWN or (number == 1) is (chosen is MET)
        return _Place(needed, place.against and number != 0, place.chooses or number == 0, number == 0)
    against = place.against != isinstance(rule, NoneOf)
    whole, own = _seen(parent, against=place.against), _seen(part, against=against)
    # turned round, "all of" becomes "one of" and the other way round; "none of" is "all of" turned parts
    one_is_enough = isinstance(rule, AnyOf) != place.against
    needed = own is whole if one_is_enough else whole is not NOT_MET or own is not UNKNOWN
    return _Place(needed, against, place.chooses)


def _speaks(finding: Finding, test: Finding) -> bool:
    """Whether a test tells why its line is not met or open."""
    if isinstance(finding.criterion.rule, IfThenElse):
        return test.status is UNKNOWN and finding.status is UNKNOWN
    if isinstance(finding.criterion.rule, NoneOf):
        return test.status is Found(MET - finding.status)
    return test.status is finding.status

"""A finding explained: why it is so, and what would change it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.change import Change
from app.change_sets import changes_by, changes_without
from app.evaluation import Finding, cited, decisive
from app.facts import Answer, Gap, Value
from app.grounds import grounds_for
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.nearest import Nearest, losses
from app.number_words import cycle_text, number_text
from app.policy import IfThenElse, Policy, Purpose, Question, Test
from app.policy_rules import REQUEST_FACTS
from app.text import Text


class StatedFact(NamedTuple):
    """A fact that decides a line.

    Attributes:
        id: of the question, or ``request.cycle``.
        name: the question's short name.
        answer: what was stated, in the words of its choice; None while there is no answer.
        gap: why it does not count yet; None where it counts.
        documents: ids of the documents that show it.
    """

    id: str
    name: Text
    answer: Text | None
    gap: Gap | None
    documents: tuple[str, ...]


class Reason(NamedTuple):
    """A cited line: its number, our paraphrase of it, what was found, and the facts that decide it."""

    line: str
    text: Text
    status: Status
    facts: tuple[StatedFact, ...]


def deciding(finding: Finding) -> Iterator[Finding]:
    """Every test that decides a finding, each once: those that give it its status, and what chose them.

    A settled "if" is decided by its condition too: the branch not taken might have said otherwise. A
    condition gives no line its status, so none is cited for it. An open finding is decided by what is open.
    """
    told = set()
    for leaf, chosen_by in _led_to(finding):
        for test in (*chosen_by, leaf):
            if id(test) not in told:
                told.add(id(test))
                yield test


_Led = tuple[Finding, tuple[Finding, ...]]


def _led_to(finding: Finding) -> Iterator[_Led]:
    """The tests that give a finding its status, each with the tests that chose the branches it stands in."""
    carrying = {id(leaf) for leaf in decisive(finding)}
    settled = finding.status is not UNKNOWN

    def below(part: Finding, chosen_by: tuple[Finding, ...]) -> Iterator[_Led]:
        if id(part) in carrying:
            yield part, chosen_by
        parts = part.parts
        if isinstance(part.criterion.rule, IfThenElse) and settled and parts[0].status is not UNKNOWN:
            chosen_by, parts = (*chosen_by, *deciding(parts[0])), parts[1:]
        for each in parts:
            yield from below(each, chosen_by)

    return below(finding, ())


def why(policy: Policy, finding: Finding, answers: Mapping[str, Answer], cycle: int) -> tuple[Reason, ...]:
    """The lines that give a finding its status, in printed order, each with the facts that decide it.

    Args:
        policy: the policy of the case.
        finding: on a section, or on any line of it.
        answers: as stated, documented or not.
        cycle: the number of the cycle asked for.
    """
    leaves = tuple(_led_to(finding))
    return tuple(
        Reason(
            line,
            policy.criteria[line].text,
            finding.status,
            tuple(_stated(policy, leaves, line, answers, cycle)),
        )
        for line in cited(finding)
    )


def _stated(
    policy: Policy,
    leaves: Sequence[_Led],
    line: str,
    answers: Mapping[str, Answer],
    cycle: int,
) -> Iterator[StatedFact]:
    """The facts that decide a line: what it asks, after what made the policy look at it at all."""
    here = [test for leaf, chosen_by in leaves if leaf.criterion.line == line for test in (*chosen_by, leaf)]
    told = set()
    for leaf in here:
        rule = leaf.criterion.rule
        if not isinstance(rule, Test) or rule.fact in told:
            continue
        told.add(rule.fact)
        if rule.fact in REQUEST_FACTS:
            yield StatedFact(rule.fact, REQUEST_FACTS[rule.fact], cycle_text(cycle), None, ())
        else:
            yield _answered(policy.questions[rule.fact], answers.get(rule.fact), leaf.gap)


def _answered(question: Question, answer: Answer | None, gap: Gap | None) -> StatedFact:
    if answer is None:
        return StatedFact(question.id, question.short, None, gap, ())
    return StatedFact(question.id, question.short, _words(question, answer.value), gap, answer.evidence)


def _words(question: Question, value: Value) -> Text:
    if not question.choices:
        return number_text(question, value)
    return next(choice.text for choice in question.choices if choice.value == value)


def what_would_change(
    policy: Policy, purpose: Purpose, cycle: int, answers: Mapping[str, Answer], status: Status
) -> tuple[Change, ...]:
    """The smallest sets of answers and documents that would give a case another status, all of them.

    While the status is unknown, what counts already stands: a change answers what is open, shows what was
    only stated, or corrects a statement that no document shows. A case that is met or not met changes to the
    opposite by other answers too, and one that is met becomes unknown by the loss of documents. What the
    request itself says, such as its cycle, never changes; where it alone decides, no change can be named.

    Args:
        policy: the policy of the case.
        purpose: which section of it applies.
        cycle: the number of the cycle asked for.
        answers: as stated, documented or not.
        status: what the section's finding is now.

    Returns:
        To met first, then to not met, then to unknown; for each the nearest to the record first (a missing
        document, then an open question, then another answer), then in the policy's order.
    """
    section = grounds_for(policy, purpose, cycle)
    now = section.sets.standing(answers)
    held = now.counts if status is UNKNOWN else 0
    nearest = Nearest(section.sets, cycle, answers, now.counts, held)
    found: tuple[Change, ...] = ()
    if status is not MET:
        found += changes_by(section.met, nearest.turns(section.met), now)
    if status is not NOT_MET:
        found += changes_by(section.not_met, nearest.turns(section.not_met), now)
    if status is MET:
        found += changes_without(section.met, losses(section.met, now.counts), answers)
    return found

"""Turns and losses become changes: joined where one answer differs, ordered, and put into words."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from app.change import Change, Step, StepKind
from app.change_words import answer_text, change_text, name_text, result_text
from app.fact_sets import FactSets, Standing
from app.facts import Answer, Value
from app.grounds import Grounds
from app.logic import UNKNOWN, Status
from app.nearest import Loss, Turn
from app.number_words import runs
from app.text import Text

# Bounds what a long file of cases leaves in memory; a reviewer's day stays far below.
_KEPT = 8192


# Bit, number and value of what was stated without a document.
_Statements = tuple[tuple[int, int, Value], ...]
_Lines = tuple[str, ...]


class _Draft(NamedTuple):
    """A change before it is put into words.

    Attributes:
        facts: the bits of the states that would have to count.
        unanswered: those of them whose question has no answer.
        shown: the statements that need nothing but their document.
        lines: the printed lines that carry the status.
    """

    facts: int
    unanswered: int
    shown: _Statements
    lines: _Lines


class _Told(NamedTuple):
    """A step, and what it would bring in words."""

    step: Step
    text: Text


class _Placed(NamedTuple):
    """A change, and what it is ordered by: how far its steps are from the record, then the policy's order."""

    order: tuple[list[StepKind], list[tuple[int, int]]]
    change: Change


def changes_by(grounds: Grounds, turns: tuple[Turn, ...], now: Standing) -> tuple[Change, ...]:
    """Turns as changes: the nearest to the record first, then in the policy's order."""
    if not turns:
        return ()
    changed = lines = 0
    for turn in turns:
        changed |= turn.facts
        lines |= turn.lines
    settled = grounds.lines_settled(now.counts) & lines
    shown = tuple([statement for statement in now.lacking if statement[0] & changed])
    return _changes_by(grounds, turns, settled, now.unanswered & changed, shown)


def changes_without(
    met: Grounds, lost: tuple[Loss, ...], answers: Mapping[str, Answer]
) -> tuple[Change, ...]:
    """Losses of documents as changes of a met case, in the policy's order."""
    sets = met.sets
    numbers = sorted({number for loss in lost for number in sets.numbers(loss.facts)})
    stated = tuple([(number, answers[sets.questions[number].id].value) for number in numbers])
    return _changes_without(met, lost, stated)


@lru_cache(maxsize=_KEPT)
def _changes_by(
    grounds: Grounds, turns: tuple[Turn, ...], settled: int, unanswered: int, shown: _Statements
) -> tuple[Change, ...]:
    carrying: dict[int, int] = {}
    for facts, lines in turns:
        carrying[facts] = carrying.get(facts, 0) | lines
    named = [(facts, grounds.line_names(lines & ~settled)) for facts, lines in carrying.items()]
    placed = []
    for facts, names in _joined(grounds.sets, named, sum(bit for bit, _, _ in shown)):
        only_shown = tuple([statement for statement in shown if statement[0] & facts])
        placed.append(_placed(grounds, _Draft(facts, unanswered & facts, only_shown, names)))
    return tuple([change for _, change in sorted(placed, key=_order)])


@lru_cache(maxsize=_KEPT)
def _changes_without(
    met: Grounds, lost: tuple[Loss, ...], stated: tuple[tuple[int, Value], ...]
) -> tuple[Change, ...]:
    sets = met.sets
    placed = []
    for loss in lost:
        steps = {
            number: _step(sets, number, StepKind.LOSS, (value,))
            for number, value in stated
            if sets.spans[number] & loss.facts
        }
        placed.append(_place(sets, UNKNOWN, steps, met.line_names(loss.lines)))
    return tuple([change for _, change in sorted(placed, key=_order)])


def _order(placed: _Placed) -> tuple[list[StepKind], list[tuple[int, int]]]:
    return placed.order


def _joined(sets: FactSets, named: list[tuple[int, _Lines]], shown: int) -> list[tuple[int, _Lines]]:
    """Changes that differ in the answer to one question alone become one, with the bits of all these answers.

    What needs only a document stays apart from what needs another answer, and so do changes of other lines.
    """
    for span in sets.spans if len(named) > 1 else ():
        alike: dict[tuple[int, int, _Lines], int] = {}
        for facts, lines in named:
            key = (facts & ~span, facts & shown, lines)
            alike[key] = alike.get(key, 0) | facts
        named = [(facts, key[-1]) for key, facts in alike.items()]
    return named


@lru_cache(maxsize=_KEPT)
def _placed(grounds: Grounds, draft: _Draft) -> _Placed:
    sets = grounds.sets
    steps = {}
    for number, span in enumerate(sets.spans):
        if span & draft.facts:
            kind = StepKind.ANSWER if span & draft.unanswered else StepKind.CORRECTION
            steps[number] = _step(sets, number, kind, sets.values(draft.facts, number))
    for _, number, value in draft.shown:
        steps[number] = _step(sets, number, StepKind.DOCUMENT, (value,))
    return _place(sets, grounds.status, steps, draft.lines)


def _place(sets: FactSets, to: Status, steps: Mapping[int, _Told], lines: _Lines) -> _Placed:
    taken = tuple([told.step for told in steps.values()])
    kinds = sorted([step.kind for step in taken], reverse=True)
    places = [(number, sets.place_of(number, told.step.values[0])) for number, told in steps.items()]
    text = change_text(to, [told.text for told in steps.values()], lines)
    return _Placed((kinds, places), Change(to, taken, lines, text))


@lru_cache(maxsize=_KEPT)
def _step(sets: FactSets, number: int, kind: StepKind, values: tuple[Value, ...]) -> _Told:
    question = sets.questions[number]
    as_stated = kind in {StepKind.DOCUMENT, StepKind.LOSS}
    known = () if as_stated or question.choices else sets.known[number]
    value = next(run.at_bound for run in runs(values, known)) if known else values[0]
    step = Step(question, kind, value, values, question.documented and kind is not StepKind.LOSS)
    if kind is StepKind.LOSS:
        return _Told(step, name_text(question))
    return _Told(step, result_text(question, answer_text(question, values, known)))

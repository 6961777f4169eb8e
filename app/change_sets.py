"""Turns and losses become changes: joined where one answer differs, ordered, and put into words."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from app.change import Change, Step, StepKind
from app.change_words import answer_text, change_text, name_text, result_text
from app.fact_sets import FactSets, Standing
from app.facts import Answer, Value
from app.grounds import Grounds
from app.logic import MET, UNKNOWN, Status
from app.nearest import Loss, Turn
from app.number_words import runs
from app.text import Text

# Bounds what a long file of cases leaves in memory; a reviewer's day stays far below.
_KEPT = 4096


class _Statement(NamedTuple):
    """A statement without its document; no value and no bit where every change needs another answer."""

    number: int
    value: Value | None
    bit: int


_Statements = tuple[_Statement, ...]
_Lines = tuple[str, ...]


class _Draft(NamedTuple):
    """A change before it is put into words.

    Attributes:
        facts: the bits of the states that would have to count.
        answered: the bits of those of its questions that have an answer, whether or not it counts.
        shown: the statements that need nothing but their document.
        lines: the printed lines that carry the status.
    """

    facts: int
    answered: int
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


def changes_by(grounds: Grounds, to: Status, turns: tuple[Turn, ...], now: Standing) -> tuple[Change, ...]:
    """Turns as changes: the nearest to the record first, then in the policy's order."""
    if not turns:
        return ()
    changed = 0
    for turn in turns:
        changed |= turn.facts
    spans = grounds.sets.spans
    statements = [
        _Statement(number, value, bit) if bit & changed else _Statement(number, None, 0)
        for number, value, bit in now.lacking
        if spans[number] & changed
    ]
    return _changes_by(grounds, to, turns, grounds.lines_with(to, now.counts), tuple(statements))


def changes_without(
    grounds: Grounds, lost: tuple[Loss, ...], answers: Mapping[str, Answer]
) -> tuple[Change, ...]:
    """Losses of documents as changes, in the policy's order."""
    sets = grounds.sets
    numbers = sorted({number for loss in lost for number in sets.numbers(loss.facts)})
    stated = tuple([(number, answers[sets.questions[number].id].value) for number in numbers])
    return _changes_without(grounds, lost, stated)


@lru_cache(maxsize=_KEPT)
def _changes_by(
    grounds: Grounds, to: Status, turns: tuple[Turn, ...], already: int, statements: _Statements
) -> tuple[Change, ...]:
    sets = grounds.sets
    carrying: dict[int, set[int]] = {}
    contrary = 0
    for turn in turns:
        carrying.setdefault(turn.facts, set()).update(grounds.of(to)[turn.ground].lines)
        contrary |= turn.contrary
    answered, shown = sets.span(contrary), 0
    for statement in statements:
        answered |= sets.spans[statement.number]
        shown |= statement.bit
    named = [(facts, _names(grounds, facts, lines, already)) for facts, lines in carrying.items()]
    placed = []
    for facts, lines in _joined(sets, named, shown) if len(named) > 1 else named:
        only_shown = tuple([statement for statement in statements if statement.bit & facts])
        placed.append(_placed(sets, to, _Draft(facts, answered & sets.span(facts), only_shown, lines)))
    return tuple([change for _, change in sorted(placed, key=_order)])


@lru_cache(maxsize=_KEPT)
def _changes_without(
    grounds: Grounds, lost: tuple[Loss, ...], stated: tuple[tuple[int, Value], ...]
) -> tuple[Change, ...]:
    sets = grounds.sets
    placed = []
    for loss in lost:
        carrying = {line for ground in loss.grounds for line in grounds.of(MET)[ground].lines}
        steps = {
            number: _step(sets, number, StepKind.LOSS, (value,))
            for number, value in stated
            if sets.spans[number] & loss.facts
        }
        placed.append(_place(sets, UNKNOWN, steps, _names(grounds, loss.facts, carrying, 0)))
    return tuple([change for _, change in sorted(placed, key=_order)])


def _order(placed: _Placed) -> tuple[list[StepKind], list[tuple[int, int]]]:
    return placed.order


def _names(grounds: Grounds, facts: int, carrying: Iterable[int], already: int) -> _Lines:
    """The printed lines that these facts turn; where no line turns, all that carry the status."""
    lines = sorted(carrying)
    turned = [at for at in lines if grounds.lines[at].span & facts and not already >> at & 1]
    return tuple(dict.fromkeys([grounds.lines[at].name for at in turned or lines]))


def _joined(sets: FactSets, named: list[tuple[int, _Lines]], shown: int) -> list[tuple[int, _Lines]]:
    """Changes that differ in the answer to one question alone become one, with the bits of all these answers.

    What needs only a document stays apart from what needs another answer, and so do changes of other lines.
    """
    for span in sets.spans:
        alike: dict[tuple[int, int, _Lines], int] = {}
        for facts, lines in named:
            key = (facts & ~span, facts & shown, lines)
            alike[key] = alike.get(key, 0) | facts
        named = [(facts, key[-1]) for key, facts in alike.items()]
    return named


@lru_cache(maxsize=_KEPT)
def _placed(sets: FactSets, to: Status, draft: _Draft) -> _Placed:
    steps = {}
    for number, span in enumerate(sets.spans):
        if span & draft.facts:
            kind = StepKind.CORRECTION if span & draft.answered else StepKind.ANSWER
            steps[number] = _step(sets, number, kind, sets.values(draft.facts, number))
    for number, value, _ in draft.shown:
        if value is not None:
            steps[number] = _step(sets, number, StepKind.DOCUMENT, (value,))
    return _place(sets, to, steps, draft.lines)


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
    step = Step(question, kind, value, values)
    if kind is StepKind.LOSS:
        return _Told(step, name_text(question))
    return _Told(step, result_text(question, answer_text(question, values, known)))

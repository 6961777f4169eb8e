"""Answers that are numbers, in words: cycles, amounts with a unit, days by their distance to the start."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.facts import Value
from app.policy import Question, QuestionKind
from app.text import LANGUAGES, Text
from app.typed_numbers import typed


class Run(NamedTuple):
    """Neighbouring numbers that serve alike; an end is open where it is the last one that is known."""

    first: Value
    last: Value
    open_below: bool
    open_above: bool

    @property
    def at_bound(self) -> Value:
        """The one beside the bound that sets the run apart."""
        return self.last if self.open_below and not self.open_above else self.first


class _Frames(NamedTuple):
    """How runs of one kind of number are said."""

    one: Text
    between: Text
    up_to: Text
    from_on: Text


_FRAMES: Mapping[QuestionKind, _Frames] = {
    QuestionKind.CYCLE: _Frames(
        one=Text(en="cycle {first}", es="el ciclo {first}"),
        between=Text(en="one of cycles {first} to {last}", es="uno de los ciclos {first} a {last}"),
        up_to=Text(en="cycle {last} or earlier", es="el ciclo {last} o antes"),
        from_on=Text(en="cycle {first} or later", es="el ciclo {first} o después"),
    ),
    QuestionKind.NUMBER: _Frames(
        one=Text(en="{first} {unit}", es="{first} {unit}"),
        between=Text(en="{first} to {last} {unit}", es="{first} a {last} {unit}"),
        up_to=Text(en="{last} {unit} or less", es="{last} {unit} o menos"),
        from_on=Text(en="{first} {unit} or more", es="{first} {unit} o más"),
    ),
    QuestionKind.DATE: _Frames(
        one=Text(
            en="a date {first} days before the first treatment day",
            es="una fecha {first} días antes del primer día de tratamiento",
        ),
        between=Text(
            en="a date {first} to {last} days before the first treatment day",
            es="una fecha de {first} a {last} días antes del primer día de tratamiento",
        ),
        up_to=Text(
            en="a date no more than {last} days before the first treatment day",
            es="una fecha no más de {last} días antes del primer día de tratamiento",
        ),
        from_on=Text(
            en="a date {first} days or more before the first treatment day",
            es="una fecha {first} días o más antes del primer día de tratamiento",
        ),
    ),
}
_START = Text(en="the first treatment day", es="el primer día de tratamiento")
_DAY_BEFORE = Text(
    en="the day before the first treatment day", es="el día antes del primer día de tratamiento"
)
_AFTER_START = Text(
    en="a date after the first treatment day", es="una fecha después del primer día de tratamiento"
)


def runs(values: Sequence[Value], known: Sequence[Value]) -> Iterator[Run]:
    """The runs that some of the known numbers form.

    Args:
        values: the numbers meant, among ``known``.
        known: ascending, with numbers on both sides of every bound, so that what lies between two neighbours
            of one run belongs to it too.
    """
    run: list[Value] = []
    for value in known:
        if value in values:
            run.append(value)
        elif run:
            yield Run(run[0], run[-1], run[0] == known[0], open_above=False)
            run = []
    if run:
        yield Run(run[0], run[-1], run[0] == known[0], open_above=True)


def cycle_text(cycle: int) -> Text:
    """The number of a cycle: ``cycle 3``."""
    frame = _FRAMES[QuestionKind.CYCLE].one
    return Text({language: frame[language].format(first=cycle) for language in LANGUAGES})


def number_text(question: Question, value: Value) -> Text:
    """One number: ``cycle 3``, ``7.5 g/dL``, ``a date 20 days before the first treatment day``."""
    return run_text(question, Run(value, value, open_below=False, open_above=False))


def run_text(question: Question, run: Run) -> Text:
    """Several numbers in a row: ``cycle 3 or earlier``."""
    if question.kind is QuestionKind.DATE and isinstance(run.last, int) and run.first == run.last <= 1:
        return _DAY_BEFORE if run.last == 1 else _START if run.last == 0 else _AFTER_START
    frames = _FRAMES[question.kind]
    if run.first == run.last and run.open_below == run.open_above:
        frame = frames.one
    elif run.open_above:
        frame = frames.from_on
    else:
        frame = frames.up_to if run.open_below else frames.between
    return Text(
        {
            language: frame[language].format(
                first=_digits(run.first), last=_digits(run.last), unit=_unit(question, language)
            )
            for language in LANGUAGES
        }
    )


def _digits(value: Value) -> str:
    return typed(value) if isinstance(value, Decimal | int) else str(value)


def _unit(question: Question, language: str) -> str:
    return question.number.unit[language] if question.number else ""

"""How far a case is from another status: the fewest answers and documents that lead there."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.fact_sets import FactSets
from app.facts import Answer
from app.grounds import Ground, Grounds
from app.policy import Condition


class Turn(NamedTuple):
    """Facts that a case lacks and that would give it another status.

    Attributes:
        facts: the bits of the states that would have to count.
        lines: which top lines then carry the status, one bit for each line.
    """

    facts: int
    lines: int


class Nearest:
    """Looks for the turns of one case that change the answers to the fewest questions.

    Args:
        sets: the section's questions.
        cycle: the number of the cycle asked for.
        answers: as stated, documented or not.
        counts: the bits of the answers that count.
        held: the bits of those that must stay as they are.
    """

    def __init__(
        self, sets: FactSets, cycle: int, answers: Mapping[str, Answer], counts: int, held: int
    ) -> None:
        self._sets = sets
        self._cycle = cycle
        self._answers = answers
        self._counts = counts
        self._held = held

    def turns(self, grounds: Grounds) -> tuple[Turn, ...]:
        """The smallest turns that complete one of these grounds; none where no answer leads there."""
        counts, held, conditional = self._counts, self._held, self._sets.conditional
        best = len(self._sets.questions) + 1
        found: list[Turn] = []
        for ground in grounds.all:
            lacking = ground.facts & ~counts
            if held & ground.against or lacking.bit_count() > best:
                continue
            turn = Turn(lacking, ground.lines)
            for candidate in self._asked(turn, ground) if lacking & conditional else (turn,):
                size = candidate.facts.bit_count()
                if size < best:
                    best = size
                    found.clear()
                if size == best:
                    found.append(candidate)
        return tuple(found)

    def _asked(self, turn: Turn, ground: Ground) -> Iterator[Turn]:
        """The turn, with what must be answered too before each of its questions is asked."""
        condition = next((c for c in self._conditions(turn.facts) if not self._holds(c, turn.facts)), None)
        if condition is None:
            yield turn
            return
        number = self._sets.number.get(condition.fact)
        if number is None:
            return  # a fact of the request, or of another section: no answer here makes it hold
        span = self._sets.spans[number]
        if span & (turn.facts | ground.facts | self._held):
            return
        for bit, values in zip(self._sets.bits(number), self._sets.states[number], strict=True):
            if condition.holds(values[0]):
                yield from self._asked(Turn(turn.facts | bit, turn.lines), ground)

    def _conditions(self, facts: int) -> Iterator[Condition]:
        for number in self._sets.numbers(facts & self._sets.conditional):
            yield from self._sets.questions[number].asked_when

    def _holds(self, condition: Condition, facts: int) -> bool:
        """Whether a condition holds once these facts are stated."""
        if condition.fact == "request.cycle":
            return condition.holds(self._cycle)
        number = self._sets.number.get(condition.fact)
        if number is not None and facts & self._sets.spans[number]:
            return condition.holds(self._sets.values(facts, number)[0])
        answer = self._answers.get(condition.fact)
        return answer is not None and condition.holds(answer.value)


class Loss(NamedTuple):
    """Facts without which a case that is met would be open.

    Attributes:
        facts: the bits of the answers that would lose their document.
        lines: which of the top lines that carry the status would then be open, one bit for each line.
    """

    facts: int
    lines: int


def losses(met: Grounds, counts: int) -> tuple[Loss, ...]:
    """The smallest sets of documents whose loss leaves a met case open.

    Each ground that the case fulfils must lose one of its documents.

    Args:
        met: the grounds for met.
        counts: the bits of the answers that count.
    """
    found, lines = {0}, 0
    for ground in met.all:
        if counts & ground.facts != ground.facts:
            continue
        lines |= ground.lines
        shown = ground.facts & met.sets.documented
        bits = [1 << at for at in range(shown.bit_length()) if shown >> at & 1]
        found = {lost if lost & shown else lost | bit for lost in found for bit in bits}
    least = min((lost.bit_count() for lost in found), default=0)
    smallest = [lost for lost in sorted(found) if lost.bit_count() == least]
    return tuple([Loss(lost, lines & ~met.lines_settled(counts & ~lost)) for lost in smallest])

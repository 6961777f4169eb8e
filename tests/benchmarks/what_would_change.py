"""How long it takes to say what would change a pended case, which has to follow every click.

Random records of every section and cycle of every policy, the shipped and the invented ones, each told as
if it were the first. Processor time: for the first case of a section, which reads its grounds off the policy,
and then for each case by itself; the slowest of each section are measured again, so that a pause of the
machine is not taken for them. Exits 1 where one takes longer than the goal.

Run: python -m tests.benchmarks.what_would_change [--count 400] [--seed 1]
"""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from random import Random
from statistics import median
from typing import NamedTuple

from app import change_sets, diagram, grounds
from app.change import Change
from app.diagram import diagram_for
from app.evaluation import evaluate, facts_of
from app.explanation import what_would_change
from app.facts import Answer
from app.logic import UNKNOWN
from app.policy import Policy, Purpose
from app.proof import cycles_of
from tests.policies.every_policy import POLICIES

MOST_MILLISECONDS = 20

_MEASURED_AGAIN = 10
_TIMES_AGAIN = 5
_REMEMBERED = (
    change_sets._changes_by,
    change_sets._changes_without,
    change_sets._placed,
    change_sets._step,
)


class Pended(NamedTuple):
    """A record whose section comes out unknown."""

    policy: Policy
    purpose: Purpose
    cycle: int
    answers: dict[str, Answer]


def pended(policy: Policy, purpose: Purpose, cycle: int, count: int, seed: int) -> Iterator[Pended]:
    """Those of ``count`` random records that are pended; some are thorough, some show hardly a document."""
    source = Random(seed)  # noqa: S311  # chooses test cases
    section = diagram_for(policy, purpose, cycle)
    choices = [
        (question.id, [value for values in section.values_of(question) for value in values])
        for question in section.questions
    ]
    for _ in range(count):
        thorough, shown = source.random(), source.random()
        answers = {
            name: Answer(source.choice(values), ("E1",) if source.random() < shown else ())
            for name, values in choices
            if source.random() < thorough
        }
        finding = evaluate(policy.sections[purpose].root, facts_of(policy, answers, cycle))
        if finding.status is UNKNOWN:
            yield Pended(policy, purpose, cycle, answers)


def told(case: Pended) -> tuple[Change, ...]:
    """What would change it, with nothing remembered of other cases."""
    for remembered in _REMEMBERED:
        remembered.cache_clear()
    return what_would_change(case.policy, case.purpose, case.cycle, case.answers, UNKNOWN)


def told_first(case: Pended) -> tuple[Change, ...]:
    """The same as the first case of its section in a process."""
    diagram._DIAGRAMS.clear()
    grounds._GROUNDS.clear()
    return told(case)


def milliseconds(case: Pended, *, first: bool = False) -> float:
    """Processor time to tell a case."""
    tell = told_first if first else told
    begun = time.process_time()
    tell(case)
    return 1000 * (time.process_time() - begun)


def main(arguments: Sequence[str]) -> int:
    """Measure; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    worst = 0.0
    for number, policy in POLICIES.items():
        firsts, others = [], []
        for purpose, section in policy.sections.items():
            for cycle in cycles_of(section):
                cases = list(pended(policy, purpose, cycle, options.count, options.seed))
                if cases:
                    firsts.append(min(milliseconds(cases[0], first=True) for _ in range(_TIMES_AGAIN)))
                    others += _measured(cases)
        worst = max(worst, *firsts, *others)
        print(
            f"{number}: {len(others)} pended records; first of a section at most {max(firsts):.2f} ms, "
            f"then median {median(others):.2f} ms, at most {max(others):.2f} ms"
        )
    print(f"slowest of all: {worst:.2f} ms, goal under {MOST_MILLISECONDS}")
    return 0 if worst < MOST_MILLISECONDS else 1


def _measured(cases: Sequence[Pended]) -> list[float]:
    """The time of each case; of the slowest the least of several."""
    times = sorted(((milliseconds(case), place) for place, case in enumerate(cases)), reverse=True)
    again = [
        min(first, *(milliseconds(cases[place]) for _ in range(_TIMES_AGAIN)))
        for first, place in times[:_MEASURED_AGAIN]
    ]
    return again + [spent for spent, _ in times[_MEASURED_AGAIN:]]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

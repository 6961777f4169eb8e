"""The cost of an evaluation with its full trace, beside the same policy by hand and beside the ZEN engine.

The same facts go through all three, in one run: ``evaluate`` gives the whole trace, the hand-written if and
else gives the status alone, the ZEN engine traces each line. All must agree on every one. Prints both ratios;
exits 1 where a goal is missed or an answer differs.

Run: python -m tests.benchmarks.evaluation [--count 4000] [--seed 1]
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from typing import Any, NamedTuple

from app.case_file import parse_case
from app.evaluation import evaluate, facts_of
from app.facts import Facts
from app.logic import MET, NOT_MET, UNKNOWN, Status
from app.policy import Policy, Purpose
from app.policy_file import installed_policies
from tests.app.random_cases import random_cases
from tests.benchmarks import by_hand

MOST_TIMES_BY_HAND = 40
LEAST_TIMES_FASTER_THAN_ZEN = 5

_ROUNDS = 30
_STATUS_OF = {True: MET, None: UNKNOWN, False: NOT_MET}
_BY_HAND = {Purpose.INITIAL: by_hand.initial, Purpose.CONTINUATION: by_hand.continuation}


class Sample(NamedTuple):
    """One case for each of the three: facts with their gaps and documents, and the values that count."""

    purpose: Purpose
    facts: Facts
    values: dict[str, Any]


def shipped() -> Policy:
    """The policy that is written by hand, too."""
    return installed_policies()["MP-RX-FP-12-23"]


def samples(count: int, seed: int) -> list[Sample]:
    """Random cases of both sections."""
    found = []
    for document in random_cases(count, seed):
        case = parse_case(document)
        facts = facts_of(case.policy, case.answers, case.request.cycle)
        values = {name: fact.value for name, fact in facts.items() if fact.gap is None}
        found.append(Sample(case.request.purpose, facts, values))
    return found


def by_tree(policy: Policy, drawn: Iterable[Sample]) -> list[Status]:
    """What evaluation with its trace finds."""
    roots = {purpose: section.root for purpose, section in policy.sections.items()}
    return [evaluate(roots[purpose], facts).status for purpose, facts, _ in drawn]


def by_hand_written(drawn: Iterable[Sample]) -> list[bool | None]:
    """What the hand-written if and else finds."""
    return [_BY_HAND[purpose](values) for purpose, _, values in drawn]


def statuses_by_hand(drawn: Iterable[Sample]) -> list[Status]:
    """The same as statuses."""
    return [_STATUS_OF[found] for found in by_hand_written(drawn)]


def zen_contexts(drawn: Iterable[Sample]) -> list[tuple[Purpose, dict[str, object]]]:
    """The values under the names that the ZEN engine can read."""
    from tests.benchmarks.zen_decision import variable  # noqa: PLC0415  # the engine is an extra

    return [
        (purpose, {variable(name): value for name, value in values.items()}) for purpose, _, values in drawn
    ]


def by_zen(
    policy: Policy,
) -> Callable[[Iterable[tuple[Purpose, dict[str, object] | bytes]]], list[Status]]:
    """What the ZEN engine finds, its decisions made once."""
    from tests.benchmarks.zen_decision import ZenSection  # noqa: PLC0415  # the engine is an extra

    sections = {purpose: ZenSection(section) for purpose, section in policy.sections.items()}
    return lambda contexts: [sections[purpose].evaluate(values) for purpose, values in contexts]


def microseconds(*works: Callable[[], Sequence[object]]) -> list[float]:
    """Processor time of each for one of its answers: the least of many rounds, in which they take turns."""
    least = [float("inf")] * len(works)
    for _ in range(_ROUNDS):
        for place, work in enumerate(works):
            begun = time.process_time()
            count = len(work())
            least[place] = min(least[place], 1e6 * (time.process_time() - begun) / count)
    return least


def main(arguments: Sequence[str]) -> int:
    """Compare and measure; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    policy, drawn = shipped(), samples(options.count, options.seed)
    found = by_tree(policy, drawn)
    reached = _report("by hand", found, statuses_by_hand(drawn))
    tree, hand = microseconds(lambda: by_tree(policy, drawn), lambda: by_hand_written(drawn))
    print(f"evaluate with trace: {tree:.2f} µs; by hand without: {hand:.2f} µs")
    print(f"times the hand-written: {tree / hand:.1f}, goal at most {MOST_TIMES_BY_HAND}")
    reached &= tree <= MOST_TIMES_BY_HAND * hand
    if find_spec("zen") is None:
        print('no comparison with the ZEN engine: pip install -e ".[benchmarks]" adds it')
    else:
        reached &= _beside_zen(policy, drawn, found)
    return 0 if reached else 1


def _beside_zen(policy: Policy, drawn: list[Sample], found: list[Status]) -> bool:
    ask, values = by_zen(policy), zen_contexts(drawn)
    encoded = [(purpose, json.dumps(context).encode()) for purpose, context in values]
    agreed = _report("the ZEN engine", found, ask(values))
    tree, *both = microseconds(lambda: by_tree(policy, drawn), lambda: ask(values), lambda: ask(encoded))
    zen = min(both)  # whichever form of the facts it reads faster
    print(f"evaluate with trace: {tree:.2f} µs; the ZEN engine with trace: {zen:.2f} µs")
    print(f"times faster than the ZEN engine: {zen / tree:.1f}, goal at least {LEAST_TIMES_FASTER_THAN_ZEN}")
    return agreed and zen >= LEAST_TIMES_FASTER_THAN_ZEN * tree


def _report(other: str, found: list[Status], others: list[Status]) -> bool:
    wrong = sum(one is not two for one, two in zip(found, others, strict=True))
    print(f"disagreements with {other}: {wrong} of {len(found)}")
    return not wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

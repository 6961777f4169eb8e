"""Writes the named cases of MP-RX-FP-12-23: ``python -m tests.tools.make_policy_cases [--print]``.

The cases are found by the policy's decision diagrams and judged like any case file: for each test the
smallest cases in which it decides, for each listed value those it settles and one without its document, for
each reading its contrasts, for each two cycles in a row the cases between which they differ. Cases with the
same facts are one, which then shows several things. The same policy file gives the same bytes.
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from app.facts import Answer, Value
from app.policy import Policy
from app.policy_file import installed_policies
from tests.tools.case_readings import by_reading
from tests.tools.case_search import Shown, Situation, by_cycle, by_leaf, by_line_with_reading, by_value
from tests.tools.case_sentences import sentence

NUMBER = "MP-RX-FP-12-23"
TARGET = Path(__file__).parents[1] / "policies" / f"{NUMBER.lower()}.toml"
_HEAD = f"""\
# Named cases of {NUMBER}, to be read by a pharmacist and judged again by the tests.
# Written by `python -m tests.tools.make_policy_cases` from the policy file; never edited by hand.
# An answer with documented = false has no document: whether it counts then depends on its question.
# found: the status of the section; because: the printed lines that give it; shows: what the case stands for.
"""


def make(policy: Policy) -> str:
    """The whole table as TOML text."""
    return "\n".join([_HEAD, *map(_block, _cases(policy))])


def _cases(policy: Policy) -> Iterator[tuple[Situation, list[str]]]:
    """Each case once, with all it shows: initial requests first, then continuations by cycle."""
    found: dict[str, tuple[Situation, list[str]]] = {}
    for words, situation in _shown(policy):
        shows = found.setdefault(situation.key, (situation, []))[1]
        if words not in shows:
            shows.append(words)
    return iter(sorted(found.values(), key=lambda case: case[0].cycle))


def _shown(policy: Policy) -> Iterator[Shown]:
    return chain(
        by_leaf(policy), by_value(policy), by_line_with_reading(policy), by_reading(), by_cycle(policy)
    )


def _block(case: tuple[Situation, list[str]]) -> str:
    situation, shows = case
    judged = situation.judged()
    lines = [
        "[[case]]",
        f"name = {_toml(sentence(situation, judged))}",
        f"purpose = {_toml(situation.purpose.value)}",
        f"cycle = {situation.cycle}",
        *(f"{name} = {_toml(value)}" for name, value in situation.request.items()),
        f"found = {_toml(judged.finding.status.word)}",
        f"because = [{', '.join(map(_toml, judged.cited))}]",
        "shows = [",
        *(f"    {_toml(words)}," for words in shows),
        "]",
        "[case.answers]",
        *(f"{name} = {_answer(answer)}" for name, answer in situation.answers.items()),
        "",
    ]
    return "\n".join(lines)


def _answer(answer: Answer) -> str:
    return f"{{ value = {_toml(answer.value)}, documented = {_toml(bool(answer.evidence))} }}"


def _toml(value: Value) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    return str(value).lower()


def main() -> None:
    """Write the table, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="to standard output, nothing is written")
    text = make(installed_policies()[NUMBER])
    if parser.parse_args().print:
        sys.stdout.write(text)
    else:
        TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

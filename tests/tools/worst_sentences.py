"""Prints where the letters are hardest to read: the longest and the hardest sentences, letters and reasons.

``python -m tests.tools.worst_sentences --language es --count 20``; with ``--kind deny`` of one kind only.
"""

import argparse
import sys
from collections.abc import Iterable

from tests.reports.letter_prose import LANGUAGES, Prose, letters, reasons
from tests.reports.readability import Reading, reading


def read(prose: Prose) -> Reading:
    """What is counted in a text."""
    return reading(prose.paragraphs, prose.language, prose.unmeasured)


def show(title: str, lines: Iterable[str], count: int) -> None:
    """The first lines of a list that begins with the worst."""
    sys.stdout.write(f"\n{title}\n")
    for line, _ in zip(lines, range(count), strict=False):
        sys.stdout.write(f"  {line}\n")


def sentences(texts: Iterable[Prose]) -> dict[str, Reading]:
    """Each sentence once, as it is counted, with what is counted in it."""
    found = {}
    for prose in texts:
        for sentence in read(prose).sentences:
            found[" ".join(sentence.split())] = reading([sentence], prose.language)
    return found


def report(language: str, kind: str, count: int) -> None:
    """What is worst in one language."""
    whole = [prose for prose in letters(language) if prose.kind.startswith(kind)]
    single = [prose for prose in reasons(language) if prose.kind.startswith(kind)]
    said = sentences([*whole, *single])
    for title, texts in (("letters", whole), ("reasons", single)):
        by_score = sorted((-read(prose).ease(0), prose.kind, prose.title or prose.origin) for prose in texts)
        scores = dict.fromkeys(
            f"{abs(score):5.1f}  {name}: {origin}" for score, name, origin in by_score[::-1]
        )
        show(f"{language}: hardest {title}, by the score of the whole", scores, count)
    by_length = sorted(said, key=lambda one: -said[one].words)
    show(f"{language}: longest sentences", (f"{said[one].words:3}  {one}" for one in by_length), count)
    by_ease = sorted(said, key=lambda one: said[one].ease(0))
    show(f"{language}: hardest sentences", (f"{said[one].score:6.1f}  {one}" for one in by_ease), count)


def main() -> None:
    """The command line."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--language", choices=LANGUAGES, action="append")
    words.add_argument("--kind", default="", help="how a kind begins, such as deny or approve, member")
    words.add_argument("--count", type=int, default=12)
    chosen = words.parse_args()
    for language in chosen.language or LANGUAGES:
        report(language, chosen.kind, chosen.count)


if __name__ == "__main__":
    main()

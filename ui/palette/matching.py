"""Which entries a typed text means: every word of it is found, whatever accents and case; best first."""

from collections.abc import Iterable, Sequence

from ui.kit.worklist_model import folded
from ui.palette.entries import Entry

_IN_TITLE, _AT_WORD, _INSIDE = range(3)


def needles_of(typed: str) -> list[str]:
    """The words of a typed text, folded."""
    return folded(typed).split()


def best(entries: Iterable[Entry], needles: Sequence[str], most: int) -> list[Entry]:
    """The entries that hold every word, the closest first; those that are as close stay in their order."""
    found = [each for each in entries if holds(each.found_by, needles)]
    found.sort(key=lambda each: (_distance(each, needles), each.group))
    return found[:most]


def holds(text: str, needles: Sequence[str]) -> bool:
    """Whether a folded text holds every word."""
    return all(needle in text for needle in needles)


def _distance(each: Entry, needles: Sequence[str]) -> int:
    """How far a text is from what was typed: its title has words like it, others do, or only inside."""
    if not needles:
        return _IN_TITLE
    title = " " + each.found_by.partition("\n")[0]
    if all(f" {needle}" in title for needle in needles):
        return _IN_TITLE
    words = " " + each.found_by.replace("\n", " ")
    return _AT_WORD if all(f" {needle}" in words for needle in needles) else _INSIDE

"""What the palette offers: commands, lines of the open case, cases, places, and parts of a policy.

Each entry is one thing that can be done, with the words by which it is found.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence

from ui.kit.worklist_model import folded


class Group(IntEnum):
    """The kinds of entries, in the order in which they are listed."""

    COMMAND = 0
    LINE = 1
    CASE = 2
    PLACE = 3
    POLICY = 4


class Entry(NamedTuple):
    """One thing to do.

    Attributes:
        id: tells it from all others.
        title: what it does or leads to, in words.
        note: where it belongs, such as ``This case``.
        keys: the key that does the same, or nothing.
        found_by: everything that it is found by, folded.
        run: does it.
    """

    id: str
    group: Group
    title: str
    note: str
    keys: str
    found_by: str
    run: Callable[[], object]

    def spoken(self) -> str:
        """The entry as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.note, self.keys) if part)


def entry(
    name: str, group: Group, words: tuple[str, str], run: Callable[[], object], keys: str = ""
) -> Entry:
    """An entry of title and note, found by both."""
    title, note = words
    return Entry(name, group, title, note, keys, folded(f"{title}\n{note}"), run)


def keys_of(action: QAction) -> tuple[str, ...]:
    """The keys of an action as they are printed on the keyboard: ``Ctrl K``."""
    return tuple(key_words(sequence) for sequence in action.shortcuts())


_PRINTED = {"Control": "Ctrl", "Mayúsculas": "Mayús", "Escape": "Esc", "Intro": "Enter"}
"""What is printed on a key where Qt's Spanish spells its name out."""


def key_words(sequence: QKeySequence) -> str:
    """A key sequence as it is printed on the keyboard: ``Ctrl Shift Z``, ``Ctrl +``."""
    words = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    for name, printed in _PRINTED.items():
        words = words.replace(name, printed)
    held, plus, key = words[:-1].rpartition("+")
    return f"{held.replace('+', ' ')} {key}{words[-1]}" if plus else words


def command_entries(
    actions: Sequence[QAction], note: str, titles: Mapping[str, str], but: frozenset[str] = frozenset()
) -> Iterator[Entry]:
    """The commands that may be given now.

    Args:
        actions: of the window, or of the open case.
        note: where they belong.
        titles: by object name, words that fit better here than the action's own; empty ones leave it out.
        but: object names of what the palette does not offer.
    """
    for action in actions:
        name = action.objectName()
        title = titles.get(name, action.text())
        if action.isEnabled() and name not in but and title:
            keys = keys_of(action)
            yield entry(name, Group.COMMAND, (title, note), action.trigger, keys[0] if keys else "")

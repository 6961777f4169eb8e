"""The casebook's cases as the palette finds them: folded once, a slice at a time between key presses."""

from collections.abc import Callable, Iterator, Sequence
from itertools import compress, repeat
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer, Signal

from app.case import CaseState
from app.casebook import VERSIONS, Row
from ui.kit.names import written_name
from ui.kit.worklist_model import narrows
from ui.palette.entries import Entry, Group
from ui.palette.words import tr
from ui.worklist.case_list import CaseList
from ui.worklist.rows import chip_of, outcome_chip, state_of

_SLICE = 1500
"""Rows folded at a time; they take under 10 ms."""
_SEQ = attrgetter("seq")
_NOTHING_SOUGHT: tuple[tuple[str, ...], Sequence[int]] = ((), ())


class CaseIndex(QObject):
    """Every case with the words that it is found by. It holds names: ``clear`` it when the casebook closes.

    Signals:
        grown: more cases can be found than before.
    """

    grown = Signal()

    def __init__(self, cases: CaseList, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases, self._language = cases, language
        self._words: dict[int, str] = {}
        self._rows: list[Row] = []
        self._listed: list[str] = []
        self._waiting: list[Row] = []
        self._found = _NOTHING_SOUGHT
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fold_some)
        cases.changed.connect(self._note)

    def begin(self) -> None:
        """Take in what is new; the first slice at once, so that a small casebook is ready."""
        if not self._stale:
            return
        self._stale = False
        self._rows = [*self._cases.open(), *self._cases.decided()]
        seqs = list(map(_SEQ, self._rows))
        if len(self._words) > len(seqs):  # some of revisions that newer ones replaced, or that were purged
            there = set(seqs)
            self._words = {seq: words for seq, words in self._words.items() if seq in there}
        missing = set(seqs) - self._words.keys()
        self._waiting = list(compress(self._rows, map(missing.__contains__, seqs))) if missing else []
        self._waiting.reverse()
        self._list()
        self._fold_some()

    def _note(self) -> None:
        # A save does not wait for it: whoever looks for cases has it begin, as an open palette does at once.
        self._stale = True
        self.grown.emit()

    def clear(self) -> None:
        """Forget every case."""
        self._timer.stop()
        self._words, self._rows, self._listed, self._waiting = {}, [], [], []
        self._found = _NOTHING_SOUGHT
        self._stale = True

    def find(self, needles: Sequence[str], run: Callable[[Row], object], most: int) -> Iterator[Entry]:
        """The first cases that hold every word: open ones before decided ones; none for no words."""
        if not needles:
            return
        listed = self._listed
        before, found = self._found
        if not narrows(needles, before):
            found = range(len(listed))
        for needle in sorted(needles, key=len, reverse=True):  # the longest leaves the fewest
            found = [number for number in found if needle in listed[number]]
        self._found = tuple(needles), found
        for number in found[:most]:
            yield self._entry(self._rows[number], listed[number], run)

    def _fold_some(self) -> None:
        slice_ = self._waiting[-_SLICE:]
        del self._waiting[-_SLICE:]
        for row in reversed(slice_):
            self._words[row.seq] = self._cases.plain_words(row)
        if self._waiting:
            self._timer.start()
        else:
            self._timer.stop()
        if slice_ and not self._waiting:
            self._list()
            self.grown.emit()

    def _list(self) -> None:
        """The words of each row in the order of the rows; nothing for one that is not folded yet."""
        self._listed = list(map(self._words.get, map(_SEQ, self._rows), repeat("")))
        self._found = _NOTHING_SOUGHT

    def _entry(self, row: Row, words: str, run: Callable[[Row], object]) -> Entry:
        state = _state(row, self._language)
        name = _name(row) or tr("Name not known")
        return Entry(
            f"case {row.case_id}", Group.CASE, name, f"{row.case_id}, {state}", "", words, lambda: run(row)
        )


def is_done(row: Row) -> bool:
    """Whether a case is decided, and of one version."""
    return state_of(row) is CaseState.DECIDED and not row.cover.get(VERSIONS)


def _state(row: Row, language: str) -> str:
    chip = outcome_chip(row.cover, language) if is_done(row) else chip_of(row.cover, language)
    return chip.text[:1].lower() + chip.text[1:]


def _name(row: Row) -> str:
    return written_name(str(row.cover.get("family_name") or ""), str(row.cover.get("given_name") or ""))

"""The words that the cases of a list are found by: folded once for each revision, a slice at a time."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import compress
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer

from app.casebook import Row
from app.policy import Purpose
from app.policy_file import installed_policies
from ui.kit.names import written_name
from ui.kit.worklist_model import folded
from ui.worklist.chips import words_in
from ui.worklist.rows import chip_of, next_step, outcome_chip

_SLICE = 500
"""Rows folded between two events: a few milliseconds."""
_PAUSE_MS = 100
"""Until the words are gathered for the next key: the list is painted first."""
_SEQ = attrgetter("seq")

_PLAIN = ("member_id", "mbi", "prescriber", "title", "policy")


class CaseWords(QObject):
    """Keeps the words of each revision; it holds names: ``clear`` it when the casebook closes."""

    def __init__(self, words_of: Callable[[Row], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words_of = words_of
        self._known: dict[int, str] = {}
        self._rows: Sequence[Row] = ()
        self._words: list[str] | None = None
        self._missing: list[Row] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fold_some)
        self._gathering = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._gathering.timeout.connect(self._gather)

    def take(self, rows: Sequence[Row]) -> None:
        """Fold what is not known yet of these in between events."""
        self._rows, self._words = rows, None
        self._gathering.stop()
        seqs = list(map(_SEQ, rows))
        if len(self._known) > 2 * len(rows) + _SLICE:  # mostly of revisions that newer ones replaced
            there = set(seqs)
            self._known = {seq: words for seq, words in self._known.items() if seq in there}
        missing = set(seqs) - self._known.keys()
        self._missing = list(compress(rows, map(missing.__contains__, seqs))) if missing else []
        self._missing.reverse()
        self._timer.start()

    def all(self) -> Sequence[str]:
        """The words of each row; at once, whatever is still missing."""
        while self._missing:
            self._fold_some()
        return self._gather() if self._words is None else self._words

    def clear(self) -> None:
        """Forget every case."""
        self._timer.stop()
        self._gathering.stop()
        self._known, self._rows, self._words, self._missing = {}, (), None, []

    def _fold_some(self) -> None:
        slice_ = self._missing[-_SLICE:]
        del self._missing[-_SLICE:]
        for row in reversed(slice_):
            self._known[row.seq] = self._words_of(row)
        if not self._missing:
            self._timer.stop()
            self._gathering.start()

    def _gather(self) -> list[str]:
        self._words = list(map(self._known.__getitem__, map(_SEQ, self._rows)))
        return self._words


def plain_words(row: Row) -> str:
    """Who and what a case is, folded: member, ids, prescriber, medicine, policy; the name comes first."""
    cover = row.cover
    name = written_name(str(cover.get("family_name") or ""), str(cover.get("given_name") or ""))
    return folded("\n".join((name, row.case_id, *(str(cover.get(each) or "") for each in _PLAIN))))


def open_words(row: Row, plain: str, language: str) -> str:
    """What an open case is found by: its plain words, request, status, next step, open lines."""
    chip = chip_of(row.cover, language).text
    return _with_words(row, plain, language, chip, next_step(row.cover, language), *_open_lines(row))


def decided_words(row: Row, plain: str, language: str) -> str:
    """What a decided case is found by: as an open one, with its outcome and who signed."""
    return _with_words(row, plain, language, outcome_chip(row.cover, language).text, row.actor)


def _with_words(row: Row, plain: str, language: str, *more: str) -> str:
    cover, words = row.cover, words_in(language)
    asked = words.purposes.get(str(cover.get("purpose")), "").format(cover.get("cycle"))
    priority = words.priorities.get(str(cover.get("priority")), "")
    business = str(cover.get("line_of_business") or "")
    rest = "\n".join((business, asked, priority, *more))
    return f"{plain}\n{folded(rest)}"


def _open_lines(row: Row) -> tuple[str, ...]:
    cover = row.cover
    named = f"{cover.get('open_questions') or ''} {cover.get('missing_documents') or ''}"
    if not named.strip():
        return ()
    return _lines(str(cover.get("policy") or ""), str(cover.get("purpose") or ""), named)


@cache
def _lines(number: str, purpose: str, named: str) -> tuple[str, ...]:
    """The printed lines of these questions; the same few sets of questions stand open in many cases."""
    policy = installed_policies().get(number)
    if policy is None or purpose not in set(Purpose):
        return ()
    questions = [policy.questions[name] for name in named.split() if name in policy.questions]
    lines = (line for question in questions for line in policy.lines_of(question, Purpose(purpose)))
    return tuple(dict.fromkeys(lines))

"""The letters of a case: whether each kept file is unchanged, and the casebook as the letter saw it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from app.case_notes import LetterNote
from app.casebook import Casebook
from app.history_words import fit_words
from ui.history.words import tr
from ui.kit.boxes import Column, Row, empty
from ui.kit.card import Card
from ui.kit.chips import StatusIcon
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, SectionTitle
from ui.review.choice_words import outcome_words
from ui.review.values import moment
from ui.review.work import Newest

if TYPE_CHECKING:
    from reports.casebook_check import LetterStanding


class LettersCard(Card):
    """Looks at each letter in a worker, then says how it stands."""

    def __init__(self, casebook: Casebook, language: str) -> None:
        super().__init__("history/letters")
        self._casebook, self._language = casebook, language
        self._newest = Newest()
        self._lines = Column(gap=10)
        self._hint = Hint("")
        self.column.addWidget(SectionTitle(tr("Letters of this case")))
        self.column.addWidget(self._hint)
        self.column.addLayout(self._lines)

    def show_letters(self, letters: Sequence[LetterNote]) -> None:
        """List these letters and look at each."""
        self.forget()
        if not letters:
            self._hint.setText(tr("No letter was signed yet."))
            return
        self._hint.setText(tr("Looking at the kept letters"))
        self._newest.start(_job(self._casebook, letters), self._show)

    def forget(self) -> None:
        """Show nothing, and wait for nothing."""
        self._newest.forget()
        empty(self._lines)

    def _show(self, found: object) -> None:
        standings = cast("list[LetterStanding]", found)
        bad = sum(not standing.good for standing in standings)
        said = tr("{0} of {1} do not stand as they should.").format(bad, len(standings))
        self._hint.setText(said if bad else tr("Each stands as it was signed."))
        for standing in standings:
            self._lines.addWidget(self._line(standing))

    def _line(self, standing: "LetterStanding") -> QWidget:
        note = standing.note
        line = QWidget()
        line.setObjectName(f"history/letter/{note.number}")
        row = Row(line, gap=8)
        words = Column(gap=1)
        words.addWidget(FieldLabel(tr("{0}, {1}").format(note.number, outcome_words(note.outcome))))
        words.addWidget(Hint(tr("Signed by {0}, {1}").format(note.by, moment(note.at))))
        kept = tr("The kept file is unchanged.")
        lost = tr("The kept file is missing, unreadable, or another one than was signed.")
        words.addWidget(Hint(kept if standing.unchanged else lost))
        if standing.fit is None:
            words.addWidget(Hint(tr("The letter names no place in a casebook that could be compared.")))
        else:
            words.addWidget(Hint(fit_words(standing.fit, standing.seq, "letter", self._language)))
        icon = StatusIcon(Status.MET if standing.good else Status.LATE)
        icon.setAccessibleName(tr("As it was signed") if standing.good else tr("Not as it was signed"))
        row.addWidget(icon)
        row.addLayout(words, 1)
        return line


def _job(casebook: Casebook, letters: Sequence[LetterNote]) -> Callable[[], object]:
    def look() -> object:
        from reports.casebook_check import standing_of  # noqa: PLC0415  # PDF, only where there are letters

        return [standing_of(casebook, note) for note in letters]

    return look

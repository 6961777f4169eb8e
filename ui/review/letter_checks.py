"""The checks that a signed letter stood, each in words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from app.casebook import Casebook
from ui.kit.boxes import Column, Row, empty
from ui.kit.card import Card
from ui.kit.chips import Chip, StatusIcon
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, SectionTitle
from ui.language import app_words
from ui.review.words import tr
from ui.review.work import Newest
from ui.verify.words import question

if TYPE_CHECKING:
    from reports.verdict import Check, Verdict


def check_job(pdf: bytes, casebook: Casebook) -> Callable[[], "Verdict"]:
    """Work that puts every question to a letter, and holds it against the casebook that keeps it."""

    def run() -> "Verdict":
        from reports.casebook_check import against_casebook  # noqa: PLC0415  # only signed letters need it
        from reports.check import check  # noqa: PLC0415  # as above

        return against_casebook(check(pdf, casebook.signers()), casebook)

    return run


class LetterChecks(Card):
    """Says that a letter is being checked, then what every check found."""

    def __init__(self) -> None:
        super().__init__("letter/checks")
        self._newest = Newest()
        self._chip = Chip(Status.INFO, tr("Checking"), "shield-check")
        self._chip.setObjectName("letter/verdict")
        self._lines = Column(gap=8)
        self.column.addWidget(SectionTitle(tr("Checks")))
        self.column.addWidget(self._chip)
        self.column.addLayout(self._lines)

    def check(self, pdf: bytes, casebook: Casebook) -> None:
        """Check a letter off the screen's thread; a check under way of another letter counts no more."""
        self.forget()
        self._chip.show_status(Status.INFO, tr("Checking"), "shield-check")
        self._newest.start(check_job(pdf, casebook), self._show)

    def forget(self) -> None:
        """Show nothing of the letter before."""
        self._newest.forget()
        empty(self._lines)

    def _show(self, verdict: object) -> None:
        found = cast("Verdict", verdict)
        failed = len(found.failures)
        if failed:
            words = tr("{0} of {1} checks did not pass").format(failed, len(found.checks))
            self._chip.show_status(Status.LATE, words, "triangle-alert")
        else:
            self._chip.show_status(Status.MET, tr("All {0} checks passed").format(len(found.checks)))
        for check in (*found.failures, *(check for check in found.checks if check.passed)):
            self._lines.addWidget(_line(check))


def _line(check: "Check") -> QWidget:
    """One check: whether it passed, its question, what was found."""
    line = QWidget()
    line.setObjectName(f"letter/check/{check.name.replace(' ', '_')}")
    row = Row(line, gap=8)
    words = Column(gap=1)
    words.addWidget(FieldLabel(question(check.name).title))
    words.addWidget(Hint(app_words(check.reason)))
    row.addWidget(StatusIcon(Status.MET if check.passed else Status.LATE))
    row.addLayout(words, 1)
    return line

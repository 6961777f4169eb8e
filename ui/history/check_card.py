"""The check of the whole casebook from the settings: in a worker, with progress, each finding in words."""

from typing import cast

from PySide6.QtWidgets import QWidget

from app.errors import DictamenError
from app.verification import Finding, Verification, check_casebook
from ui import messages
from ui.history.long_job import LongJob, Stopped
from ui.history.words import tr
from ui.kit.boxes import Column, Row, at_left, empty
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.chips import StatusIcon
from ui.kit.dates import show_date
from ui.kit.status import Status
from ui.kit.text import FieldLabel, Hint, SectionTitle
from ui.session import Session

_MOST = 20
"""Findings that are listed; what begins the trouble stands first, and the rest mostly follows from it."""


class CheckCard(Card):
    """Checks every revision when it is asked to."""

    def __init__(self, session: Session) -> None:
        super().__init__("settings/check")
        self._session = session
        self._job: LongJob | None = None
        self.said = Hint(tr("Reads every revision, and tells what does not fit and where it began."))
        self.said.setObjectName("settings/check/said")
        self.run_button = SecondaryButton(tr("Check the casebook"), "settings/check/run", icon="shield-check")
        self.stop_button = SecondaryButton(tr("Stop"), "settings/check/stop", icon="x")
        self._lines = Column(gap=10)
        self._arrange()
        self.run_button.clicked.connect(self.check)
        self.stop_button.clicked.connect(self.stop)
        self._show_busy()

    def check(self) -> None:
        """Begin, unless a check is under way."""
        if self._job is not None:
            return
        casebook, language = self._session.casebook, self._session.language
        empty(self._lines)
        self.said.setText(tr("Checking"))
        self._job = LongJob(lambda tell: check_casebook(casebook, language=language, progress=tell), self)
        self._job.told.connect(self._show_progress)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._fail)
        self._show_busy()
        self._job.start()

    def stop(self) -> None:
        """End the check that is under way."""
        if self._job is not None:
            self._job.stop()

    def wait(self) -> None:
        """End it and wait for its end; before the casebook is closed."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def _show_progress(self, place: int) -> None:
        newest = self._session.casebook.data_version
        self.said.setText(tr("Checking, revision {0} of {1}").format(f"{place:,}", f"{newest:,}"))

    def _show(self, result: object) -> None:
        self._end()
        found = cast("Verification", result)
        if found.good:
            told = tr("The casebook is whole: {0} revisions, nothing found. The check is recorded.")
            self.said.setText(told.format(f"{found.revisions:,}"))
            return
        count = len(found.findings)
        self.said.setText(tr("1 finding.") if count == 1 else tr("{0} findings.").format(f"{count:,}"))
        first = found.first
        shown = [*([first] if first else []), *(one for one in found.findings if one is not first)]
        for number, finding in enumerate(shown[:_MOST]):
            self._lines.addWidget(_line(finding, number))

    def _fail(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Stopped):
            self.said.setText(tr("Stopped. The casebook was not checked to its end."))
        elif isinstance(error, DictamenError):
            self.said.setText("")
            messages.error(error)
        else:
            raise error

    def _end(self) -> None:
        self._job = None
        self._show_busy()

    def _show_busy(self) -> None:
        busy = self._job is not None
        self.run_button.setEnabled(not busy)
        self.stop_button.setVisible(busy)

    def _arrange(self) -> None:
        self.column.addWidget(SectionTitle(tr("Is the casebook whole?")))
        self.column.addWidget(self.said)
        self.column.addLayout(at_left(self.run_button, self.stop_button, gap=8))
        self.column.addLayout(self._lines)


def _line(finding: Finding, number: int) -> QWidget:
    """One finding: what it is, when and whose, what it means, what to do."""
    line = QWidget()
    line.setObjectName(f"settings/check/finding/{number}")
    words = Column(gap=1)
    words.addWidget(FieldLabel(_sentence(str(finding.trouble))))
    if finding.at is not None:
        at = finding.at.astimezone()
        when = tr("Saved {0} {1} by {2}").format(show_date(at.date()), f"{at:%H:%M:%S}", finding.actor)
        words.addWidget(Hint(tr("{0}, case {1}").format(when, finding.case_id) if finding.case_id else when))
    words.addWidget(Hint(finding.means))
    words.addWidget(Hint(finding.advice))
    row = Row(line, gap=8)
    icon = StatusIcon(Status.LATE)
    icon.setAccessibleName(tr("Finding"))
    row.addWidget(icon)
    row.addLayout(words, 1)
    return line


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."

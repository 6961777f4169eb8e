"""Audit: the trail of a period, to be looked at, exported as a list, or signed as a report."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import cast

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from app.audit import Period, why_not_export
from app.casebook import NotLetIn
from app.errors import DictamenError
from ui import messages, theme
from ui.fonts import px
from ui.history import export_files
from ui.history.export_files import TrailRead
from ui.history.log_model import LogRow
from ui.history.log_table import LogTable
from ui.history.long_job import LongJob, Stopped
from ui.history.rows import row_of_line
from ui.history.surface import LogSurface
from ui.history.words import tr
from ui.kit.boxes import Column, at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.choices import CheckRow
from ui.kit.flow import Flow
from ui.kit.notices import ErrorSummary, Notice, NoticeBar, problems_of
from ui.kit.scroll_page import PlainScroll
from ui.kit.text import Hint, PageTitle, Secondary
from ui.kit.text_fields import PassphraseField
from ui.kit.value_fields import DateField
from ui.session import Session

_Shown = tuple[TrailRead, list[LogRow]]

_DAYS = 30
_LOG_HEIGHT, _PASSPHRASE = 240, 320


class AuditPage(PlainScroll):
    """The period, its entries, and what can be made of them.

    Signals:
        case_asked(str): a person wants the history of the case of this id.
    """

    case_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("audit")
        self.setAccessibleName(tr("Audit"))
        self._session = session
        self._refusal = why_not_export(session.person)
        self._job: LongJob | None = None
        self._trail: TrailRead | None = None
        self._cases: dict[str, str] = {}
        self.summary = ErrorSummary("audit/problems")
        self._told = NoticeBar("audit/told", Notice.INFO, "")
        self.first = DateField("audit/first", tr("From"), required=tr("Enter the first day."))
        self.last = DateField("audit/last", tr("To"), required=tr("Enter the last day."))
        self.members = CheckRow(tr("With members' names"), "audit/members")
        self.show_button = SecondaryButton(tr("Show entries"), "audit/show", icon="search")
        self.stop_button = SecondaryButton(tr("Stop"), "audit/stop", icon="x")
        self.count = Hint("")
        self.count.setObjectName("audit/count")
        headers = (tr("When"), tr("Who"), tr("What"), tr("Case"))
        self.log = LogTable("audit/log", tr("Audit trail"), headers)
        self.list_button = SecondaryButton(tr("Export list (CSV)"), "audit/list", icon="download")
        self.passphrase = PassphraseField(
            "audit/passphrase",
            tr("Your passphrase, to sign the report"),
            required=tr("Type your passphrase to sign."),
        )
        self.report_button = SecondaryButton(tr("Sign and export report"), "audit/report", icon="signature")
        self._place = LogSurface("audit/place")
        self._arrange()
        self._connect()
        self._start()

    def take_focus(self) -> None:
        """Go to the period, or to the reason why there is none."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self) -> None:
        """End the reading that is under way; before the casebook is closed."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    # ------------------------------------------------------------ what a person asks for

    def show_entries(self) -> None:
        """Read the period, or say what is wrong with it."""
        if (
            self._job is not None
            or self._refusal
            or self.summary.show_problems(problems_of([self.first, self.last]))
        ):
            return
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            return
        if last < first:
            self.last.set_error(tr("This is before the first day."))
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        casebook, language, members = self._session.casebook, self._session.language, self.members.isChecked()
        period = Period(first, last)

        def read(tell: Callable[[int], None]) -> _Shown:
            trail = export_files.read(casebook, period, with_members=members, language=language, tell=tell)
            # the rows too: a long trail would hold the window up
            return trail, [row_of_line(line) for line in reversed(trail.lines)]

        self._run(read, self._show_trail)

    def export_list(self) -> None:
        """Write what is shown as a list, where the person says."""
        trail, casebook = self._trail, self._session.casebook
        path = self._ask_where("csv", tr("Lists (*.csv)")) if trail and self._job is None else None
        if trail is not None and path is not None:
            self._run(lambda _tell: export_files.write_list(casebook, trail, path), self._say_written)

    def export_report(self) -> None:
        """Sign what is shown and write it, where the person says."""
        trail, casebook, at = self._trail, self._session.casebook, self._session.now()
        if (
            trail is None
            or self._job is not None
            or self.summary.show_problems(problems_of([self.passphrase]))
        ):
            return
        passphrase = self.passphrase.value() or ""
        path = self._ask_where("pdf", tr("PDF files (*.pdf)"))
        if path is not None:
            self._run(
                lambda _tell: export_files.write_report(casebook, trail, passphrase, at, path),
                self._say_written,
            )

    def _ask_where(self, suffix: str, kind: str) -> Path | None:
        period = self._trail.period if self._trail else None
        name = f"audit-{period.first}-{period.last}.{suffix}" if period else f"audit.{suffix}"
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = str(Path(folder) / name) if folder else name
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export the audit trail"), offered, kind)
        return Path(chosen) if chosen else None

    # ------------------------------------------------------------ work

    def _run(self, work: Callable[[Callable[[int], None]], object], then: Callable[[object], None]) -> None:
        messages.clear()
        self._told.show_text("")
        self._job = LongJob(work, self)
        self._job.told.connect(self._show_progress)
        self._job.done.connect(lambda result: self._end(lambda: then(result)))
        self._job.failed.connect(lambda error: self._end(lambda: self._fail(error)))
        self._allow()
        self._job.start()

    def _end(self, then: Callable[[], None]) -> None:
        self._job = None
        self._allow()
        then()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            self.count.setText(tr("Stopped. The entries shown are those of before."))
        elif isinstance(error, NotLetIn):
            self.passphrase.set_error(tr("This is not your passphrase. Nothing was signed; try again."))
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, DictamenError):
            messages.error(error)
        else:
            raise error

    def _show_progress(self, place: int) -> None:
        self.count.setText(tr("Reading, place {0}").format(f"{place:,}"))

    def _show_trail(self, result: object) -> None:
        trail, rows = cast("_Shown", result)
        self._trail = trail
        self._cases = {str(line.entry.seq): line.entry.case_id for line in trail.lines}
        self.log.set_rows(rows)
        count = len(trail.lines)
        told = tr("1 entry.") if count == 1 else tr("{0} entries.").format(f"{count:,}")
        self.count.setText(f"{told} {tr('Enter shows the history of the case.')}" if count else told)
        self._allow()
        if count:
            self.log.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_written(self, path: object) -> None:
        self.passphrase.set_value(None)
        self._told.show_text(tr("Written to {0}. The export is recorded.").format(path))

    def _open(self, row_id: str) -> None:
        case_id = self._cases.get(row_id)
        if case_id:
            self.case_asked.emit(case_id)

    # ------------------------------------------------------------ how it is built

    def _start(self) -> None:
        today = self._session.now().date()
        self.first.set_value(today - timedelta(days=_DAYS))
        self.last.set_value(today)
        self._told.hide()
        self._allow()

    def _allow(self) -> None:
        """Allow what can be done now."""
        allowed = self._refusal is None
        busy = self._job is not None
        reading: tuple[QWidget, ...] = (self.first, self.last, self.members, self.show_button)
        exporting: tuple[QWidget, ...] = (self.list_button, self.passphrase, self.report_button)
        for part in reading:
            part.setEnabled(allowed and not busy)
        for part in exporting:
            part.setEnabled(allowed and not busy and self._trail is not None)
        self.stop_button.setVisible(busy)

    def _connect(self) -> None:
        self.show_button.clicked.connect(self.show_entries)
        self.stop_button.clicked.connect(lambda: self._job.stop() if self._job else None)
        self.list_button.clicked.connect(self.export_list)
        self.report_button.clicked.connect(self.export_report)
        self.passphrase.line.returnPressed.connect(self.export_report)
        for field in (self.first, self.last):
            field.set_characters(14)
            field.line.returnPressed.connect(self.show_entries)
        self.log.opened.connect(self._open)
        theme.changes().changed.connect(self._fit)

    def _arrange(self) -> None:
        inside = QWidget()
        column = Column(inside, margins=(24, 18, 24, 14), gap=12)
        words = Column(gap=2)
        words.addWidget(PageTitle(tr("Audit")))
        lead = tr("Everything that was saved, signed, opened, exported and unlocked, by whom and when.")
        words.addWidget(Secondary(self._refusal or lead))
        column.addLayout(words)
        column.addWidget(self.summary)
        column.addWidget(self._told)
        for parts in (
            (self.first, self.last),
            (self.members, self.show_button, self.stop_button),
        ):
            column.addLayout(_flow(parts))
        column.addWidget(self.count)
        self._place.column.addWidget(self.log)
        column.addWidget(self._place, 1)
        column.addLayout(at_left(self.passphrase))
        column.addLayout(_flow((self.report_button, self.list_button)))
        self.set_inside(inside)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._place.setMinimumHeight(px(_LOG_HEIGHT))
        self.passphrase.setMaximumWidth(px(_PASSPHRASE))
        self.passphrase.setMinimumWidth(min(px(_PASSPHRASE), max(self.width() - px(60), 0)))


def _flow(parts: Sequence[QWidget]) -> Flow:
    """Controls side by side, on more lines where the window is narrow."""
    row = Flow(gap=12)
    for part in parts:
        row.addWidget(part)
    return row

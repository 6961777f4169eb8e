"""The letters of a day: saved as files with a list, with progress; and the test page for window envelopes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QProgressBar

from app.errors import DictamenError
from app.files import write_file
from app.plan import INSTALLED_PLANS, plan
from app.signed_letters import LETTER_KIND
from ui import messages
from ui.form_page import FormPage
from ui.history.long_job import LongJob, Stopped
from ui.kit.boxes import at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ChoiceField
from ui.kit.flow import in_lines
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Secondary, SectionTitle
from ui.kit.value_fields import DateField, NumberField
from ui.post.late_card import LateCard
from ui.post.words import tr
from ui.session import Session

if TYPE_CHECKING:
    from reports.batch import Batch


class LettersPage(FormPage):
    """Three cards: the letters that are late, those of a day, and the test page.

    Signals:
        case_asked(str): a late letter was chosen; its case's id.
    """

    case_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        lead = tr("For whoever prints letters and mails them. A letter is printed as it was signed.")
        super().__init__("letters", tr("Letters of a day"), lead)
        self.late, self.day, self.window_test = LateCard(session), DayCard(session), WindowTestCard(session)
        self.late.case_asked.connect(self.case_asked)
        for card in (self.late, self.day, self.window_test):
            self.add(card)

    def wait(self) -> None:
        """Stop what is under way, and wait for that; before the casebook is closed."""
        self.late.wait()
        self.day.wait()


class DayCard(Card):
    """Saves every letter of a day into a new folder, in a worker; stopped, it leaves nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__("letters/of_day", gap=12)
        self._session = session
        self._job: LongJob | None = None
        self.field = DateField("letters/day", tr("Date of the letters"), required=tr("Enter the date."))
        self.field.set_value(session.now().date())
        self.bar = QProgressBar()
        self.bar.setObjectName("letters/progress")
        self.bar.setAccessibleName(tr("Letters saved"))
        self.start = SecondaryButton(tr("Choose a folder, and save"), "letters/save", icon="download")
        self.stop = SecondaryButton(tr("Stop and save nothing"), "letters/stop", icon="x")
        self.done = NoticeBar("letters/done", Notice.INFO, "")
        self._open = self.done.add_action(tr("Show the folder"), "letters/open")
        self._folder: Path | None = None
        self._arrange()
        self.start.clicked.connect(self._ask)
        self.stop.clicked.connect(self._stop)
        self._open.clicked.connect(self._show_folder)
        self.field.line.returnPressed.connect(self._ask)
        self._show_busy()

    @property
    def busy(self) -> bool:
        """Whether letters are being saved."""
        return self._job is not None

    def save(self, parent: Path) -> None:
        """Save the letters of the chosen day into a new folder in this one."""
        day = self.field.value()
        if self.busy or day is None:
            return
        casebook, language = self._session.casebook, self._session.language
        self.bar.setMaximum(max(1, _count(self._session, day.isoformat())))
        self.bar.setValue(0)

        def work(tell: Callable[[int], None]) -> object:
            from reports.batch import export_day  # noqa: PLC0415  # PDF, only when asked for

            return export_day(casebook, day, parent, language=language, tell=tell)

        self._job = LongJob(work, self)
        self._job.told.connect(self.bar.setValue)
        self._job.done.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self.done.show_text("")
        self._show_busy()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._job.start()

    def wait(self) -> None:
        """Stop what is under way, and wait for that."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def _ask(self) -> None:
        if self.field.reveal() or self.busy:
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen = QFileDialog.getExistingDirectory(self, tr("Where to make the folder"), documents)
        if chosen:
            self.save(Path(chosen))

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _succeed(self, result: object) -> None:
        made = cast("Batch", result)
        self._job, self._folder = None, made.folder
        self._show_busy()
        self.done.show_text(tr("{0} letters and a list: {1}").format(len(made.letters), made.folder))

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._show_busy()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(error, Stopped):
            messages.info(tr("Stopped. Nothing was saved."))
        elif isinstance(error, DictamenError):
            messages.error(error)
        else:
            raise error

    def _show_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _show_busy(self) -> None:
        for widget, visible in (
            (self.bar, self.busy),
            (self.stop, self.busy),
            (self.start, not self.busy),
        ):
            widget.setVisible(visible)
        self.field.setEnabled(not self.busy)

    def _arrange(self) -> None:
        words = tr(
            "One new folder, with a file for each letter and copy, and a list as PDF and CSV. The names of "
            "the files say nothing about anybody. It is there whole, or not at all. Each letter's way out is "
            "recorded."
        )
        self.column.addWidget(SectionTitle(tr("All letters of a day")))
        self.column.addWidget(Secondary(words))
        self.column.addWidget(self.field)
        self.column.addWidget(self.bar)
        self.column.addLayout(in_lines(self.start, self.stop))
        self.done.hide()
        self.column.addWidget(self.done)


class WindowTestCard(Card):
    """Saves the test page, moved as asked, and hands it to the system's printing."""

    def __init__(self, session: Session) -> None:
        super().__init__("letters/window_test", gap=12)
        self._session = session
        self.plan = ChoiceField("letters/plan", tr("Whose envelope"))
        self.right = NumberField("letters/right", tr("Moved to the right"), unit="mm")
        self.down = NumberField("letters/down", tr("Moved down"), unit="mm")
        button = SecondaryButton(tr("Save and open the test page"), "letters/test_page", icon="printer")
        button.clicked.connect(self._ask)
        words = tr(
            "For the plan's window envelopes. Print the page at 100 % and fold it at its marks. What does "
            "not fit is put right in the printer's own settings: a signed letter is never drawn again."
        )
        self.column.addWidget(SectionTitle(tr("Test page for window envelopes")))
        self.column.addWidget(Secondary(words))
        self.column.addWidget(self.plan)
        self._offer_plans()
        for field in (self.right, self.down):
            field.set_characters(6)
            self.column.addWidget(field)
        self.column.addLayout(at_left(button))

    def write(self, path: Path) -> None:
        """Write the page.

        Raises:
            DictamenError: it would be moved too far, or the file cannot be written.
        """
        from reports.window_test import window_test  # noqa: PLC0415  # PDF, only when asked for

        right, down = (int(field.value() or 0) for field in (self.right, self.down))
        envelope = plan(self.plan.value() or "").envelope
        write_file(path, window_test(self._session.language, envelope, right_mm=right, down_mm=down))

    def _offer_plans(self) -> None:
        """List the installed plans, the first one chosen; one alone is no choice."""
        installed = sorted(INSTALLED_PLANS.sources())
        for plan_id in installed:
            self.plan.add_option(plan_id, plan(plan_id).name[self._session.language])
        self.plan.set_value(installed[0])
        self.plan.setVisible(len(installed) > 1)

    def _ask(self) -> None:
        if any([self.right.reveal(), self.down.reveal()]):
            return
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save and open the test page"),
            str(Path(documents) / "test-page.pdf"),
            tr("PDF files (*.pdf)"),
        )
        if not chosen:
            return
        try:
            self.write(Path(chosen))
        except DictamenError as error:
            messages.error(error)
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(chosen)):
            messages.info(tr("Saved as {0}").format(chosen))


def _count(session: Session, day: str) -> int:
    rows = session.casebook.matching("day", day)
    return sum(row.kind == LETTER_KIND for row in rows)

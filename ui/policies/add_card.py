"""Adding a policy or a plan file: it is checked, the report is shown, and who may do so has it count."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app import added_files, visit
from app.added_files import Candidate, FileKind
from app.errors import DictamenError, InvalidInput
from app.plan import Plan
from app.policy_check import PolicyFinding, Severity
from ui import messages
from ui.kit.boxes import Column, empty
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card, Divider
from ui.kit.flow import in_lines
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import ErrorText, FieldLabel, Hint, Secondary, SectionTitle
from ui.language import app_words
from ui.policies.words import tr
from ui.session import Session
from ui.start.job import Job


class AddCard(Card):
    """The way of a file into the product; nothing counts before it is confirmed.

    Signals:
        added(str): a file counts from now on; what it is, in words.
    """

    added = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("policies/add", gap=8)
        self._session = session
        self._job: Job | None = None
        self._candidate: Candidate | None = None
        self._path = ""
        self._choose = SecondaryButton(tr("Check a file"), "policies/add/choose", icon="folder-open")
        self._choose.clicked.connect(self._ask)
        self._failure = NoticeBar("policies/add/failure", Notice.FAILED, "")
        self._failure.hide()
        self._report = QWidget()
        self._lines = Column(self._report, gap=4)
        self._confirm = SecondaryButton(tr("Add this file"), "policies/add/confirm", icon="check")
        self._confirm.clicked.connect(self.confirm)
        self._forget = LinkButton(tr("Do not add it"), "policies/add/forget")
        self._forget.clicked.connect(self.forget)
        self._why_not = Hint(tr("Only a physician reviewer or an administrator may add it."))
        self._decide = QWidget()
        decide = Column(self._decide, gap=4)
        decide.addLayout(in_lines(self._confirm, self._forget))
        decide.addWidget(self._why_not)
        self.column.addWidget(SectionTitle(tr("Add a policy or a plan file")))
        self.column.addWidget(
            Secondary(tr("The file is checked first. It counts once its report was read and confirmed."))
        )
        self.column.addLayout(in_lines(self._choose))
        for part in (self._failure, self._report, self._decide):
            self.column.addWidget(part)
        self.forget()

    def check(self, path: Path) -> None:
        """Check a file in a worker, and show what the check says."""
        if self._job is not None:
            return
        self.forget()
        self._path = str(path)
        self._choose.set_words(tr("Checking"))
        self._job = Job(lambda: _examine(path), self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.start()

    def wait(self) -> None:
        """Wait for the check that is under way."""
        if self._job is not None:
            self._job.wait()

    def under_way(self) -> str:
        """The file that was chosen, until it was added or left; see ``ui.half_done``."""
        return self._path

    def resume(self, told: str) -> None:
        """Check that file once more, and show what the check says."""
        self.check(Path(told))

    def confirm(self) -> None:
        """Have the file count, with the person's name in the records."""
        candidate = self._candidate
        if candidate is None:
            return
        try:
            added_files.add(self._session.casebook, candidate)
            visit.record_shelf(self._session.casebook)
        except DictamenError as error:
            self._failure.show_text(messages.sentence(error))
            return
        self.forget()
        self.added.emit(_title(candidate))

    def forget(self) -> None:
        """Show no report."""
        self._candidate, self._path = None, ""
        empty(self._lines)
        for part in (self._failure, self._report, self._decide):
            part.hide()

    # ------------------------------------------------------------ the report

    def _ask(self) -> None:
        words = tr("Policy and plan files (*.toml)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Check a file"), "", words)
        if path:
            self.check(Path(path))

    def _end(self) -> None:
        self._job = None
        self._choose.set_words(tr("Check a file"))

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, DictamenError):
            raise error
        self._failure.show_text(messages.sentence(error))

    def _show(self, candidate: Candidate) -> None:
        self._end()
        self._candidate = candidate
        self._lines.addWidget(Divider())
        self._lines.addWidget(FieldLabel(_title(candidate)))
        self._lines.addWidget(Hint(tr("SHA-256 {0}").format(_grouped(candidate.sha256))))
        if candidate.refusal:
            words = tr("It cannot be added: {0}.").format(messages.sentence(candidate.refusal).rstrip("."))
            self._lines.addWidget(ErrorText(words))
        if candidate.replaces and not candidate.refusal:
            self._lines.addWidget(Secondary(tr("It takes the place of the edition that was added before.")))
        for line in _lines_of(candidate.findings, self._session.language):
            self._lines.addWidget(line)
        if not candidate.findings and not candidate.refusal:
            self._lines.addWidget(Secondary(tr("The check found nothing wrong.")))
        may = added_files.may_confirm(self._session.person)
        self._confirm.setEnabled(may and not candidate.refusal)
        self._why_not.setVisible(not may)
        self._report.show()
        self._decide.show()
        (self._confirm if self._confirm.isEnabled() else self._forget).setFocus()


def _examine(path: Path) -> Candidate:
    from reports.fonts import first_unprintable  # noqa: PLC0415  # loads the fonts, in the worker
    from reports.windows import why_not_in_window  # noqa: PLC0415  # as above

    try:
        candidate = added_files.examine(path, first_unprintable)
    except InvalidInput as error:
        raise error.in_source(path.name) from None  # who chose it knows the folder
    if candidate.refusal or not isinstance(candidate.loaded, Plan):
        return candidate
    return candidate._replace(refusal=why_not_in_window(candidate.loaded))


def _title(candidate: Candidate) -> str:
    words = tr("Policy {0}") if candidate.kind is FileKind.POLICY else tr("Plan {0}")
    return words.format(candidate.about)


def _lines_of(findings: Sequence[PolicyFinding], language: str) -> list[QWidget]:
    """Each finding: errors first, then remarks with the file's own reason."""
    made: list[QWidget] = []
    for finding in findings:
        words = f"{finding.block}: {app_words(finding.words)}"
        if finding.severity is Severity.ERROR:
            made.append(ErrorText(tr("Error. {0}").format(words)))
            continue
        made.append(Secondary(tr("Remark. {0}").format(words)))
        if finding.explained is not None:
            made.append(Hint(tr("The file says why: {0}").format(finding.explained[language])))
    return made


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))

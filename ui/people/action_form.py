"""A card that does one thing about people and keys: closed until it is wanted, then fields and a button."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import DictamenError, InvalidInput
from ui import messages
from ui.half_done import opens
from ui.kit.boxes import Column, at_left
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.field import Field
from ui.kit.notices import ErrorSummary, Problem, problems_of
from ui.kit.text import Secondary, SectionTitle
from ui.language import app_words
from ui.start.job import Job


def tr(text: str) -> str:
    """The words in the language of the screen."""
    return QCoreApplication.translate("people", text)


class ActionForm(Card):
    """One thing that a person may do here. A subclass lists fields and gives ``_work``.

    Attributes:
        fields: by the name under which the work's errors speak of them.
        opener: opens the form.
        submitter: does it.

    Signals:
        opened: the fields are shown.
        succeeded(object): what the work gave.
    """

    opened = Signal()
    succeeded = Signal(object)

    def __init__(self, name: str, title: str, text: str, opener: str, action: str) -> None:
        super().__init__(name, gap=14)
        self.fields: dict[str, Field[Any]] = {}
        self._action = action
        self._job: Job | None = None
        self.summary = ErrorSummary(f"{name}/problems")
        self.opener = SecondaryButton(opener, f"{name}/open")
        self.opener.clicked.connect(self.open)
        self.submitter = SecondaryButton(action, f"{name}/submit")
        self.submitter.clicked.connect(self.submit)
        self.closer = LinkButton(tr("Cancel"), f"{name}/cancel")
        self.closer.clicked.connect(self.close_form)
        opens(f"{name}/open", self)
        self._words = Secondary(text)
        self._words.setObjectName(f"{name}/text")
        self._body = QWidget()
        self.body = Column(self._body, gap=14)
        self._arrange(title)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def add_fields(self, fields: dict[str, Field[Any]]) -> None:
        """Put fields into the form, in their order."""
        for key, field in fields.items():
            self.fields[key] = field
            self.body.insertWidget(self.body.count() - 1, field)

    def say(self, text: str) -> None:
        """Change the sentence under the title."""
        self._words.setText(text)

    def allow(self, allowed: bool, why_not: str = "") -> None:
        """Let the form be opened, or say why not."""
        self.opener.setEnabled(allowed)
        self.opener.setAccessibleDescription("" if allowed else why_not)
        if not allowed:
            self.say(why_not)

    def open(self) -> None:
        """Show the fields, and put the focus into the first one."""
        self._show(opened=True)
        self._prepare()
        first = next(iter(self.fields.values()), None)
        (first or self.submitter).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def close_form(self) -> None:
        """Forget what was typed, and show the sentence alone."""
        if self.busy:
            return
        for field in self.fields.values():
            field.set_value(None)
        self.summary.show_problems([])
        self._show(opened=False)
        self.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Do it, or show what is missing."""
        if self.busy or self.summary.show_problems(problems_of(self._shown())):
            return
        try:
            work = self._work()
        except DictamenError as error:
            self._refused(error)
            return
        self._job = Job(work, self)
        self._job.done.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self._show_busy()
        self._job.start()

    def wait(self) -> None:
        """Wait for the work that is under way; before the casebook is closed."""
        if self._job is not None:
            self._job.wait()

    def _work(self) -> Callable[[], object]:
        """What is to be done in the worker, with the values of the fields as they are now."""
        raise NotImplementedError

    def _prepare(self) -> None:
        """Fill the fields as the form opens."""

    def _shown(self) -> Sequence[Field[Any]]:
        return [field for field in self.fields.values() if not field.isHidden()]

    def _succeed(self, result: object) -> None:
        self._end()
        self.close_form()
        self.succeeded.emit(result)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, DictamenError):
            raise error
        self._refused(error)

    def _refused(self, error: DictamenError) -> None:
        field = self.fields.get(error.field) if isinstance(error, InvalidInput) else None
        if field is None or not isinstance(error, InvalidInput):
            messages.error(error)
            return
        field.set_error(f"{field.label} {app_words(error.problem)}.")
        self.summary.show_problems([Problem(field.error(), field)])
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self) -> None:
        self._job = None
        self._show_busy()

    def _show_busy(self) -> None:
        self.submitter.set_words(tr("Working") if self.busy else self._action)
        self.closer.setEnabled(not self.busy)
        for field in self.fields.values():
            field.setEnabled(not self.busy)

    def _show(self, *, opened: bool) -> None:
        self._body.setVisible(opened)
        self.opener.setVisible(not opened)

    def _arrange(self, title: str) -> None:
        words = Column(gap=4)
        words.addWidget(SectionTitle(title))
        words.addWidget(self._words)
        self.column.addLayout(words)
        self.column.addWidget(self.summary)
        self.column.addLayout(at_left(self.opener))
        self.column.addWidget(self._body)
        self.body.addLayout(at_left(self.submitter, self.closer, gap=12))
        self._show(opened=False)

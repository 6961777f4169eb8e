"""The recovery key, and a new data key for the whole casebook."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar

from app.casebook.rekey import Cancelled
from app.errors import DictamenError
from ui import messages
from ui.history.long_job import LongJob, Stopped
from ui.kit.boxes import Column
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.dates import show_date
from ui.kit.flow import in_lines
from ui.kit.text import FieldLabel, Secondary, SectionTitle
from ui.people.action_form import ActionForm, tr
from ui.people.recovery_sheet import RecoverySheet, ask_printer, print_sheet
from ui.people.secret_copy import SecretCopy
from ui.session import Session

_PRINTED, _COPIED = "recovery key printed", "recovery key copied"
"""Recorded before it is done: from then on the key is in more hands than the screen's."""


class RecoveryCard(ActionForm):
    """Makes the recovery key and shows it once."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/recovery", tr("Recovery key"), "", tr("Make a recovery key"), tr("Make the key")
        )
        self._session = session
        self._label = FieldLabel(
            tr("Print it or write it down now, and keep it in a safe; it is not shown again")
        )
        self._key = ""
        self._copy = SecretCopy(self)
        self.code = SectionTitle("")
        self.code.setObjectName("people/recovery/code")
        self.print = SecondaryButton(tr("Print it"), "people/recovery/print", icon="printer")
        self.print.clicked.connect(self._print)
        self.copy = SecondaryButton(tr("Copy for one minute"), "people/recovery/copy")
        self.copy.clicked.connect(self._copy_key)
        self.hide_code = SecondaryButton(tr("I have it on paper"), "people/recovery/hide")
        self.hide_code.clicked.connect(self.forget)
        self.revoke = SecondaryButton(tr("Revoke it"), "people/recovery/revoke", icon="x")
        self.revoke.clicked.connect(self._revoke)
        for widget in (self._label, self.code):
            self.column.addWidget(widget)
        self.column.addLayout(in_lines(self.print, self.copy, self.hide_code))
        self.column.addLayout(in_lines(self.revoke))
        self.forget()
        self.succeeded.connect(self._show_code)

    def refresh(self) -> None:
        """Say whether there is a key."""
        entry = self._session.casebook.recovery.entry()
        if entry is None:
            text = tr(
                "There is none. If the only administrator forgets the passphrase, nobody can let them in. "
                "A recovery key in a safe can: it gives an administrator a new passphrase, nothing else."
            )
        else:
            made = show_date(entry.made_at.astimezone().date())
            text = tr("Made on {0} by {1}. A new one makes it worthless.").format(made, entry.made_by)
        self.say(text)
        self.revoke.setVisible(entry is not None)

    def allow(self, allowed: bool, why_not: str = "") -> None:
        super().allow(allowed, why_not)
        self.revoke.setEnabled(allowed)

    def wait(self) -> None:
        super().wait()
        self.forget()  # the page goes

    def forget(self) -> None:
        """Show the key no more, and take it out of the clipboard."""
        self._key = ""
        self._copy.take_back()
        self.code.setText("")
        self._show_parts(visible=False)

    def _work(self) -> Callable[[], object]:
        return self._session.casebook.recovery.make

    def _show_code(self, code: object) -> None:
        self.refresh()
        self._key = str(code)
        self.code.setText(self._key.replace("-", " - "))
        self.code.setAccessibleName(" ".join(self._key))
        self._show_parts(visible=True)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_parts(self, *, visible: bool) -> None:
        for widget in (self._label, self.code, self.print, self.copy, self.hide_code):
            widget.setVisible(visible)

    def _print(self) -> None:
        try:
            printer = ask_printer(self)
            if printer is not None:
                self._session.casebook.record(_PRINTED)
                print_sheet(RecoverySheet(self._key, self._words.text()), printer)
        except DictamenError as error:
            messages.error(error)

    def _copy_key(self) -> None:
        try:
            self._session.casebook.record(_COPIED)
        except DictamenError as error:
            messages.error(error)
            return
        self._copy.give(self._key)
        messages.info(tr("The key is in the clipboard for one minute, or until you lock."))

    def _revoke(self) -> None:
        try:
            self._session.casebook.recovery.revoke()
        except DictamenError as error:
            messages.error(error)
        self.forget()
        self.refresh()


class NewKeyCard(Card):
    """Gives the casebook a new data key, with progress; it can be stopped, and taken up later.

    Signals:
        finished: the casebook has another key; it has to be unlocked again.
    """

    finished = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__("people/key", gap=14)
        self._session = session
        self._job: LongJob | None = None
        self._text = Secondary("")
        self._text.setObjectName("people/key/text")
        self.bar = QProgressBar()
        self.bar.setObjectName("people/key/progress")
        self.bar.setAccessibleName(tr("New data key"))
        self.start = SecondaryButton(tr("Give a new data key"), "people/key/start", icon="key-round")
        self.start.clicked.connect(self.begin)
        self.stop = SecondaryButton(tr("Stop and keep the present key"), "people/key/stop", icon="x")
        self.stop.clicked.connect(self._stop)
        self.undo = SecondaryButton(tr("Give up what was begun"), "people/key/undo", icon="x")
        self.undo.clicked.connect(self._undo)
        self._arrange()
        self._show_busy()

    @property
    def busy(self) -> bool:
        """Whether a new key is under way."""
        return self._job is not None

    def refresh(self) -> None:
        """Say whether something was begun."""
        begun = self._session.casebook.rekey.begun()
        if begun is None:
            self._text.setText(
                tr(
                    "Everything is sealed anew, so that somebody who left and still knows the present key "
                    "opens nothing of it. Nobody's passphrase changes; everybody signs in again. "
                    "Others can work on meanwhile."
                )
            )
        else:
            self._text.setText(
                tr(
                    "A new key was begun and not finished: {0} of {1} revisions. Nothing is lost; go on, or "
                    "give it up."
                ).format(begun.done, begun.total)
            )
        self.start.set_words(tr("Go on") if begun else tr("Give a new data key"))
        self.undo.setVisible(begun is not None and not self.busy)

    def allow(self, allowed: bool, why_not: str = "") -> None:
        """Let a new key be given, or say why not."""
        for button in (self.start, self.undo):
            button.setEnabled(allowed)
            button.setAccessibleDescription("" if allowed else why_not)

    def begin(self) -> None:
        """Give the casebook a new data key in the background."""
        if self.busy:
            return
        rekey = self._session.casebook.rekey

        def work(tell: Callable[[int], None]) -> int:
            def progress(done: int, total: int) -> None:
                try:
                    tell(100 * done // max(total, 1))
                except Stopped:
                    raise Cancelled from None

            return rekey.run(progress)

        self._job = LongJob(work, self)
        self._job.told.connect(self.bar.setValue)
        self._job.done.connect(self._succeed)
        self._job.failed.connect(self._fail)
        self._show_busy()
        self.stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._job.start()

    def wait(self) -> None:
        """Stop what is under way, and wait for that; before the casebook is closed."""
        if self._job is not None:
            self._job.stop()
            self._job.wait()

    def _succeed(self, _revisions: object) -> None:
        self._job = None
        self.finished.emit()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._show_busy()
        self.refresh()
        if isinstance(error, Cancelled):
            messages.info(tr("The casebook keeps its present key; nothing was changed."))
        elif isinstance(error, DictamenError):
            messages.error(error)
        else:
            raise error
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def _undo(self) -> None:
        try:
            self._session.casebook.rekey.undo()
        except DictamenError as error:
            messages.error(error)
        self.refresh()

    def _show_busy(self) -> None:
        self.start.setVisible(not self.busy)
        self.bar.setVisible(self.busy)
        self.bar.setValue(0)
        self.stop.setVisible(self.busy)
        self.undo.setVisible(False)

    def _arrange(self) -> None:
        words = Column(gap=4)
        words.addWidget(SectionTitle(tr("Data key")))
        words.addWidget(self._text)
        self.column.addLayout(words)
        self.column.addWidget(self.bar)
        self.column.addLayout(in_lines(self.start, self.stop, self.undo))

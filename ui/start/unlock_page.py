"""The way in: name and passphrase."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.errors import DictamenError
from ui.kit.text_fields import PassphraseField, TextField
from ui.start import way_in
from ui.start.countdown import Countdown, seconds_of
from ui.start.entry import EntryPage, tr


class UnlockPage(EntryPage):
    """Asks who is there. Names are not remembered: they would lie in clear on the disk."""

    def __init__(self, home: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            "unlock",
            tr("Unlock the casebook"),
            tr("The cases on this computer are sealed."),
            tr("Unlock"),
            parent,
        )
        self._home = home
        self.who = TextField("unlock/name", tr("Your name"), required=tr("Enter your name."))
        self.passphrase = PassphraseField(
            "unlock/passphrase", tr("Passphrase"), required=tr("Enter your passphrase.")
        )
        self._add_fields([self.who, self.passphrase])
        self._add_button()
        self._offer_restore()
        self._offer_recovery()
        self._offer_verify()
        self._wait = Countdown(self)
        self._wait.told.connect(self._tell_wait)
        self.who.line.returnPressed.connect(self._go_on)
        self.passphrase.line.returnPressed.connect(self.submit)

    def _go_on(self) -> None:
        if self.passphrase.value() is None:
            self.passphrase.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.submit()

    def _offer_recovery(self) -> None:
        self._offer(tr("Use the recovery key"), "unlock/recovery").clicked.connect(self.recovery_asked)

    def submit(self) -> None:
        """Unlock, unless that has to wait."""
        if not self._wait.seconds:
            super().submit()

    def _tell_wait(self, seconds: int) -> None:
        self.primary.setEnabled(seconds == 0)
        if seconds:
            words = tr("After several failed attempts the next one has to wait: {0} seconds.")
            self.bar.show_message("failed", words.format(seconds))
        else:
            self.bar.clear()

    def _work(self) -> Callable[[], object]:
        home, name, passphrase = self._home, self.who.value() or "", self.passphrase.value() or ""
        return lambda: way_in.unlock(home, name, passphrase)

    def _busy_words(self) -> str:
        return tr("Unlocking")

    def _refused(self, error: DictamenError) -> None:
        if seconds := seconds_of(error):
            self._wait.begin(seconds)
        else:
            super()._refused(error)
        self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        self.passphrase.line.selectAll()

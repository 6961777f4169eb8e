"""The recovery key: an administrator who forgot the passphrase gets a new one, and is let in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from app.errors import DictamenError, InvalidInput
from ui.kit.leaving import leave_by_keys
from ui.kit.notices import Problem
from ui.kit.text_fields import TextField
from ui.language import app_words
from ui.messages import sentence
from ui.start import way_in
from ui.start.entry import EntryPage, tr
from ui.start.person_fields import NewPassphraseField, RepeatedField


class RecoveryPage(EntryPage):
    """Asks for the recovery key, the administrator's name and a new passphrase.

    Signals:
        left: a person wants to unlock by name and passphrase instead.
    """

    left = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__(
            "recover",
            tr("Use the recovery key"),
            tr(
                "It gives an administrator a new passphrase and a new signing key. The former signing key is "
                "lost for ever. That the key was used is recorded."
            ),
            tr("Set the passphrase and unlock"),
        )
        self._home = home
        self.key = TextField(
            "recover/key",
            tr("Recovery key"),
            tr("Eight groups of four letters and digits; spaces and hyphens do not matter."),
            tr("Enter the recovery key."),
        )
        self.who = TextField(
            "recover/name", tr("Name of the administrator"), required=tr("Enter the administrator's name.")
        )
        self.passphrase = NewPassphraseField(
            "recover/passphrase", tr("New passphrase"), lambda: (self.who.text(),)
        )
        self.repeated = RepeatedField("recover/repeated", self.passphrase)
        self.repeated.line.returnPressed.connect(self.submit)
        self._add_fields([self.key, self.who, self.passphrase, self.repeated])
        self._add_button()
        self._offer_way_back()

    def _offer_way_back(self) -> None:
        words = tr("Unlock with a passphrase")
        self._offer(words, "recover/back").clicked.connect(self._leave)
        leave_by_keys(self, "recover", words, self._leave)

    def _leave(self) -> None:
        if not self.busy:
            self.left.emit()

    def _work(self) -> Callable[[], object]:
        home, key, name = self._home, self.key.value() or "", self.who.value() or ""
        passphrase = self.passphrase.value() or ""
        return lambda: way_in.recover(home, key, name, passphrase)

    def _busy_words(self) -> str:
        return tr("Making the keys")

    def _refused(self, error: DictamenError) -> None:
        fields = {"recovery_key": self.key, "name": self.who, "passphrase": self.passphrase}
        field = fields.get(error.field) if isinstance(error, InvalidInput) else None
        if field is None or not isinstance(error, InvalidInput):
            super()._refused(error)
            return
        field.set_error(sentence(f"{field.label} {app_words(error.problem)}"))
        self.summary.show_problems([Problem(field.error(), field)])
        field.setFocus(Qt.FocusReason.OtherFocusReason)

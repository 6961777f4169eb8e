"""What everybody changes about themselves: passphrase and name."""

from collections.abc import Callable

from ui.kit.printable import unprintable
from ui.kit.text_fields import PassphraseField, TextField
from ui.people.action_form import ActionForm, tr
from ui.people.new_passphrase import NewPassphraseForm
from ui.session import Session


class PassphraseForm(NewPassphraseForm):
    """Another passphrase for the person who works here."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/own",
            tr("Your passphrase"),
            tr(
                "It opens the casebook and signs your letters. Nobody can read it, and nobody can recover it."
            ),
            tr("Change the passphrase"),
            tr("Change the passphrase"),
        )
        self._session = session
        old = PassphraseField(
            "people/own/old", tr("Passphrase until now"), required=tr("Enter your passphrase.")
        )
        self.ask(session.person, "old", old, tr("New passphrase"))

    def _work(self) -> Callable[[], object]:
        staff, old, new = self._session.casebook.staff, self.own.value() or "", self.new.value() or ""
        return lambda: staff.change_passphrase(old, new)


class NameForm(ActionForm):
    """Another name for the person who works here; they sign in again."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/rename",
            tr("Your name"),
            tr(
                "Another name brings a new signing key. Letters that you signed until now stay valid under "
                "the name that they carry. The casebook locks, and you sign in under the new name."
            ),
            tr("Change the name"),
            tr("Change the name"),
        )
        self._session = session
        self.name = TextField("people/rename/name", tr("New name"), required=tr("Enter the new name."))
        self.name.add_check(unprintable)
        self.passphrase = PassphraseField(
            "people/rename/passphrase", tr("Your passphrase"), required=tr("Enter your passphrase.")
        )
        self.passphrase.line.returnPressed.connect(self.submit)
        self.add_fields({"name": self.name, "passphrase": self.passphrase})

    def _work(self) -> Callable[[], object]:
        staff, name = self._session.casebook.staff, self.name.value() or ""
        passphrase = self.passphrase.value() or ""
        return lambda: staff.rename(name, passphrase)

"""One's own signing identity: an organization's taken in, a new one made, the own one saved as a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.casebook.own_identity import OwnIdentity
from app.files import read_file, write_file
from ui.kit.boxes import at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.text_fields import PassphraseField, TextField
from ui.people.action_form import ActionForm, tr
from ui.people.identity_words import standing_words
from ui.people.new_passphrase import NewPassphraseForm
from ui.session import Session


class ImportForm(ActionForm):
    """Takes an organization's identity from a PKCS#12 file."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/identity",
            tr("Your signing identity"),
            "",
            tr("Import an identity of your organization"),
            tr("Sign with it from now on"),
        )
        self._session = session
        self.file = TextField(
            "people/identity/file",
            tr("File of the identity"),
            tr("A .p12 or .pfx file. It names you, your role and your license, as here."),
            required=tr("Choose the file."),
        )
        self.of_file = PassphraseField(
            "people/identity/file_passphrase",
            tr("Passphrase of the file"),
            required=tr("Enter the passphrase of the file."),
        )
        self.passphrase = PassphraseField(
            "people/identity/passphrase", tr("Your passphrase"), required=tr("Enter your passphrase.")
        )
        self.passphrase.line.returnPressed.connect(self.submit)
        self.add_fields({"file": self.file, "file_passphrase": self.of_file, "passphrase": self.passphrase})
        browse = SecondaryButton(tr("Browse"), "people/identity/browse", icon="folder-open")
        browse.clicked.connect(self._browse)
        self.body.insertLayout(1, at_left(browse))

    def refresh(self) -> None:
        """Say how the identity stands now."""
        self.say(standing_words(self._session))

    def _browse(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("File of the identity"), "", tr("Identities (*.p12 *.pfx)")
        )
        if chosen:
            self.file.set_value(chosen)

    def _work(self) -> Callable[[], object]:
        own, path = OwnIdentity(self._session.casebook.staff), Path(self.file.value() or "")
        of_file, passphrase = self.of_file.value() or "", self.passphrase.value() or ""
        return lambda: own.take(read_file(path), of_file, passphrase)


class RenewForm(ActionForm):
    """Makes a new identity in the place of the one until now."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/renew",
            tr("A new signing identity"),
            tr(
                "Make one when yours ends, or when somebody else may have it. The old one is withdrawn; "
                "letters that it signed before still count. Hand its certificate to whoever checks letters."
            ),
            tr("Make a new identity"),
            tr("Make a new identity"),
        )
        self._session = session
        self.passphrase = PassphraseField(
            "people/renew/passphrase", tr("Your passphrase"), required=tr("Enter your passphrase.")
        )
        self.passphrase.line.returnPressed.connect(self.submit)
        self.add_fields({"passphrase": self.passphrase})

    def _work(self) -> Callable[[], object]:
        own, passphrase = OwnIdentity(self._session.casebook.staff), self.passphrase.value() or ""
        return lambda: own.renew(passphrase)


class ExportForm(NewPassphraseForm):
    """Saves the identity as a file under a passphrase of its own."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            "people/export",
            tr("Your identity as a file"),
            tr(
                "For another computer, or for a safe. Whoever has the file and its passphrase signs as you. "
                "That you took it out is recorded."
            ),
            tr("Save the identity as a file"),
            tr("Choose where, and save"),
        )
        self._session = session
        own = PassphraseField(
            "people/export/passphrase", tr("Your passphrase"), required=tr("Enter your passphrase.")
        )
        self.ask(session.person, "own", own, tr("Passphrase for the file"))
        self._path: Path | None = None

    def submit(self) -> None:
        """Ask where once every field is filled, then save."""
        problems = [field for field in self.fields.values() if field.problem()]
        if not problems and not self.busy:
            self._path = self._ask_where()
            if self._path is None:
                return
        super().submit()

    def _ask_where(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        offered = str(Path(folder) / "identity.p12")
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Save the identity as a file"), offered, tr("Identities (*.p12)")
        )
        return Path(chosen) if chosen else None

    def _work(self) -> Callable[[], object]:
        own, path = OwnIdentity(self._session.casebook.staff), self._path or Path()
        passphrase, new = self.own.value() or "", self.new.value() or ""

        def save() -> Path:
            write_file(path, own.hand_out(passphrase, new), private=True)
            return path

        return save

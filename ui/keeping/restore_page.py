"""Restoring a backup, before the casebook is open: choose it, see what would be lost, agree."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.casebook.backup_folder import BackupFolder
from app.casebook.backup_manifest import Backup
from app.casebook.difference import CaseChange, Difference, FileChanges
from app.casebook.folder import holds_casebook
from app.casebook.restore import chosen
from app.errors import DictamenError
from ui import messages
from ui.keeping import restoring
from ui.keeping.words import backup_words, counted, gaps, moment, tr
from ui.kit.boxes import at_left
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.choice_fields import ComboField
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.leaving import leave_by_keys
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint
from ui.kit.text_fields import PassphraseField, TextField
from ui.start.entry import EntryPage

_SHOWN = 12


class RestorePage(EntryPage):
    """Puts a backup in the place of the casebook, or into an empty folder, and unlocks it.

    Signals:
        left: a person does not want to restore.
    """

    left = Signal()

    def __init__(self, home: Path, folder: Path | None = None, name: str = "") -> None:
        super().__init__(
            "restore",
            tr("Restore a backup"),
            tr("The backup is checked first, and you see what would be lost."),
            tr("Look at the backup"),
        )
        self._home = home
        self._backups: dict[str, Backup] = {}
        self._shown: Difference | None = None
        self._make_fields()
        self._arrange_rest()
        self._connect()
        self.who.set_value(name)
        if folder is not None:
            self.open_folder(folder)

    def open_folder(self, folder: Path) -> None:
        """Offer the backups in a folder, or the one that the folder is."""
        self.place.set_value(str(folder))
        self._list()

    @property
    def offered(self) -> list[str]:
        """The names of the backups that can be chosen."""
        return list(self._backups)

    # ------------------------------------------------------------ choosing

    def _list(self) -> None:
        self._forget_look()
        self._backups = {}
        self.which.combo.clear()
        text = self.place.value()
        if text is None:
            return
        try:
            found = _backups_in(Path(text))
        except DictamenError as error:
            self.place.set_error(messages.sentence(error))
            return
        usable = [backup for backup in found if not backup.flaw]
        if not usable:
            self.place.set_error(tr("There is no backup in this folder that can be used."))
            return
        self.place.set_error("")
        for backup in usable:
            self._backups[backup.name] = backup
            self.which.add_option(backup.name, backup_words(backup))
        self.which.set_value(usable[0].name)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of the backups"), self.place.value() or "")
        if folder:
            self.open_folder(Path(folder))

    # ------------------------------------------------------------ looking, then restoring

    def _work(self) -> Callable[[], object]:
        home, backup = self._home, self._backups[self.which.value() or ""]
        name, passphrase, shown = self.who.value() or "", self.passphrase.value() or "", self._shown
        if shown is not None or not (holds_casebook(home) or gaps(backup)):
            return lambda: restoring.restore(home, backup, name, passphrase, shown)
        return lambda: restoring.look(home, backup, name, passphrase)

    def _busy_words(self) -> str:
        return tr("Restoring") if self._shown is not None else tr("Checking the backup")

    def _succeed(self, result: object) -> None:
        if not isinstance(result, Difference):
            super()._succeed(result)
            return
        self._shown = result
        self._action = tr("Replace the casebook") if result.replaces else tr("Restore the backup")
        self._end()
        self._show_difference(result)

    def _refused(self, error: DictamenError) -> None:
        self._forget_look()
        super()._refused(error)

    def _forget_look(self) -> None:
        self._shown = None
        self._action = tr("Look at the backup")
        self.primary.set_words(self._action)
        told: tuple[QWidget, ...] = (self.loss, self.table, self.rest, self.files, self.kept)
        for part in told:
            part.hide()
        for part in self._choosing:
            part.show()

    def _go_back(self) -> None:
        if self.busy:
            return
        if self._shown is not None:
            self._forget_look()
            self.passphrase.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def _show_difference(self, difference: Difference) -> None:
        self.loss.show_text(_summary(difference))
        rows = [
            *((change.case_id, _lost_words(change)) for change in difference.lost),
            *((change.case_id, _back_words(change)) for change in difference.back),
        ]
        self.table.set_rows(rows[:_SHOWN])
        self.table.setVisible(bool(rows))
        files = _file_rows(difference.files)
        self.files.set_rows(files)
        self.files.setVisible(bool(files))
        self.rest.setText(tr("and {0} more cases").format(len(rows) - _SHOWN))
        self.rest.setVisible(len(rows) > _SHOWN)
        self.kept.setVisible(difference.replaces)
        for part in self._choosing:
            part.hide()  # what is agreed to stands alone
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ parts

    def _make_fields(self) -> None:
        self.place = TextField(
            "restore/folder", tr("Folder of the backups"), required=tr("Choose the folder of the backups.")
        )
        self.which = ComboField("restore/backup", tr("Backup"), required=tr("Choose a backup."))
        self.who = TextField("restore/name", tr("Your name"), required=tr("Enter your name."))
        self.passphrase = PassphraseField(
            "restore/passphrase",
            tr("Passphrase"),
            tr("Name and passphrase as they were when the backup was made."),
            required=tr("Enter your passphrase."),
        )
        self.browse = SecondaryButton(tr("Browse"), "restore/browse", icon="folder-open")
        self.back = LinkButton(tr("Back"), "restore/back")
        self.loss = NoticeBar("restore/loss", Notice.WARNING, "")
        columns = (FactsColumn(tr("Case"), strong=True), FactsColumn(tr("What happens")))
        self.table = FactsTable("restore/cases", tr("Cases that change"), columns)
        columns = (FactsColumn(tr("File"), strong=True), FactsColumn(tr("What happens")))
        self.files = FactsTable("restore/files", tr("Policy and plan files that change"), columns)
        self.rest = Hint()
        self.kept = Hint(tr("The casebook that is replaced stays beside it, sealed, under another name."))

    def _arrange_rest(self) -> None:
        self._add_fields([self.place])
        self.card.column.addLayout(at_left(self.browse))
        self._add_fields([self.which, self.who, self.passphrase])
        self._choosing: tuple[QWidget, ...] = (self.place, self.browse, self.which, self.who, self.passphrase)
        for part in (self.loss, self.table, self.rest, self.files, self.kept):
            part.hide()
            self.card.column.addWidget(part)
        self._add_button()
        self.card.column.addWidget(self.back)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        self.back.clicked.connect(self._go_back)
        leave_by_keys(self, "restore", self.back.words(), self._go_back)
        self.place.committed.connect(self._list)
        self.passphrase.line.returnPressed.connect(self.submit)


def _backups_in(folder: Path) -> list[Backup]:
    """The backups in a folder, the newest first, or the one that the folder itself is."""
    try:
        return [chosen(folder)]
    except DictamenError:
        return BackupFolder(folder).backups()


def _summary(difference: Difference) -> str:
    return " ".join([_loss(difference), *_lacking(difference.lacking_attachments)])


def _file_rows(files: FileChanges) -> list[tuple[str, str]]:
    """The policy and plan files that were added, and what happens to each."""
    told = (
        (tr("comes back"), files.back),
        (tr("comes back; yours is kept beside it"), files.aside),
        (tr("is not in the backup; add it again to use it"), files.dropped),
        (tr("is missing in the backup; add it again"), files.lost),
    )
    return [(name, words) for words, names in told for name in names]


def _lacking(count: int) -> list[str]:
    words = counted(
        count,
        tr("One attachment is neither in the backup nor here; its case comes without it."),
        tr("{0} attachments are neither in the backup nor here; their cases come without them."),
    )
    return [words] if count else []


def _loss(difference: Difference) -> str:
    if not difference.replaces:
        return tr("There is no casebook here; nothing is replaced.")
    if not difference.known:
        count = difference.lost_revisions
        lost = (
            tr("What would be lost cannot be told.")
            if count is None
            else counted(count, tr("One revision would be lost."), tr("{0} revisions would be lost."))
        )
        return f"{tr('The casebook here does not open with this name and passphrase, or is damaged.')} {lost}"
    parts = [
        counted(
            len(difference.lost),
            tr("One case would lose what was saved after the backup."),
            tr("{0} cases would lose what was saved after the backup."),
        )
        if difference.lost
        else tr("No case would lose anything."),
        *_letters(difference.lost_letters),
        *_back(len(difference.back)),
        *_named(tr("No longer let in: {0}."), difference.lost_people),
        *_named(tr("Let in again: {0}."), difference.back_people),
        tr("What was recorded of sittings since then stays in the former casebook alone."),
    ]
    return " ".join(parts)


def _letters(count: int) -> list[str]:
    words = counted(count, tr("One signed letter would be lost."), tr("{0} signed letters would be lost."))
    return [words] if count else []


def _back(count: int) -> list[str]:
    one, many = (
        tr("One case would get back what it held then."),
        tr("{0} cases would get back what they held."),
    )
    return [counted(count, one, many)] if count else []


def _named(words: str, names: tuple[str, ...]) -> list[str]:
    return [words.format(", ".join(names))] if names else []


def _lost_words(change: CaseChange) -> str:
    newest = tr("saved {0} by {1}").format(moment(change.newest.at), change.newest.actor)
    if change.instead is None:
        return tr("is lost, {0}").format(newest)
    return tr("goes back to revision {0}; lost: {1}, {2}").format(
        change.instead.rev,
        counted(change.revisions, tr("one revision"), tr("{0} revisions")),
        newest,
    )


def _back_words(change: CaseChange) -> str:
    return tr("comes back as {0}").format(
        tr("saved {0} by {1}").format(moment(change.newest.at), change.newest.actor)
    )

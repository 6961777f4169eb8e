"""The settings' card about backups: the last one, where they go, making one now, those that are there."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.casebook.backup_manifest import Backup
from app.casebook.backup_plan import Plan
from app.errors import DictamenError
from ui import messages
from ui.keeping.backup_work import BackupWork
from ui.keeping.words import backup_words, moment, state_words, tr
from ui.kit.buttons import LinkButton, SecondaryButton
from ui.kit.card import Card
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.flow import in_lines
from ui.kit.notices import Notice, NoticeBar
from ui.kit.text import Hint, Secondary, SectionTitle, Value
from ui.language import app_words
from ui.session import Session
from ui.start.job import Job

_SHOWN = 5


class BackupCard(Card):
    """What a person sees and does about backups.

    Signals:
        restore_asked(object): a person wants to restore a backup, from this folder (a path, or None).
    """

    restore_asked = Signal(object)

    def __init__(self, session: Session, work: BackupWork) -> None:
        super().__init__("backup", gap=10)
        self._session, self._work = session, work
        self._listing: Job | None = None
        self.last = Value()
        self.last.setObjectName("backup/last")
        self.next = Secondary()
        self.folder = Value()
        self.folder.setObjectName("backup/folder")
        self.warning = NoticeBar("backup/warning", Notice.WARNING, "")
        self.progress = NoticeBar("backup/progress", Notice.INFO, "")
        self.progress.add_action(tr("Stop"), "backup/stop").clicked.connect(work.stop)
        self.now = SecondaryButton(tr("Back up now"), "backup/now", icon="archive")
        self.choose = SecondaryButton(tr("Choose folder"), "backup/choose", icon="folder-open")
        self.end = LinkButton(tr("No daily backups"), "backup/off")
        self.restore = SecondaryButton(tr("Restore a backup"), "backup/restore", icon="undo-2")
        columns = (FactsColumn(tr("Backup"), strong=True), FactsColumn(tr("State")))
        self.table = FactsTable("backup/list", tr("Backups"), columns)
        self.more = Hint()
        self._arrange()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now; the folder is read in a worker, as a disk may be slow or asleep."""
        try:
            plan = self._session.casebook.backups.plan
        except DictamenError as error:
            messages.error(error)
            return
        self._show_plan(plan)
        self._show_work()
        self._list(plan.folder)

    def wait(self) -> None:
        """Wait for the list that is being read; before the casebook is closed."""
        if self._listing is not None:
            self._listing.wait()

    # ------------------------------------------------------------ what it shows

    def _show_plan(self, plan: Plan) -> None:
        last = plan.last
        self.last.setText(tr("{0}, to {1}").format(moment(last.at), last.folder) if last else tr("None yet"))
        self.folder.setText(str(plan.folder) if plan.folder else tr("No folder is chosen"))
        self.next.setText(_next_words(plan, due=self._session.casebook.backups.is_due))
        found = self._session.casebook.backups.warnings(plan.folder) if plan.folder else []
        if plan.folder is None:
            found = [tr("Without backups, a broken or stolen disk takes every case with it.")]
        elif plan.failed_at is not None:
            found.insert(0, tr("The last try failed: {0}.").format(moment(plan.failed_at)))
        self.warning.show_text(" ".join(map(app_words, found)))
        self.end.setVisible(plan.folder is not None and self._session.person.administers)

    def _show_work(self) -> None:
        busy = self._work.is_busy
        self.progress.setVisible(busy)
        self.now.setEnabled(not busy)
        self.restore.setEnabled(not busy)

    def _list(self, folder: Path | None) -> None:
        if folder is None or self._listing is not None:
            self._show_backups([])
            return
        backups = self._session.casebook.backups
        self._listing = Job(lambda: backups.listed(folder), self)
        self._listing.done.connect(self._listed)
        self._listing.failed.connect(self._not_listed)
        self._listing.start()

    def _listed(self, found: object) -> None:
        self._listing = None
        if isinstance(found, list):
            self._show_backups(found)

    def _not_listed(self, error: Exception) -> None:
        self._listing = None
        if not isinstance(error, DictamenError):
            raise error
        self._show_backups([])
        self.warning.show_text(messages.sentence(error))

    def _show_backups(self, backups: list[Backup]) -> None:
        shown = backups[:_SHOWN]
        self.table.set_rows([(backup_words(each), state_words(each)) for each in shown])
        self.table.setVisible(bool(shown))
        rest = len(backups) - len(shown)
        self.more.setText(tr("and {0} older ones").format(rest) if rest else "")
        self.more.setVisible(bool(rest))

    # ------------------------------------------------------------ what a person does

    def _back_up(self) -> None:
        folder = self._session.casebook.backups.plan.folder or self._ask_folder()
        if folder is not None:
            self._work.start(folder)

    def _choose(self) -> None:
        folder = self._ask_folder()
        if folder is not None:
            self._keep(folder)

    def _ask_folder(self) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder for backups, on another disk"))
        return Path(chosen) if chosen else None

    def _keep(self, folder: Path | None) -> None:
        try:
            self._session.casebook.backups.choose_folder(folder)
        except DictamenError as error:
            messages.error(error)
        self.refresh()

    def _ask_restore(self) -> None:
        self.restore_asked.emit(self._session.casebook.backups.plan.folder)

    # ------------------------------------------------------------ parts

    def _connect(self) -> None:
        self._work.told.connect(self.progress.show_text)
        self._work.changed.connect(self.refresh)
        self.now.clicked.connect(self._back_up)
        self.choose.clicked.connect(self._choose)
        self.end.clicked.connect(lambda: self._keep(None))
        self.restore.clicked.connect(self._ask_restore)

    def _arrange(self) -> None:
        column = self.column
        column.addWidget(SectionTitle(tr("Backup")))
        column.addWidget(self.warning)
        column.addWidget(self.progress)
        for label, value in (
            (tr("Last backup"), self.last),
            (tr("Folder of the daily backups"), self.folder),
        ):
            column.addWidget(Hint(label))
            column.addWidget(value)
        column.addWidget(self.next)
        column.addWidget(self.table)
        column.addWidget(self.more)
        column.addLayout(in_lines(self.now, self.choose, self.restore, self.end))
        if not self._session.person.administers:
            self.choose.setEnabled(False)
            reason = tr("Only a person who administers the casebook chooses the folder.")
            self.choose.setAccessibleDescription(reason)
            column.addWidget(Hint(reason))


def _next_words(plan: Plan, *, due: bool) -> str:
    if plan.folder is None:
        return tr("Choose a folder on another disk; then each day of use is backed up by itself.")
    if due:
        return tr("Today's backup is still to be made: at the next unlocking, or now.")
    return tr("The next one is made at the first unlocking of another day. The last 14 are kept.")

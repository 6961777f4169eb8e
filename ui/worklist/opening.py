"""Bringing a case to the desk: from the lists, from a file, or new."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app import earlier_cases
from app.casebook import VERSIONS
from app.desk import OpenCase, open_case
from app.errors import DictamenError
from app.policy import Policy
from app.policy_file import installed_policies
from app.route import Page
from ui import messages
from ui.session import Session
from ui.worklist import intake
from ui.worklist.words import tr

_SLICE = 1000
"""Lines between two events: a few milliseconds."""


class Opening(QObject):
    """Opens cases for one session; what cannot be opened is said.

    Signals:
        ready(object, object): a case to show (an ``OpenCase``), and its page (a ``Page``, or None for the
            page with something left to do).
        taken_in: cases came into the casebook.
        fork_asked(str): the case of this id has several versions, which should be shown.
    """

    ready = Signal(object, object)
    taken_in = Signal()
    fork_asked = Signal(str)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._prepare)
        session.locked.connect(self._idle.stop)
        self._idle.start(0)

    def _prepare(self) -> None:
        """Index the members between events, so that the first case opens as fast as any other."""
        if not self._session.casebook.prepare(earlier_cases.COLUMNS, _SLICE):
            self._idle.stop()

    def new_request(self) -> None:
        """Open an empty request; it is saved at its first change. Of several policies the person chooses."""
        policies = list(installed_policies().values())
        if len(policies) == 1:
            self._begin(policies[0])
            return
        menu = QMenu(self._window)
        menu.setObjectName("new_request/policies")
        menu.aboutToHide.connect(menu.deleteLater)
        for policy in policies:
            words = f"{policy.drug.generic} ({policy.drug.brand}), {policy.number}"
            action = menu.addAction(words.replace("&", "&&"))
            action.setObjectName(f"new_request/{policy.number}")
            action.triggered.connect(lambda _checked, chosen=policy: self._begin(chosen))
        menu.setActiveAction(menu.actions()[0])
        menu.adjustSize()
        middle = self._window.rect().center() - menu.rect().center()
        menu.popup(self._window.mapToGlobal(middle))

    def _begin(self, policy: Policy) -> None:
        self._open(lambda: intake.start_request(self._session, policy), None)

    def open_case(self, case_id: str) -> None:
        """Open a case where something is left to do; one with several versions where they are settled."""
        if self._is_forked(case_id):
            self.fork_asked.emit(case_id)
            return
        self._open(lambda: open_case(self._session.casebook, case_id), None)

    def open_decided(self, case_id: str) -> None:
        """Open a decided case on its letter."""
        self._open(lambda: open_case(self._session.casebook, case_id), Page.LETTER)

    def choose_files(self) -> None:
        """Ask for case files and take them in."""
        dialog = QFileDialog(self._window, tr("Open case file"))
        dialog.setObjectName("open_case_file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Case files (*.json)"), tr("All files (*)")])
        dialog.filesSelected.connect(self.take_in)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_in(self, files: Sequence[str | Path]) -> None:
        """Keep case files; a single one is opened at once."""
        taken = intake.take_in(self._session, [Path(file) for file in files])
        if taken.case_ids:
            self.taken_in.emit()
        if len(taken.case_ids) == 1 and not taken.refused:
            self.open_case(taken.case_ids[0])
        elif taken.refused:
            messages.error(_refusal(taken))
        elif taken.case_ids:
            messages.info(_added(taken))

    def _is_forked(self, case_id: str) -> bool:
        try:
            return bool(self._session.casebook.get(case_id).cover.get(VERSIONS))
        except DictamenError:
            return False  # opening it says why

    def _open(self, make: Callable[[], OpenCase], page: Page | None) -> None:
        try:
            case = make()
        except DictamenError as error:
            messages.error(error)
            return
        self.ready.emit(case, page)


def _added(taken: intake.Taken) -> str:
    """How many cases came in, and which of them ask for what another open case asks for."""
    words = tr("{0} cases were added.").format(len(taken.case_ids))
    if taken.twice:
        again = tr("The same is asked for in another open case: {0}.").format(", ".join(taken.twice))
        words = f"{words} {again}"
    return words


def _refusal(taken: intake.Taken) -> str:
    """What is wrong with the first file, and how many others there are."""
    words = messages.sentence(taken.refused[0])
    others = len(taken.refused) - 1
    if others:
        words += " " + tr("{0} more files could not be used.").format(others)
    if taken.case_ids:
        words += " " + _added(taken)
    return words

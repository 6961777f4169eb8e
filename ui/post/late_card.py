"""The signed letters that did not go out on their day: how many, and the way to each."""

from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from app.errors import DictamenError
from app.late_letters import LateLetter, late_letters
from ui import messages
from ui.kit.boxes import at_left, empty
from ui.kit.buttons import LinkButton
from ui.kit.card import Card
from ui.kit.dates import show_date
from ui.kit.text import Secondary, SectionTitle
from ui.post.words import tr
from ui.session import Session
from ui.start.job import Job

MOST_SHOWN = 20


class LateCard(Card):
    """Looks each time that it comes in sight, in a worker; a click on a letter opens its case.

    Signals:
        case_asked(str): a letter was chosen; its case's id.
    """

    case_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__("letters/late", gap=8)
        self._session = session
        self._job: Job | None = None
        self.words = Secondary("")
        self._lines = QVBoxLayout()
        self.column.addWidget(SectionTitle(tr("To be dated anew")))
        self.column.addWidget(self.words)
        self.column.addLayout(self._lines)

    @property
    def busy(self) -> bool:
        """Whether letters are being looked for."""
        return self._job is not None

    def look(self) -> None:
        """Look for letters that did not go out on their day."""
        if self.busy:
            return
        casebook, now = self._session.casebook, self._session.now()
        self._job = Job(lambda: late_letters(casebook, now), self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.start()

    def wait(self) -> None:
        """Wait until looking has ended; before the casebook is closed."""
        if self._job is not None:
            self._job.wait()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, DictamenError):
            raise error
        messages.error(error)

    def _show(self, result: object) -> None:
        late = cast("tuple[LateLetter, ...]", result)
        self._job = None
        empty(self._lines)
        self.words.setText(_told(len(late)))
        for letter in late[:MOST_SHOWN]:
            words = tr("{0} of {1}").format(letter.number, show_date(letter.day))
            button = LinkButton(words, f"letters/late/{letter.number}")
            button.clicked.connect(partial(self.case_asked.emit, letter.case_id))
            self._lines.addLayout(at_left(button))
        if len(late) > MOST_SHOWN:
            self._lines.addWidget(Secondary(tr("And {0} more.").format(len(late) - MOST_SHOWN)))


def _told(count: int) -> str:
    if not count:
        return tr("No signed letter of the last 30 days waits for a new date.")
    if count == 1:
        return tr("1 signed letter did not go out on its day. Open it, and date it anew.")
    return tr("{0} signed letters did not go out on their day. Open each, and date it anew.").format(count)

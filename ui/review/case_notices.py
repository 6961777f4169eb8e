"""What must be known on every page of a case: what went wrong, why nothing can be changed, what was asked."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.casebook.holds import Hold
from app.desk import OpenCase
from ui.keeping.retention_words import hold_words
from ui.kit.boxes import Column
from ui.kit.notices import Notice, NoticeBar
from ui.language import app_words
from ui.review.words import tr


class CaseNotices(QWidget):
    """Bars under the banner; each stays until its cause is gone.

    Signals:
        other_asked(str): a person wants to see the other case, of this id, that asks for the same.
    """

    other_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._others: tuple[str, ...] = ()
        self._failed = NoticeBar("case/failed", Notice.FAILED, "", rounded=False)
        self._read_only = NoticeBar("case/read_only", Notice.INFO, "", icon="lock", rounded=False)
        self._asked = NoticeBar("case/asked", Notice.INFO, "", icon="stethoscope", rounded=False)
        self._held = NoticeBar("case/held", Notice.INFO, "", icon="archive", rounded=False)
        self._twice = NoticeBar("case/twice", Notice.WARNING, "", icon="triangle-alert", rounded=False)
        self._twice.add_action(tr("Open the other request"), "case/twice/open").clicked.connect(self._ask)
        column = Column(self)
        for bar in (self._failed, self._read_only, self._asked, self._twice, self._held):
            bar.hide()
            column.addWidget(bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong, until an empty sentence says that it is over."""
        if sentence != self._failed.text():
            self._failed.show_text(sentence)

    def refresh(self, case: OpenCase) -> None:
        """Say what holds for this case now."""
        reason = case.why_read_only
        self._show(self._read_only, app_words(reason) if reason else "")
        question = case.record.question
        self._show(self._asked, tr("A physician reviewer asks: {0}").format(question) if question else "")

    def show_duplicates(self, others: tuple[str, ...]) -> None:
        """Say that other open cases, of these ids, ask for the same; the first one can be opened here."""
        self._others = others
        if not others:
            self._show(self._twice, "")
        elif len(others) == 1:
            words = tr("The same is asked for in an open case: {0}. Decide one of them only.")
            self._show(self._twice, words.format(others[0]))
        else:
            words = tr(
                "The same is asked for in {0} other open cases, the first is {1}. Decide one of them only."
            )
            self._show(self._twice, words.format(len(others), others[0]))

    def _ask(self) -> None:
        if self._others:
            self.other_asked.emit(self._others[0])

    def show_hold(self, hold: Hold | None) -> None:
        """Say that the case is on hold, if it is."""
        self._show(self._held, hold_words(hold) if hold else "")

    @staticmethod
    def _show(bar: NoticeBar, sentence: str) -> None:
        if sentence != bar.text():
            bar.show_text(sentence)

"""The decided cases: read only, newest first; opening one shows its letter."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.kit.empty_state import EmptyState
from ui.kit.worklist_table import LazyRows
from ui.session import Session
from ui.worklist.case_list import CaseList
from ui.worklist.case_words import CaseWords, decided_words
from ui.worklist.list_page import ListPage
from ui.worklist.rows import decided_row
from ui.worklist.words import tr


class DecidedPage(ListPage):
    """What was signed, by whom and when."""

    def __init__(self, session: Session, cases: CaseList) -> None:
        headers = (tr("Decided"), tr("Member"), tr("Request"), tr("Decision"), tr("Signed by"))
        super().__init__("decided", tr("Decided"), headers)
        self._session, self._cases = session, cases
        self._words = CaseWords(
            lambda row: decided_words(row, cases.plain_words(row), session.language), self
        )
        session.locked.connect(self._words.clear)
        text = tr("A case moves here when its letter is signed.")
        self._empty = EmptyState("decided/empty", "archive", tr("Nothing is decided yet"), text)
        self._add_place(self._empty)
        self._add_keys("open", "find")
        self._stale = True
        cases.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is decided now; while the page is hidden, only note that it must."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        rows = self._cases.decided()
        counted = tr("1 case.") if len(rows) == 1 else tr("{0} cases.").format(f"{len(rows):,}")
        rule = tr("A signed decision is never overwritten.")
        self.lead.setText(f"{counted} {rule}" if rows else rule)
        self._words.take(rows)
        language = self._session.language
        ids = self._cases.decided_ids()
        self.table.set_lazy(
            LazyRows(ids, lambda number: decided_row(rows[number], language), self._words.all)
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _place_when_empty(self) -> QWidget:
        return self._empty

"""The decided cases: read only, newest first; opening one shows its letter."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.casebook import Row
from ui.kit.empty_state import EmptyState
from ui.kit.worklist_table import WorklistRow
from ui.session import Session
from ui.worklist.case_list import CaseList
from ui.worklist.list_page import ListPage
from ui.worklist.rows import decided_row
from ui.worklist.words import tr


class DecidedPage(ListPage):
    """What was signed, by whom and when."""

    def __init__(self, session: Session, cases: CaseList) -> None:
        headers = (tr("Decided"), tr("Member"), tr("Request"), tr("Decision"), tr("Signed by"))
        super().__init__("decided", tr("Decided"), headers)
        self._session, self._cases = session, cases
        self._made: dict[str, tuple[int, WorklistRow]] = {}
        text = tr("A case moves here when its letter is signed.")
        self._empty = EmptyState("decided/empty", "archive", tr("Nothing is decided yet"), text)
        self._add_place(self._empty)
        self._add_keys((("Enter", tr("open")), ("/", tr("find"))))
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
        self.table.set_rows([self._row(row) for row in rows])

    def _row(self, row: Row) -> WorklistRow:
        """The row of a case, made once: only a new revision makes it another one."""
        made = self._made.get(row.case_id)
        if made is None or made[0] != row.seq:
            made = self._made[row.case_id] = (row.seq, decided_row(row, self._session.language))
        return made[1]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _place_when_empty(self) -> QWidget:
        return self._empty

"""The worklist: two lines a row, in the order given, Enter opens.

Example::

    table = WorklistTable("worklist/cases", ("Due", "Member", "Request", "Status", "Next"))
    table.set_rows(rows)                  # again whenever something changed; the current row stays
    table.set_search("nunez")
    table.set_test(lambda row: row.urgency is Urgency.LATE)
    table.opened.connect(open_case)
"""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.fonts import px
from ui.kit.rows_table import RowsTable
from ui.kit.worklist_cells import PADDING, WorklistDelegate
from ui.kit.worklist_model import LazyRows, RowTest, WorklistModel, WorklistRow

__all__ = ["LazyRows", "WorklistRow", "WorklistTable"]

_HEADER_HEIGHT = 36
_DUE, _MEMBER, _REQUEST, _STATUS, _NEXT = range(5)
# Widths at 100 %: what must be read in full is fixed; member and next step share the rest.
_FIXED = {_DUE: 168, _REQUEST: 162, _STATUS: 168}
_MEMBERS_SHARE = 0.57
# Below this width at 100 % the status moves under the clock, request and next step under the member.
_NARROW = 836


class WorklistTable(RowsTable):
    """Cases as rows of 54 px; stands in a ``Card``, which draws the surface.

    Signals:
        filtered(int): the search, the test or the rows changed how many rows are shown.
    """

    filtered = Signal(int)

    def __init__(self, name: str, headers: Sequence[str], parent: QWidget | None = None) -> None:
        model = WorklistModel(headers)
        super().__init__(name, model, heading=_HEADER_HEIGHT, padding=PADDING, parent=parent)
        self._model = model
        self._delegate = WorklistDelegate(self)
        self.setItemDelegate(self._delegate)
        self._fit()

    def set_rows(self, rows: Sequence[WorklistRow]) -> None:
        """Show these rows; the current one, by its id, stays current."""
        self._keep_current(lambda: self._model.set_rows(rows))

    def set_lazy(self, rows: LazyRows) -> None:
        """As ``set_rows``, of rows that are made when they are looked at."""
        self._keep_current(lambda: self._model.set_lazy(rows))

    def set_passing(self, ids: Collection[str] | None) -> None:
        """Show only the rows of these ids; None passes all."""
        self._keep_current(lambda: self._model.set_passing(ids))

    def set_search(self, text: str) -> None:
        """Show only rows that hold every word of the text, whatever accents and case."""
        self._keep_current(lambda: self._model.set_search(text))

    def set_test(self, test: RowTest | None) -> None:
        """Show only rows that pass the test; None passes all."""
        self._keep_current(lambda: self._model.set_test(test))

    def _keep_current(self, change: Callable[[], None]) -> None:
        super()._keep_current(change)
        self.filtered.emit(self.shown())

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        stacked = width < px(_NARROW)
        self._delegate.stacked = stacked
        for column in (_REQUEST, _STATUS, _NEXT):
            self.setColumnHidden(column, stacked)
        fixed = {column: px(each) for column, each in _FIXED.items() if not self.isColumnHidden(column)}
        for column, each in fixed.items():
            self.setColumnWidth(column, each)
        rest = max(width - sum(fixed.values()), 0)
        members = rest if stacked else int(rest * _MEMBERS_SHARE)
        self.setColumnWidth(_MEMBER, members)
        self.setColumnWidth(_NEXT, rest - members)
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height(members))

"""Options of which any number can be ticked, such as the documents that show an answer.

Example::

    group = CheckGroup("cd22_positive/evidence", "Which document shows it?")
    group.add("E1", "E1 Marrow flow cytometry", "10-Nov-2026, pathology report", ticked=True)
    group.ticked.connect(note)            # the value, and whether it is ticked now
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.kit.choices import CheckRow
from ui.kit.columns import Columns


class CheckGroup(QWidget):
    """Check rows in 2 or 3 columns that reflow; rows are named ``NAME/VALUE``.

    Signals:
        ticked(str, bool): a person ticked this value, or took the tick away.
    """

    ticked = Signal(str, bool)

    def __init__(self, name: str, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(question)
        self._rows: dict[str, CheckRow] = {}
        self._columns = Columns(self)

    def add(self, value: str, title: str, hint: str = "", *, ticked: bool = False) -> CheckRow:
        """Add an option at the end; ``value`` is what ``ticked`` tells."""
        row = CheckRow(title, f"{self.objectName()}/{value}", hint, self)
        row.setChecked(ticked)
        row.clicked.connect(lambda now: self.ticked.emit(value, now))
        if not self._rows:
            self.setFocusProxy(row)
        self._rows[value] = row
        self._columns.add_option(row, row.face)
        return row

    def row(self, value: str) -> CheckRow:
        """The row of a value that was added."""
        return self._rows[value]

    def values(self) -> list[str]:
        """The ticked values, in the order of the rows."""
        return [value for value, row in self._rows.items() if row.isChecked()]

    def set_values(self, values: set[str] | frozenset[str]) -> None:
        """Tick exactly these values without telling anybody."""
        for value, row in self._rows.items():
            row.setChecked(value in values)

    def focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the focus to the first row that may be used."""
        for row in self._rows.values():
            if row.isEnabled():
                row.setFocus(reason)
                return

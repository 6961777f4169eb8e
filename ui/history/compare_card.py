"""Two revisions of a case, field by field: which two, what differs, and the way to see one as it was."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.history import Comparison, Moment
from ui.fonts import px
from ui.history.words import tr
from ui.kit.boxes import Row, at_left
from ui.kit.buttons import SecondaryButton
from ui.kit.card import Card
from ui.kit.choice_fields import ComboField
from ui.kit.dates import show_date
from ui.kit.facts_table import FactsColumn, FactsTable
from ui.kit.text import Hint, SectionTitle

_WIDEST_WORD = 130
"""A longer word, such as a fingerprint, is cut into lines instead of widening its column."""


class _Changes(FactsTable):
    def _least(self, number: int) -> int:
        return min(super()._least(number), px(_WIDEST_WORD))


class CompareCard(Card):
    """Shows what differs between the two revisions that are chosen.

    Signals:
        asked(int, int): a person wants to see these two compared, the older one 0 for nothing.
        open_asked(int): a person wants to see this revision as it was.
    """

    asked = Signal(int, int)
    open_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__("history/compare", gap=12)
        self._older = ComboField("history/older", tr("From"))
        self._newer = ComboField("history/newer", tr("To"))
        self._count = Hint("")
        self._count.setObjectName("history/count")
        columns = (FactsColumn(tr("Field")), FactsColumn(tr("Before")), FactsColumn(tr("After"), strong=True))
        self._table = _Changes("history/changes", tr("What changed"), columns)
        self._open = SecondaryButton("", "history/open", icon="book-open")
        self._arrange()
        for field in (self._older, self._newer):
            field.committed.connect(self._ask)
        self._open.clicked.connect(lambda: self.open_asked.emit(self.newer()))

    def newer(self) -> int:
        """The newer of the two revisions."""
        return int(self._newer.value() or 0)

    def show_revisions(self, revisions: Sequence[Moment]) -> None:
        """Offer these revisions of the case, oldest first."""
        self._older.add_option("0", tr("Nothing yet"))
        for moment in revisions:
            words = tr("Revision {0}, {1}").format(moment.rev, show_date(moment.at.astimezone().date()))
            for field in (self._older, self._newer):
                field.add_option(str(moment.rev), words)

    def show_comparison(self, compared: Comparison) -> None:
        """Show what differs."""
        older = compared.older.rev if compared.older else 0
        self._older.set_value(str(older))
        self._newer.set_value(str(compared.newer.rev))
        self._table.set_rows([(change.label, change.was, change.now) for change in compared.changes])
        self._table.setVisible(bool(compared.changes))
        count = len(compared.changes)
        told = tr("1 field differs.") if count == 1 else tr("{0} fields differ.").format(count)
        self._count.setText(told if count else tr("Nothing differs between these two."))
        self._open.set_words(tr("Open revision {0}").format(compared.newer.rev))

    def _ask(self) -> None:
        self.asked.emit(int(self._older.value() or 0), self.newer())

    def _arrange(self) -> None:
        self.column.addWidget(SectionTitle(tr("What changed")))
        row = Row(gap=12)
        row.addWidget(self._older, 1)
        row.addWidget(self._newer, 1)
        self.column.addLayout(row)
        self.column.addWidget(self._count)
        self.column.addWidget(self._table)
        self.column.addLayout(at_left(self._open))

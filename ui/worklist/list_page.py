"""What both lists share: title, find box, table or what stands in its place, and the keys at the bottom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QWidget

from ui import theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.card import Card
from ui.kit.chips import KeyHint
from ui.kit.empty_state import EmptyState
from ui.kit.filters import SearchLine
from ui.kit.flow import Flow
from ui.kit.text import Hint, PageTitle, Secondary
from ui.kit.worklist_table import WorklistTable
from ui.review.page import focus_first_in
from ui.worklist.words import tr

_FIND_WIDTH = 250


class ListPage(QWidget):
    """A list of cases.

    Signals:
        opened(str): a person wants to see the case of this id.
    """

    opened = Signal(str)

    def __init__(self, name: str, title: str, headers: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._name = name
        self.lead = Secondary("")
        self.lead.setObjectName(f"{name}/lead")
        self.search = SearchLine(f"{name}/find", tr("Find member, case or ID"))
        self.table = WorklistTable(f"{name}/cases", headers)
        self.table.setAccessibleName(title)
        self.nothing_found = EmptyState(f"{name}/nothing", "search", "", "")
        self.clear_search = self.nothing_found.add_button(tr("Clear the search"), f"{name}/clear")
        self._places = QStackedWidget()
        for place in (self.table, self.nothing_found):
            self._places.addWidget(place)
        self._column = Column(self, margins=(24, 18, 24, 10), gap=12)
        self._column.addLayout(self._top(title))
        self._column.addWidget(self._card(), 1)
        self.table.opened.connect(self.opened)
        self.table.filtered.connect(self._choose_place)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.table.setFocus)
        self.clear_search.clicked.connect(self.reset_search)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def take_focus(self) -> None:
        """Go to the list, or to what can be done where it is empty."""
        place = self._places.currentWidget()
        if place is self.table or not focus_first_in(place):
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_find(self) -> None:
        """Let a person type what to find."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def leave_search(self) -> None:
        """Empty the find box; once it is empty, go to the list."""
        if self.search.text():
            self.search.clear()
        else:
            self.take_focus()

    def reset_search(self) -> None:
        """Show what the search had left out."""
        self.search.clear()
        self.take_focus()

    def _narrow(self, text: str) -> None:
        self.table.set_search(text)

    def _place_when_empty(self) -> QWidget:
        """What stands in the table's place when no row is shown and nothing was searched for."""
        raise NotImplementedError

    def _add_place(self, place: QWidget) -> None:
        self._places.addWidget(place)

    def _choose_place(self) -> None:
        if self.table.shown():
            place: QWidget = self.table
        elif typed := self.search.text().strip():
            title = tr("No case matches “{0}”").format(typed)
            self.nothing_found.show_words(title, tr("Names are found with or without accents."))
            place = self.nothing_found
        else:
            place = self._place_when_empty()
        self._show_place(place)

    def _show_place(self, place: QWidget) -> None:
        """Show the table or what stands for it; a focus that would be lost goes along."""
        focused = QApplication.focusWidget()
        follows = focused is None or self._places.isAncestorOf(focused)
        self._places.setCurrentWidget(place)
        if follows and self.isVisible():
            self.take_focus()

    def _top(self, title: str) -> Row:
        words = Column(gap=2)
        words.addWidget(PageTitle(title))
        words.addWidget(self.lead)
        row = Row(gap=16)
        row.addLayout(words, 1)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _card(self) -> Card:
        card = Card(f"{self._name}/card")
        card.column.set_margins((1, 1, 1, 8))
        card.column.addWidget(self._places, 1)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return card

    def _add_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        row, hints = Row(gap=16), Flow(gap=16)
        for key, does in keys:
            hints.addWidget(KeyHint(key, does))
        row.addLayout(hints, 1)
        row.addWidget(Hint(tr("Saved on this computer, sealed"), wraps=False))
        self._column.addLayout(row)

    def _fit(self) -> None:
        self.search.setFixedWidth(px(_FIND_WIDTH))

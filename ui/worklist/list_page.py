"""What both lists share: title, find box, table or what stands in its place, and the keys at the bottom."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QStackedWidget, QWidget

from ui import fonts, theme
from ui.fonts import px
from ui.kit.boxes import Column, Row
from ui.kit.drawing import painting, surface
from ui.kit.empty_state import EmptyState
from ui.kit.filters import SearchLine
from ui.kit.flow import Flow
from ui.kit.key_button import KeyButton
from ui.kit.scroll_page import PlainScroll
from ui.kit.text import Hint, PageTitle, Secondary
from ui.kit.worklist_table import WorklistTable
from ui.review.page import focus_first_in
from ui.worklist.words import tr

_FIND_WIDTH = 250
_LEAST_HEIGHT = 220
_STACK_BELOW = 640
"""The effective width of the page below which the find box stands under the title."""


class ListPage(PlainScroll):
    """A list of cases. The table takes the room there is; where that is too little, the page scrolls.

    Signals:
        opened(str): a person wants to see the case of this id.
    """

    opened = Signal(str)

    def __init__(self, name: str, title: str, headers: Sequence[str]) -> None:
        super().__init__(name)
        self.setAccessibleName(title)
        self.lead = Secondary("")
        self.lead.setObjectName(f"{name}/lead")
        self.search = SearchLine(f"{name}/find", tr("Find member, case or ID"))
        self.table = WorklistTable(f"{name}/cases", headers)
        self.table.setAccessibleName(title)
        self.nothing_found = EmptyState(f"{name}/nothing", "search", "", "")
        self.clear_search = self.nothing_found.add_button(tr("Clear the search"), f"{name}/clear")
        self._places = _Places(f"{name}/places")
        self._top = Row(gap=16)
        self._column = self._make_column()
        self._fill_top(title)
        self._column.addWidget(self._places, 1)
        for place in (self.table, self.nothing_found):
            self._add_place(place)
        self._connect()

    def take_focus(self) -> None:
        """Go to the list, or to what can be done where it is empty."""
        place = self._places.current()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # ------------------------------------------------------------ what stands in the table's place

    def _place_when_empty(self) -> QWidget:
        """What stands in the table's place when no row is shown and nothing was searched for."""
        raise NotImplementedError

    def _add_place(self, place: QWidget) -> None:
        self._places.add(place)

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
        self._places.show_place(place)
        if follows and self.isVisible():
            self.take_focus()

    # ------------------------------------------------------------ how it is built

    def _make_column(self) -> Column:
        inside = QWidget()
        column = Column(inside, margins=(24, 18, 24, 10), gap=12)
        column.addLayout(self._top)
        self.set_inside(inside)
        return column

    def _fill_top(self, title: str) -> None:
        words = Column(gap=2)
        words.addWidget(PageTitle(title))
        words.addWidget(self.lead)
        self._top.addLayout(words, 1)
        self._top.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.filtered.connect(self._choose_place)
        self.search.textChanged.connect(self.table.set_search)
        self.search.returnPressed.connect(self.take_focus)
        self.clear_search.clicked.connect(self.reset_search)
        theme.changes().changed.connect(self._fit)

    def _add_keys(self, *names: str) -> None:
        """Show these keys at the foot: ``open``, and commands of the window by their names."""
        row, hints = Row(gap=16), Flow(gap=16)
        words = {
            "open": ("Enter", tr("open")),
            "new": ("N", tr("new")),
            "find": ("/", tr("find")),
            "commands": ("Ctrl K", tr("all commands")),
        }
        for name in names:
            button = KeyButton(f"{self.objectName()}/key/{name}", *words[name])
            button.clicked.connect(
                self.table.open_current if name == "open" else partial(self._command, name)
            )
            hints.addWidget(button)
        row.addLayout(hints, 1)
        row.addWidget(Hint(tr("Saved on this computer, sealed"), wraps=False))
        self._column.addLayout(row)

    def _command(self, name: str) -> None:
        """Do what the window's command of this name does."""
        action = self.window().findChild(QAction, f"action/{name}")
        if isinstance(action, QAction):
            action.trigger()

    def _fit(self) -> None:
        self.search.setFixedWidth(px(_FIND_WIDTH))
        self._places.setMinimumHeight(px(_LEAST_HEIGHT))
        self.set_narrow(self.width() / fonts.scale() < _STACK_BELOW)

    def set_narrow(self, narrow: bool) -> None:
        """Put the find box under the title, or beside it."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._top.setDirection(down if narrow else across)


class _Places(QFrame):
    """The surface that holds the table, or what stands for it. It takes no part in showing the focus."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._stack = QStackedWidget()
        column = Column(self, margins=(1, 1, 1, 8))
        column.addWidget(self._stack)

    def add(self, place: QWidget) -> None:
        """Add something that may be shown."""
        self._stack.addWidget(place)

    def current(self) -> QWidget | None:
        """What is shown."""
        return self._stack.currentWidget()

    def show_place(self, place: QWidget) -> None:
        """Show one of those added."""
        self._stack.setCurrentWidget(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = theme.current()
        with painting(self) as painter:
            surface(painter, self.rect(), px(10), tokens.surface, (tokens.line, 1))

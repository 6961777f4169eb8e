"""The palette: type a few letters, Enter does it. Esc leaves everything as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.fonts import px
from ui.kit.text import Hint
from ui.palette.entries import Entry
from ui.palette.entry_list import EntryList
from ui.palette.matching import best, needles_of
from ui.palette.overlay import Overlay
from ui.palette.words import tr

Finder = Callable[[Sequence[str]], Sequence[Entry]]
"""Gives the entries among so many that many are never made, such as cases, for the words typed."""

_WIDTH = 600
_SHOWN, _MOST, _PAGE = 10, 30, 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}


class Palette(Overlay):
    """All that can be done here, found by a few letters."""

    def __init__(self, window: QWidget, entries: Sequence[Entry], finder: Finder) -> None:
        super().__init__(window, "palette", tr("All commands, lines and cases"), _WIDTH)
        self._all, self._finder = tuple(entries), finder
        words = tr("Find a command, a line of the policy or a case")
        self.line = QLineEdit()
        self.line.setObjectName("palette/find")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.line.setAccessibleDescription(tr("Up and down choose, Enter does it, Esc closes."))
        self.list = EntryList("palette/list", tr("What was found"))
        self.nothing = Hint("")
        self.nothing.setObjectName("palette/nothing")
        for part in (self.line, self.nothing, self.list):
            self.column.addWidget(part)
        self.column.setStretch(2, 1)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self.refresh)
        self.line.returnPressed.connect(self._run_current)
        self.list.chosen.connect(self.run)
        self.closed.connect(self._forget)
        self.refresh()

    def first(self) -> QWidget:
        return self.line

    def wanted_height(self, width: int) -> int:
        inner = width - 2 * px(12)
        shown = self.list.wanted_height(inner, _SHOWN)
        below = shown or self.nothing.heightForWidth(inner)
        return px(12) * 2 + self.line.sizeHint().height() + px(8) + below

    def refresh(self) -> None:
        """Show what fits the words as they are now, the best of it current."""
        needles = needles_of(self.line.text())
        found = best([*self._all, *self._finder(needles)], needles, _MOST)
        self.list.show_entries(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if not found:
            self.nothing.setText(
                tr("Nothing is called “{0}”. Cases are found by name, case number or member ID.").format(
                    self.line.text().strip()
                )
            )
        self.fit()
        if self.isVisible():
            self._announce(self._told(len(found)))

    def grow(self) -> None:
        """Show what can be found since, if that adds anything, without moving what is current."""
        current = self.list.current()
        needles = needles_of(self.line.text())
        found = best([*self._all, *self._finder(needles)], needles, _MOST)
        if [each.id for each in found] == [each.id for each in self.list.entries.entries()]:
            return
        self.refresh()
        if current is not None:
            self.list.select_id(current.id)

    def run(self, each: Entry) -> None:
        """Do what an entry says, with the focus back where it was."""
        self.close_overlay()
        each.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = _STEPS.get(Qt.Key(event.key()))
            if by is not None:
                self.list.step(by)
                self._announce(self._told(self.list.entries.rowCount()))
                return True
        return super().eventFilter(watched, event)

    def _forget(self) -> None:
        """Hold no name any more, however long Qt keeps the widget."""
        self._all = ()
        self.line.clear()
        self.list.show_entries(())

    def _run_current(self) -> None:
        current = self.list.current()
        if current is not None:
            self.run(current)

    def _told(self, count: int) -> str:
        current = self.list.current()
        if current is None:
            return self.nothing.text()
        row = self.list.currentIndex().row() + 1
        return tr("{0}. {1} of {2}").format(current.spoken(), row, count)

    def _announce(self, words: str) -> None:
        """Have screen readers say which entry is current: the focus stays in the field."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

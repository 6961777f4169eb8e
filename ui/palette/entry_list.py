"""The palette's list: title, note and key of each entry; the current one is what Enter runs."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui import fonts, theme
from ui.fonts import Size, px
from ui.kit.drawing import ONE_LINE_CENTRED, Ink, fill, outline, put, put_lines
from ui.kit.wrapping import wrapped
from ui.palette.entries import Entry

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole
_ROW, _PADDING, _GAP, _CAP_HEIGHT, _CAP_PADDING = 35, 10, 11, 19, 8


class EntryModel(QAbstractListModel):
    """The entries that are offered now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entries(self) -> tuple[Entry, ...]:
        """What is offered."""
        return self._entries

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each = self._entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return each.spoken()
        return each if role == ENTRY_ROLE else None


class _Measures:
    """Where the parts of an entry stand in a row of a width; one answer for painting and for the height."""

    def __init__(self, each: Entry, width: int) -> None:
        title, note = fonts.metrics(Size.BODY, fonts.SEMIBOLD), fonts.metrics(Size.SECONDARY)
        self.inner = width - 2 * px(_PADDING)
        cap = fonts.metrics(Size.LEGEND, fonts.MEDIUM).horizontalAdvance(each.keys) + 2 * px(_CAP_PADDING)
        self.cap = cap if each.keys else 0
        room = self.inner - (self.cap + px(_GAP) if self.cap else 0)
        self.title = title.horizontalAdvance(each.title)
        beside = self.title + px(_GAP) + note.horizontalAdvance(each.note) <= room
        self.title_room, self.beside = room, beside or not each.note
        self.title_height = wrapped(title, each.title, room).height()
        self.note_height = 0 if self.beside else wrapped(note, each.note, room).height()

    def height(self) -> int:
        """Of the whole row."""
        return max(self.title_height + self.note_height + px(14), px(_ROW))


class _EntryDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        each, rect, tokens = index.data(ENTRY_ROLE), option.rect, theme.current()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        measures = _Measures(each, rect.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            fill(painter, rect, px(4), tokens.accent_soft)
        top = rect.top() + (rect.height() - measures.title_height - measures.note_height) // 2
        left = rect.left() + px(_PADDING)
        weight = fonts.SEMIBOLD if current else fonts.REGULAR
        title = QRect(left, top, measures.title_room, measures.title_height)
        put_lines(painter, title, each.title, Ink(fonts.font(Size.BODY, weight), tokens.text))
        self._note(painter, each, measures, title, weight)
        if measures.cap:
            self._cap(painter, each.keys, rect, measures.cap)
        painter.restore()

    @staticmethod
    def _note(
        painter: QPainter, each: Entry, measures: _Measures, title: QRect, weight: fonts.Weight
    ) -> None:
        ink = Ink(fonts.font(Size.SECONDARY), theme.current().text2)
        if measures.beside:
            taken = fonts.metrics(Size.BODY, weight).horizontalAdvance(each.title) + px(_GAP)
            put(painter, title.adjusted(taken, 0, 0, 0), each.note, ink)
        else:
            place = QRect(title.left(), title.bottom() + 1, title.width(), measures.note_height)
            put_lines(painter, place, each.note, ink)

    @staticmethod
    def _cap(painter: QPainter, keys: str, rect: QRect, width: int) -> None:
        tokens = theme.current()
        height = px(_CAP_HEIGHT)
        cap = QRect(rect.right() - px(_PADDING) - width, rect.center().y() - height // 2, width, height)
        fill(painter, cap.adjusted(1, 1, -1, -1), px(4), tokens.surface)
        outline(painter, cap, px(4), tokens.control)
        put(painter, cap, keys, Ink(fonts.font(Size.LEGEND, fonts.MEDIUM), tokens.text), ONE_LINE_CENTRED)

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return QSize(width, _Measures(index.data(ENTRY_ROLE), width).height())


class EntryList(QListView):
    """Shows entries; the focus stays in the field above.

    Signals:
        chosen(object): a person clicked this ``Entry``.
    """

    chosen = Signal(object)

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.entries = EntryModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_EntryDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Offer these, the first one current."""
        self.entries.set_entries(entries)
        if entries:
            self.setCurrentIndex(self.entries.index(0, 0))

    def current(self) -> Entry | None:
        """The entry that Enter runs."""
        index = self.currentIndex()
        return self.entries.entries()[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Make another entry current: so many rows on, round at the ends."""
        count = self.entries.rowCount()
        if count:
            row = self.currentIndex().row() + by
            row = row % count if abs(by) == 1 else min(max(row, 0), count - 1)
            self.setCurrentIndex(self.entries.index(row, 0))

    def select_id(self, name: str) -> None:
        """Make the entry of this id current, if it is offered."""
        for row, each in enumerate(self.entries.entries()):
            if each.id == name:
                self.setCurrentIndex(self.entries.index(row, 0))

    def wanted_height(self, width: int, most: int) -> int:
        """The height that shows the first ``most`` entries in this width."""
        return sum(_Measures(each, width).height() for each in self.entries.entries()[:most])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.chosen.emit(self.entries.entries()[index.row()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

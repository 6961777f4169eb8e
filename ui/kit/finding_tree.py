"""The finding beside the page: what is met, what is open, line by line.

Example::

    tree = FindingTree("finding", "Finding so far")
    tree.opened.connect(go_to_card)       # Enter or a click on a line
    tree.set_lines(lines)                 # again after each answer; scroll and current line stay
    tree.set_current("A.ii.A")            # the line of the card that has the focus
"""

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from ui import fonts, icons, theme
from ui.fonts import px
from ui.kit.drawing import Ink, fill, put, put_lines
from ui.kit.finding_model import LINE_ROLE, AnyIndex, FindingModel, TreeLine
from ui.kit.status import colour_of, icon_of
from ui.kit.wrapping import wrapped

__all__ = ["FindingTree", "TreeLine"]

_INDENT, _ICON, _NUMBER, _GAP, _AROUND = 14, 16, 26, 8, 4
_RIGHT = 4


class _LineFace:
    """Where the parts of one line stand in a given width; measuring and painting share it."""

    def __init__(self, line: TreeLine, width: int) -> None:
        self.line = line
        self.number_width = _semibold().horizontalAdvance(line.number)
        self.text_left = px(_NUMBER) + self.number_width + px(_GAP)
        self.text_width = width - self.text_left - px(_RIGHT)
        self.label, self.note = _measured(line.label, line.note, self.text_width, fonts.scale())

    def height(self) -> int:
        return self.label.height() + self.note.height() + 2 * px(_AROUND)

    def paint(self, painter: QPainter, rect: QRect, *, current: bool) -> None:
        tokens = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if current:
            fill(painter, rect, px(4), tokens.accent_soft)
        colour = colour_of(self.line.status, tokens)
        top, line_height = rect.top() + px(_AROUND), _regular().height()
        square = QRect(rect.left() + px(5), top + (line_height - px(_ICON)) // 2, px(_ICON), px(_ICON))
        icons.paint(painter, icon_of(self.line.status), colour, square)
        pale = tokens.text3 if self.line.dim else tokens.text
        number = QRect(rect.left() + px(_NUMBER), top, self.number_width + 1, line_height)
        put(painter, number, self.line.number, Ink(_semibold_font(), pale))
        text = QRect(rect.left() + self.text_left, top, self.text_width, self.label.height())
        put_lines(painter, text, self.line.label, Ink(fonts.font(fonts.Size.SECONDARY), pale))
        note = QRect(text.left(), text.bottom() + 1, self.text_width, self.note.height())
        put_lines(painter, note, self.line.note, Ink(_semibold_font(), colour))


@lru_cache(maxsize=1024)
def _measured(label: str, note: str, width: int, _scale: float) -> tuple[QSize, QSize]:
    """The sizes of both texts; a layout asks for those of every line many times."""
    return wrapped(_regular(), label, width), wrapped(_semibold(), note, width)


def _regular() -> QFontMetrics:
    return fonts.metrics(fonts.Size.SECONDARY)


def _semibold() -> QFontMetrics:
    return fonts.metrics(fonts.Size.SECONDARY, fonts.SEMIBOLD)


def _semibold_font() -> QFont:
    return fonts.font(fonts.Size.SECONDARY, fonts.SEMIBOLD)


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, tree: "FindingTree") -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        width = self._tree.viewport().width() - px(_INDENT) * _depth(index)
        return QSize(width, _LineFace(index.data(LINE_ROLE), width).height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        current = bool(state & QStyle.StateFlag.State_Selected)
        _LineFace(index.data(LINE_ROLE), rect.width()).paint(painter, rect, current=current)
        painter.restore()


def _depth(index: AnyIndex) -> int:
    depth, above = 0, index.parent()
    while above.isValid():
        depth, above = depth + 1, above.parent()
    return depth


class FindingTree(QTreeView):
    """The lines of a finding, always open, as high as they need; it stands in a scrolling panel.

    Signals:
        opened(str): a person pressed Enter on, or clicked, the line of this id.
    """

    opened = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._model = FindingModel(title, self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(_as_high_as_needed())
        self.clicked.connect(self._open)
        theme.changes().changed.connect(self._fit)
        self._fit()

    def set_lines(self, lines: Sequence[TreeLine]) -> None:
        """Show these lines; the current one, by its id, and the scroll position stay."""
        current = self.current_id()
        if not self._model.set_lines(lines):
            self.expandAll()
            self.set_current(current)
        self._fit()

    def current_id(self) -> str:
        """The id of the tinted line, or nothing."""
        index = self.currentIndex()
        return self._model.line(index).id if index.isValid() else ""

    def set_current(self, line_id: str) -> None:
        """Tint the line of this id, or none; nobody is told."""
        index = self._model.index_of(line_id)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(
            _LineFace(line, width - px(_INDENT) * depth).height()
            for line, depth in self._model.lines_with_depth()
        )

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(px(300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), 0)

    def drawBranches(self, _painter: QPainter, _rect: QRect, _index: AnyIndex) -> None:
        """Draw nothing: the indentation and the numbers say what belongs to what."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        pressing = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if self.hasFocus() and current.isValid() and not pressing:
            self._bring_to_sight(self.visualRect(current))

    def _open(self, index: AnyIndex) -> None:
        self.opened.emit(self._model.line(index).id)

    def _fit(self) -> None:
        self.setIndentation(px(_INDENT))
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def _bring_to_sight(self, row: QRect) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        inside = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and inside is not None:
            place = self.viewport().mapTo(inside, row.center())
            above.ensureVisible(place.x(), place.y(), 0, row.height())


def _as_high_as_needed() -> QSizePolicy:
    # Minimum, not Fixed: a fixed height is that of the size hint, whatever the width asks for.
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy

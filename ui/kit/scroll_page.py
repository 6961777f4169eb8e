"""The part of a page that scrolls."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.fonts import px
from ui.kit.boxes import Column, Margins

_PAGE: Margins = (24, 20, 24, 24)
_ROOM = 16
_LEAST = 40


class Inside(QWidget):
    """What scrolls: as high as it needs to be at its width.

    Qt's least height is that at the least width, where every text wraps most; a page would end in a blank.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class PlainScroll(QScrollArea):
    """Scrolls up and down, has no frame and no ground of its own, and takes no focus itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Our own viewport: asking Qt for its one makes PySide build all its classes, 10 ms of every start.
        self._ground = QWidget()
        self.setViewport(self._ground)

    def minimumSizeHint(self) -> QSize:
        """Low: what scrolls can be read in a low window too, the bars around it cannot be cut."""
        least = super().minimumSizeHint()
        return QSize(least.width(), min(least.height(), px(_LEAST)))

    def set_inside(self, inside: QWidget) -> None:
        """Take the widget that scrolls."""
        self.setWidget(inside)
        for part in (inside, self._ground):
            part.setAutoFillBackground(False)


class ScrollPage(PlainScroll):
    """A scrolling column; it never scrolls sideways and keeps what has the focus in sight.

    Put widgets into ``page.column``; they gather at the top.
    """

    def __init__(
        self, name: str, *, margins: Margins = _PAGE, gap: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, parent)
        self._inside = inside = Inside()
        outer = Column(inside, margins=margins)
        self.column = Column(gap=gap)
        outer.addLayout(self.column)
        outer.addStretch(1)
        self.set_inside(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_in_sight)

    def bring_to_sight(self, widget: QWidget) -> None:
        """Scroll so that the widget, or its top where it is taller than the page, is in sight."""
        top = widget.mapTo(self._inside, QPoint(0, 0)).y()
        height, room = widget.height() + px(_ROOM), self.viewport().height()
        bar = self.verticalScrollBar()
        if top - px(_ROOM) < bar.value() or height + px(_ROOM) > room:
            bar.setValue(top - px(_ROOM))
        elif top + height > bar.value() + room:
            bar.setValue(top + height - room)

    def _keep_in_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        # What the mouse is pressing must not move away under it.
        pressing = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if new is not None and not pressing and self._inside.isAncestorOf(new):
            self.bring_to_sight(new)

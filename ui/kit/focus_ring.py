"""The ring around what has the focus, shown only to people who use the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import Shiboken

from ui import theme
from ui.fonts import px
from ui.kit.drawing import outline, painting

_DISTANCE, _WIDTH, _RADIUS = 2, 2, 8
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_PLACE = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """One transparent overlay per window: ``FocusRing(window)``, once, when the window has been built.

    The ring appears when a key moved the focus and goes when the mouse is used. It stands outside the
    control, so it shifts no layout, and takes no mouse events.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._by_key = False
        self._watched: list[QWidget] = []
        window.installEventFilter(self)
        self._listen_to(window.windowHandle())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.hide()

    def target(self) -> QWidget | None:
        """The control that wears the ring now."""
        return self._watched[0] if self.isVisible() and self._watched else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(watched, QWindow):
            self._note_input(kind)
        elif watched is self._window and kind is QEvent.Type.Show:
            self._listen_to(self._window.windowHandle())
        elif kind in _PLACE:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            self._paint_ring(painter)

    def _paint_ring(self, painter: QPainter) -> None:
        if self._watched:
            ring = self._ring_of(self._watched[0])
            painter.setClipRect(self._clip_of(self._watched[0]).translated(-self.pos()))
            outline(painter, ring.translated(-self.pos()), px(_RADIUS), theme.current().focus, _WIDTH)

    def _listen_to(self, handle: QWindow | None) -> None:
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def _note_input(self, kind: QEvent.Type) -> None:
        if kind in _KEYS:
            self._by_key = True
        elif kind is QEvent.Type.MouseButtonPress:
            self._by_key = False
            self.hide()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in self._watched:
            if Shiboken.isValid(widget):  # a page that was left may be gone already
                widget.removeEventFilter(self)
        self._watched = []
        window = self._window
        if new is None or not self._by_key or not window.isAncestorOf(new):
            self.hide()
            return
        step: QWidget | None = new
        while step is not None and step is not window:
            self._watched.append(step)
            step.installEventFilter(self)
            step = step.parentWidget()
        self._place()
        self.raise_()
        self.show()

    def _place(self) -> None:
        if self._watched:
            self.setGeometry(self._ring_of(self._watched[0]))
            self.update()

    def _ring_of(self, target: QWidget) -> QRect:
        out = _DISTANCE + _WIDTH
        return self._in_window(target).adjusted(-out, -out, out, out)

    def _in_window(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())

    def _clip_of(self, target: QWidget) -> QRect:
        """What is in sight of the target: a ring must not be drawn over the footer it scrolled under."""
        clip = self._window.rect()
        step = target.parentWidget()
        while step is not None and step is not self._window:
            if isinstance(step, QAbstractScrollArea):
                clip = clip.intersected(self._in_window(step.viewport()))
            step = step.parentWidget()
        return clip

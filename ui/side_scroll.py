"""Room for the side bar where the window is too low for it at the text size in force."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from ui.kit.side_bar import SideBar


class SideScroll(QScrollArea):
    """As wide as the side bar inside; it scrolls by wheel and by focus, without a scroll bar."""

    def __init__(self, side: SideBar) -> None:
        super().__init__()
        self._side = side
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(side)
        self._fit()
        side.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_in_sight)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._side and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        if self.width() != self._side.minimumWidth():
            self.setFixedWidth(self._side.minimumWidth())

    def _keep_in_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._side.isAncestorOf(new):
            self.ensureWidgetVisible(new)

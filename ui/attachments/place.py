"""Where the viewer stands in a case: in the place of the page, until the person wants the page back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from shiboken6 import isValid

from ui.attachments.viewer import AttachmentViewer
from ui.review.desk import CaseDesk


class ViewerPlace(QObject):
    """Makes the viewer when it is first needed, and leads the focus back to where it came from.

    Attributes:
        viewer: the viewer; None before it was first needed.
    """

    def __init__(self, desk: CaseDesk, column: QBoxLayout, fit: Callable[[], None], parent: QObject) -> None:
        """``fit`` shows and hides what stands in ``column`` and beside it, by ``is_open``."""
        super().__init__(parent)
        self._desk, self._column, self._fit = desk, column, fit
        self.viewer: AttachmentViewer | None = None
        self._came_from: QWidget | None = None

    @property
    def is_open(self) -> bool:
        """Whether a file is shown."""
        return self.viewer is not None and self.viewer.is_open()

    def show(self, name: str, page: int | None = None) -> None:
        """Show an attached file, at a page of its own from 1; why it cannot be shown is said elsewhere."""
        if self.viewer is None:
            self.viewer = AttachmentViewer(self._desk)
            self.viewer.left.connect(self.close)
            self.viewer.hide()
            self._column.insertWidget(0, self.viewer, 1)
        if not self.is_open:
            self._came_from = QApplication.focusWidget()
        self.viewer.show_attachment(name, page)
        self._fit()
        if self.is_open:
            self.viewer.take_focus()

    def close(self) -> bool:
        """Show the page again; False when no file was shown."""
        if self.viewer is None or not self.viewer.isVisible():
            return False
        self.viewer.clear()
        self._fit()
        before, self._came_from = self._came_from, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

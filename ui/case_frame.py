"""One open case in the window, with the place for messages under it: nothing stands above the member."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.desk import OpenCase
from app.route import Page
from ui.kit.boxes import Column
from ui.messages import MessageBar
from ui.review.case_view import CaseView
from ui.session import Session


class CaseFrame(QWidget):
    """The view of one case.

    Signals:
        closed: the reviewer wants the worklist.
        case_asked(object): another case (an ``OpenCase``) should be shown in the place of this one.
        history_asked(str): the history of the case of this id should be shown.
    """

    closed = Signal()
    history_asked = Signal(str)
    case_asked = Signal(object)

    def __init__(
        self, session: Session, case: OpenCase, page: Page | None = None, parent: QWidget | None = None
    ) -> None:
        """Give it its place as ``parent`` at once: Qt dresses all that it holds anew with each later move."""
        super().__init__(parent)
        self.setObjectName("case_frame")
        self.case = case
        self.view = CaseView(session, case, page, self)
        self.view.closed.connect(self.closed)
        self.view.case_asked.connect(self.case_asked)
        self.view.history_asked.connect(lambda: self.history_asked.emit(self.case.case_id))
        self.bar = MessageBar("case/message", rounded=False)
        column = Column(self)
        column.addWidget(self.view, 1)
        column.addWidget(self.bar)

    def take_focus(self) -> None:
        """Go to the first control of the page in front."""
        self.view.stack.page().focus_first()

    def close_case(self) -> None:
        """Let what was typed be saved, and leave the case."""
        self.view.close_case()
